import Mustache

/// Composes front matter that is written as nearly all of it is, without libyaml, which takes several times as long.
///
/// It knows block mappings and sequences; flow collections, plain scalars and quoted ones without an escape, each on one
/// line; keys that are ASCII words; and lines that are empty or a comment. Where anything else stands, mistakes too, it gives up,
/// and `YAMLComposer` composes the document from its start: so there is one judge of what is YAML, and one that words errors.
/// What is composed here has to be what libyaml's events make (YAML 1.2.2, chapters 6 to 8): `UsualYAMLTests` compares them.
struct UsualYAML {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  /// Of the next byte, from 1.
  private var line: Int
  /// Of the next byte, from 1, in Unicode scalars.
  private var column = 1
  /// How many spaces stand before the first thing on a line; -1 at the end of the document.
  private var indent = -1

  /// Composes the document in `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: valid UTF-8 without control characters, U+2028 and U+2029; `\n` line ends.
  ///   - firstLine: the line of the file on which `bytes` starts, from 1.
  ///   - tree: is filled with the document; what it held is forgotten.
  /// - Returns: false where it gave up; the tree is then of no use.
  static func compose(_ bytes: ArraySlice<UInt8>, firstLine: Int, into tree: inout YAMLTree) -> Bool {
    tree.removeAll()
    return bytes.withUnsafeBufferPointer { buffer in
      // All texts are in there as they are.
      tree.take(buffer)
      var composer = UsualYAML(bytes: buffer, line: firstLine)
      composer.goToText()
      return composer.indent == 0 && composer.addMapping(to: &tree, depth: 0) && composer.indent < 0
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, line: Int) {
    self.bytes = bytes
    self.line = line
  }

  // MARK: Blocks

  /// Adds the mapping whose first key is next.
  private mutating func addMapping(to tree: inout YAMLTree, depth: Int) -> Bool {
    guard depth < YAMLComposer.maximumDepth - 1 else { return false }
    let start = column - 1
    let index = tree.open(.mapping, mark(length: 1))
    var count = 0
    var keys = SeenKeys()
    repeat {
      guard addKey(to: &tree, in: index, &keys), addValue(to: &tree, ofKeyAt: start, depth: depth + 1) else {
        return false
      }
      count += 1
    } while indent == start
    tree.close(index, count: count)
    return indent < start
  }

  /// Adds what stands behind a key: on its line, or on the lines below.
  private mutating func addValue(to tree: inout YAMLTree, ofKeyAt start: Int, depth: Int) -> Bool {
    skipSpaces()
    guard isAtEndOfLine else { return addFlowNode(to: &tree, isBlock: true, depth: depth) && endLine() }
    guard endLine() else { return false }
    // The dashes of a sequence may stand right below the key.
    if isAtDash { return indent >= start && addSequence(to: &tree, depth: depth) }
    return indent > start && addMapping(to: &tree, depth: depth)
  }

  /// Adds the sequence whose first dash is next.
  private mutating func addSequence(to tree: inout YAMLTree, depth: Int) -> Bool {
    guard depth < YAMLComposer.maximumDepth - 1 else { return false }
    let start = column - 1
    let index = tree.open(.sequence, mark(length: 1))
    var count = 0
    repeat {
      skip(1)
      skipSpaces()
      let isAdded =
        key == nil
        ? addFlowNode(to: &tree, isBlock: true, depth: depth + 1) && endLine()
        : addMapping(to: &tree, depth: depth + 1)
      guard isAdded else { return false }
      count += 1
    } while indent == start && isAtDash
    tree.close(index, count: count)
    return indent <= start
  }

  // MARK: Within a line

  /// Adds the node that starts here and ends on this line.
  private mutating func addFlowNode(to tree: inout YAMLTree, isBlock: Bool, depth: Int) -> Bool {
    switch next {
    case UInt8(ascii: "["): addFlowSequence(to: &tree, depth: depth)
    case UInt8(ascii: "{"): addFlowMapping(to: &tree, depth: depth)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): addQuoted(to: &tree)
    default: addPlain(to: &tree, isBlock: isBlock)
    }
  }

  private mutating func addFlowSequence(to tree: inout YAMLTree, depth: Int) -> Bool {
    addFlowCollection(.sequence, to: &tree, end: UInt8(ascii: "]"), depth: depth) { composer, tree, _ in
      composer.addFlowNode(to: &tree, isBlock: false, depth: depth + 1)
    }
  }

  private mutating func addFlowMapping(to tree: inout YAMLTree, depth: Int) -> Bool {
    var keys = SeenKeys()
    return addFlowCollection(.mapping, to: &tree, end: UInt8(ascii: "}"), depth: depth) {
      composer, tree, index in
      guard composer.addKey(to: &tree, in: index, &keys) else { return false }
      composer.skipSpaces()
      return composer.addFlowNode(to: &tree, isBlock: false, depth: depth + 1)
    }
  }

  @inline(__always)
  private mutating func addFlowCollection(
    _ kind: YAMLNode.Kind, to tree: inout YAMLTree, end: UInt8, depth: Int,
    addEntry: (inout UsualYAML, inout YAMLTree, _ index: Int) -> Bool
  ) -> Bool {
    guard depth < YAMLComposer.maximumDepth - 1 else { return false }
    let index = tree.open(kind, mark(length: 1))
    var count = 0
    repeat {
      // The bracket, or the comma.
      skip(1)
      skipSpaces()
      if count == 0, next == end { break }
      guard addEntry(&self, &tree, index) else { return false }
      count += 1
      skipSpaces()
    } while next == UInt8(ascii: ",")
    guard next == end else { return false }
    skip(1)
    tree.close(index, count: count)
    return true
  }

  /// Adds a key, and goes behind its colon.
  private mutating func addKey(to tree: inout YAMLTree, in mapping: Int, _ keys: inout SeenKeys) -> Bool {
    guard let key else { return false }
    let text = offset..<offset + key.length
    tree.addScalar(kind(ofPlain: text), text, hash: key.hash, mark(length: key.length))
    skip(key.length + 1)
    return keys.isNew(key.hash) || tree.repeated(in: mapping) == nil
  }

  /// The key that starts here, its colon not counted, with the hash of its text; nil where none does.
  private var key: (length: Int, hash: UInt32)? {
    var end = offset
    var hash = KeyName.hashOfNothing
    while end < bytes.count, Self.isKeyByte(bytes[end]) {
      KeyName.add(bytes[end], to: &hash)
      end += 1
    }
    let isFollowed =
      end + 1 < bytes.count && (bytes[end + 1] == Self.space || bytes[end + 1] == Self.lineFeed)
    // Keys that start with a digit or a dash are rare; one of more than 1,024 characters is none to libyaml, which no declared
    // one comes near.
    guard isFollowed, bytes[end] == UInt8(ascii: ":"), bytes[offset] >= UInt8(ascii: "A"), end - offset <= 100
    else { return nil }
    return (end - offset, hash)
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    // Nearly all are.
    if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) { return true }
    return switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Adds a text between quotes that says nothing else than it shows.
  private mutating func addQuoted(to tree: inout YAMLTree) -> Bool {
    let quote = bytes[offset]
    var end = offset + 1
    while end < bytes.count, bytes[end] != quote {
      guard bytes[end] >= Self.space, bytes[end] != UInt8(ascii: "\\") || quote == UInt8(ascii: "'") else {
        return false
      }
      end += 1
    }
    // Two single quotes stand for one.
    guard end < bytes.count, end + 1 == bytes.count || bytes[end + 1] != quote else { return false }
    let text = offset + 1..<end
    let length = scalarCount(of: text) + 2
    tree.addScalar(.quoted, text, mark(length: length))
    offset = end + 1
    column += length
    return true
  }

  /// Adds a text without quotes.
  ///
  /// - Parameter isBlock: false within brackets or braces, which with commas end it there.
  private mutating func addPlain(to tree: inout YAMLTree, isBlock: Bool) -> Bool {
    guard let end = endOfPlain(isBlock: isBlock), end > offset else { return false }
    var textEnd = end
    while bytes[textEnd - 1] == Self.space { textEnd -= 1 }
    let text = offset..<textEnd
    let length = scalarCount(of: text)
    tree.addScalar(kind(ofPlain: text), text, mark(length: length))
    offset = end
    column += length + end - textEnd
    return true
  }

  /// The end of the plain text that starts here, spaces behind it included; nil where libyaml has to judge.
  private func endOfPlain(isBlock: Bool) -> Int? {
    guard Self.mayStartPlain(next) else { return nil }
    var end = nextSpecial(from: offset + 1, isBlock)
    while end < bytes.count {
      switch bytes[end] {
      case Self.lineFeed: return isBlock ? end : nil
      case UInt8(ascii: ":"):
        guard end + 1 < bytes.count, !Self.isSpecial(bytes[end + 1]), bytes[end + 1] != Self.space else {
          return nil
        }
      case UInt8(ascii: "#"): if bytes[end - 1] == Self.space { return nil }
      case Self.tab: return nil
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): return end
      default: return nil
      }
      end = nextSpecial(from: end + 1, isBlock)
    }
    return isBlock ? end : nil
  }

  /// Where the next byte stands of which `isSpecial` is true; of those that mean nothing to text in a block none is found there. The
  /// end where there is none.
  private func nextSpecial(from start: Int, _ isBlock: Bool) -> Int {
    guard isBlock else {
      return bytes.firstIndex(from: start) { block in
        let signs = block.marks(of: UInt8(ascii: ",")) .| block.marks(of: UInt8(ascii: "?"))
        let brackets = block.marks(of: UInt8(ascii: "[")) .| block.marks(of: UInt8(ascii: "]"))
        let braces = block.marks(of: UInt8(ascii: "{")) .| block.marks(of: UInt8(ascii: "}"))
        return Self.everywhere(block) .| signs .| brackets .| braces
      }
    }
    return bytes.firstIndex(from: start, marked: Self.everywhere)
  }

  /// Marks tab and line feed, of which alone there are some below, `:` and `#`.
  @inline(__always)
  private static func everywhere(_ block: ByteBlock) -> ByteBlock.Marks {
    block.marks(below: Self.lineFeed + 1) .| block.marks(of: UInt8(ascii: ":"))
      .| block.marks(of: UInt8(ascii: "#"))
  }

  /// True for letters, digits, all that is not ASCII, and signs that mean nothing to YAML.
  private static func mayStartPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80..., UInt8(ascii: "~"), UInt8(ascii: "_"), UInt8(ascii: "("),
      UInt8(ascii: "/"), UInt8(ascii: "+"):
      true
    default: false
    }
  }

  /// True for what may end a plain text, or may not stand in one everywhere: tab, line feed and `#,:?[]{}`. Within brackets
  /// `nextSpecial` names the same bytes.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    let ofLow: UInt64 = 1 << 0x09 | 1 << 0x0A | 1 << 0x23 | 1 << 0x2C | 1 << 0x3A | 1 << 0x3F
    let ofHigh: UInt64 = 1 << 0x1B | 1 << 0x1D | 1 << 0x3B | 1 << 0x3D
    guard byte < 0x80 else { return false }
    return (byte < 0x40 ? ofLow : ofHigh) >> UInt64(byte & 0x3F) & 1 == 1
  }

  // MARK: Places

  private static let tab = UInt8(ascii: "\t")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")

  /// The next byte; a line feed at the end.
  private var next: UInt8 { offset < bytes.count ? bytes[offset] : Self.lineFeed }

  private var isAtEndOfLine: Bool { next == Self.lineFeed }

  private var isAtDash: Bool {
    next == UInt8(ascii: "-") && offset + 1 < bytes.count && bytes[offset + 1] == Self.space
  }

  private func mark(length: Int) -> Mark { Mark(smallLine: line, column: column, length: length) }

  private func kind(ofPlain text: Range<Int>) -> YAMLNode.Kind {
    YAMLNode.Kind(ofPlain: UnsafeBufferPointer(rebasing: bytes[text]))
  }

  private func scalarCount(of text: Range<Int>) -> Int {
    UTF8Scalars.count(in: UnsafeBufferPointer(rebasing: bytes[text]))
  }

  /// Goes over ASCII characters.
  private mutating func skip(_ count: Int) {
    offset += count
    column += count
  }

  private mutating func skipSpaces() {
    while next == Self.space { skip(1) }
  }

  /// Goes to the next line that says something; false where this one has not ended.
  private mutating func endLine() -> Bool {
    guard isAtEndOfLine else { return false }
    goToText()
    return true
  }

  /// Goes to the first thing from here on that is neither a space, nor a line end, nor a line with a comment.
  private mutating func goToText() {
    var lineStart = offset
    while offset < bytes.count {
      switch bytes[offset] {
      case Self.space: offset += 1
      case Self.lineFeed:
        offset += 1
        line += 1
        lineStart = offset
      case UInt8(ascii: "#"): offset = bytes.firstIndex(ofByte: Self.lineFeed, from: offset) ?? bytes.count
      default:
        indent = offset - lineStart
        column = indent + 1
        return
      }
    }
    indent = -1
  }
}
