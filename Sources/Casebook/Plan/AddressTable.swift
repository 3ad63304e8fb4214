/// Items by the hashes of their addresses, in a table with open slots.
///
/// Most addresses are looked for only to learn that nothing else has them. Filling a dictionary with them was the
/// longest step of a plan, and one thread's.
struct AddressTable: Sendable {
  /// Of each item's address.
  private let hashes: [UInt64]
  /// The numbers of items, from 1, at or behind the place that the hash names; 0 for a free slot, of which there are as
  /// many as items at least.
  private var slots: [UInt32]

  /// A table without items.
  ///
  /// - Parameter hashes: of all items that may be added.
  init(_ hashes: [UInt64]) {
    self.hashes = hashes
    var count = 2
    while count < 2 * hashes.count { count *= 2 }
    slots = [UInt32](repeating: 0, count: count)
  }

  /// Adds an item, or puts it in the place of the one that has the same address.
  ///
  /// - Parameter isSame: tells whether the item with a number, which has the same hash, has the same address.
  /// - Returns: the item whose place was taken.
  mutating func add(_ item: Int, _ isSame: (Int) -> Bool) -> Int? {
    let slot = slot(of: hashes[item], isSame)
    let other = slots[slot]
    slots[slot] = UInt32(item + 1)
    return other == 0 ? nil : Int(other) - 1
  }

  /// An item whose address has a hash; nil where none has been added.
  ///
  /// - Parameter isSame: see `add`.
  func item(withHash hash: UInt64, _ isSame: (Int) -> Bool = { _ in true }) -> Int? {
    let item = slots[slot(of: hash, isSame)]
    return item == 0 ? nil : Int(item) - 1
  }

  /// The slot of an item, or the free one where it would go.
  private func slot(of hash: UInt64, _ isSame: (Int) -> Bool) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let item = Int(slots[slot]) - 1
      if hashes[item] == hash, isSame(item) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
}
