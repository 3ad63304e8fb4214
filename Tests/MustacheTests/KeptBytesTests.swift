import Dispatch
import Synchronization
import Testing

@testable import Mustache

@Suite("Kept bytes")
struct KeptBytesTests {
  private func piece(_ number: Int) -> [UInt8] { Array(repeating: UInt8(number), count: number) }

  private func append(_ piece: [UInt8], to bytes: inout ByteBuffer) {
    piece.withUnsafeBufferPointer { bytes.append($0) }
  }

  @Test("a piece is made once and copied from then on, the empty one too")
  func append() {
    let kept = KeptBytes(count: 3)
    var made: [Int] = []
    var bytes: [UInt8] = [9]
    for place in [0, 2, 0, 2] {
      kept.append(place, to: &bytes) {
        made.append(place)
        append(piece(place), to: &$0)
      }
    }
    #expect(bytes == [9, 2, 2, 2, 2])
    #expect(made == [0, 2])
    #expect(kept.table.bytes(at: 1) == nil)
    #expect(kept.table.bytes(at: 0)?.count == 0)
  }

  @Test("within a buffer a piece is what was appended for it, and nothing before it")
  func buffer() {
    let kept = KeptBytes(count: 1)
    var buffer = ByteBuffer(capacity: 0)
    buffer.append(9)
    for _ in 0..<2 { kept.append(0, to: &buffer) { append([1, 2], to: &$0) } }
    var bytes: [UInt8] = [7]
    buffer.move(into: &bytes)
    #expect(bytes == [7, 9, 1, 2, 1, 2])
    #expect(buffer.count == 0)
    #expect(kept.table.bytes(at: 0).map(Array.init) == [1, 2])
  }

  @Test("where there is no place, it is made each time", arguments: [-1, 3, 1000])
  func outside(place: Int) {
    let kept = KeptBytes(count: 3)
    var bytes: [UInt8] = []
    for _ in 0..<2 { kept.append(place, to: &bytes) { append([1, 2], to: &$0) } }
    #expect(bytes == [1, 2, 1, 2])
    #expect(kept.table.bytes(at: place) == nil)
    KeptBytes(count: 0).append(0, to: &bytes) { append([3], to: &$0) }
    #expect(bytes == [1, 2, 1, 2, 3])
  }

  @Test("threads that make the pieces at the same time all get them whole")
  func threads() {
    let kept = KeptBytes(count: 200)
    let isSame = Mutex(true)
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for round in 0..<400 {
        let place = (round * 7 + thread) % 200
        var bytes: [UInt8] = []
        kept.append(place, to: &bytes) { append(piece(place), to: &$0) }
        if bytes != piece(place) { isSame.withLock { $0 = false } }
      }
    }
    #expect(isSame.withLock { $0 })
  }
}
