/// The keys of one mapping, by one of 64 marks that each has: two can have the same.
///
/// It spares nearly every key the comparison with those before it.
struct SeenKeys {
  private var marks: UInt64 = 0

  /// True where no key had the mark; false where one may have been the same.
  ///
  /// - Parameter hash: of the key.
  mutating func isNew(_ hash: UInt32) -> Bool {
    let mark: UInt64 = 1 << UInt64(hash >> 26)
    defer { marks |= mark }
    return marks & mark == 0
  }
}
