import Foundation

/// The name of a declared key, with what finds it among the keys of a file.
struct KeyName: Sendable, Hashable {
  let text: String
  let hash: UInt32

  init(_ text: String) {
    self.text = text
    hash = Self.hash(of: text.utf8)
  }

  /// FNV-1a, 32 bit.
  static func hash(of bytes: some Sequence<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// True for the bytes of a text.
  func equals(_ text: String) -> Bool {
    guard text.utf8.count == count, let bytes = baseAddress else { return text.isEmpty && isEmpty }
    return text.utf8.withContiguousStorageIfAvailable { other in
      other.baseAddress.map { memcmp(bytes, $0, count) == 0 } ?? isEmpty
    } ?? elementsEqual(text.utf8)
  }
}
