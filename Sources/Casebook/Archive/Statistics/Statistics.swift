/// What the archive holds, counted: made once, in one pass over notices, incidents and organizations.
///
/// Counts are of documents. Figures that notices state are never added up; their distribution is shown instead.
package struct Statistics: Sendable {
  /// The years of publication in order, those without a notice included; `others` are incidents, by the year of
  /// their first notice.
  package let years: [Tally<Int>]
  /// The same by month, whole years; the key is `year * 12 + month - 1`.
  package let months: [Tally<Int>]
  /// `others` are incidents of which a notice states it.
  package let causes: [Tally<Cause>]
  /// `others` are incidents of which a notice states it.
  package let disclosures: [Tally<Disclosure>]
  /// By the publisher's type; `others` are organizations of that type that any notice names.
  package let organizationTypes: [Tally<OrganizationType>]
  /// `others` are organizations that have the role.
  package let roles: [Tally<Role>]
  /// Days from a publisher's knowledge to its first notice on the case; only where the notice states both.
  package let daysToAnnouncement: Distribution
  /// The figures that notices state, by what they count; those that were revised later are left out.
  package let statedCounts: [(unit: AffectedUnit, distribution: Distribution)]
  /// The tags that most notices have, by their indexes; `others` are incidents.
  package let tags: [Tally<Int>]

  private static let tagCount = 20
  /// The same day, up to three days, a week, two weeks, a month, two, three months, half a year, and longer.
  private static let dayBounds = [0, 1, 4, 8, 15, 31, 61, 91, 181]
  private static let countBounds = [0, 1, 10, 100, 1000, 10_000, 100_000, 1_000_000]

  package init(_ archive: Archive) {
    var counter = StatisticsCounter(tagCount: archive.tags.count)
    for notice in archive.notices { counter.add(notice, of: archive) }
    for index in archive.incidents.indices { counter.addIncident(index, of: archive) }
    for organization in archive.organizations { counter.add(organization) }
    years = Self.filled(counter.years)
    months = Self.wholeYears(years).map(counter.months.tally)
    causes = counter.causes.tallies(of: Cause.allCases)
    disclosures = counter.disclosures.tallies(of: Disclosure.allCases)
    organizationTypes = counter.organizationTypes.tallies(of: OrganizationType.allCases)
    roles = counter.roles.tallies(of: Role.allCases)
    daysToAnnouncement = Distribution(of: counter.daysToAnnouncement, lowerBounds: Self.dayBounds)
    statedCounts = AffectedUnit.allCases.compactMap { unit in
      counter.statedCounts[unit].map { (unit, Distribution(of: $0, lowerBounds: Self.countBounds)) }
    }
    tags = Self.frequent(archive.tags, counter.incidentsOfTags)
  }

  /// - Parameter incidents: how many have each tag.
  private static func frequent(_ tags: [Tag], _ incidents: [Int]) -> [Tally<Int>] {
    let used = zip(tags, incidents).enumerated().compactMap { index, tag in
      let notices = tag.0.notices.count
      return notices > 0 ? Tally(key: index, notices: notices, others: tag.1) : nil
    }
    return Array(used.mostFrequentFirst().prefix(tagCount))
  }

  private static func filled(_ years: TallyCounter<Int>) -> [Tally<Int>] {
    guard let range = years.keyRange else { return [] }
    return range.map(years.tally)
  }

  private static func wholeYears(_ years: [Tally<Int>]) -> [Int] {
    years.compactMap(\.key).flatMap { year in (0..<12).map { year * 12 + $0 } }
  }
}

extension TallyCounter where Key == Int {
  /// From the least key to the greatest; nil when nothing was counted.
  fileprivate var keyRange: ClosedRange<Int>? {
    guard let first = keys.min(), let last = keys.max() else { return nil }
    return first...last
  }
}
