import Mustache

/// Finds case numbers (pass 3) and bare web addresses (pass 4) in text.
///
/// Both in one go: the `#2024-217` of `https://example.jp/list#2024-217` is no case number.
struct TextLinkScanner {
  struct Link: Equatable {
    enum Target: Equatable {
      case address
      /// Nil for what is written like a case number and is none, such as `#2024-0217`.
      case incident(CaseNumber?)
    }

    let range: Range<Int>
    let target: Target
  }

  private let bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    self.bytes = bytes[...]
  }

  /// A quick look: most text has neither a `#`, nor a `＃` (U+FF03, EF BC 83), nor a `://`.
  static func mayHaveLinks(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.firstIndex(ofByte: UInt8(ascii: "#")) != nil
      || bytes.hasPair(UInt8(ascii: ":"), UInt8(ascii: "/"))
    {
      return true
    }
    // The sign by its last two bytes: hardly any other character has them.
    return bytes.hasPair(0xBC, 0x83)
  }

  /// The links of the text, in order.
  func links() -> [Link] {
    var links: [Link] = []
    var index = start(from: 0)
    while index < bytes.count {
      if let link = link(at: index) {
        links.append(link)
        index = start(from: link.range.upperBound)
      } else {
        index = start(from: index + 1)
      }
    }
    return links
  }

  /// The next place where a link may start.
  private func start(from index: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      bytes.firstIndex(from: index) {
        $0.marks(of: UInt8(ascii: "#")) .| $0.marks(of: UInt8(ascii: "h")) .| $0.marks(of: UInt8(ascii: "H"))
          .| $0.marks(of: 0xEF)
      }
    }
  }

  private func link(at index: Int) -> Link? {
    switch bytes[index] {
    case UInt8(ascii: "#"): caseNumber(at: index)
    case 0xEF where index + 1 < bytes.count && bytes[index + 1] == 0xBC: caseNumber(at: index)
    case UInt8(ascii: "h"), UInt8(ascii: "H"):
      address(at: index).map { Link(range: index..<$0, target: .address) }
    default: nil
    }
  }

  private func isASCIIWord(before index: Int) -> Bool {
    index > 0 && (Self.isAlphanumeric(bytes[index - 1]) || bytes[index - 1] == UInt8(ascii: "_"))
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  // MARK: Case numbers

  private func caseNumber(at start: Int) -> Link? {
    guard let sign = scalar(start), sign == "#" || sign == "＃", !isInsideWord(start) else { return nil }
    var digits = ""
    let yearEnd = readDigits(from: start + sign.utf8.count, into: &digits)
    guard digits.count == 4, let dash = scalar(yearEnd), Self.isDash(dash) else { return nil }
    digits.append("-")
    let end = readDigits(from: yearEnd + dash.utf8.count, into: &digits)
    guard (3...9).contains(digits.count - 5), !continues(at: end) else { return nil }
    return Link(range: start..<end, target: .incident(CaseNumber(digits)))
  }

  /// True behind what makes the `#` a fragment, an entity or a part of a word.
  private func isInsideWord(_ start: Int) -> Bool {
    isASCIIWord(before: start) || (start > 0 && "#&/".utf8.contains(bytes[start - 1]))
      || UTF8Scalars.scalar(before: start, in: bytes) == "＃"
  }

  /// True where the number goes on as something else: `#2024-217a`, `#2024-217-3`.
  private func continues(at end: Int) -> Bool {
    guard let next = scalar(end) else { return false }
    if next.isASCII, Self.isAlphanumeric(bytes[end]) || next == "_" { return true }
    guard Self.isDash(next) else { return false }
    return scalar(end + next.utf8.count).flatMap(Self.digit) != nil
  }

  private func readDigits(from start: Int, into digits: inout String) -> Int {
    var index = start
    while let scalar = scalar(index), let digit = Self.digit(scalar) {
      // Ten are already too many for a serial number; a run of them is not read again and again.
      guard digits.utf8.count < 16 else { return index }
      digits.unicodeScalars.append(digit)
      index += scalar.utf8.count
    }
    return index
  }

  private func scalar(_ index: Int) -> Unicode.Scalar? { UTF8Scalars.scalar(at: index, in: bytes) }

  /// The ASCII digit of a digit or full-width digit.
  private static func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x30...0x39: scalar
    case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFF10 + 0x30)
    default: nil
    }
  }

  /// Every dash that Japanese input methods and PDF files give for a hyphen.
  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0x30FC, 0xFE63, 0xFF0D, 0xFF70: true
    default: false
    }
  }

  // MARK: Web addresses

  /// The end of the bare address that starts at an index; nil when none does.
  ///
  /// GFM's extended autolink (GitHub Flavored Markdown 0.29, section 6.9), but over after the first character
  /// that a URI cannot have (RFC 3986): Japanese goes on behind an address without a space.
  func address(at start: Int) -> Int? {
    addressEnd(at: start).map { trimmedEnd(start..<$0) }
  }

  /// The same with the punctuation behind it.
  func addressEnd(at start: Int) -> Int? {
    guard !isASCIIWord(before: start), let host = schemeEnd(at: start), host < bytes.count,
      Self.isAlphanumeric(bytes[host])
    else { return nil }
    var end = host
    while end < bytes.count, Self.isAddressCharacter(bytes[end]) { end += 1 }
    return end
  }

  private func schemeEnd(at start: Int) -> Int? {
    end(of: "https://", at: start) ?? end(of: "http://", at: start)
  }

  private func end(of scheme: StaticString, at start: Int) -> Int? {
    let end = start + scheme.utf8CodeUnitCount
    guard end <= bytes.count else { return nil }
    for index in start..<end {
      let letter = scheme.utf8Start[index - start]
      guard bytes[index] == letter || bytes[index] | 0x20 == letter else { return nil }
    }
    return end
  }

  static func isAddressCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "^"),
      UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
      false
    default: (0x21...0x7E).contains(byte)
    }
  }

  /// Leaves out the punctuation of the sentence at the end, and closing brackets that were opened before.
  private func trimmedEnd(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    var round = balance("(", ")", range)
    var square = balance("[", "]", range)
    while end > range.lowerBound {
      switch bytes[end - 1] {
      case UInt8(ascii: ")") where round < 0: round += 1
      case UInt8(ascii: "]") where square < 0: square += 1
      case let byte where ".,:;!?'*_~".utf8.contains(byte): break
      default: return end
      }
      end -= 1
    }
    return end
  }

  private func balance(_ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ range: Range<Int>) -> Int {
    bytes[range].reduce(0) { $0 + ($1 == UInt8(ascii: opening) ? 1 : $1 == UInt8(ascii: closing) ? -1 : 0) }
  }
}
