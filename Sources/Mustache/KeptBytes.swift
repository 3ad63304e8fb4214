import Synchronization

/// Pieces of files that are made once and copied from then on, each in a place of its own, for all threads.
///
/// No thread waits for another: two may make a piece at the same time, and the first is kept. It stands here because
/// fragments of templates are such pieces; feeds and data have theirs in it too.
package final class KeptBytes: Sendable {
  /// The places, valid for as long as the object.
  package struct Table: BitwiseCopyable, Sendable {
    /// Each with the address of a count of bytes and the bytes behind it; 0 where there are none yet. What is there
    /// stays.
    fileprivate nonisolated(unsafe) let places: UnsafeMutablePointer<Atomic<UInt>>
    let count: Int
  }

  package let table: Table

  /// - Parameter count: of places.
  package init(count: Int) {
    let places = UnsafeMutablePointer<Atomic<UInt>>.allocate(capacity: count)
    for index in 0..<count { (places + index).initialize(to: Atomic(0)) }
    table = Table(places: places, count: count)
  }

  deinit {
    for index in 0..<table.count { table.kept(at: index)?.deallocate() }
    table.places.deinitialize(count: table.count)
    table.places.deallocate()
  }

  /// Appends a piece, made if there is none yet, and made each time where there is no such place.
  package func append(_ place: Int, to bytes: inout ByteBuffer, make: (inout ByteBuffer) -> Void) {
    if let kept = table.bytes(at: place) { return bytes.append(kept) }
    let start = bytes.count
    make(&bytes)
    bytes.withBytes(from: start) { table.keep($0, at: place) }
  }

  /// The same for a file that is mostly such pieces.
  package func append(_ place: Int, to bytes: inout [UInt8], make: (inout ByteBuffer) -> Void) {
    if let kept = table.bytes(at: place) { return bytes.append(contentsOf: kept) }
    var buffer = ByteBuffer()
    append(place, to: &buffer, make: make)
    buffer.move(into: &bytes)
  }
}

extension KeptBytes.Table {
  /// The piece in a place, valid for as long as the object; nil where there is none yet.
  package func bytes(at place: Int) -> UnsafeBufferPointer<UInt8>? {
    guard let kept = kept(at: place) else { return nil }
    let bytes = (kept + MemoryLayout<Int>.size).assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: bytes, count: kept.load(as: Int.self))
  }

  /// Keeps a piece, if there is such a place. Two threads may have made it at the same time; it is the same then.
  package func keep(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) {
    guard (0..<count).contains(place) else { return }
    let head = MemoryLayout<Int>.size
    let kept = UnsafeMutableRawBufferPointer.allocate(
      byteCount: head + bytes.count, alignment: MemoryLayout<Int>.alignment)
    kept.storeBytes(of: bytes.count, as: Int.self)
    UnsafeMutableRawBufferPointer(rebasing: kept[head...]).copyMemory(from: UnsafeRawBufferPointer(bytes))
    let (isKept, _) = places[place].compareExchange(
      expected: 0, desired: UInt(bitPattern: kept.baseAddress), ordering: .acquiringAndReleasing)
    if !isKept { kept.deallocate() }
  }

  fileprivate func kept(at place: Int) -> UnsafeMutableRawPointer? {
    guard (0..<count).contains(place) else { return nil }
    return UnsafeMutableRawPointer(bitPattern: places[place].load(ordering: .acquiring))
  }
}
