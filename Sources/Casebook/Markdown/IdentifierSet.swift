import Foundation

/// The ids of a page, told apart as `String` tells texts apart: two spellings of one text to Unicode are one id.
///
/// To compare strings of kanji, `String` looks for their normal forms character by character. Nearly all ids are in it, and
/// are compared by their bytes.
package struct IdentifierSet: Sendable, ExpressibleByArrayLiteral {
  private struct Key: Sendable, Hashable {
    /// As it was given.
    let id: String
    /// In its normal form.
    private let text: String
    /// False where that surely has other characters.
    let mayBeASCII: Bool

    init(_ id: String) {
      self.id = id
      var text = id
      var bits: UInt32 = 0
      let isSettled = text.withUTF8 { text in
        UTF8Scalars.allSatisfy(in: text) { scalar in
          bits |= scalar
          return scalar < 0x80 || PlainJapanese.contains(scalar)
        }
      }
      self.text = isSettled ? text : id.precomposedStringWithCanonicalMapping
      mayBeASCII = !isSettled || bits < 0x80
    }

    static func == (left: Key, right: Key) -> Bool {
      left.text.utf8.count == right.text.utf8.count && left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  /// Those that templates have, which all bodies share.
  private let reserved: Set<Key>
  /// True for nearly all templates; ids of kana and kanji are not looked for among theirs then.
  private let areReservedASCII: Bool
  /// Those of the headings of a text, in order.
  private var added: [Key] = []
  /// The number that the next heading with an id tries first: a thousand equal headings are not tried a million times. All
  /// that were added are in it where they are too many to be compared one by one.
  private var nextNumbers: [Key: Int] = [:]
  private static let few = 16
  private static let firstNumber = 2

  package init(_ reserved: some Sequence<String>) {
    self.reserved = Set(reserved.map(Key.init))
    areReservedASCII = self.reserved.allSatisfy { $0.id.utf8.allSatisfy { $0 < 0x80 } }
  }

  package init(arrayLiteral elements: String...) { self.init(elements) }

  /// All of them, in order.
  var sorted: [String] { (Array(reserved) + added).map(\.id).sorted() }

  var count: Int { reserved.count + added.count }

  func contains(_ id: String) -> Bool { contains(Key(id)) }

  private func contains(_ key: Key) -> Bool {
    (added.count > Self.few ? nextNumbers[key] != nil : added.contains(key))
      || (key.mayBeASCII || !areReservedASCII) && reserved.contains(key)
  }

  /// Adds an id, with a number behind it where the page has it already.
  ///
  /// - Returns: the id that was added.
  mutating func insert(_ base: String) -> String {
    let baseKey = Key(base)
    guard contains(baseKey) else {
      add(baseKey)
      return base
    }
    var number = nextNumbers[baseKey] ?? Self.firstNumber
    var key: Key
    repeat {
      key = Key("\(base)-\(number)")
      number += 1
    } while contains(key)
    nextNumbers[baseKey] = number
    add(key)
    return key.id
  }

  private mutating func add(_ key: Key) {
    if added.isEmpty { added.reserveCapacity(8) }
    added.append(key)
    if added.count == Self.few + 1 {
      for key in added where nextNumbers[key] == nil { nextNumbers[key] = Self.firstNumber }
    } else if added.count > Self.few {
      nextNumbers[key] = Self.firstNumber
    }
  }
}
