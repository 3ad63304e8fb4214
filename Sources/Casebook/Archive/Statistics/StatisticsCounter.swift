/// The counts of the statistics while the archive is gone through.
struct StatisticsCounter {
  private(set) var years = TallyCounter<Int>()
  private(set) var months = TallyCounter<Int>()
  private(set) var causes = TallyCounter<Cause>()
  private(set) var disclosures = TallyCounter<Disclosure>()
  private(set) var organizationTypes = TallyCounter<OrganizationType>()
  private(set) var roles = TallyCounter<Role>()
  /// How many incidents have each tag.
  private(set) var incidentsOfTags: [Int]
  private(set) var daysToAnnouncement: [Int] = []
  private(set) var statedCounts: [AffectedUnit: [Int]] = [:]

  init(tagCount: Int) {
    incidentsOfTags = [Int](repeating: 0, count: tagCount)
  }

  mutating func add(_ archived: ArchivedNotice, of archive: Archive) {
    let notice = archived.notice
    years.addNotices(notice.published.year)
    months.addNotices(notice.published.monthNumber)
    causes.addNotices(notice.cause)
    disclosures.addNotices(notice.disclosure)
    organizationTypes.addNotices(archive.organizations[archived.publisher].file?.type)
    for role in Role.allCases where archived.parties.contains(where: { $0.role == role }) {
      roles.addNotices(role)
    }
    for affected in notice.affected where !affected.isSuperseded {
      if let count = affected.count, let unit = affected.unit {
        statedCounts[unit, default: []].append(count)
      }
    }
  }

  /// Counts a case that has a notice; one without was merged or withdrawn, and states nothing.
  mutating func addIncident(_ index: Int, of archive: Archive) {
    let incident = archive.incidents[index]
    guard let first = incident.notices.first else { return }
    let notices = incident.notices.lazy.map { archive.notices[$0].notice }
    years.addOther(archive.notices[first].notice.published.year)
    months.addOther(archive.notices[first].notice.published.monthNumber)
    Self.addStated(notices.compactMap(\.cause), to: &causes)
    Self.addStated(notices.compactMap(\.disclosure), to: &disclosures)
    for tag in incident.tags { incidentsOfTags[tag] += 1 }
    for notice in archive.firstNotices(ofIncident: index)
    where archive.notices[notice].incidents.first == index {
      if let days = NoticeSpan(archive.notices[notice].notice).daysFromDiscovery {
        daysToAnnouncement.append(days)
      }
    }
  }

  mutating func add(_ organization: Organization) {
    guard !organization.appearances.isEmpty else { return }
    organizationTypes.addOther(organization.file?.type)
    for role in organization.appearances.compactMap(\.role) { roles.addOther(role) }
  }

  /// An incident counts once under each word that its notices state, or as one that states none.
  private static func addStated<Word: Term>(_ words: [Word], to counter: inout TallyCounter<Word>) {
    for (index, word) in words.enumerated() where !words[..<index].contains(word) { counter.addOther(word) }
    if words.isEmpty { counter.addOther(nil) }
  }
}

extension CivilDate {
  /// The months since the year 0.
  fileprivate var monthNumber: Int { year * 12 + month - 1 }
}
