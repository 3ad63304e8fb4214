import Mustache

/// `archive.json`: the whole archive in one file, in which nothing has to be looked up elsewhere.
struct ArchiveDocument {
  let source: DataSource

  /// What `archive.json` has beside the notices, which stand in their incidents.
  static let subjects: [DataTable.Subject] = [.incident, .organization, .tag, .article, .vocabulary]

  func append(to bytes: inout [UInt8], _ drain: Drain) {
    // An array that grows to this is copied again and again.
    bytes.reserveCapacity(bytes.count + source.textLength * 3 / 2)
    bytes += "{\n".utf8
    var head = ByteBuffer()
    for member in source.facts.members + [.init(name: "counts", value: .object(counts))] {
      JSONText.append(member.name, to: &head)
      head.append(": ")
      member.value.append(to: &head)
      head.append(",\n")
    }
    head.move(into: &bytes)
    for (position, subject) in Self.subjects.enumerated() {
      bytes += (position > 0 ? ",\n" : "").utf8
      appendRecords(of: subject, to: &bytes, drain)
    }
    bytes += "\n}\n".utf8
  }

  private func appendRecords(
    of subject: DataTable.Subject, to bytes: inout [UInt8], _ drain: Drain
  ) {
    bytes += "\"\(subject.plural)\": [".utf8
    if subject == .vocabulary {
      JSONRow(.terms).appendLines(in: source, to: &bytes, drain)
    } else {
      let records = Records.of(subject, .whole)
      var record = ByteBuffer()
      for index in 0..<source.count(of: subject) {
        record.append(index > 0 ? ",\n" : "\n" as StaticString)
        records.append(index, in: source, to: &record)
        record.move(into: &bytes)
        drain(&bytes)
      }
    }
    bytes += "\n]".utf8
  }

  private var counts: JSONObject {
    var counts = JSONObject()
    for subject in [DataTable.Subject.incident, .notice, .organization, .tag, .article] {
      counts[subject.plural] = .integer(source.count(of: subject))
    }
    return counts
  }
}

extension DataSource {
  /// What every document about the archive as a whole says: what it is, who publishes it, on which terms.
  var facts: JSONObject {
    let site = archive.site
    var publisher: JSONObject = ["name": .string(site.publisher.name)]
    if let url = site.publisher.url { publisher["url"] = .string(url) }
    var facts: JSONObject = [
      "$schema": .string(absolute(PlannedData.archiveSchema.url)),
      "title": .string(site.title),
      "description": .string(site.description),
      "url": .string(absolute(.home)),
      "language": .string(site.language),
      "publisher": .object(publisher),
      "license": license,
      "citation": .string(citation),
    ]
    facts["last_change"] = lastChange.map { .string($0.description) } ?? .null
    return facts
  }

  private var license: JSONValue {
    guard let license = archive.site.license else { return .null }
    return ["name": .string(license.name), "url": .string(license.url)]
  }

  /// How the archive is to be cited: publisher, title, state, address.
  var citation: String {
    let state = lastChange.map { "（\($0.japaneseText)現在）" } ?? ""
    return "\(archive.site.publisher.name)「\(archive.site.title)」\(state) \(absolute(.home))"
  }
}
