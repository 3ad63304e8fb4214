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
    fileprivate let pieces: KeptBytes.Table
    fileprivate let constantCount: Int
    fileprivate let itemCount: Int
  }

  let table: Table
  private let pieces: KeptBytes

  /// - Parameters:
  ///   - fragments: of the templates.
  ///   - itemCount: of items that have this number, or a higher one, nothing is kept.
  package init(_ fragments: FragmentNumbers, itemCount: Int) {
    pieces = KeptBytes(count: fragments.constantCount + fragments.itemCount * itemCount)
    table = Table(pieces: pieces.table, constantCount: fragments.constantCount, itemCount: itemCount)
  }
}

extension FragmentCache.Table {
  func slot(ofConstant fragment: Int) -> FragmentCache.Slot? {
    fragment < constantCount ? FragmentCache.Slot(index: fragment) : nil
  }

  func slot(of fragment: Int, item: Int) -> FragmentCache.Slot? {
    guard (0..<itemCount).contains(item) else { return nil }
    let index = constantCount + fragment * itemCount + item
    return index < pieces.count ? FragmentCache.Slot(index: index) : nil
  }

  /// The bytes in a slot, valid for as long as the cache; nil when there are none yet.
  func bytes(in slot: FragmentCache.Slot) -> UnsafeBufferPointer<UInt8>? { pieces.bytes(at: slot.index) }

  /// Keeps bytes. Two threads may have made them at the same time; they are the same then.
  func keep(_ bytes: UnsafeBufferPointer<UInt8>, in slot: FragmentCache.Slot) {
    pieces.keep(bytes, at: slot.index)
  }
}
