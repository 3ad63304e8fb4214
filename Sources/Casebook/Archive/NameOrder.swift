/// Organizations or tags in index order, and the place of every reference in it.
struct NameOrder {
  let entries: [(entry: NameIndex.Entry, reading: Reading?)]
  private let places: [String: Int]

  /// Orders by reading, then by id, those without a reading last.
  ///
  /// - Parameter readings: the readings that the files give, in the order of the files.
  init(_ names: NameIndex, readings: [String?]) {
    let entries = names.entries.map { entry in
      let given = entry.file.flatMap { readings[$0] }
      return (entry: entry, reading: given.map(Reading.init) ?? Reading.ofKanaName(entry.name))
    }
    let sorted = entries.indices.sorted { Self.isBefore(entries[$0], entries[$1]) }
    var place = [Int](repeating: 0, count: entries.count)
    for (position, index) in sorted.enumerated() { place[index] = position }
    self.entries = sorted.map { entries[$0] }
    places = names.byText.mapValues { place[$0] }
  }

  /// The place that a reference means; nil when it was reported to mean nothing.
  func place(of reference: Located<String>) -> Int? { places[reference.value] }

  /// The places of several references, each once, in their order.
  func places(of references: [Located<String>]) -> [Int] {
    var places: [Int] = []
    for reference in references {
      if let place = place(of: reference), !places.contains(place) { places.append(place) }
    }
    return places
  }

  private static func isBefore(
    _ left: (entry: NameIndex.Entry, reading: Reading?), _ right: (entry: NameIndex.Entry, reading: Reading?)
  ) -> Bool {
    switch (left.reading, right.reading) {
    case (let first?, let second?) where first != second: first < second
    case (.some, nil): true
    case (nil, .some): false
    default: left.entry.id.utf8.lexicographicallyPrecedes(right.entry.id.utf8)
    }
  }
}
