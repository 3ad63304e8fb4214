import TestSupport
import Testing

@testable import Casebook

/// Digests that are made side by side are those that are made one after another.
struct DigestQueueTests {
  /// Whether files are taken depends on the processor; here one that is not taken has its digest at once, as in a build.
  private func digests(of files: [[UInt8]]) -> [FileDigest] {
    let late = LateDigests(itemCount: files.count, areCompressed: true)
    let queue = DigestQueue(late)
    var digests = files.enumerated().map { index, file in
      let isLate = file.withUnsafeBytes { queue.add($0, of: .init(item: index, isCompressed: false)) }
      return isLate ? FileDigest() : FileDigest(of: file)
    }
    queue.finish()
    for index in files.indices {
      if let digest = late[.init(item: index, isCompressed: false)] { digests[index] = digest }
      #expect(late[.init(item: index, isCompressed: true)] == nil)
    }
    return digests
  }

  @Test("of every length around those of blocks, and of many files at once")
  func lengths() {
    var random = Randomness(state: 7)
    let files = (0..<2000).map { number -> [UInt8] in
      let length = number < 300 ? number : 1 + random.below(20_000)
      return (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ number) }
    }
    #expect(digests(of: files) == files.map { FileDigest(of: $0) })
  }

  @Test(
    "a processor takes all files that are not too long, or none; those of compressed files have places of their own"
  )
  func taken() throws {
    let late = LateDigests(itemCount: 200, areCompressed: true)
    let queue = DigestQueue(late)
    let files = (1...200).map { [UInt8](repeating: 7, count: $0 * 325) }
    let taken = files.enumerated().map { index, file in
      file.withUnsafeBytes { queue.add($0, of: .init(item: index, isCompressed: index % 2 == 1)) }
    }
    queue.finish()
    #expect(Set(taken).count == 1)
    for (index, file) in files.enumerated() {
      let digest = taken[0] ? FileDigest(of: file) : nil
      #expect(late[.init(item: index, isCompressed: index % 2 == 1)] == digest)
      #expect(late[.init(item: index, isCompressed: index % 2 == 0)] == nil)
    }
  }

  @Test("of long files among short ones, and of none")
  func longFiles() {
    let lengths = [0, 1, 65_000, 65_001, 65_535, 65_536, 1 << 20, 55, 56, 64, 65_000, 3, 65_000, 64_999]
    let files = lengths.map { [UInt8](repeating: UInt8(truncatingIfNeeded: $0), count: $0) }
    #expect(digests(of: files) == files.map { FileDigest(of: $0) })
    #expect(digests(of: []) == [])
  }
}
