import Foundation

/// The terms under which the database's full-text table finds a text: every two neighbouring characters, and every word of
/// Latin letters and digits.
///
/// SQLite's own tokenizers find words by spaces, which Japanese does not have, or by three characters, which 漏洩 does
/// not have. Text is folded first: NFKC and small letters. A query that is folded and cut the same way finds every
/// text that holds it.
struct SearchTerms {
  /// The terms of the text so far, separated by spaces; each pair stands once.
  private(set) var bytes: [UInt8] = []
  private var run: [UInt32] = []
  private var pairs = PairSet()

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
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
      if let folded = Self.folded(scalar) {
        if folded == Self.separator { endRun() } else { run.append(folded) }
      } else {
        addRare(scalar, text, &index)
      }
    }
    endRun()
  }

  // MARK: Folding

  private static let separator: UInt32 = 0x20

  /// The folded form of the characters that nearly all of a Japanese text consists of; nil for the others.
  private static func folded(_ scalar: UInt32) -> UInt32? {
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
    default: nil
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
      guard Self.folded(scalar) == nil, let rare = Unicode.Scalar(scalar) else { break }
      scalars.append(rare)
      index = next
    }
    let folded = String(scalars).precomposedStringWithCompatibilityMapping.lowercased()
      .precomposedStringWithCompatibilityMapping
    for scalar in folded.unicodeScalars {
      let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isWord { run.append(scalar.value) } else { endRun() }
    }
  }

  // MARK: Terms

  private mutating func endRun() {
    guard !run.isEmpty else { return }
    if run.count == 1 { appendTerm(run[...]) }
    for index in run.indices.dropLast() where pairs.insert(run[index], run[index + 1]) {
      appendPair(run[index], run[index + 1])
    }
    appendWords()
    run.removeAll(keepingCapacity: true)
  }

  /// A pair in one piece, with the space before it.
  private mutating func appendPair(_ first: UInt32, _ second: UInt32) {
    guard Self.takesThreeBytes(first), Self.takesThreeBytes(second), !bytes.isEmpty else {
      return appendTerm([first, second])
    }
    let pair = Self.threeBytes(of: first) | Self.threeBytes(of: second) << 24
    withUnsafeBytes(of: (pair << 8 | 0x20).littleEndian) { bytes.append(contentsOf: $0.prefix(7)) }
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
    if !bytes.isEmpty { bytes.append(0x20) }
    for scalar in scalars {
      if scalar < 0x80 {
        bytes.append(UInt8(scalar))
      } else if let scalar = Unicode.Scalar(scalar) {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
      }
    }
  }
}

/// A set of pairs of characters that is emptied for every text, without giving its memory back.
struct PairSet {
  /// Zero marks a free place: no pair has it.
  private var places = [UInt64](repeating: 0, count: 4096)
  private var count = 0

  mutating func removeAll() {
    guard count > 0 else { return }
    places.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    count = 0
  }

  /// True when the pair was not there.
  mutating func insert(_ first: UInt32, _ second: UInt32) -> Bool {
    if count * 2 > places.count { grow() }
    let pair = UInt64(first) << 32 | UInt64(second)
    var index = place(of: pair)
    while places[index] != 0 {
      if places[index] == pair { return false }
      index = (index + 1) & (places.count - 1)
    }
    places[index] = pair
    count += 1
    return true
  }

  private func place(of pair: UInt64) -> Int {
    Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 32) & (places.count - 1)
  }

  private mutating func grow() {
    let old = places.filter { $0 != 0 }
    places = [UInt64](repeating: 0, count: places.count * 2)
    count = 0
    for pair in old { _ = insert(UInt32(pair >> 32), UInt32(truncatingIfNeeded: pair)) }
  }
}
