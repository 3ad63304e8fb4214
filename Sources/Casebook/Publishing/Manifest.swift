/// `manifest.json`: every file of a built archive, with its size and SHA-256.
///
/// It is what `casebook verify` checks against and the mark of ownership: only a file that it names is ever
/// replaced or removed. The same files give the same bytes: sorted, no time, no path from outside.
struct Manifest: Sendable, Equatable {
  struct Entry: Sendable, Hashable {
    let path: OutputPath
    /// In bytes.
    let size: Int
    var digest: FileDigest
  }

  static let fileName = "manifest.json".utf8

  /// In ascending order of the paths' bytes, no path twice.
  let entries: [Entry]

  /// - Precondition: `entries` are in order.
  init(sorted entries: [Entry]) {
    self.entries = entries
  }

  /// The file's bytes.
  func encoded() -> [UInt8] {
    Array(Self.encoded(count: entries.count, ParallelMap(jobs: 1)) { entries[$0] }.joined())
  }

  /// The file's only form, one entry a line: the reader takes no other.
  ///
  /// - Parameters:
  ///   - count: of files.
  ///   - entry: what the manifest says of a file by its number, in ascending order of the paths.
  /// - Returns: the pieces of the file. To have it in one, it would be copied into as much memory once more.
  static func encoded(count: Int, _ jobs: ParallelMap, entry: @Sendable (Int) -> Entry) -> [[UInt8]] {
    [Array(head)]
      + jobs.map((0..<count).pieces(ofLength: pieceCount)) { piece in
        var text: [UInt8] = []
        text.reserveCapacity(pieceCount * 160)
        for index in piece {
          text.append(contentsOf: index == 0 ? entryHead : nextEntryHead)
          append(entry(index), to: &text)
        }
        return text
      } + [Array(foot)]
  }

  /// How many entries one thread writes at a time.
  private static let pieceCount = 512

  static let head = "{\n  \"generator\": \"casebook\",\n  \"version\": 1,\n  \"files\": [".utf8
  static let entryHead = "\n    {\"path\": \"".utf8
  static let nextEntryHead = ",\n    {\"path\": \"".utf8
  static let sizeHead = "\", \"size\": ".utf8
  static let digestHead = ", \"sha256\": \"".utf8
  static let entryFoot = "\"}".utf8
  static let foot = "\n  ]\n}\n".utf8

  private static func append(_ entry: Entry, to text: inout [UInt8]) {
    // RFC 8259, section 7: of what an output path can hold, only these two need an escape.
    if entry.path.bytes.contains(where: needsEscape) {
      for byte in entry.path.bytes {
        if needsEscape(byte) { text.append(UInt8(ascii: "\\")) }
        text.append(byte)
      }
    } else {
      text.append(contentsOf: entry.path.bytes)
    }
    text.append(contentsOf: sizeHead)
    text.append(contentsOf: String(entry.size).utf8)
    text.append(contentsOf: digestHead)
    entry.digest.appendHexadecimal(to: &text)
    text.append(contentsOf: entryFoot)
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }
}
