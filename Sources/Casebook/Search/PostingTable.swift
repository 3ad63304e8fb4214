/// For each pair of characters the documents that hold it, while documents come in rising order.
///
/// A hash table with open addressing over a pool of blocks: a pair of one document takes a slot of 16 bytes, others blocks
/// of 32 bytes with the distances between their documents, one byte or two each. An archive of 10,000 notices has some
/// ten million of them, so that an array for each pair, or a word for each document, would take more than its pages.
///
/// Every character of every text comes by here: both are plain memory, since an array asks before each change whether it is
/// alone and whether the place is in it. One thread adds; when it is done, all may read.
final class PostingTable: Sendable {
  private struct Slot {
    /// 0 for a free slot: no pair has it.
    var key: UInt32 = 0
    /// The last document.
    var last: UInt32 = 0
    /// The first block; 0 while there is one document only.
    var firstBlock: UInt32 = 0
    /// Where in the pool the next byte goes.
    var cursor: UInt32 = 0
  }

  private static let blockSize: UInt32 = 32
  /// In bytes: a few blocks, for a table that is told of no text.
  private static let leastPool = 128 * Int(blockSize)
  /// The last four bytes of a block are the place of the next.
  private static let linkOffset: UInt32 = 28

  nonisolated(unsafe) private var slots: UnsafeMutablePointer<Slot>
  nonisolated(unsafe) private var bits: Int
  nonisolated(unsafe) private var count = 0
  nonisolated(unsafe) private var pool: UnsafeMutablePointer<UInt8>
  nonisolated(unsafe) private var poolCapacity: Int
  /// The pool's first block is never used: its place stands for none.
  nonisolated(unsafe) private var poolCount = Int(blockSize)

  /// - Parameter textLength: in bytes, of all texts that are to be read.
  init(textLength: Int = 0) {
    // Room that stays empty is never touched, and a pool that has to grow is copied.
    poolCapacity = max(textLength, Self.leastPool)
    pool = .allocate(capacity: poolCapacity)
    // Every shard is a part of the table.
    bits = SearchLayout.maximumShardBits
    slots = Self.freeSlots(1 << bits)
  }

  deinit {
    pool.deallocate()
    slots.deallocate()
  }

  private static func freeSlots(_ count: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: count)
    slots.initialize(repeating: Slot(), count: count)
    return slots
  }

  private var slotCount: Int { 1 << bits }

  /// Two UTF-16 units as one number; the second is 0 for a character by itself.
  @inline(__always)
  static func key(_ first: UInt16, _ second: UInt16) -> UInt32 { UInt32(first) << 16 | UInt32(second) }

  /// The shard that a pair falls to: the first bits of its hash.
  static func shard(of key: UInt32, bits: Int) -> Int { place(of: key, bits: bits) }

  /// The script of the search page computes the same.
  @inline(__always)
  private static func place(of key: UInt32, bits: Int) -> Int {
    Int(UInt64(key &* 0x9E37_79B1) >> UInt64(32 - bits))
  }

  // MARK: Adding

  /// Notes that a document, the last one or a later one, holds a pair.
  @inline(__always)
  func insert(_ key: UInt32, of document: UInt32) {
    var index = Self.place(of: key, bits: bits)
    while slots[index].key != key {
      guard slots[index].key != 0 else { return add(key, at: index, of: document) }
      index = (index + 1) & (slotCount - 1)
    }
    if slots[index].last != document { append(document, at: index) }
  }

  private func add(_ key: UInt32, at index: Int, of document: UInt32) {
    slots[index] = Slot(key: key, last: document)
    count += 1
    if count * 3 > slotCount * 2 { grow() }
  }

  /// Nearly all distances take one byte in a block that has room for it.
  private func append(_ document: UInt32, at index: Int) {
    let slot = slots[index]
    let distance = document - slot.last
    guard slot.firstBlock != 0, distance < 0x80, slot.cursor % Self.blockSize != Self.linkOffset else {
      return appendNumber(of: document, at: index)
    }
    pool[Int(slot.cursor)] = UInt8(distance)
    slots[index].cursor = slot.cursor + 1
    slots[index].last = document
  }

  private func appendNumber(of document: UInt32, at index: Int) {
    var slot = slots[index]
    if slot.firstBlock == 0 {
      slot.firstBlock = newBlock()
      slot.cursor = slot.firstBlock
      append(number: slot.last, at: &slot.cursor)
    }
    append(number: document - slot.last, at: &slot.cursor)
    slot.last = document
    slots[index] = slot
  }

  /// Seven bits a byte, the lowest first; all but the last have the eighth.
  private func append(number: UInt32, at cursor: inout UInt32) {
    var rest = number
    while rest >= 0x80 {
      append(UInt8(rest & 0x7F | 0x80), at: &cursor)
      rest >>= 7
    }
    append(UInt8(rest), at: &cursor)
  }

  private func append(_ byte: UInt8, at cursor: inout UInt32) {
    if cursor % Self.blockSize == Self.linkOffset {
      let block = newBlock()
      for offset in 0..<4 {
        pool[Int(cursor) + offset] = UInt8(truncatingIfNeeded: block >> UInt32(offset * 8))
      }
      cursor = block
    }
    pool[Int(cursor)] = byte
    cursor += 1
  }

  private func newBlock() -> UInt32 {
    let block = UInt32(poolCount)
    poolCount += Int(Self.blockSize)
    if poolCount > poolCapacity { growPool() }
    return block
  }

  private func grow() {
    let old = UnsafeBufferPointer(start: slots, count: slotCount)
    bits += 1
    slots = Self.freeSlots(slotCount)
    for slot in old where slot.key != 0 {
      var index = Self.place(of: slot.key, bits: bits)
      while slots[index].key != 0 { index = (index + 1) & (slotCount - 1) }
      slots[index] = slot
    }
    old.deallocate()
  }

  private func growPool() {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * poolCapacity)
    // Of the block that is being added there is nothing yet.
    larger.initialize(from: pool, count: poolCount - Int(Self.blockSize))
    pool.deallocate()
    (pool, poolCapacity) = (larger, 2 * poolCapacity)
  }

  // MARK: Reading

  /// Calls back with every pair of a shard and the place of its slot, in no order.
  func forEachPair(ofShard shard: Int, bits shardBits: Int, _ body: (_ key: UInt32, _ slot: Int) -> Void) {
    let length = 1 << (bits - shardBits)
    let start = shard * length
    for index in start..<start + slotCount {
      let place = index & (slotCount - 1)
      let key = slots[place].key
      // Pairs that found their places taken stand behind them, perhaps beyond the shard's part of the table.
      if index >= start + length, key == 0 { return }
      if key != 0, Self.shard(of: key, bits: shardBits) == shard { body(key, place) }
    }
  }

  /// Appends the documents of a slot as distances, the first one from a document before them all, in the form of the table's
  /// own numbers, of which nearly all are copied as they stand.
  ///
  /// - Returns: the last document.
  func appendDistances(ofSlot place: Int, from document: UInt32, to bytes: inout [UInt8]) -> UInt32 {
    let slot = slots[place]
    guard slot.firstBlock != 0 else {
      bytes.append(variableLength: UInt(slot.last - document))
      return slot.last
    }
    var cursor = slot.firstBlock
    bytes.append(variableLength: UInt(number(at: &cursor) - document))
    while cursor / Self.blockSize != slot.cursor / Self.blockSize {
      let link = cursor - cursor % Self.blockSize + Self.linkOffset
      bytes.append(contentsOf: UnsafeBufferPointer(start: pool + Int(cursor), count: Int(link - cursor)))
      cursor = block(at: link)
    }
    bytes.append(contentsOf: UnsafeBufferPointer(start: pool + Int(cursor), count: Int(slot.cursor - cursor)))
    return slot.last
  }

  private func number(at cursor: inout UInt32) -> UInt32 {
    var number: UInt32 = 0
    var shift: UInt32 = 0
    while true {
      let byte = byte(at: &cursor)
      number |= UInt32(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }

  private func byte(at cursor: inout UInt32) -> UInt8 {
    if cursor % Self.blockSize == Self.linkOffset { cursor = block(at: cursor) }
    let byte = pool[Int(cursor)]
    cursor += 1
    return byte
  }

  /// The block to which a link leads.
  private func block(at link: UInt32) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(pool[Int(link) + $1]) << UInt32($1 * 8) }
  }
}
