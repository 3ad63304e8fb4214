import TestSupport
import Testing

@testable import Casebook

/// What a VERIS record says of an incident; that it is valid, Tests/Foreign/ checks.
struct VERISMappingTests {
  private func record(_ keys: String..., incident: String? = nil) throws -> JSONObject {
    let fixture = try ArchiveFixture([
      "organizations/aoba.md": Sample.named("青葉市", reading: "あおばし", "type: municipality\n"),
      "organizations/wakaba.md": Sample.named("若葉印刷", reading: "わかばいんさつ", "type: company\n"),
      "organizations/futaba.md": Sample.named("双葉高校", reading: "ふたばこうこう", "type: school\n"),
    ])
    for (index, keys) in keys.enumerated() {
      let publisher = keys.hasPrefix("publisher") ? "" : "publisher: aoba\n"
      try fixture.write(
        "---\ncase: \"2024-001\"\ntitle: 公表\npublished: 2024-06-1\(index)\n\(publisher)\(keys)\n---\n本文です。\n",
        "content/incidents/2024-001/\(index).md")
    }
    if let incident {
      try fixture.write(Sample.incident("2024-001", incident), "content/incidents/2024-001/index.md")
    }
    return VERISMapping(DataSource(try fixture.archive()), incident: 0).record
  }

  /// A part of a record by the names on the way to it.
  private func part(_ record: JSONObject, _ path: String...) -> JSONValue? {
    path.reduce(JSONValue.object(record)) { value, name in
      guard case .object(let object)? = value else { return nil }
      return object[name]
    }
  }

  @Test("what nobody states is unknown")
  func unknown() throws {
    let record = try record("")
    #expect(part(record, "actor") == ["unknown": [:]])
    #expect(part(record, "action") == ["unknown": [:]])
    #expect(part(record, "discovery_method") == ["unknown": true])
    #expect(part(record, "security_incident") == "Suspected")
    #expect(part(record, "attribute", "confidentiality", "data_disclosure") == "Unknown")
    #expect(part(record, "timeline", "incident") == ["year": .integer(2024)])
  }

  @Test("the breached contractor is the victim, its customers are secondary victims")
  func contractor() throws {
    let record = try record(
      "parties: [{organization: wakaba, role: processor}]",
      "publisher: futaba\nparties: [{organization: wakaba, role: processor}]")
    #expect(part(record, "victim", "victim_id") == "若葉印刷")
    #expect(part(record, "victim", "secondary", "victim_id") == ["青葉市", "双葉高校"])
    #expect(part(record, "victim", "government") == ["NA"])
    #expect(part(record, "victim", "country") == ["Unknown"], "a company may be of any country")
  }

  @Test("a city that was hit itself is the victim, of local government in Japan")
  func city() throws {
    let record = try record("cause: misdelivery")
    #expect(part(record, "victim", "victim_id") == "青葉市")
    #expect(part(record, "victim", "secondary") == nil)
    #expect(part(record, "victim", "government") == ["Local"])
    #expect(part(record, "victim", "country") == ["JP"])
    #expect(part(record, "targeted") == "NA")
  }

  @Test(
    "a cause is an action with its variety",
    arguments: [
      ("ransomware", "malware", "Ransomware"), ("malware", "malware", "Unknown"),
      ("unauthorized_access", "hacking", "Unknown"), ("vulnerability", "hacking", "Exploit vuln"),
      ("phishing", "social", "Phishing"), ("misconfiguration", "error", "Misconfiguration"),
      ("misdelivery", "error", "Misdelivery"), ("publishing_error", "error", "Publishing error"),
      ("loss", "error", "Loss"), ("disposal_error", "error", "Disposal error"),
      ("theft", "physical", "Theft"),
      ("misuse", "misuse", "Unknown"),
    ])
  func causes(_ cause: String, _ action: String, _ variety: String) throws {
    let record = try record("cause: \(cause)")
    #expect(part(record, "action", action, "variety") == [.string(variety)])
    #expect(part(record, "security_incident") == "Confirmed")
  }

  @Test("causes of several notices are gathered; that one is unknown is not said beside one that is known")
  func severalCauses() throws {
    let record = try record("cause: malware", "cause: unknown", "cause: ransomware", "cause: loss")
    #expect(part(record, "action", "malware", "variety") == ["Ransomware"])
    #expect(part(record, "action", "error", "variety") == ["Loss"])
    #expect(part(record, "action", "unknown") == nil)
  }

  @Test("of one publisher the last word on a leak counts, of several the gravest")
  func disclosure() throws {
    let withdrawn = try record(
      "disclosure: potential", "disclosure: none\naffected: [{subject: 名簿, data: [name]}]")
    #expect(part(withdrawn, "attribute", "confidentiality") == ["data_disclosure": "No"])
    let grave = try record("disclosure: confirmed", "publisher: futaba\ndisclosure: none")
    #expect(part(grave, "attribute", "confidentiality", "data_disclosure") == "Yes")
  }

  @Test("kinds of data are listed once by their varieties, without those that were revised")
  func data() throws {
    let record = try record(
      """
      disclosure: confirmed
      affected:
        - {subject: 名簿, data: [name, email, card_number]}
        - {subject: 旧い数, data: [health], superseded: true}
      """)
    #expect(
      part(record, "attribute", "confidentiality", "data")
        == [["variety": "Personal"], ["variety": "Payment"]])
  }

  @Test("dates become one date and durations; an approximate day is a month")
  func timeline() throws {
    let record = try record(
      """
      timeline:
        - {date: 2024-05-26, event: occurred}
        - {date: 2024-05-28, event: detected}
        - {date: 2024-05-28, event: contained}
      """)
    #expect(
      part(record, "timeline", "incident")
        == ["year": .integer(2024), "month": .integer(5), "day": .integer(26)])
    #expect(part(record, "timeline", "discovery") == ["unit": "Days", "value": .integer(2)])
    #expect(part(record, "timeline", "containment") == ["unit": "Days", "value": .integer(0)])
    let approximate = try self.record("timeline: [{date: 2024-05-26, event: occurred, approximate: true}]")
    #expect(part(approximate, "timeline", "incident") == ["year": .integer(2024), "month": .integer(5)])
    #expect(part(approximate, "timeline", "discovery") == ["unit": "Unknown"])
  }

  @Test("the incident's own block is merged into the record, and what it needs is filled in")
  func block() throws {
    let record = try record(
      "cause: ransomware",
      incident:
        "veris: {confidence: High, actor: {external: {motive: [Financial]}}, action: {malware: {name: x}}}\n")
    #expect(part(record, "confidence") == "High")
    #expect(part(record, "actor") == ["external": ["motive": ["Financial"], "variety": ["Unknown"]]])
    #expect(part(record, "action", "malware", "variety") == ["Ransomware"])
    #expect(part(record, "action", "malware", "name") == "x")
  }

  @Test("a part without a value is taken out of the record; one that VERIS requires says unknown then")
  func removal() throws {
    let record = try record("cause: ransomware", incident: "veris: {action: {malware: null}, victim: null}\n")
    #expect(part(record, "action") == ["unknown": [:]])
    #expect(part(record, "victim") == nil)
  }

  @Test("a withdrawn case says so")
  func withdrawn() throws {
    let record = try record("", incident: "status: withdrawn\nwithdrawn: {date: 2024-07-01, reason: 重複}\n")
    #expect(part(record, "notes") == "2024-07-01 に取り下げられた。重複")
  }
}
