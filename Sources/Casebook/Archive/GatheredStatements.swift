// What an incident shows of its notices, which come in the order of publication: parties and figures, each in its own
// order.

extension IncidentParty {
  /// The parties of several notices: publishers first, then by role, in the order in which they are first named.
  static func gathered(from notices: [ArchivedNotice]) -> [IncidentParty] {
    var parties: [IncidentParty] = []
    parties.reserveCapacity(notices.reduce(0) { $0 + 1 + $1.parties.count })
    for notice in notices { add(notice.publisher, role: nil, service: nil, to: &parties, from: 0) }
    addNamed(in: notices, to: &parties)
    return parties
  }

  /// Those that a notice names, without its publisher.
  static func named(in notice: ArchivedNotice) -> [IncidentParty] {
    var parties: [IncidentParty] = []
    parties.reserveCapacity(notice.parties.count)
    addNamed(in: CollectionOfOne(notice), to: &parties)
    return parties
  }

  private static func addNamed(
    in notices: some Sequence<ArchivedNotice>, to parties: inout [IncidentParty]
  ) {
    for role in Role.allCases {
      let start = parties.count
      for notice in notices {
        let named = notice.parties
        for index in named.indices where named[index].role == role {
          let (organization, service) = (named[index].organization, named[index].service)
          add(organization, role: role, service: service, to: &parties, from: start)
        }
      }
    }
  }

  /// Adds an organization to the parties of one role, which start at a place.
  private static func add(
    _ organization: Int, role: Role?, service: String?, to parties: inout [IncidentParty], from start: Int
  ) {
    guard let index = parties[start...].firstIndex(where: { $0.organization == organization }) else {
      let services = service.map { [$0] } ?? []
      return parties.append(IncidentParty(organization: organization, role: role, services: services))
    }
    if let service, !parties[index].services.contains(service) { parties[index].services.append(service) }
  }
}

extension StatedFigure {
  /// The figures of several notices, in their order.
  ///
  /// - Parameters:
  ///   - notices: each with its index.
  ///   - count: how many figures they have.
  static func gathered(
    from notices: some Sequence<(Int, ArchivedNotice)>, count: Int
  ) -> [StatedFigure] {
    var figures: [StatedFigure] = []
    figures.reserveCapacity(count)
    for (index, notice) in notices {
      for (affected, organization) in zip(notice.notice.affected, notice.affectedOrganizations) {
        figures.append(StatedFigure(notice: index, organization: organization, affected: affected))
      }
    }
    return figures
  }
}
