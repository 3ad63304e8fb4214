/// Pass 1: which line breaks of the source are no space between Japanese characters.
///
/// CSS Text 3, section 4.1.3, leaves to the browser what a line break between ideographs is, and browsers
/// keep a space. The text of a paragraph is told to this type in order, whatever it is nested in.
struct SoftBreaks {
  private(set) var joined: [MarkdownNode] = []
  private var last: Unicode.Scalar?
  private var pending: MarkdownNode?

  mutating func note(text: UnsafeBufferPointer<UInt8>) {
    guard !text.isEmpty else { return }
    if let pending, let last, let first = Self.firstScalar(of: text), Self.joins(last, first) {
      joined.append(pending)
    }
    pending = nil
    last = Self.lastScalar(of: text)
  }

  mutating func note(softBreak: MarkdownNode) {
    pending = softBreak
  }

  /// Something that is no text stands here.
  mutating func reset() {
    last = nil
    pending = nil
  }

  /// True when nothing is to stand between two characters that a line break is between.
  static func joins(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    // U+200B says itself that a line may break here and that no space stands here.
    if before.value == 0x200B || after.value == 0x200B { return true }
    if CharacterClass.isCJKPunctuation(before) || CharacterClass.isCJKPunctuation(after) { return true }
    let (isWideBefore, isWideAfter) = (
      CharacterClass.isJapaneseWide(before), CharacterClass.isJapaneseWide(after)
    )
    return isWideBefore && (isWideAfter || CharacterClass.isContextual(after))
      || isWideAfter && CharacterClass.isContextual(before)
  }

  private static func firstScalar(of text: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    UTF8Scalars.scalar(at: 0, in: text)
  }

  private static func lastScalar(of text: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    UTF8Scalars.scalar(before: text.count, in: text)
  }
}
