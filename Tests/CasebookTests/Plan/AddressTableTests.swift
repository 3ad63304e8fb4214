import Testing

@testable import Casebook

@Suite("Items are found by the hashes of their addresses, also where hashes are the same")
struct AddressTableTests {
  @Test("items whose addresses differ stay apart, whatever their hashes")
  func collisions() {
    // All start at one slot; two of them have one hash.
    let addresses = ["a", "b", "c", "d"]
    var table = AddressTable([8, 8, 16, 24])
    for item in addresses.indices {
      #expect(table.add(item) { addresses[$0] == addresses[item] } == nil)
    }
    for (item, hash) in [8, 8, 16, 24].enumerated() {
      #expect(table.item(withHash: UInt64(hash)) { addresses[$0] == addresses[item] } == item)
    }
    #expect(table.item(withHash: 8) { _ in false } == nil)
    #expect(table.item(withHash: 32) == nil)
  }

  @Test("an item takes the place of the one with the same address")
  func repeats() {
    var table = AddressTable([7, 7, 7])
    #expect(table.add(0) { _ in true } == nil)
    #expect(table.add(1) { _ in true } == 0)
    #expect(table.add(2) { _ in true } == 1)
    #expect(table.item(withHash: 7) == 2)
  }

  @Test("a table finds just what was added, as a dictionary does", arguments: [0, 1, 2, 3, 500])
  func many(count: Int) {
    // Some hundred different ones, all of which start at a few slots.
    let hashes = (0..<count).map { UInt64($0 * 7919 % 1000) << 6 }
    var table = AddressTable(hashes)
    var known: [UInt64: Int] = [:]
    for (item, hash) in hashes.enumerated() where item % 3 != 1 {
      #expect(table.add(item) { hashes[$0] == hash } == known.updateValue(item, forKey: hash))
    }
    for hash in (0..<1000).map({ UInt64($0) << 6 }) { #expect(table.item(withHash: hash) == known[hash]) }
  }
}
