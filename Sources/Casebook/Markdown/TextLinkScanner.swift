import Foundation

/// Cuts text into what is a case number, what is a web address and what is neither.
struct TextLinkScanner {
  enum Piece: Equatable {
    case text(String)
    case address(String)
    /// A case number as it is written, and what it means.
    case caseNumber(String, CaseNumber)

    var isText: Bool { if case .text = self { true } else { false } }
  }

  private(set) var pieces: [Piece] = []
  private let scalars: [Unicode.Scalar]

  /// A quick look at UTF-8: most text has none of the characters with which a link can start.
  static func mayHaveLinks(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "#"), UInt8(ascii: ":"): return true
      // U+FF03 ＃
      case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBC && bytes[index + 2] == 0x83:
        return true
      default: continue
      }
    }
    return false
  }

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var textStart = 0
    var index = 0
    while index < scalars.count {
      guard let (piece, end) = link(at: index) else {
        index += 1
        continue
      }
      addText(textStart..<index)
      pieces.append(piece)
      textStart = end
      index = end
    }
    addText(textStart..<scalars.count)
  }

  private mutating func addText(_ range: Range<Int>) {
    if !range.isEmpty { pieces.append(.text(string(range))) }
  }

  private func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private func link(at index: Int) -> (Piece, end: Int)? {
    switch scalars[index] {
    case "#", "＃": caseNumber(at: index)
    case "h", "H": address(at: index)
    default: nil
    }
  }

  // MARK: Case numbers

  private static let dashes: Set<Unicode.Scalar> = ["-", "‐", "‑", "‒", "–", "—", "―", "−", "－"]

  private func caseNumber(at start: Int) -> (Piece, end: Int)? {
    guard start == 0 || !isWord(scalars[start - 1]) else { return nil }
    let yearEnd = digitsEnd(start + 1)
    guard yearEnd - start == 5, yearEnd < scalars.count, Self.dashes.contains(scalars[yearEnd]) else {
      return nil
    }
    let end = digitsEnd(yearEnd + 1)
    guard (3...9).contains(end - yearEnd - 1) else { return nil }
    if end < scalars.count, isWord(scalars[end]) || isDashBeforeDigit(end) { return nil }
    let text = string(start..<end)
    guard let number = CaseNumber(folding: text) else { return nil }
    return (.caseNumber(text, number), end)
  }

  private func digitsEnd(_ start: Int) -> Int {
    var end = start
    while end < scalars.count,
      (0x30...0x39).contains(scalars[end].value) || (0xFF10...0xFF19).contains(scalars[end].value)
    {
      end += 1
    }
    return end
  }

  private func isDashBeforeDigit(_ index: Int) -> Bool {
    Self.dashes.contains(scalars[index]) && digitsEnd(index + 1) > index + 1
  }

  /// What a case number does not touch: ASCII letters and digits, and the marks of URLs and of code.
  private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      && (scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
        || "#&/_".unicodeScalars.contains(scalar))
  }

  // MARK: Web addresses

  /// GFM's extended autolink (GitHub Flavored Markdown 0.29, section 6.9), ended by the first non-ASCII
  /// character: Japanese sentences go on behind an address without a space.
  private func address(at start: Int) -> (Piece, end: Int)? {
    guard start == 0 || !isWord(scalars[start - 1]), let hostStart = schemeEnd(start) else { return nil }
    var end = hostStart
    while end < scalars.count, isAddressCharacter(scalars[end]) { end += 1 }
    end = trimmedEnd(hostStart..<end)
    let address = string(start..<end)
    guard end > hostStart, WebAddress.isValid(address) else { return nil }
    return (.address(address), end)
  }

  private func schemeEnd(_ start: Int) -> Int? {
    for scheme in ["https://", "http://"] {
      let end = start + scheme.unicodeScalars.count
      if end < scalars.count, string(start..<end).lowercased() == scheme { return end }
    }
    return nil
  }

  private func isAddressCharacter(_ scalar: Unicode.Scalar) -> Bool {
    (0x21...0x7E).contains(scalar.value) && !"<>\"\\^`{|}".unicodeScalars.contains(scalar)
  }

  /// Leaves out the punctuation of the sentence at the end, and brackets that were not opened inside.
  private func trimmedEnd(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    var depth = (round: balance("(", ")", range), square: balance("[", "]", range))
    while end > range.lowerBound {
      switch scalars[end - 1] {
      case ".", ",", ":", ";", "!", "?", "'", "*", "_", "~": break
      case ")" where depth.round < 0: depth.round += 1
      case "]" where depth.square < 0: depth.square += 1
      default: return end
      }
      end -= 1
    }
    return end
  }

  private func balance(_ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ range: Range<Int>) -> Int {
    scalars[range].reduce(0) { $0 + ($1 == opening ? 1 : $1 == closing ? -1 : 0) }
  }
}
