import Foundation

/// Searches of bytes where they lie, by the C library, which looks at many of them at once.
extension UnsafeBufferPointer<UInt8> {
  /// The first place at or after an index that has a byte; nil where none has.
  func firstIndex(ofByte byte: UInt8, from start: Int = 0) -> Int? {
    guard let base = baseAddress, start < count, let place = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(place) - UnsafeRawPointer(base)
  }

  /// True where one byte stands somewhere with another behind it.
  func hasPair(_ first: UInt8, _ second: UInt8) -> Bool {
    var index = 0
    while let place = firstIndex(ofByte: first, from: index) {
      index = place + 1
      if index < count, self[index] == second { return true }
    }
    return false
  }
}

extension StringProtocol {
  /// True where a byte stands somewhere in the text as UTF-8.
  func contains(byte: UInt8) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.firstIndex(ofByte: byte) != nil } ?? utf8.contains(byte)
  }
}
