import CXXHash

/// A hash of what something is made from: 128 bits of XXH3, without a seed.
///
/// Two sources that anybody writes have two hashes. It does not keep people from making two with the same on purpose,
/// which would leave a page as it was: whoever can write sources can do that anyway. What is published has a
/// `FileDigest`.
package struct SourceHash: Sendable, Hashable, BitwiseCopyable {
  private let low: UInt64
  private let high: UInt64

  init(of bytes: UnsafeRawBufferPointer) {
    let hash = XXH3_128bits(bytes.baseAddress, bytes.count)
    low = hash.low64
    high = hash.high64
  }
}
