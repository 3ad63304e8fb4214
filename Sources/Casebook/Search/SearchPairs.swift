/// Goes through texts and notes each pair of neighbouring characters for the document at hand.
///
/// A body is read as it is written, without a parser: where its page might show two characters side by side, they are a
/// pair. That makes a few pairs that no page shows, over the markup of lists and links; the script of the search page
/// looks at the pages themselves before it shows a result. Copies share one table: only one of them may add to it.
struct SearchPairs: Sendable {
  let folding: SearchFolding
  let postings: PostingTable
  private var document: UInt32 = 0
  /// The last two units; the mark of a separator where there is none.
  private var last = SearchFolding.Mark.separator
  private var lastButOne = SearchFolding.Mark.separator
  /// The unit before the destination of a link, behind which the text goes on.
  private var beforeDestination = SearchFolding.Mark.separator
  private var isAtLineStart = false

  /// - Parameter textLength: in bytes, of all texts that are to be read.
  init(_ folding: SearchFolding, textLength: Int = 0) {
    self.folding = folding
    postings = PostingTable(textLength: textLength)
  }

  /// Notes the pairs of a text. Documents come in rising order.
  mutating func add(_ text: String, of document: Int) {
    var text = text
    text.withUTF8 { add($0, of: document) }
  }

  mutating func add(_ text: ArraySlice<UInt8>, of document: Int) {
    text.withUnsafeBufferPointer { add($0, of: document) }
  }

  /// Notes every character of a text by itself, for queries of one character.
  mutating func addSingles(_ text: String, of document: Int) {
    for scalar in text.unicodeScalars {
      let entry = folding.entry(of: scalar.value)
      let units = entry == SearchFolding.Mark.rare ? folding.units(ofRare: String(scalar)) : [entry]
      for unit in units where unit > SearchFolding.Mark.last {
        postings.insert(PostingTable.key(unit, 0), of: UInt32(document))
      }
    }
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, of document: Int) {
    self.document = UInt32(document)
    endRun()
    beforeDestination = SearchFolding.Mark.separator
    isAtLineStart = false
    var index = 0
    while index < text.count {
      let scalar = UTF8Scalars.next(in: text, &index)
      let entry = folding.entry(of: scalar)
      if entry > SearchFolding.Mark.last {
        isAtLineStart = false
        note(entry)
      } else if entry == SearchFolding.Mark.rare {
        addRare(scalar, text, &index)
      } else if entry == SearchFolding.Mark.dash {
        passDash(text, index)
      } else {
        pass(entry, isBeforeDestination: index < text.count && text[index] == UInt8(ascii: "("))
      }
    }
  }

  /// A letter or digit.
  @inline(__always)
  private mutating func note(_ unit: UInt16) {
    if last != SearchFolding.Mark.separator { postings.insert(PostingTable.key(last, unit), of: document) }
    lastButOne = last
    last = unit
  }

  private mutating func endRun() {
    last = SearchFolding.Mark.separator
    lastButOne = SearchFolding.Mark.separator
  }

  /// What is no letter and no digit.
  private mutating func pass(_ mark: UInt16, isBeforeDestination: Bool) {
    switch mark {
    case SearchFolding.Mark.markup: break
    case SearchFolding.Mark.blank where isAtLineStart: break
    case SearchFolding.Mark.lineEnd:
      // A line break between words is a space; between Japanese characters it disappears, an empty line does not.
      if isAtLineStart || last < 0x80 { endRun() }
      isAtLineStart = true
      beforeDestination = SearchFolding.Mark.separator
    case SearchFolding.Mark.linkEnd:
      guard isBeforeDestination else { break }
      beforeDestination = last
      endRun()
    case SearchFolding.Mark.destinationEnd:
      // It is kept to the end of the line: a destination may have brackets of its own.
      last = beforeDestination
      lastButOne = SearchFolding.Mark.separator
    default:
      isAtLineStart = false
      endRun()
    }
  }

  /// The digits on both sides of a dash are a pair of their own, so that a case number is more than two numbers.
  private mutating func passDash(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) {
    if Self.isDigit(last), index < text.count {
      var next = index
      let unit = folding.entry(of: UTF8Scalars.next(in: text, &next))
      if Self.isDigit(unit) { postings.insert(PostingTable.key(Self.beforeDash + last, unit), of: document) }
    }
    isAtLineStart = false
    endRun()
  }

  /// Added to a digit before a dash: a unit for private use, which no text is folded to.
  private static let beforeDash: UInt16 = 0xE000

  private static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

  /// A run of rare characters, with the one before it, which may combine.
  private mutating func addRare(_ first: UInt32, _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    var scalars = String.UnicodeScalarView()
    if last != SearchFolding.Mark.separator, let before = Unicode.Scalar(UInt32(last)) {
      scalars.append(before)
      last = lastButOne
      lastButOne = SearchFolding.Mark.separator
    }
    Unicode.Scalar(first).map { scalars.append($0) }
    while index < text.count {
      var next = index
      let scalar = UTF8Scalars.next(in: text, &next)
      guard folding.entry(of: scalar) == SearchFolding.Mark.rare, let rare = Unicode.Scalar(scalar) else {
        break
      }
      scalars.append(rare)
      index = next
    }
    isAtLineStart = false
    for unit in folding.units(ofRare: String(scalars)) {
      if unit > SearchFolding.Mark.last { note(unit) } else { endRun() }
    }
  }
}
