/// The id of a heading: its text in small letters, `-` for white space, letters, digits and marks of any script.
enum HeadingIdentifier {
  /// - Parameter text: valid UTF-8.
  static func make(_ text: UnsafeBufferPointer<UInt8>) -> String {
    // Most headings are nothing but such characters.
    if !text.isEmpty, UTF8Scalars.allSatisfy(in: text, standsAsItIs) {
      return String(decoding: text, as: UTF8.self)
    }
    var id: [UInt8] = []
    id.reserveCapacity(text.count)
    append(text, to: &id)
    while id.last == UInt8(ascii: "-") { id.removeLast() }
    return id.isEmpty ? "section" : String(decoding: id, as: UTF8.self)
  }

  private static func append(_ text: UnsafeBufferPointer<UInt8>, to id: inout [UInt8]) {
    // What stands as it is comes in runs.
    var start = 0
    var index = 0
    while index < text.count {
      let place = index
      let value = UTF8Scalars.next(in: text, &index)
      guard !standsAsItIs(value), let scalar = Unicode.Scalar(value) else { continue }
      id.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<place]))
      start = index
      if scalar.isASCII {
        append(("A"..."Z").contains(scalar) ? Unicode.Scalar(text[place] | 0x20) : scalar, to: &id)
      } else {
        for scalar in scalar.properties.lowercaseMapping.unicodeScalars { append(scalar, to: &id) }
      }
    }
    id.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// True for small letters and digits, and for the Japanese characters that have no case and are no punctuation.
  private static func standsAsItIs(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x61...0x7A, 0x30...0x39: true
    default: PlainJapanese.contains(scalar) && scalar != 0x30FB
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to id: inout [UInt8]) {
    if CharacterClass.isWhitespace(scalar) {
      if let last = id.last, last != UInt8(ascii: "-") { id.append(UInt8(ascii: "-")) }
    } else if isKept(scalar) {
      id.append(contentsOf: String(scalar).utf8)
    }
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return scalar == "-" || scalar == "_"
    }
  }
}
