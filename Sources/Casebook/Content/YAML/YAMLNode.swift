/// A value of a YAML document: where it stands in its `YAMLTree`, and in its file.
///
/// It is only numbers, so that handing one on costs nothing; what it says is asked of the tree.
struct YAMLNode: Sendable {
  enum Kind: UInt8, Sendable {
    /// The plain scalars that YAML 1.2 (section 10.2.1.1) calls null: nothing, `~` and `null`.
    case null
    /// A scalar without quotes, which may also be read as a number or a boolean.
    case plain
    case quoted
    case sequence
    case mapping

    /// The kind of a scalar without quotes.
    init(ofPlain text: UnsafeBufferPointer<UInt8>) {
      let isNull =
        text.isEmpty || text.count == 1 && text[0] == UInt8(ascii: "~")
        || text.count == 4 && text[0] == UInt8(ascii: "n") && text.equals("null")
      self = isNull ? .null : .plain
    }
  }

  let kind: Kind
  /// Of the text of a key: keys are told apart by it first.
  var hash: UInt32 = 0
  let mark: Mark
  // A front matter has 128 KiB at most, and its texts not twice that, escapes written out: narrow numbers are enough, and a node is
  // copied whenever it is handed on.
  private let place: Int32
  private var last: Int32
  private var number: Int32 = 0
  private var textStart: Int32 = 0
  private var textEnd: Int32 = 0

  init(_ kind: Kind, at index: Int, _ mark: Mark) {
    self.kind = kind
    self.mark = mark
    place = Int32(truncatingIfNeeded: index)
    last = place + 1
  }

  /// Its place among the tree's nodes; what is in it stands behind it.
  var index: Int { Int(place) }

  /// The place behind the last node in it.
  var end: Int {
    get { Int(last) }
    set { last = Int32(truncatingIfNeeded: newValue) }
  }

  /// How many items a sequence, or entries a mapping has.
  var count: Int {
    get { Int(number) }
    set { number = Int32(truncatingIfNeeded: newValue) }
  }

  /// - Parameter end: the place behind the last node in it.
  mutating func close(at end: Int, count: Int) {
    self.end = end
    self.count = count
  }

  /// The place of a scalar's text among the tree's bytes.
  var text: Range<Int> {
    get { Int(textStart)..<Int(textEnd) }
    set {
      textStart = Int32(truncatingIfNeeded: newValue.lowerBound)
      textEnd = Int32(truncatingIfNeeded: newValue.upperBound)
    }
  }

  var isNull: Bool { kind == .null }
  var isPlain: Bool { kind == .plain }

  /// What the value is, for messages.
  var kindName: String {
    switch kind {
    case .null: "nothing"
    case .plain, .quoted: "a single value"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// A key and its value in a YAML mapping.
struct YAMLEntry: Sendable {
  let key: YAMLNode
  let value: YAMLNode
}
