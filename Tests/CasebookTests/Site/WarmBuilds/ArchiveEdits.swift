import Casebook
import Foundation
import TestSupport

/// Edits a small archive in every way that its pages can depend on, the same way every time for a seed.
struct ArchiveEdits {
  /// A document as its keys and its text.
  private struct Document {
    var keys: [String: String]
    var body: String

    var text: String {
      "---\n" + keys.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }.joined()
        + "---\n\n\(body)\n"
    }
  }

  private let archive: ArchiveFixture
  private var random: Randomness
  private var serial = 0
  private var documents: [String: Document] = [:]
  private var site: [String: String] = [:]
  /// Other files, by their paths from the archive's root.
  private var files: [String: String] = [:]

  private static let numbers = [
    "2023-001", "2023-002", "2024-001", "2024-002", "2024-003", "2024-004", "2024-010",
  ]
  private static let names = ["aoba", "kobo", "sora", "umi", "yama"]

  /// Writes an archive in which most things refer to others.
  init(_ archive: ArchiveFixture, templates: [String: String], seed: UInt64) throws {
    self.archive = archive
    random = Randomness(state: seed)
    site = [
      "title": "試験", "description": "試験のための小さなアーカイブです。", "base_url": "https://example.jp/",
      "publisher": "{name: 編集部}", "page_size": "3", "outputs": "{data: false, sqlite: false, search: false}",
    ]
    for (path, text) in templates { files["templates/" + path] = text }
    for _ in 0..<5 { editFile() }
    for name in Self.names { documents["organizations/\(name).md"] = organization() }
    for name in Self.names.prefix(3) { documents["tags/\(name).md"] = tag() }
    for _ in 0..<14 { documents[noticePath()] = notice() }
    for number in ["2024-001", "2024-002", "2023-001"] {
      documents["incidents/\(number)/index.md"] = incident(number)
      // A case needs a notice.
      documents["incidents/\(number)/kept.md"] = notice(number)
    }
    documents["articles/one.md"] = article()
    documents["pages/about.md"] = page()
    try write()
  }

  /// Makes one edit. An archive with an error is for the caller to undo: with a copy of the edits, and `write`.
  mutating func edit() {
    serial += 1
    switch random.below(30) {
    case 0...9: change(random.pickAny(paths("incidents/", isIndex: false))) { $0.notice() }
    case 10, 11: documents[noticePath()] = notice()
    case 12: documents[random.pickAny(paths("incidents/", isIndex: false)) ?? ""] = nil
    case 13: move(random.pickAny(paths("incidents/", isIndex: false)), to: noticePath())
    case 14...16: editIncident()
    case 17, 18: edit("organizations/", ending: random.pick(Self.names)) { $0.organization() }
    case 19, 20: edit("tags/", ending: random.pick(Self.names)) { $0.tag() }
    case 21, 22: edit("articles/", ending: random.pick(Self.names)) { $0.article() }
    case 23: edit("pages/", ending: random.pick(Self.names)) { $0.page() }
    case 24: editSite()
    case 25: editTemplate()
    case 26...28: editFile()
    default: editOptions()
    }
  }

  /// These edits as they were, going on where others are: not with the same ones again.
  func continued(after others: ArchiveEdits) -> ArchiveEdits {
    var edits = self
    edits.random = others.random
    edits.serial = others.serial
    return edits
  }

  /// Writes the archive as it is now, and removes what it does not have.
  func write() throws {
    var texts = files
    for (path, document) in documents { texts["content/" + path] = document.text }
    texts["content/site.yaml"] = site.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }.joined()
    for folder in ["content", "templates"] {
      for path in try archive.files(in: folder).keys where texts[folder + "/" + path] == nil {
        try archive.remove(folder + "/" + path)
      }
    }
    for (path, text) in texts where archive.text(path) != text { try archive.write(text, path) }
  }

  // MARK: What is edited

  private func paths(_ folder: String, isIndex: Bool) -> [String] {
    documents.keys.filter { $0.hasPrefix(folder) && $0.hasSuffix("index.md") == isIndex }.sorted()
  }

  private mutating func noticePath() -> String {
    "incidents/\(random.pick(Self.numbers))/n\(random.below(9)).md"
  }

  /// Takes one key, or the text, from a new document of the kind.
  private mutating func change(_ path: String?, _ make: (inout ArchiveEdits) -> Document) {
    guard let path, var document = documents[path] else { return }
    let new = make(&self)
    let key = random.pickAny(Set(document.keys.keys).union(new.keys.keys).sorted())
    if let key, !random.chance(4) { document.keys[key] = new.keys[key] } else { document.body = new.body }
    documents[path] = document
  }

  private mutating func edit(_ folder: String, ending name: String, _ make: (inout ArchiveEdits) -> Document)
  {
    let path = "\(folder)\(name).md"
    if documents[path] == nil {
      documents[path] = make(&self)
    } else if random.chance(5) {
      documents[path] = nil
    } else {
      change(path, make)
    }
  }

  private mutating func move(_ path: String?, to target: String) {
    guard let path, let document = documents.removeValue(forKey: path) else { return }
    documents[target] = document
  }

  private mutating func editIncident() {
    let number = random.pick(Self.numbers)
    edit("incidents/\(number)/", ending: "index") { $0.incident(number) }
  }

  private mutating func editSite() {
    let values: [(String, [String])] = [
      ("title", ["試験\(serial)"]), ("description", ["説明\(serial)"]),
      ("base_url", ["https://example.jp/", "https://example.jp/archive/", "https://example.com/"]),
      ("publisher", ["{name: 編集部}", "{name: 別の編集部, url: 'https://example.org/', email: a@example.jp}"]),
      ("page_size", ["2", "3", "5"]), ("feed_size", ["2", "50"]),
      ("time_zone", ["Asia/Tokyo", "Europe/Paris"]),
      ("language", ["ja", "en"]), ("menu", ["[]", "[{title: タグ, url: /tags/}]"]),
      ("license", ["{name: CC, url: 'https://example.org/cc'}"]),
      (
        "outputs",
        [
          "{}", "{feeds: false}", "{data: false, sqlite: false, search: false}",
          "{page_json: false, sqlite: false}",
          "{gzip: true, sqlite: false, search: false}",
        ]
      ),
    ]
    let (key, texts) = values[random.below(values.count)]
    site[key] = random.pick(texts)
  }

  private mutating func editTemplate() {
    guard let path = random.pickAny(files.keys.filter { $0.hasPrefix("templates/") }.sorted()) else { return }
    let addition =
      path.hasSuffix(".mustache")
      ? "\n<i>\(serial)</i>\n" : path.hasSuffix(".svg") ? "<!--\(serial)-->" : "/*\(serial)*/"
    files[path] = (files[path] ?? "") + addition
  }

  private mutating func editFile() {
    let path =
      "content/"
      + random.pick([
        "static/data.txt", "static/icon-192.png", "static/apple-touch-icon.png", "static/robots.txt",
        "static/sub/more.txt", "incidents/2024-001/photo.jpg", "incidents/2024-002/plan.pdf",
      ])
    files[path] = files[path] != nil && random.chance(3) ? nil : "bytes \(serial)"
  }

  private mutating func editOptions() {
    switch random.below(5) {
    case 0: archive.request.includesDrafts.toggle()
    case 1: archive.request.includesFuture.toggle()
    case 2: archive.request.now = CivilDate(written: random.pick(["2024-07-01", "2024-12-31", "2025-03-01"]))
    case 3: archive.request.compresses.toggle()
    default: archive.request.baseURL = random.chance(2) ? nil : BaseURL("https://mirror.example/\(serial)/")
    }
  }

  // MARK: Documents

  /// Text with links to what may come, go and change its address.
  ///
  /// - Parameter root: the way from the document to `content/`.
  private mutating func body(_ root: String = "..") -> String {
    let start = "本文\(serial)。"
    switch random.below(8) {
    case 0: return "\(start)#\(random.pick(Self.numbers)) を参照。"
    case 1: return "\(start)＃２０２４－００１を参照。"
    case 2: return "\(start)[記事](/articles/) と [組織](/organizations/)。"
    case 3: return "\(start)[組織](\(root)/organizations/\(random.pick(Self.names)).md)。"
    case 4: return "\(start)&#35;\(random.pick(Self.numbers))\n\n## 見出し\n\nhttps://example.jp/\(serial)"
    case 5: return ""
    default: return "\(start)\n\n| 表 | \(serial) |\n| --- | --- |\n| a | b |"
    }
  }

  private mutating func notice(_ number: String? = nil) -> Document {
    serial += 1
    let own = number ?? random.pick(Self.numbers)
    let other = random.pick(Self.numbers.filter { $0 != own })
    var keys = [
      "case": random.chance(5) ? "[\"\(own)\", \"\(other)\"]" : "\"\(own)\"",
      "title": "題\(serial)", "publisher": random.pick(Self.names + ["無名"]), "slug": "n\(random.below(1000))",
      "published": "202\(3 + random.below(3))-0\(1 + random.below(9))-1\(random.below(9))",
    ]
    add(&keys, "summary", "要約\(serial)")
    add(&keys, "tags", "[\(random.pick(Self.names)), 札\(random.below(3))]")
    add(
      &keys, "parties",
      "[{organization: \(random.pick(Self.names)), role: \(random.pick(["processor", "affected", "service"])), service: 業務\(random.below(3))}]"
    )
    add(
      &keys, "affected",
      "[{subject: 名簿, count: \(random.below(5000)), unit: persons, organization: \(random.pick(Self.names)), data: [name], as_of: 2024-01-02}]"
    )
    add(
      &keys, "timeline",
      "[{date: 2023-01-0\(1 + random.below(9)), event: occurred, note: 記\(serial)}, {date: 2023-01-2\(random.below(9)), event: detected}]"
    )
    add(&keys, "corrections", "[{date: 2025-01-0\(1 + random.below(9)), change: 訂正\(serial)}]")
    add(&keys, "source", "{url: 'https://example.org/\(serial)'}")
    add(&keys, "disclosure", random.pick(["confirmed", "potential", "none"]))
    add(&keys, "cause", random.pick(["ransomware", "loss", "misuse"]))
    add(&keys, "secondary_damage", random.pick(["possible", "confirmed"]))
    add(&keys, "release", "{sequence: \(1 + random.below(3)), type: follow_up}")
    add(&keys, "aliases", "[/old/\(serial)/]")
    if random.chance(8) { keys["draft"] = "true" }
    return Document(keys: keys, body: body("../.."))
  }

  /// Adds an optional key every other time.
  private mutating func add(_ keys: inout [String: String], _ key: String, _ value: String) {
    if random.chance(2) { keys[key] = value }
  }

  private mutating func incident(_ number: String) -> Document {
    serial += 1
    var keys = ["case": "\"\(number)\""]
    let others = Self.numbers.filter { $0 != number }
    add(&keys, "title", "事件\(serial)")
    add(&keys, "tags", "[\(random.pick(Self.names))]")
    add(&keys, "related", "[\"\(random.pick(others))\"]")
    add(&keys, "corrections", "[{date: 2025-02-0\(1 + random.below(9)), change: 直し\(serial)}]")
    switch random.below(5) {
    case 0: keys["status"] = "closed"
    case 1:
      keys["status"] = "merged"
      keys["merged_into"] = "\"\(random.pick(others))\""
    case 2:
      keys["status"] = "withdrawn"
      keys["withdrawn"] = "{date: 2025-02-01, reason: 理由\(serial)}"
    default: break
    }
    return Document(keys: keys, body: body("../.."))
  }

  private mutating func organization() -> Document {
    serial += 1
    var keys = ["name": "組織\(serial)x\(random.below(1000))"]
    add(&keys, "reading", random.pick(["あおば", "かぜ", "そら"]))
    add(&keys, "type", random.pick(["municipality", "company", "school"]))
    add(&keys, "url", "https://example.org/\(serial)")
    add(&keys, "aliases", "[別名\(serial)]")
    // One way only, so that nobody belongs to itself.
    if random.chance(4) { keys["parent"] = "本社" }
    return Document(keys: keys, body: body())
  }

  private mutating func tag() -> Document {
    serial += 1
    var keys = ["name": "札\(serial)x\(random.below(1000))"]
    add(&keys, "reading", random.pick(["あ", "か", "さ"]))
    add(&keys, "aliases", "[札の別名\(serial)]")
    return Document(keys: keys, body: body())
  }

  private mutating func article() -> Document {
    serial += 1
    var keys = ["title": "記事\(serial)", "published": "2024-0\(1 + random.below(9))-05"]
    add(&keys, "updated", "2025-01-0\(1 + random.below(9))")
    add(&keys, "tags", "[\(random.pick(Self.names))]")
    add(&keys, "summary", "要約\(serial)")
    if random.chance(6) { keys["draft"] = "true" }
    return Document(keys: keys, body: body())
  }

  private mutating func page() -> Document {
    serial += 1
    return Document(keys: ["title": "ページ\(serial)"], body: body())
  }
}
