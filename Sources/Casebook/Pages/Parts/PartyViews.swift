import Mustache

/// The parties of one role.
struct PartyGroupView: View {
  let label: String
  let parties: FoldedList<PartyView>

  /// Of more organizations in one role these are shown at once.
  private static let limit = 10

  static let fields = Fields<Self>(
    "party group",
    .text("label", "The role, in Japanese") { $0.label },
    .list("parties", PartyView.self, "The organizations in this role, the first ones") {
      $0.parties.shown
    },
    .list("more_parties", PartyView.self, "The rest, when they are many") { $0.parties.folded },
    .text("more_count", "How many these are") { DecimalText.of($0.parties.folded.count) }
  )

  /// The groups of parties that are in the order of their roles.
  static func groups(of parties: [IncidentParty], _ context: PageContext) -> [PartyGroupView] {
    parties.chunked { $0.role == $1.role }.map { group in
      PartyGroupView(
        label: group.first?.role?.label ?? "公表者",
        parties: FoldedList(group.map { PartyView(context: context, party: $0) }, limit: limit))
    }
  }
}

/// An organization in a role.
struct PartyView: View {
  let context: PageContext
  let party: IncidentParty

  static let fields = Fields<Self>(
    "party",
    .text("name", "The organization's name") { $0.context.archive.organizations[$0.party.organization].name },
    .text("url", "The organization's page") { $0.context.link(toOrganization: $0.party.organization).url },
    .text("service", "What it did or gave; absent when not stated") {
      $0.party.services.isEmpty ? nil : $0.party.services.joined(separator: "、")
    }
  )
}
