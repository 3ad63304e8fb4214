/// The id of a heading: its text in small letters, `-` for white space, letters, digits and marks of any script.
enum HeadingIdentifier {
  /// - Parameter text: UTF-8.
  static func make(_ text: [UInt8]) -> String {
    var id: [UInt8] = []
    id.reserveCapacity(text.count)
    var index = 0
    while let scalar = UTF8Scalars.scalar(at: index, in: text) {
      let end = index + UTF8Scalars.length(of: text[index])
      if PlainJapanese.contains(scalar), scalar != "・" {
        id.append(contentsOf: text[index..<end])
      } else if scalar.isASCII {
        append(("A"..."Z").contains(scalar) ? Unicode.Scalar(text[index] | 0x20) : scalar, to: &id)
      } else {
        for scalar in scalar.properties.lowercaseMapping.unicodeScalars { append(scalar, to: &id) }
      }
      index = end
    }
    while id.last == UInt8(ascii: "-") { id.removeLast() }
    return id.isEmpty ? "section" : String(decoding: id, as: UTF8.self)
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
