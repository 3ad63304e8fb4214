#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes that grow by short pieces: a page while it is rendered, the rows of a table.
///
/// A page is some hundred pieces, a row some dozen; an array asks before each whether it is alone and long enough, which takes
/// longer than to copy it.
///
/// `public` for the same reason as `View`.
public struct ByteBuffer: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var length = 0

  /// How many bytes there are.
  @inlinable package var count: Int { length }

  package init(capacity: Int = 1 << 16) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  @inlinable @inline(__always)
  package mutating func append(_ byte: UInt8) {
    if length == capacity { grow(by: 1) }
    base[length] = byte
    length += 1
  }

  @inlinable @inline(__always)
  package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    if length + bytes.count > capacity { grow(by: bytes.count) }
    memcpy(base + length, source, bytes.count)
    length += bytes.count
  }

  /// Puts another byte in the place of one that is there.
  package mutating func replace(at index: Int, by byte: UInt8) {
    precondition((0..<length).contains(index))
    base[index] = byte
  }

  /// Appends text as UTF-8.
  ///
  /// - Parameter isEscaped: true makes character references of `&`, `<`, `>`, `"` and `'`, so that none of it is markup.
  package mutating func append(_ text: consuming String, isEscaped: Bool) {
    text.withUTF8 { append($0, isEscaped: isEscaped) }
  }

  /// The same with text that is UTF-8 already.
  package mutating func append(_ text: UnsafeBufferPointer<UInt8>, isEscaped: Bool) {
    if isEscaped {
      Escaping.forEachPiece(of: text) { append($0) }
    } else {
      append(text)
    }
  }

  /// Appends bytes that are written where they are to stand.
  ///
  /// - Parameter write: gets room for as many bytes as there may be, and says how many of them it wrote.
  @inlinable @inline(__always)
  package mutating func append(atMost count: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
    if length + count > capacity { grow(by: count) }
    length += write(UnsafeMutableBufferPointer(start: base + length, count: count))
  }

  /// Takes what was appended since a count back.
  mutating func remove(from start: Int) {
    precondition((0...length).contains(start))
    length = start
  }

  /// Puts character references in place of the markup that was appended since a count: nearly always there is none.
  mutating func escape(from start: Int) {
    let text = UnsafeBufferPointer(start: base + start, count: length - start)
    guard Escaping.firstIndex(in: text) < text.count else { return }
    let copy = Array(text)
    length = start
    copy.withUnsafeBufferPointer { append($0, isEscaped: true) }
  }

  /// Calls the body with what was appended since a count.
  package func withBytes(from start: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    body(UnsafeBufferPointer(start: base + start, count: length - start))
  }

  /// Appends all bytes to others, and is empty then.
  package mutating func move(into bytes: inout [UInt8]) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: base, count: length))
    length = 0
  }

  @usableFromInline @inline(never)
  mutating func grow(by addition: Int) {
    capacity = max(2 * capacity, length + addition)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    memcpy(larger, base, length)
    base.deallocate()
    base = larger
  }
}
