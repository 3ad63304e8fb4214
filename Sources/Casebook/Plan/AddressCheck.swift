import Foundation

/// Finds addresses that two items of a plan claim, and those that cannot be files.
///
/// Addresses are compared as the least able file system or server would: without case (macOS, Windows) and
/// in one normal form.
struct AddressCheck {
  private let all: [SitePlan.Item]
  /// The places in `all` by their keys.
  private var items: [Key: Int] = [:]
  /// Hashes of the keys of `items`: most folders are told from files without a key for each.
  private var hashes: Set<UInt64> = []
  private var diagnostics: [Diagnostic] = []

  /// Where the file of each item goes; nil for what is impossible.
  ///
  /// - Parameter diagnostics: takes what was found.
  static func paths(
    of items: [SitePlan.Item], _ parallel: ParallelMap, _ diagnostics: inout [Diagnostic]
  ) -> [OutputPath?] {
    var check = AddressCheck(all: items)
    let paths = check.addFiles(parallel)
    check.checkFolders(parallel)
    diagnostics += check.diagnostics
    return paths
  }

  private init(all: [SitePlan.Item]) { self.all = all }

  // MARK: Files

  /// What one address says for itself.
  private enum Finding: Sendable {
    case file(OutputPath, Key)
    case manifest
    case impossible

    var path: OutputPath? { if case .file(let path, _) = self { path } else { nil } }
  }

  private mutating func addFiles(_ parallel: ParallelMap) -> [OutputPath?] {
    let all = all
    let findings = parallel.map(all.indices) { Self.finding(all[$0].url) }
    items.reserveCapacity(all.count)
    hashes.reserveCapacity(all.count)
    for (index, finding) in findings.enumerated() {
      switch finding {
      case .manifest:
        error(
          .urlCollision, "\(all[index].url.path) is where a build puts its manifest", all[index],
          hint: "choose another name")
      case .impossible:
        error(
          .urlTooLong, "the address \(all[index].url.path) cannot be a file's name", all[index],
          hint: "shorten or change it")
      case .file(_, let key):
        hashes.insert(key.hash)
        if let other = items.updateValue(index, forKey: key) { reportCollision(all[index], all[other]) }
      }
    }
    return findings.map(\.path)
  }

  private static func finding(_ url: SiteURL) -> Finding {
    if isManifest(url) { return .manifest }
    guard let path = OutputPath(urlPath: url.path) else { return .impossible }
    return .file(path, Key(url))
  }

  /// At or under `/manifest.json`, in any case.
  private static func isManifest(_ url: SiteURL) -> Bool {
    // Nearly all addresses are told by their first letter, without a string for each.
    guard let first = url.path.utf8.dropFirst().first, first | 0x20 == UInt8(ascii: "m") || first >= 0x80
    else { return false }
    return Key.text(of: url.path).split(separator: "/").first?.utf8.elementsEqual(Manifest.fileName) ?? false
  }

  // MARK: Folders

  /// A file cannot stand where a folder has to be: `/about` beside `/about/`.
  private mutating func checkFolders(_ parallel: ParallelMap) {
    let (all, hashes) = (all, hashes)
    let suspects = parallel.map(all.indices) { index in
      Key.folderHashes(of: all[index].url).contains(where: hashes.contains)
    }
    for index in all.indices where suspects[index] { checkFolders(of: all[index]) }
  }

  private mutating func checkFolders(of item: SitePlan.Item) {
    let file = Key.text(of: item.url.file)
    for slash in file.utf8.indices where file.utf8[slash] == UInt8(ascii: "/") {
      if let other = items[Key(SiteURL(String(file[..<slash])))] { reportCollision(all[other], item) }
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
  private struct Key: Sendable, Hashable {
    /// Of its text; two keys with one hash are looked at closely.
    let hash: UInt64
    private let url: SiteURL

    init(_ url: SiteURL) {
      self.url = url
      hash = Self.hash(of: url)
    }

    static func == (left: Key, right: Key) -> Bool {
      left.hash == right.hash && text(of: left.url.file) == text(of: right.url.file)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    static func text(of path: String) -> String {
      isPlain(path) ? path : path.precomposedStringWithCanonicalMapping.lowercased()
    }

    /// True for a path that is its own key.
    private static func isPlain(_ path: String) -> Bool {
      path.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII ? !("A"..."Z").contains(scalar) : PlainJapanese.contains(scalar)
      }
    }

    /// FNV-1a.
    private struct Hash {
      private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

      mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }

    private static func hash(of url: SiteURL) -> UInt64 {
      var hash = Hash()
      for byte in text(of: url.path).utf8 { hash.add(byte) }
      if url.isFolder { for byte in SiteURL.indexName.utf8 { hash.add(byte) } }
      return hash.value
    }

    /// The hashes of the keys that the folders above a file would have if they were files.
    static func folderHashes(of url: SiteURL) -> [UInt64] {
      var hashes: [UInt64] = []
      var hash = Hash()
      for byte in text(of: url.path).utf8 {
        if byte == UInt8(ascii: "/") { hashes.append(hash.value) }
        hash.add(byte)
      }
      return hashes
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
