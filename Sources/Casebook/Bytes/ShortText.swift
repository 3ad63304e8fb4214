import Mustache

/// Writes a short text byte by byte: pages are full of dates, numbers and lengths, and putting each together from
/// strings takes five times as long.
struct ShortText {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  /// - Parameter capacity: in bytes of UTF-8; what does not fit is left out.
  static func make(capacity: Int, _ body: (inout ShortText) -> Void) -> String {
    String(unsafeUninitializedCapacity: capacity) { write(to: $0, body) }
  }

  /// Writes to the start of some room; gives how many bytes it wrote.
  fileprivate static func write(
    to room: UnsafeMutableBufferPointer<UInt8>, _ body: (inout ShortText) -> Void
  ) -> Int {
    var text = ShortText(bytes: room)
    body(&text)
    return text.count
  }

  private init(bytes: UnsafeMutableBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func append(_ byte: UInt8) {
    guard count < bytes.count else { return }
    bytes[count] = byte
    count += 1
  }

  mutating func append(_ text: StaticString) {
    for byte in UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount) { append(byte) }
  }

  mutating func append(_ text: some Sequence<UInt8>) {
    let isCopied: Void? = text.withContiguousStorageIfAvailable { text in
      let length = min(text.count, bytes.count - count)
      _ = UnsafeMutableBufferPointer(rebasing: bytes[count..<count + length])
        .update(fromContentsOf: text.prefix(length))
      count += length
    }
    if isCopied == nil { for byte in text { append(byte) } }
  }

  /// Decimal digits.
  ///
  /// - Parameters:
  ///   - width: with fewer digits, zeros stand before them.
  ///   - isGrouped: true puts a comma between thousands.
  @inline(__always)
  mutating func append(_ number: Int, width: Int = 1, isGrouped: Bool = false) {
    switch number {
    case 0..<100 where width <= 2: append(small: number, width)
    case 100..<10_000 where width <= 3 && !isGrouped:
      // Years, and the serials of cases.
      append(small: number / 100, 1)
      append(small: number % 100, 2)
    default: append(any: number, width, isGrouped: isGrouped)
    }
  }

  private mutating func append(any number: Int, _ width: Int, isGrouped: Bool) {
    if number < 0 { append(UInt8(ascii: "-")) }
    // Lowest digit first, then turned round.
    let start = count
    var rest = number.magnitude
    var digits = 0
    repeat {
      if isGrouped, digits > 0, digits.isMultiple(of: 3) { append(UInt8(ascii: ",")) }
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
      digits += 1
    } while rest > 0 || digits < width
    bytes[start..<count].reverse()
  }

  /// Days and months, and both halves of a year: less than a hundred.
  @inline(__always)
  private mutating func append(small number: Int, _ width: Int) {
    let number = UInt8(truncatingIfNeeded: number)
    let tens = number / 10
    guard tens > 0 || width == 2 else { return append(UInt8(ascii: "0") + number) }
    guard count + 2 <= bytes.count else { return }
    bytes[count] = UInt8(ascii: "0") + tens
    bytes[count + 1] = UInt8(ascii: "0") + (number - 10 * tens)
    count += 2
  }
}

extension ByteBuffer {
  /// Appends a short text, written where it is to stand.
  ///
  /// - Parameter capacity: in bytes of UTF-8; what does not fit is left out.
  mutating func append(capacity: Int, _ body: (inout ShortText) -> Void) {
    append(atMost: capacity) { ShortText.write(to: $0, body) }
  }
}
