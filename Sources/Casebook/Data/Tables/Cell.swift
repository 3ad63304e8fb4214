/// The value of one cell of a table.
enum Cell: Sendable {
  /// Nothing is stated.
  case null
  case text(String)
  /// Valid UTF-8: a body, which is never copied into a string.
  case bytes(ArraySlice<UInt8>)
  case integer(Int)
  case boolean(Bool)
  case date(CivilDate)
  /// Words without `;`.
  case list([String])
}

extension Cell {
  static func ifStated(_ text: String?) -> Cell { text.map(Cell.text) ?? .null }
  static func ifStated(_ number: Int?) -> Cell { number.map(Cell.integer) ?? .null }
  static func ifStated(_ date: CivilDate?) -> Cell { date.map(Cell.date) ?? .null }
  static func ifStated(_ term: (some Term)?) -> Cell { term.map(Cell.term) ?? .null }
  static func term(_ term: some Term) -> Cell { .text(term.rawValue) }

  /// A document's text without the line ends around it; null where there is none.
  static func body(_ body: Body?) -> Cell {
    guard let body, !body.isBlank else { return .null }
    var bytes = body.bytes
    while bytes.first == 0x0A { bytes.removeFirst() }
    while bytes.last == 0x0A { bytes.removeLast() }
    return .bytes(bytes)
  }
}
