/// An incident (事件): what its case number gathers from notices and from its own file.
///
/// A class for the same reason as `Notice`.
package final class Incident: Sendable {
  package let number: CaseNumber
  package let title: String
  package let status: IncidentStatus
  package let file: IncidentFile?
  /// The indexes of its notices in the order of publication.
  package let notices: [Int]
  /// The indexes of its tags, its own file's first, then in the order of its notices.
  package let tags: [Int]
  /// Who had which role, by role, each organization once in a role.
  package var parties: [IncidentParty] { gatheredParties.value }
  /// How many of the parties are publishers; they are the first.
  package var publisherCount: Int { parties.firstIndex { $0.role != nil } ?? parties.count }
  /// Made anew for each who asks, which in most builds is one page: kept, they were a tenth of a build's memory.
  package var timeline: [TimelineEntry] {
    TimelineEntry.gathered(from: zip(notices, sources).lazy.map { (index: $0, notice: $1.notice) })
  }
  /// What its notices state to be affected, in their order; made anew like the timeline.
  package var figures: [StatedFigure] {
    StatedFigure.gathered(from: zip(notices, sources), count: figureCount)
  }
  /// How many these are: every notice has an organization for each of its figures.
  package var figureCount: Int { sources.reduce(0) { $0 + $1.affectedOrganizations.count } }
  /// The indexes of related incidents, in number order; a relation that one side names counts for both.
  package let related: [Int]
  /// The index of the incident into which it was merged.
  package let mergedInto: Int?
  /// The indexes of the incidents that were merged into it, in number order.
  package let mergedFrom: [Int]
  let url: SiteURL
  /// In the order of `notices`.
  private let sources: [ArchivedNotice]
  /// Made when they are first asked for: a build that makes few files again asks few incidents.
  private let gatheredParties: Deferred<[IncidentParty]>

  /// Gathers what the notices of a case say.
  ///
  /// - Parameter all: the archive's notices.
  init(_ outline: IncidentOutline, from all: [ArchivedNotice]) {
    let sources = outline.notices.map { all[$0] }
    number = outline.number
    file = outline.file
    status = file?.status ?? .open
    title = file?.title ?? sources.first?.notice.title ?? "事件 #\(outline.number)"
    self.notices = outline.notices
    tags = sources.reduce(into: outline.tags) { tags, notice in
      for tag in notice.tags where !tags.contains(tag) { tags.append(tag) }
    }
    self.sources = sources
    gatheredParties = Deferred { IncidentParty.gathered(from: sources) }
    related = outline.related
    mergedInto = outline.mergedInto
    mergedFrom = outline.mergedFrom
    url = .incident(number)
  }

  /// The same incident for notices of which some read otherwise.
  convenience init(_ incident: Incident, revisedFrom all: [ArchivedNotice]) {
    self.init(IncidentOutline(incident), from: all)
  }
}

/// What is known of an incident before its notices are gathered.
struct IncidentOutline: Sendable {
  let number: CaseNumber
  let file: IncidentFile?
  /// The indexes of its notices in the order of publication.
  let notices: [Int]
  /// The tags that it has whatever its notices say.
  let tags: [Int]
  var related: [Int] = []
  var mergedInto: Int?
  var mergedFrom: [Int] = []

  init(_ number: CaseNumber, file: IncidentFile?, notices: [Int], tags: [Int]) {
    self.number = number
    self.file = file
    self.notices = notices
    self.tags = tags
  }

  init(_ incident: Incident) {
    self.init(incident.number, file: incident.file, notices: incident.notices, tags: incident.tags)
    related = incident.related
    mergedInto = incident.mergedInto
    mergedFrom = incident.mergedFrom
  }
}

/// An organization in a role within an incident.
package struct IncidentParty: Sendable, Hashable {
  /// The index among the archive's organizations.
  package let organization: Int
  /// Nil for a publisher of a notice.
  package let role: Role?
  /// What the notices say it did, each once, in the order of the notices.
  package internal(set) var services: [String]
}

/// One entry of an incident's timeline, with the notices that state it.
package struct TimelineEntry: Sendable {
  package let event: TimelineEvent
  /// Indexes of notices, in the order of publication.
  package internal(set) var notices: [Int]
  /// True for the publication of a notice itself.
  package let isPublication: Bool
}

/// What one notice stated to be affected. Figures are never added up across publishers or units.
package struct StatedFigure: Sendable {
  /// The index of the notice that states it.
  package let notice: Int
  /// The index of the organization whose data it is.
  package let organization: Int
  package let affected: AffectedData
}
