import Mustache

/// The parties of one role.
struct PartyGroupView: View {
  let context: PageContext
  /// Those of all roles.
  private let parties: [IncidentParty]
  /// Of those of this one.
  private let places: Range<Int>

  /// Of more organizations in one role these are shown at once.
  private static let limit = 10

  private var folds: FoldedRange { FoldedRange(places, limit: Self.limit) }

  private func parties(_ places: Range<Int>) -> [PartyView] {
    places.map { PartyView(context: context, party: parties[$0]) }
  }

  static let fields = Fields<Self>(
    "party group",
    .text("label", "The role, in Japanese") { $0.parties[$0.places.lowerBound].role?.label ?? "公表者" },
    .list("parties", PartyView.self, "The organizations in this role, the first ones") {
      $0.parties($0.folds.shown)
    },
    .list("more_parties", PartyView.self, "The rest, when they are many") { $0.parties($0.folds.folded) },
    .text("more_count", "How many these are") { DecimalText.of($0.folds.folded.count) }
  )

  /// The groups of parties that are in the order of their roles.
  static func groups(of parties: [IncidentParty], _ context: PageContext) -> [PartyGroupView] {
    parties.indices.runs {
      parties[$0].role == parties[$1].role
    } making: {
      PartyGroupView(context: context, parties: parties, places: $0)
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
    .text("url", "The organization's page") { $0.context.addresses.organizations[$0.party.organization] },
    .text("service", "What it did or gave; absent when not stated") {
      let services = $0.party.services
      return services.count > 1 ? services.joined(separator: "、") : services.first
    }
  )
}
