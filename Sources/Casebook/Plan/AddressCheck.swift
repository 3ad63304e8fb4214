import Foundation
import Mustache

/// Finds addresses that two items of a plan claim, and those that cannot be files.
///
/// Addresses are compared as the least able file system or server would: without case (macOS, Windows) and
/// in one normal form.
struct AddressCheck {
  private let all: [SitePlan.Item]
  private var table: AddressTable
  private var diagnostics: [Diagnostic] = []

  /// Where the file of each item goes; nil for what is impossible.
  ///
  /// - Parameter diagnostics: takes what was found.
  static func paths(
    of items: [SitePlan.Item], _ parallel: ParallelMap, _ diagnostics: inout [Diagnostic]
  ) -> [OutputPath?] {
    let findings = parallel.map(items.indices) { finding(items[$0].url) }
    var check = AddressCheck(items, findings)
    check.addFiles(findings)
    check.checkFolders(parallel)
    diagnostics += check.diagnostics
    return findings.map(\.path)
  }

  private init(_ items: [SitePlan.Item], _ findings: [Finding]) {
    all = items
    table = AddressTable(findings.map(\.hash))
  }

  // MARK: Files

  /// What one address says for itself.
  private struct Finding: Sendable {
    /// Nil for what cannot be a file.
    let path: OutputPath?
    /// Of its key.
    let hash: UInt64
    var isManifest = false
  }

  private mutating func addFiles(_ findings: [Finding]) {
    for (index, finding) in findings.enumerated() {
      if finding.isManifest {
        error(
          .urlCollision, "\(all[index].url.path) is where a build puts its manifest", all[index],
          hint: "choose another name")
      } else if finding.path == nil {
        error(
          .urlTooLong, "the address \(all[index].url.path) cannot be a file's name", all[index],
          hint: "shorten or change it")
      } else if let other = add(index) {
        reportCollision(all[index], all[other])
      }
    }
  }

  /// The place in `all` of another item with the same key, whose part this one takes.
  private mutating func add(_ index: Int) -> Int? {
    table.add(index) { Key.text(of: all[$0].url.file) == Key.text(of: all[index].url.file) }
  }

  private static func finding(_ url: SiteURL) -> Finding {
    if isManifest(url) { return Finding(path: nil, hash: 0, isManifest: true) }
    return Finding(path: OutputPath(urlPath: url.path), hash: Key.hash(of: url))
  }

  /// At or under `/manifest.json`, in any case.
  private static func isManifest(_ url: SiteURL) -> Bool {
    // Nearly all addresses are told by their first letter, without a string for each.
    var path = url.path
    let isSuspect = path.withUTF8 { path in
      path.count > 1 && (path[1] | 0x20 == UInt8(ascii: "m") || path[1] >= 0x80)
    }
    guard isSuspect else { return false }
    return Key.text(of: url.path).split(separator: "/").first?.utf8.elementsEqual(Manifest.fileName) ?? false
  }

  // MARK: Folders

  /// A file cannot stand where a folder has to be: `/about` beside `/about/`.
  private mutating func checkFolders(_ parallel: ParallelMap) {
    let (all, table) = (all, table)
    let suspects = parallel.map(all.indices) { index in
      Key.anyFolder(of: all[index].url) { table.item(withHash: $0) != nil }
    }
    for index in all.indices where suspects[index] { checkFolders(of: all[index]) }
  }

  private mutating func checkFolders(of item: SitePlan.Item) {
    let file = Key.text(of: item.url.file)
    for slash in file.utf8.indices where file.utf8[slash] == UInt8(ascii: "/") {
      let folder = String(file[..<slash])
      let other = table.item(withHash: Key.hash(of: SiteURL(folder))) {
        Key.text(of: all[$0].url.file) == folder
      }
      if let other { reportCollision(all[other], item) }
    }
  }

  // MARK: Reporting

  private mutating func reportCollision(_ item: SitePlan.Item, _ other: SitePlan.Item) {
    let first =
      other.origin.map(\.place).map { $0.line > 0 ? "\($0.path):\($0.line)" : $0.path }
      ?? "a page of the archive"
    error(
      .urlCollision, "\(item.url.path) is the address of \(first) already", item.origin == nil ? other : item,
      hint: item.isNotice && other.isNotice
        ? "two notices of one publisher and day need a 'slug'"
        : "change the name, slug or alias of one of them")
  }

  private mutating func error(_ code: DiagnosticCode, _ message: String, _ item: SitePlan.Item, hint: String)
  {
    diagnostics.append(Diagnostic(.error, code, message, at: item.origin?.place, hint: hint))
  }
}

extension AddressCheck {
  /// The file of an address as the least able file system sees it.
  private enum Key {
    static func text(of path: String) -> String {
      isPlain(path) ? path : path.precomposedStringWithCanonicalMapping.lowercased()
    }

    /// True for a path that is its own key.
    private static func isPlain(_ path: String) -> Bool {
      var path = path
      return path.withUTF8 { bytes in
        // Few have anything but ASCII.
        if bytes.firstIndex(from: 0, marked: marks) == bytes.count { return true }
        return UTF8Scalars.allSatisfy(in: bytes) { scalar in
          scalar < 0x80 ? !(0x41...0x5A).contains(scalar) : PlainJapanese.contains(scalar)
        }
      }
    }

    /// Marks capital letters, and all bytes of other characters than those of ASCII.
    @inline(__always)
    private static func marks(_ block: ByteBlock) -> ByteBlock.Marks {
      (block.marks(below: 0x5B) .& .!block.marks(below: 0x41)) .| .!block.marks(below: 0x80)
    }

    /// FNV-1a.
    private struct Hash {
      private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

      mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

      mutating func add(_ text: consuming String) {
        text.withUTF8 { for byte in $0 { add(byte) } }
      }
    }

    static func hash(of url: SiteURL) -> UInt64 {
      var hash = Hash()
      hash.add(text(of: url.path))
      if url.isFolder { hash.add(SiteURL.indexName) }
      return hash.value
    }

    /// True where a test holds for the hash that the key of a folder above the file would have if it were a file.
    static func anyFolder(of url: SiteURL, _ hasHash: (UInt64) -> Bool) -> Bool {
      var key = text(of: url.path)
      return key.withUTF8 { bytes in
        var hash = Hash()
        for byte in bytes {
          if byte == UInt8(ascii: "/"), hasHash(hash.value) { return true }
          hash.add(byte)
        }
        return false
      }
    }
  }
}

extension SitePlan.Item {
  fileprivate var isNotice: Bool { if case .page(.notice) = content { true } else { false } }
}

extension SiteURL {
  /// The file that is sent for the address of a folder.
  static let indexName = "index.html"

  /// True for the address of a page, whose file stands in a folder of its own.
  fileprivate var isFolder: Bool { path.utf8.last == UInt8(ascii: "/") }

  /// The path of the file that a server sends for it, with a `/` at its start.
  var file: String { isFolder ? path + Self.indexName : path }
}
