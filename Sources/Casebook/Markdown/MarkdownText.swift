/// The text that libcmark is given: a body in which marks stand for what it cannot be told otherwise.
///
/// CommonMark decides by the characters around `*` whether it can open or close emphasis, and takes 「。」 for
/// punctuation like any other. A letter-like mark between the two makes it see a letter (pass 2). A second
/// mark stands for `\*`, so that what is still literal after parsing was not meant to be. Both are private-use
/// characters that the body does not have, and both are taken out of the tree again.
///
/// Source: "CJK-friendly emphasis" amendment to CommonMark, T. Uchiyama (tats-u/markdown-cjk-friendly), spec 0.1.
struct MarkdownText {
  let bytes: [UInt8]
  let marks: Marks?

  /// The two characters that the body does not have.
  struct Marks {
    let letter: Unicode.Scalar
    let escapedStar: Unicode.Scalar
  }

  /// Text without `*` is taken as it is.
  init(_ body: ArraySlice<UInt8>) {
    guard body.contains(UInt8(ascii: "*")) else {
      bytes = Array(body)
      marks = nil
      return
    }
    let scalars = Array(String(decoding: body, as: UTF8.self).unicodeScalars)
    let marks = Self.freeMarks(in: scalars)
    self.marks = marks
    bytes = Array(String(Self.marked(scalars, marks)).utf8)
  }

  /// Of 6,400 private-use characters a body of at most 1 MiB can have all; then the last two are taken.
  private static func freeMarks(in scalars: [Unicode.Scalar]) -> Marks {
    let used = Set(scalars.lazy.filter { (0xE000...0xF8FF).contains($0.value) })
    let free = (UInt32(0xE000)...0xF8FF).lazy.compactMap(Unicode.Scalar.init).filter { !used.contains($0) }
      .prefix(2)
    let found = Array(free)
    return Marks(letter: found.first ?? "\u{F8FE}", escapedStar: found.dropFirst().first ?? "\u{F8FF}")
  }

  private static func marked(_ scalars: [Unicode.Scalar], _ marks: Marks) -> String.UnicodeScalarView {
    var text = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      var end = index + 1
      switch scalars[index] {
      case "*":
        end = scalars[index...].firstIndex { $0 != "*" } ?? scalars.count
        append(
          scalars[index..<end], before: index > 0 ? scalars[index - 1] : nil,
          after: end < scalars.count ? scalars[end] : nil, marks, to: &text)
      case "\\" where end < scalars.count:
        end += 1
        if scalars[index + 1] == "*" {
          text.append(marks.escapedStar)
        } else {
          text.append(contentsOf: scalars[index..<end])
        }
      case "<":
        end = autolinkEnd(scalars[index...]) ?? end
        text.append(contentsOf: scalars[index..<end])
      default: text.append(scalars[index])
      }
      index = end
    }
    return text
  }

  /// The end of an autolink (CommonMark 0.30, section 6.5), in which `\` escapes nothing.
  private static func autolinkEnd(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    // No address is longer; without a bound, a run of '<' would be looked at again for each.
    let inside = scalars.dropFirst().prefix(2000)
    guard let colon = inside.prefix(33).firstIndex(of: ":"), colon - inside.startIndex >= 2,
      inside[..<colon].allSatisfy({
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789+.-".unicodeScalars.contains($0))
      }),
      let end = inside.firstIndex(where: { $0 == ">" || $0 == "<" || $0.value <= 0x20 }), inside[end] == ">"
    else { return nil }
    return end + 1
  }

  private static func append(
    _ run: ArraySlice<Unicode.Scalar>, before: Unicode.Scalar?, after: Unicode.Scalar?, _ marks: Marks,
    to text: inout String.UnicodeScalarView
  ) {
    let isInside = isText(before) && isText(after)
    if isInside, hidesPunctuation(before, from: after) { text.append(marks.letter) }
    text.append(contentsOf: run)
    if isInside, hidesPunctuation(after, from: before) { text.append(marks.letter) }
  }

  private static func isText(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { !$0.properties.isWhitespace } ?? false
  }

  /// True when a neighbour of `*` is punctuation that the amendment does not count as such: CJK punctuation
  /// always, other punctuation when a CJK character is on the other side.
  private static func hidesPunctuation(_ scalar: Unicode.Scalar?, from other: Unicode.Scalar?) -> Bool {
    guard let scalar, let other, CharacterClass.isPunctuation(scalar) else { return false }
    return CharacterClass.isCJKPunctuation(scalar) || CharacterClass.isJapaneseWide(other)
  }
}

extension MarkdownText.Marks {
  /// A text of the tree without marks.
  ///
  /// - Parameter isVerbatim: true where Markdown keeps the `\` of `\*`: in code and raw HTML.
  func removed(from text: String, isVerbatim: Bool = false) -> String {
    guard text.unicodeScalars.contains(where: { $0 == letter || $0 == escapedStar }) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != letter {
      if scalar == escapedStar, isVerbatim { scalars.append("\\") }
      scalars.append(scalar == escapedStar ? "*" : scalar)
    }
    return String(scalars)
  }
}
