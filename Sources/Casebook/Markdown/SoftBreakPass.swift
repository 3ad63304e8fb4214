import CCmark

/// Pass 1: a line break in the source is no space between Japanese characters.
///
/// It disappears between two wide characters that are not Hangul (UAX #11), and next to CJK punctuation.
struct SoftBreakPass {
  func run(on root: CmarkNode) {
    var before: CmarkNode?
    var pending: CmarkNode?
    for node in root.descendants {
      switch node.type {
      case CMARK_NODE_SOFTBREAK: pending = node
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        if let softBreak = pending, let before, Self.disappears(between: before, and: node) {
          softBreak.remove()
        }
        pending = nil
        before = node
      case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK: continue
      default:
        pending = nil
        before = nil
      }
    }
  }

  private static func disappears(between before: CmarkNode, and after: CmarkNode) -> Bool {
    guard let last = before.literal.unicodeScalars.last, let first = after.literal.unicodeScalars.first else {
      return false
    }
    if CharacterClass.isCJKPunctuation(last) || CharacterClass.isCJKPunctuation(first) { return true }
    return CharacterClass.isJapaneseWide(last) && CharacterClass.isJapaneseWide(first)
  }
}
