/// Organizations or tags in index order.
struct NameOrder: Sendable {
  struct Entry: Sendable {
    let name: NameIndex.Entry
    /// Nil when neither its file nor its name tells how it is read.
    let reading: Reading?
  }

  let entries: [Entry]
  /// The places in that order by the entries of the name index.
  private let places: [Int]

  /// Orders by reading, then by id, those without a reading last.
  ///
  /// - Parameter readings: the readings that the files give, in the order of the files.
  init(_ names: NameIndex, readings: [String?], _ parallel: ParallelMap) {
    let entries = parallel.map(names.entries) { name in
      let given = name.file.flatMap { readings[$0] }
      return Entry(name: name, reading: given.map(Reading.init) ?? Reading.ofKanaName(name.name))
    }
    let sorted = entries.indices.sorted { Self.isBefore(entries[$0], entries[$1]) }
    var places = [Int](repeating: 0, count: entries.count)
    for (position, index) in sorted.enumerated() { places[index] = position }
    self.entries = sorted.map { entries[$0] }
    self.places = places
  }

  func place(of entry: Int) -> Int { places[entry] }

  /// The places of several references, each once, in their order; those that mean nothing are left out.
  func distinctPlaces(of entries: [Int?]) -> [Int] {
    var places: [Int] = []
    places.reserveCapacity(entries.count)
    for entry in entries {
      if let place = entry.map(place), !places.contains(place) { places.append(place) }
    }
    return places
  }

  private static func isBefore(_ left: Entry, _ right: Entry) -> Bool {
    switch (left.reading, right.reading) {
    // Twice this way: to ask whether they are the same compares texts, and the letters tell nearly all apart.
    case (let first?, let second?) where first < second: true
    case (let first?, let second?) where second < first: false
    case (.some, nil): true
    case (nil, .some): false
    default: left.name.id.utf8.lexicographicallyPrecedes(right.name.id.utf8)
    }
  }
}
