import Foundation

/// Paths in the order of their bytes, as file systems tell files apart: two of them can be one text to Unicode, and so to
/// `String`.
enum PathOrder {
  /// True when the bytes of one path come before those of the other.
  static func precedes(_ one: String, _ other: String) -> Bool {
    let order = one.utf8.withContiguousStorageIfAvailable { one in
      other.utf8.withContiguousStorageIfAvailable { other in precedes(one, other) }
    }
    return (order ?? nil) ?? one.utf8.lexicographicallyPrecedes(other.utf8)
  }

  private static func precedes(
    _ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let first = one.baseAddress, let second = other.baseAddress else { return one.count < other.count }
    let order = memcmp(first, second, min(one.count, other.count))
    return order == 0 ? one.count < other.count : order < 0
  }

  /// The place of a path among elements that are in the order of their paths; empty where it is not among them.
  static func positions<Element>(
    of path: String, in elements: [Element], _ pathOf: (Element) -> String
  ) -> Range<Int> {
    let start = position(of: path, in: elements, pathOf)
    let isThere = start < elements.count && !precedes(path, pathOf(elements[start]))
    return start..<(isThere ? start + 1 : start)
  }

  /// The places of all that has a path as a folder. `0` is the character after `/`: between the two it stands.
  static func positions<Element>(
    below path: String, in elements: [Element], _ pathOf: (Element) -> String
  ) -> Range<Int> {
    position(of: path + "/", in: elements, pathOf)..<position(of: path + "0", in: elements, pathOf)
  }

  /// Where a path stands, or would stand.
  static func position<Element>(
    of path: String, in elements: [Element], _ pathOf: (Element) -> String
  ) -> Int {
    var (low, high) = (0, elements.count)
    while low < high {
      let middle = (low + high) / 2
      if precedes(pathOf(elements[middle]), path) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
