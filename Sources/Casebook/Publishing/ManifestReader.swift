/// Reads a manifest in the one form in which it is written.
///
/// Not any JSON: a manifest decides what may be deleted, so one that somebody or something has rewritten is
/// refused rather than understood.
struct ManifestReader {
  /// Why a text is no manifest.
  struct Problem: Error, Sendable, Hashable {
    /// From 1.
    let line: Int
    let message: String
  }

  private let text: [UInt8]
  private var position = 0
  private var line = 1

  static func read(_ text: [UInt8]) throws(Problem) -> Manifest {
    var reader = ManifestReader(text: text)
    return try reader.manifest()
  }

  private init(text: [UInt8]) {
    self.text = text
  }

  private mutating func manifest() throws(Problem) -> Manifest {
    try expect(Manifest.head, "not the first lines of a version 1 manifest of casebook")
    line = 4
    var entries: [Manifest.Entry] = []
    while takes(entries.isEmpty ? Manifest.entryHead : Manifest.nextEntryHead) {
      line += 1
      let entry = try self.entry()
      if let last = entries.last, !(last.path < entry.path) {
        throw problem("paths are not in ascending order")
      }
      entries.append(entry)
    }
    try expect(Manifest.foot, "neither an entry nor the manifest's end")
    guard position == text.count else { throw problem("text after the manifest's end") }
    return Manifest(sorted: entries)
  }

  private mutating func entry() throws(Problem) -> Manifest.Entry {
    let path = try self.path()
    try expect(Manifest.sizeHead, "no size after the path")
    let size = try self.size()
    try expect(Manifest.digestHead, "no sha256 after the size")
    let digits = text[position..<min(position + 64, text.count)]
    guard let digest = FileDigest(hexadecimal: digits) else {
      throw problem("not 64 lower-case hexadecimal digits")
    }
    position += 64
    try expect(Manifest.entryFoot, "no end of the entry after its sha256")
    return Manifest.Entry(path: path, size: size, digest: digest)
  }

  private mutating func path() throws(Problem) -> OutputPath {
    var bytes: [UInt8] = []
    while position < text.count, text[position] != UInt8(ascii: "\"") {
      if text[position] == UInt8(ascii: "\\") {
        position += 1
        guard position < text.count, "\"\\".utf8.contains(text[position]) else {
          throw problem("an escape that a path cannot need")
        }
      }
      bytes.append(text[position])
      position += 1
    }
    guard let path = OutputPath(bytes: bytes) else {
      throw problem("'\(String(decoding: bytes, as: UTF8.self))' is not a path inside the output")
    }
    return path
  }

  private mutating func size() throws(Problem) -> Int {
    let digits = text[position...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard let size = Int(String(decoding: digits, as: UTF8.self)), digits.count == String(size).utf8.count
    else {
      throw problem("not a size in bytes")
    }
    position += digits.count
    return size
  }

  private mutating func takes(_ expected: String.UTF8View) -> Bool {
    guard text[position...].starts(with: expected) else { return false }
    position += expected.count
    return true
  }

  private mutating func expect(_ expected: String.UTF8View, _ message: String) throws(Problem) {
    if !takes(expected) { throw problem(message) }
  }

  private func problem(_ message: String) -> Problem {
    Problem(line: line, message: message)
  }
}
