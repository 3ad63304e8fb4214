/// The ids of organizations, tags and articles: one component of a URL and of a file name.
///
/// An id folded from a Japanese name stays Japanese. What a file system or a URL cannot take is replaced
/// by `-`; a name that is too long keeps its start and gets a hash of the whole, so that two long names
/// with one start stay two.
package enum Identifier {
  /// A file name may have 255 bytes; room is left for `.html`, `.json` and a page's suffixes.
  static let maximumBytes = 200

  /// True for an id that can be used as it is.
  static func isValid(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= maximumBytes, text != "page" else { return false }
    return text.unicodeScalars.allSatisfy { isAllowed($0) || $0 == "." } && isTrimmed(text)
  }

  /// The id for a folded name; empty when nothing of the name can stand in a URL.
  static func from(foldedName name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let kept = isAllowed(scalar) || scalar == "." ? scalar : "-"
      if kept == "-", scalars.isEmpty || scalars.last == "-" { continue }
      scalars.append(kept)
    }
    while let last = scalars.last, last == "-" || last == "." { scalars.removeLast() }
    let text = String(scalars.drop { $0 == "." || $0 == "-" })
    return text == "page" ? "page-" + hash(name) : shortened(text)
  }

  private static func isTrimmed(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return !"-.".contains(first) && !"-.".contains(last)
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
      default: false
      }
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default:
      return scalar == "・" || scalar == "ー"
    }
  }

  private static func shortened(_ text: String) -> String {
    guard text.utf8.count > maximumBytes else { return text }
    var start = ""
    for character in text {
      guard start.utf8.count + character.utf8.count <= maximumBytes - 17 else { break }
      start.append(character)
    }
    return start + "-" + hash(text)
  }

  /// 16 hexadecimal digits of FNV-1a, 64 bit: the same on every machine, unlike `Hasher`.
  private static func hash(_ text: String) -> String {
    let value = text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
