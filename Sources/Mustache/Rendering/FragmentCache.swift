import Synchronization

/// What fragments of templates made, for all threads that render pages of one site.
///
/// A list of notices names most of them on a dozen pages, and a footer stands on all: what they show is made once, and
/// copied.
package final class FragmentCache: Sendable {
  /// The place of the bytes of a constant fragment, or of an item's fragment about one item.
  struct Slot {
    fileprivate let index: Int
  }

  /// The places of a cache, valid for as long as that.
  struct Table: BitwiseCopyable, Sendable {
    /// Each with the address of a count of bytes and the bytes behind it; 0 where there are none yet. What is there stays.
    fileprivate nonisolated(unsafe) let places: UnsafeMutablePointer<Atomic<UInt>>
    fileprivate let constantCount: Int
    fileprivate let itemCount: Int
    fileprivate let count: Int
  }

  let table: Table

  /// - Parameters:
  ///   - fragments: of the templates.
  ///   - itemCount: of items that have this number, or a higher one, nothing is kept.
  package init(_ fragments: FragmentNumbers, itemCount: Int) {
    let count = fragments.constantCount + fragments.itemCount * itemCount
    let places = UnsafeMutablePointer<Atomic<UInt>>.allocate(capacity: count)
    for index in 0..<count { (places + index).initialize(to: Atomic(0)) }
    table = Table(places: places, constantCount: fragments.constantCount, itemCount: itemCount, count: count)
  }

  deinit {
    for index in 0..<table.count { table.kept(in: index)?.deallocate() }
    table.places.deinitialize(count: table.count)
    table.places.deallocate()
  }
}

extension FragmentCache.Table {
  func slot(ofConstant fragment: Int) -> FragmentCache.Slot? {
    fragment < constantCount ? FragmentCache.Slot(index: fragment) : nil
  }

  func slot(of fragment: Int, item: Int) -> FragmentCache.Slot? {
    guard (0..<itemCount).contains(item) else { return nil }
    let index = constantCount + fragment * itemCount + item
    return index < count ? FragmentCache.Slot(index: index) : nil
  }

  /// The bytes in a slot, valid for as long as the cache; nil when there are none yet.
  func bytes(in slot: FragmentCache.Slot) -> UnsafeBufferPointer<UInt8>? {
    guard let kept = kept(in: slot.index) else { return nil }
    let bytes = (kept + MemoryLayout<Int>.size).assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: bytes, count: kept.load(as: Int.self))
  }

  /// Keeps bytes. Two threads may have made them at the same time; they are the same then.
  func keep(_ bytes: UnsafeBufferPointer<UInt8>, in slot: FragmentCache.Slot) {
    let head = MemoryLayout<Int>.size
    let kept = UnsafeMutableRawBufferPointer.allocate(
      byteCount: head + bytes.count, alignment: MemoryLayout<Int>.alignment)
    kept.storeBytes(of: bytes.count, as: Int.self)
    UnsafeMutableRawBufferPointer(rebasing: kept[head...]).copyMemory(from: UnsafeRawBufferPointer(bytes))
    let (isKept, _) = places[slot.index].compareExchange(
      expected: 0, desired: UInt(bitPattern: kept.baseAddress), ordering: .acquiringAndReleasing)
    if !isKept { kept.deallocate() }
  }

  fileprivate func kept(in place: Int) -> UnsafeMutableRawPointer? {
    UnsafeMutableRawPointer(bitPattern: places[place].load(ordering: .acquiring))
  }
}
