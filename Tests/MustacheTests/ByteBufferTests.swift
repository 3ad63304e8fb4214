import Testing

@testable import Mustache

@Suite("Byte buffers") struct ByteBufferTests {
  @Test("pieces of all lengths stand behind one another, whatever room there was", arguments: [0, 1, 7, 64])
  func append(capacity: Int) {
    var buffer = ByteBuffer(capacity: capacity)
    var expected: [UInt8] = []
    for length in 0..<40 {
      let piece = (0..<length).map { UInt8($0 + length) }
      piece.withUnsafeBufferPointer { buffer.append($0) }
      buffer.append(UInt8(length))
      expected += piece + [UInt8(length)]
      #expect(buffer.count == expected.count)
    }
    buffer.withBytes(from: 100) { #expect(Array($0) == Array(expected[100...])) }
    var bytes: [UInt8] = []
    buffer.move(into: &bytes)
    #expect(bytes == expected)
  }

  @Test("it is empty after its bytes were moved, and goes on")
  func move() {
    var buffer = ByteBuffer(capacity: 2)
    var bytes: [UInt8] = []
    for byte in UInt8(0)..<6 {
      buffer.append(byte)
      if byte.isMultiple(of: 3) { buffer.move(into: &bytes) }
    }
    #expect(buffer.count == 2)
    buffer.move(into: &bytes)
    #expect(bytes == [0, 1, 2, 3, 4, 5])
  }

  @Test(
    "what is written into it, escaped in it and taken back has room, whatever there was",
    arguments: [0, 1, 4, 7, 64])
  func inPlace(capacity: Int) {
    var buffer = ByteBuffer(capacity: capacity)
    buffer.append(UInt8(ascii: "<"))
    let start = buffer.count
    buffer.append(atMost: 48) { room in
      for index in 0..<4 { room[index] = UInt8(ascii: "<") }
      return 4
    }
    buffer.escape(from: start)
    let end = buffer.count
    for _ in 0..<100 { buffer.append(UInt8(ascii: "-")) }
    buffer.remove(from: end)
    buffer.append(UInt8(ascii: "."))
    var bytes: [UInt8] = []
    buffer.move(into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "<&lt;&lt;&lt;&lt;.")
  }
}
