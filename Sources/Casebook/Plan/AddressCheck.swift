import Foundation

/// Finds addresses that two items of a plan claim, and those that cannot be files.
///
/// Addresses are compared as the least able file system or server would: without case (macOS, Windows) and
/// in one normal form.
struct AddressCheck {
  private let all: [SitePlan.Item]
  /// The places in `all` by their keys.
  private var items: [String: Int] = [:]
  /// Hashes of the keys of `items`: most folders are told from files without a string for each.
  private var hashes: Set<UInt64> = []
  private var diagnostics: [Diagnostic] = []

  private init(all: [SitePlan.Item]) { self.all = all }

  static func report(_ items: [SitePlan.Item], _ diagnostics: inout [Diagnostic]) {
    var check = AddressCheck(all: items)
    check.items.reserveCapacity(items.count)
    check.hashes.reserveCapacity(items.count)
    for index in items.indices { check.add(index) }
    for item in items { check.checkFolders(of: item) }
    diagnostics += check.diagnostics
  }

  private static func key(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
    return isPlain ? path : path.precomposedStringWithCanonicalMapping.lowercased()
  }

  /// At or under `/manifest.json`, in any case.
  private static func isManifest(_ url: SiteURL) -> Bool {
    // Nearly all addresses are told by their first letter, without a string for each.
    guard let first = url.path.utf8.dropFirst().first, first | 0x20 == UInt8(ascii: "m") || first >= 0x80
    else { return false }
    return key(url.path).split(separator: "/").first?.utf8.elementsEqual(Manifest.fileName) ?? false
  }

  private mutating func add(_ index: Int) {
    let item = all[index]
    guard !Self.isManifest(item.url) else {
      return error(
        .urlCollision, "\(item.url.path) is where a build puts its manifest", item,
        hint: "choose another name")
    }
    guard OutputPath(urlPath: item.url.path) != nil else {
      return error(
        .urlTooLong, "the address \(item.url.path) cannot be a file's name", item,
        hint: "shorten or change it")
    }
    let key = Self.key(item.url.file)
    hashes.insert(key.utf8.reduce(Self.emptyHash, Self.hash))
    guard let other = items.updateValue(index, forKey: key) else { return }
    reportCollision(item, all[other])
  }

  /// A file cannot stand where a folder has to be: `/about` beside `/about/`.
  private mutating func checkFolders(of item: SitePlan.Item) {
    let file = Self.key(item.url.file)
    var hash = Self.emptyHash
    for index in file.utf8.indices {
      let byte = file.utf8[index]
      if byte == UInt8(ascii: "/"), hashes.contains(hash), let other = items[String(file[..<index])] {
        reportCollision(all[other], item)
      }
      hash = Self.hash(hash, byte)
    }
  }

  private static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// FNV-1a.
  private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  private mutating func reportCollision(_ item: SitePlan.Item, _ other: SitePlan.Item) {
    let first =
      other.origin.map { $0.line > 0 ? "\($0.path):\($0.line)" : $0.path } ?? "a page of the archive"
    error(
      .urlCollision, "\(item.url.path) is the address of \(first) already", item.origin == nil ? other : item,
      hint: item.isNotice && other.isNotice
        ? "two notices of one publisher and day need a 'slug'"
        : "change the name, slug or alias of one of them")
  }

  private mutating func error(_ code: DiagnosticCode, _ message: String, _ item: SitePlan.Item, hint: String)
  {
    diagnostics.append(Diagnostic(.error, code, message, at: item.origin, hint: hint))
  }
}

extension SitePlan.Item {
  fileprivate var isNotice: Bool { if case .page(.notice) = content { true } else { false } }
}

extension SiteURL {
  /// The path of the file that a server sends for it, with a `/` at its start.
  var file: String { path.hasSuffix("/") ? path + "index.html" : path }
}
