/// Finds the word that was probably meant.
package enum EditDistance {
  /// The nearest of some words; nil when none is near enough to be worth naming.
  ///
  /// One edit is allowed for words of up to four characters, two up to eight, three beyond; of words that are
  /// equally near the first counts.
  package static func nearest(to word: String, among words: some Sequence<String>) -> String? {
    let target = Array(word.lowercased())
    let limit = target.count <= 4 ? 1 : target.count <= 8 ? 2 : 3
    var best: (word: String, distance: Int)?
    for candidate in words {
      let letters = Array(candidate.lowercased())
      guard abs(letters.count - target.count) <= limit else { continue }
      let distance = between(target, letters)
      if distance <= limit, distance < min(letters.count, best?.distance ?? .max) {
        best = (candidate, distance)
      }
    }
    return best?.word
  }

  /// Insertions, deletions, substitutions and exchanges of neighbours (optimal string alignment).
  ///
  /// Source: L. Boytsov, "Indexing methods for approximate dictionary searching", ACM JEA 16 (2011), section 2.2.
  static func between(_ left: [Character], _ right: [Character]) -> Int {
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let substitution = previous[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(previous[column + 1] + 1, current[column] + 1, substitution)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }
}
