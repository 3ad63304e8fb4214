import CDeflate

/// The CRC-32 of some bytes (RFC 1952, section 8).
///
/// It finds what a disk or a cut-off write did to a file that a build keeps for the next, in a tenth of the time of a
/// digest. It keeps nobody from writing another file with the same one.
struct Checksum: Sendable, Hashable, BitwiseCopyable {
  private var value: UInt32 = 0

  /// Of no bytes.
  init() {}

  init(of bytes: UnsafeRawBufferPointer) { add(bytes) }

  /// Goes on with the bytes that follow.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    // For no bytes at all the function starts anew.
    guard let start = bytes.baseAddress else { return }
    value = libdeflate_crc32(value, start, bytes.count)
  }
}
