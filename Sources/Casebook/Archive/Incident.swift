/// An incident (事件): what its case number gathers from notices and from its own file.
package struct Incident: Sendable {
  package let number: CaseNumber
  package internal(set) var title = ""
  package let status: IncidentStatus
  package let file: IncidentFile?
  /// The indexes of its notices in the order of publication.
  package let notices: [Int]
  /// The indexes of its tags, its own file's first, then in the order of its notices.
  package let tags: [Int]
  /// Who had which role, by role, each organization once in a role.
  package internal(set) var parties: [IncidentParty] = []
  package internal(set) var timeline: [TimelineEntry] = []
  package internal(set) var figures: [StatedFigure] = []
  /// The indexes of related incidents, in number order; a relation that one side names counts for both.
  package internal(set) var related: [Int] = []
  /// The index of the incident into which it was merged.
  package internal(set) var mergedInto: Int?
  /// The indexes of the incidents that were merged into it, in number order.
  package internal(set) var mergedFrom: [Int] = []
}

/// An organization in a role within an incident.
package struct IncidentParty: Sendable, Hashable {
  /// The index among the archive's organizations.
  package let organization: Int
  /// Nil for a publisher of a notice.
  package let role: Role?
  /// What the notices say it did, each once, in the order of the notices.
  package internal(set) var services: [String]
  /// The indexes of the notices that say so.
  package internal(set) var notices: [Int]
}

/// One entry of an incident's timeline, with the notices that state it.
package struct TimelineEntry: Sendable, Hashable {
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
