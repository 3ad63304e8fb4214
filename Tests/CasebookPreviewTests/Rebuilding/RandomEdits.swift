import Foundation
import TestSupport

/// Edits an archive as people and their programs do, the same way every time for a seed.
struct RandomEdits {
  private let archive: ArchiveFixture
  private var random: Randomness
  /// The files of now, by their paths from the archive's root, with their good texts.
  private var files: [String: String]
  /// What was broken, with the texts that mend it.
  private var broken: [String: String] = [:]
  private var serial = 0

  init(_ archive: ArchiveFixture, seed: UInt64) throws {
    self.archive = archive
    random = Randomness(state: seed)
    files = try ["content", "templates"].reduce(into: [:]) { files, folder in
      for (path, data) in try archive.files(in: folder) {
        files[folder + "/" + path] = String(decoding: data, as: UTF8.self)
      }
    }
  }

  private func files(in folder: String, ending: String) -> [String] {
    files.keys.filter { $0.hasPrefix(folder) && $0.hasSuffix(ending) }.sorted()
  }

  /// An incident's own file has another place and other keys.
  private var notices: [String] {
    files(in: "content/incidents/", ending: ".md").filter { !$0.hasSuffix("index.md") }
  }

  /// Makes one edit.
  mutating func edit() throws {
    serial += 1
    if !broken.isEmpty, random.chance(3) { return try mend() }
    switch random.below(24) {
    case 20...23: try revise(random.pickAny(notices))
    case 0...4: try change(random.pickAny(files(in: "content/incidents/", ending: ".md")))
    case 5, 6: try write(notice(), noticePath())
    case 7, 8: try remove(random.pickAny(files(in: "content/", ending: ".md")))
    case 9, 10: try move(random.pickAny(notices), to: noticePath())
    case 11: try moveFolder()
    case 12: try write(organization(), "content/organizations/\(random.pick(Self.names)).md")
    case 13: try write(Sample.named("タグ\(serial)"), "content/tags/\(random.pick(Self.names)).md")
    case 14: try write(site(), "content/site.yaml")
    case 15: try changeTemplate()
    case 16: try write("p { margin: \(serial)px }", "templates/assets/\(random.pick(Self.names)).css")
    case 17: try write("\(serial)", "content/static/\(random.pick(Self.names)).txt")
    case 18: try link()
    default: try breakSomething()
    }
  }

  /// Mends everything, so that a comparison of pages follows.
  mutating func mendAll() throws {
    while !broken.isEmpty { try mend() }
    // The incident's own file needs a notice.
    serial += 1
    try write(Sample.notice("2024-001", "slug: n\(serial)"), "content/incidents/b/first.md")
  }

  // MARK: Texts

  private static let names = ["aoba", "kobo", "sora", "umi"]

  private mutating func notice() -> String {
    let number = "2024-00\(1 + random.below(5))"
    var keys = "tags: [\(random.pick(Self.names))]\n"
    if random.chance(6) { keys += "draft: true\n" }
    if random.chance(4) {
      keys += "parties: [{organization: \(random.pick(Self.names)), role: processor}]\n"
    }
    // A slug of its own, so that most notices do not claim one address.
    keys += "slug: n\(serial)"
    return Sample.notice(
      number, title: "題\(serial)", published: "202\(4 + random.below(2))-0\(1 + random.below(9))-11",
      publisher: random.pick(Self.names), keys, body: "本文\(serial)。#2024-00\(1 + random.below(6)) を参照。")
  }

  private mutating func noticePath() -> String {
    "content/incidents/\(random.pick(["a", "b", "c", "a/deep"]))/n\(random.below(12)).md"
  }

  private mutating func organization() -> String {
    // Two organizations of one name would be an error that stays.
    Sample.named("組織\(serial)", reading: random.chance(2) ? "そしき" : nil)
  }

  private mutating func site() -> String {
    let base = random.pick(["https://example.jp/", "https://example.jp/archive/"])
    return Sample.site("page_size: \(2 + random.below(3))", base: base)
  }

  // MARK: Edits

  private mutating func write(_ text: String, _ path: String) throws {
    files[path] = text
    broken[path] = nil
    try save(text, path)
  }

  /// Saves as one of several editors would.
  private mutating func save(_ text: String, _ path: String) throws {
    switch random.below(3) {
    case 0: try archive.write(text, path)
    case 1:
      try archive.write(text, path + ".tmp\(serial)")
      rename(archive.root + "/" + path + ".tmp\(serial)", archive.root + "/" + path)
    default:
      try archive.write("", path)
      let bytes = Array(text.utf8)
      let file = open(archive.root + "/" + path, O_WRONLY | O_APPEND)
      _ = Foundation.write(file, bytes, bytes.count / 2)
      _ = bytes.withUnsafeBytes { buffer in
        Foundation.write(
          file, buffer.baseAddress.map { $0 + bytes.count / 2 }, bytes.count - bytes.count / 2)
      }
      close(file)
    }
  }

  private mutating func change(_ path: String?) throws {
    guard let path else { return try write(notice(), noticePath()) }
    if path.hasSuffix("index.md") { return try write((files[path] ?? "") + "追記\(serial)\n", path) }
    try write(random.chance(2) ? notice() : (files[path] ?? "") + "追記\(serial)\n", path)
  }

  /// Gives a notice another title and other figures, and leaves what it refers to.
  private mutating func revise(_ path: String?) throws {
    guard let path, let text = files[path] else { return }
    let titled = text.replacing(/\ntitle: [^\n]*/, with: "\ntitle: 題\(serial)", maxReplacements: 1)
    let figure =
      "\naffected: [{subject: 名簿, count: \(serial), unit: persons}]\ntimeline: [{date: 2024-01-0\(1 + random.below(9)), event: occurred}]"
    let hasFigure = titled.contains("\naffected:")
    try write(
      hasFigure
        ? titled : titled.replacing("\npublisher:", with: figure + "\npublisher:", maxReplacements: 1), path)
  }

  private mutating func remove(_ path: String?) throws {
    guard let path else { return }
    files[path] = nil
    broken[path] = nil
    try? archive.remove(path)
  }

  private mutating func move(_ path: String?, to target: String) throws {
    guard let path, path != target, let text = files[path] else { return }
    // The file keeps its times and its number in the file system.
    try archive.makeFolder(URL(filePath: target).deletingLastPathComponent().relativePath)
    guard rename(archive.root + "/" + path, archive.root + "/" + target) == 0 else { return }
    files[path] = nil
    files[target] = text
    broken[target] = broken.removeValue(forKey: path)
  }

  private mutating func moveFolder() throws {
    let (from, to) = (random.pick(["a", "b", "c"]), "moved\(serial)")
    let prefix = "content/incidents/"
    guard rename(archive.root + "/" + prefix + from, archive.root + "/" + prefix + to) == 0 else { return }
    // And back, or away.
    let goesBack = random.chance(2)
    if goesBack { rename(archive.root + "/" + prefix + to, archive.root + "/" + prefix + from) }
    guard !goesBack else { return }
    for (path, text) in files where path.hasPrefix(prefix + from + "/") {
      let target = prefix + to + path.dropFirst(prefix.count + from.count)
      files[path] = nil
      files[target] = text
      if let mended = broken.removeValue(forKey: path) { broken[target] = mended }
    }
  }

  private mutating func changeTemplate() throws {
    guard let path = random.pickAny(files(in: "templates/", ending: ".mustache")) else { return }
    try write((files[path] ?? "") + "{{! \(serial) }}\n<!-- \(serial) -->\n", path)
  }

  private mutating func link() throws {
    guard let target = random.pickAny(files(in: "content/static/", ending: ".txt")) else { return }
    let path = "content/static/link\(random.below(3)).txt"
    try? archive.remove(path)
    try archive.makeLink(path, to: URL(filePath: target).lastPathComponent)
  }

  private mutating func breakSomething() throws {
    let candidates = files.keys.filter { !$0.hasSuffix(".css") && !$0.hasSuffix(".txt") }.sorted()
    guard let path = random.pickAny(candidates), let good = files[path] else { return }
    broken[path] = good
    switch random.below(3) {
    case 0: try save("---\ncolour: red\n", path)
    case 1: try save(good + "{{#unclosed}}", path)
    default: try? archive.remove(path)
    }
  }

  private mutating func mend() throws {
    guard let path = random.pickAny(broken.keys.sorted()), let text = broken[path] else { return }
    try write(text, path)
  }
}
