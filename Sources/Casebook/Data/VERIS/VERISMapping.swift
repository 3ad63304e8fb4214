/// An incident as a record of the VERIS community schema 1.4.0.
///
/// The record says what the incident's notices state; what they do not state is Unknown, never guessed. Then the
/// incident's own `veris` block replaces parts of it (RFC 7396), and what the schema requires of the parts that are
/// there is completed with Unknown, so that every record is valid.
struct VERISMapping {
  private let source: DataSource
  private let incident: Incident
  private let notices: [ArchivedNotice]
  /// What its notices state as the cause, each once, in their order.
  private let causes: [Cause]

  init(_ source: DataSource, incident index: Int) {
    self.source = source
    incident = source.archive.incidents[index]
    notices = incident.notices.map { source.archive.notices[$0] }
    causes = notices.compactMap(\.notice.cause).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  var record: JSONObject {
    var record: JSONObject = [
      "schema_version": "1.4.0",
      "schema_name": "verisc",
      "incident_id": .string(incident.number.description),
      "source_id": .string(source.archive.site.baseURL.description),
      "reference": .string(references),
      "security_incident": .string(isConfirmed ? "Confirmed" : "Suspected"),
      "summary": .string(summary),
      "timeline": .object(VERISTimeline(notices, number: incident.number).part),
      "victim": .object(VERISVictims(source.archive, incident).part),
      "actor": .object(VERISCauses(causes).actor),
      "action": .object(VERISCauses(causes).action),
      "asset": ["assets": [["variety": "Unknown"]], "cloud": ["Unknown"]],
      "attribute": ["confidentiality": .object(confidentiality)],
      "discovery_method": ["unknown": true],
      "targeted": .string(VERISCauses(causes).targeted),
    ]
    if let notes { record["notes"] = .string(notes) }
    return VERISRecord.incident.completed(overridden(record))
  }

  /// The record with the incident's own words; where they name an actor, an action or a way of discovery, that one of
  /// the mapping which says that none is known goes.
  private func overridden(_ record: JSONObject) -> JSONObject {
    guard let block = incident.file?.veris else { return record }
    var record = record
    for part in ["actor", "action", "discovery_method"] {
      guard case .object(var mapped)? = record[part], case .object(let own)? = block[part],
        own.members.contains(where: { $0.value != .null })
      else { continue }
      mapped["unknown"] = nil
      record[part] = .object(mapped)
    }
    return record.patched(with: block)
  }

  private var references: String {
    let own = source.absolute(.incident(incident.number))
    return ([own] + notices.compactMap(\.notice.source?.url)).joined(separator: "; ")
  }

  private var summary: String {
    let summaries = notices.compactMap(\.notice.summary)
    return summaries.first.map { "\(incident.title)。\($0)" } ?? incident.title
  }

  /// A notice that names a cause or a leak says that something did happen.
  private var isConfirmed: Bool {
    causes.contains { $0 != .unknown } || notices.contains { $0.notice.disclosure == .confirmed }
  }

  private var notes: String? {
    var notes: [String] = []
    if let target = incident.mergedInto { notes.append("事件 #\(source.number(ofIncident: target)) に統合された。") }
    if let withdrawn = incident.file?.withdrawn {
      notes.append("\(withdrawn.date) に取り下げられた。\(withdrawn.reason)")
    }
    return notes.isEmpty ? nil : notes.joined(separator: " ")
  }

  /// The attribute that notices of this kind are about: whether data became known to others, and which.
  private var confidentiality: JSONObject {
    var part: JSONObject = ["data_disclosure": .string(disclosure)]
    // What was not disclosed has no data to list.
    guard disclosure != "No" else { return part }
    let stated = notices.flatMap { $0.notice.affected.filter { !$0.isSuperseded }.flatMap(\.data) }
    let varieties = stated.map(\.veris.rawValue).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let known = varieties.isEmpty ? [VERISShape.unknownWord] : varieties
    part["data"] = .array(known.map { ["variety": .string($0)] })
    return part
  }

  /// The gravest of what the publishers stated last.
  private var disclosure: String {
    var last: [Int: Disclosure] = [:]
    for notice in notices { if let stated = notice.notice.disclosure { last[notice.publisher] = stated } }
    if last.values.contains(.confirmed) { return "Yes" }
    if last.values.contains(.potential) { return "Potentially" }
    return !last.isEmpty && last.values.allSatisfy { $0 == .none } ? "No" : "Unknown"
  }
}
