import Foundation

/// The ids of a page, told apart as `String` tells texts apart: two spellings of one text to Unicode are one id.
///
/// To hash a string of kanji, `String` looks for its normal form character by character. Nearly all ids are in it, and are
/// hashed by their bytes.
package struct IdentifierSet: Sendable, ExpressibleByArrayLiteral {
  /// An id in its normal form.
  private struct Key: Sendable, Hashable {
    private let text: String
    /// The text's hash: an id is looked for in three tables.
    private let hash: Int

    init(_ id: String) {
      var id = id
      var text = id.withUTF8(Self.isSettled) ? id : id.precomposedStringWithCanonicalMapping
      var hasher = Hasher()
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      self.text = text
      hash = hasher.finalize()
    }

    private static func isSettled(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
      UTF8Scalars.allSatisfy(in: text) { $0 < 0x80 || PlainJapanese.contains($0) }
    }

    static func == (left: Key, right: Key) -> Bool {
      left.hash == right.hash && left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }
  }

  /// Those that templates have, which all bodies share.
  private let reserved: [Key: String]
  private var added: [Key: String] = [:]
  /// The number that the next heading of a text tries first: a thousand equal headings are not tried a million times.
  private var nextNumbers: [Key: Int] = [:]

  package init(_ reserved: some Sequence<String>) {
    self.reserved = Dictionary(reserved.map { (Key($0), $0) }) { first, _ in first }
  }

  package init(arrayLiteral elements: String...) { self.init(elements) }

  /// All of them, in order.
  var sorted: [String] { (Array(reserved.values) + added.values).sorted() }

  var count: Int { reserved.count + added.count }

  func contains(_ id: String) -> Bool { contains(Key(id)) }

  private func contains(_ key: Key) -> Bool { added[key] != nil || reserved[key] != nil }

  /// Adds an id, with a number behind it where the page has it already.
  ///
  /// - Returns: the id that was added.
  mutating func insert(_ base: String) -> String {
    let baseKey = Key(base)
    guard contains(baseKey) else {
      if added.isEmpty { added = Dictionary(minimumCapacity: 8) }
      added[baseKey] = base
      return base
    }
    var number = nextNumbers[baseKey] ?? 2
    var id: String
    var key: Key
    repeat {
      id = "\(base)-\(number)"
      key = Key(id)
      number += 1
    } while contains(key)
    nextNumbers[baseKey] = number
    added[key] = id
    return id
  }
}
