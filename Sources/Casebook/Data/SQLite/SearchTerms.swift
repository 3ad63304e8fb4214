import Foundation

/// The terms under which the database's full-text table finds a text: every two neighbouring characters, and every word of
/// Latin letters and digits.
///
/// SQLite's own tokenizers find words by spaces, which Japanese does not have, or by three characters, which 漏洩 does
/// not have. Text is folded first: NFKC and small letters. A query that is folded and cut the same way finds every
/// text that holds it.
struct SearchTerms {
  /// Room for the terms, of which some of the first bytes are used.
  private var room = [UInt8](repeating: 0, count: 1 << 14)
  private var length = 0
  private var run: [UInt32] = []
  /// False where the run certainly has no Latin letter and no digit: most runs of a Japanese text.
  private var mayHaveWords = false
  private var pairs = PairSet()
  private let folding = Self.folding

  /// The terms of the text so far, each followed by a space; each pair stands once.
  var bytes: ArraySlice<UInt8> { room[..<length] }

  mutating func removeAll() {
    length = 0
    pairs.removeAll()
  }

  /// Adds a text; no term reaches from one text into the next.
  mutating func add(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { add($0) }
  }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      let scalar = UTF8Scalars.next(in: text, &index)
      let folded = scalar < 0x1_0000 ? UInt32(folding[Int(scalar)]) : Self.rare
      if folded > Self.separator {
        add(folded: folded)
      } else if folded == Self.separator {
        endRun()
      } else {
        addRare(scalar, text, &index)
      }
    }
    endRun()
  }

  @inline(__always)
  private mutating func add(folded scalar: UInt32) {
    run.append(scalar)
    if scalar < 0x80 { mayHaveWords = true }
  }

  /// Calls with the terms as text that ends with a zero byte.
  mutating func withTerminated(_ use: (UnsafePointer<UInt8>?) -> Void) {
    makeRoom(for: 1)
    room[length] = 0
    room.withUnsafeBufferPointer { use($0.baseAddress) }
  }

  // MARK: Folding

  private static let separator: UInt32 = 0x20
  /// Less than a separator: what Unicode's own tables fold.
  private static let rare: UInt32 = 0

  /// The folded forms of the characters below U+10000.
  private static let folding: [UInt16] = (0..<0x1_0000).map { UInt16(truncatingIfNeeded: folded($0)) }

  /// The folded form of the characters that nearly all of a Japanese text consists of.
  private static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x61...0x7A, 0x30...0x39: scalar
    case 0x41...0x5A: scalar + 0x20
    case 0..<0x80: separator
    // Kana, 々〆〇, and the unified ideographs.
    case 0x3041...0x3096, 0x309D...0x309E, 0x30A1...0x30FA, 0x30FC...0x30FE, 0x3005...0x3007, 0x4E00...0x9FFF:
      scalar
    case 0x3000...0x3004, 0x3008...0x3030, 0x30FB: separator
    // Full-width digits and letters.
    case 0xFF10...0xFF19, 0xFF41...0xFF5A: scalar - 0xFEE0
    case 0xFF21...0xFF3A: scalar - 0xFEE0 + 0x20
    case 0xFF01...0xFF5E: separator
    default: rare
    }
  }

  /// Folds the rest by Unicode's own tables: a run of rare characters, with the one before it, which may combine.
  private mutating func addRare(_ first: UInt32, _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    var scalars = String.UnicodeScalarView()
    if let last = run.popLast().flatMap(Unicode.Scalar.init) { scalars.append(last) }
    Unicode.Scalar(first).map { scalars.append($0) }
    while index < text.count {
      var next = index
      let scalar = UTF8Scalars.next(in: text, &next)
      guard Self.folded(scalar) == Self.rare, let rare = Unicode.Scalar(scalar) else { break }
      scalars.append(rare)
      index = next
    }
    let folded = String(scalars).precomposedStringWithCompatibilityMapping.lowercased()
      .precomposedStringWithCompatibilityMapping
    for scalar in folded.unicodeScalars {
      let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isWord { add(folded: scalar.value) } else { endRun() }
    }
  }

  // MARK: Terms

  private mutating func endRun() {
    guard !run.isEmpty else { return }
    if run.count == 1 { appendTerm(run[...]) }
    addPairs()
    if mayHaveWords { appendWords() }
    mayHaveWords = false
    run.removeAll(keepingCapacity: true)
  }

  /// The pairs of the run, each in one piece with the space behind it. It is written in any case and stays when it is new:
  /// half of the pairs are, and the processor cannot guess which.
  private mutating func addPairs() {
    makeRoom(for: run.count * Self.longestPair)
    pairs.makeRoom(for: run.count)
    var place = length
    run.withUnsafeBufferPointer { run in
      room.withUnsafeMutableBytes { room in
        pairs.withPlaces { pairs in
          for index in 1..<max(run.count, 1) {
            let (first, second) = (run[index - 1], run[index])
            let isNew = pairs.insert(first, second)
            if Self.takesThreeBytes(first) && Self.takesThreeBytes(second) {
              let pair = Self.threeBytes(of: first) | Self.threeBytes(of: second) << 24 | 0x20 << 48
              room.storeBytes(of: pair.littleEndian, toByteOffset: place, as: UInt64.self)
              place += isNew ? 7 : 0
            } else if isNew {
              place += Self.write([first, second], to: room, at: place)
            }
          }
        }
      }
    }
    length = place
  }

  /// In bytes: two characters of four bytes and a space.
  private static let longestPair = 9

  private mutating func makeRoom(for count: Int) {
    guard length + count > room.count else { return }
    room += repeatElement(0, count: max(count, room.count))
  }

  /// True for nearly all: kana and kanji, which are no surrogates.
  private static func takesThreeBytes(_ scalar: UInt32) -> Bool { (0x800..<0x1_0000).contains(scalar) }

  /// The bytes of UTF-8, the first lowest.
  private static func threeBytes(of scalar: UInt32) -> UInt64 {
    let lead = UInt64(0xE0 | scalar >> 12)
    return lead | UInt64(0x80 | scalar >> 6 & 0x3F) << 8 | UInt64(0x80 | scalar & 0x3F) << 16
  }

  /// Words of more than two Latin letters and digits: shorter ones are terms already.
  private mutating func appendWords() {
    var start = 0
    for index in 0...run.count where index == run.count || run[index] >= 0x80 {
      if index - start > 2 { appendTerm(run[start..<index]) }
      start = index + 1
    }
  }

  private mutating func appendTerm(_ scalars: ArraySlice<UInt32>) {
    makeRoom(for: scalars.count * 4 + 1)
    let place = length
    length += room.withUnsafeMutableBytes { Self.write(scalars, to: $0, at: place) }
  }

  /// Writes a term with the space behind it; gives its length in bytes.
  private static func write(
    _ scalars: ArraySlice<UInt32>, to room: UnsafeMutableRawBufferPointer, at place: Int
  )
    -> Int
  {
    var end = place
    for scalar in scalars {
      for byte in Unicode.Scalar(scalar).flatMap({ UTF8.encode($0) }) ?? UTF8.EncodedScalar() {
        room[end] = byte
        end += 1
      }
    }
    room[end] = UInt8(ascii: " ")
    return end + 1 - place
  }
}

/// A set of pairs of characters that is emptied for every text, without giving its memory back and without clearing it.
struct PairSet {
  /// Each pair with the number of its text in the upper half; those of another text's are free.
  private var places = [UInt64](repeating: 0, count: 4096)
  private var count = 0
  private var text: UInt32 = 1
  /// Pairs with a character beyond U+FFFF.
  private var rare: Set<UInt64> = []

  mutating func removeAll() {
    text += 1
    count = 0
    rare.removeAll()
  }

  /// At most half of the places are taken afterwards.
  mutating func makeRoom(for more: Int) {
    while (count + more) * 2 > places.count { grow() }
  }

  /// Calls with the set where it lies, with room for what was asked for.
  mutating func withPlaces(_ use: (inout Places) -> Void) {
    let text = UInt64(text) << 32
    (count, rare) = places.withUnsafeMutableBufferPointer { [count, rare] in
      var set = Places(places: $0, text: text, count: count, rare: rare)
      use(&set)
      return (set.count, set.rare)
    }
  }

  struct Places {
    fileprivate let places: UnsafeMutableBufferPointer<UInt64>
    /// In the upper half.
    fileprivate let text: UInt64
    fileprivate var count: Int
    fileprivate var rare: Set<UInt64>

    /// True when the pair was not there.
    @inline(__always)
    mutating func insert(_ first: UInt32, _ second: UInt32) -> Bool {
      guard first | second < 0x1_0000 else {
        return rare.insert(UInt64(first) << 32 | UInt64(second)).inserted
      }
      return insert(text | UInt64(first << 16 | second))
    }

    @inline(__always)
    fileprivate mutating func insert(_ entry: UInt64) -> Bool {
      // By the pair alone, whose bits the product mixes into its middle.
      var index = Int(truncatingIfNeeded: ((entry & 0xFFFF_FFFF) &* 0x9E37_79B9_7F4A_7C15) >> 40)
      index &= places.count - 1
      // Another pair of this text differs in the lower half alone. One question for that, and none whether this pair is there.
      while (places[index] ^ entry) &- 1 < 0xFFFF_FFFF { index = (index + 1) & (places.count - 1) }
      let isNew = places[index] != entry
      places[index] = entry
      count += isNew ? 1 : 0
      return isNew
    }
  }

  private mutating func grow() {
    let old = places.filter { $0 >> 32 == text }
    places = [UInt64](repeating: 0, count: places.count * 2)
    withPlaces { set in
      set.count = 0
      for entry in old { _ = set.insert(entry) }
    }
  }
}
