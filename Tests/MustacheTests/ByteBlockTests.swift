import Testing

@testable import Mustache

@Suite("Blocks of bytes") struct ByteBlockTests {
  private func firstIndex(in text: [UInt8], from start: Int, of byte: UInt8) -> Int {
    text.withUnsafeBufferPointer { $0.firstIndex(from: start) { $0.marks(of: byte) } }
  }

  @Test(
    "a byte is found wherever it stands in texts of all lengths, and nothing before the start or behind the end"
  )
  func everyPlace() {
    // The sought byte stands on both sides of each text, so that reading beyond it would show.
    let room = [UInt8](repeating: UInt8(ascii: "<"), count: 16)
    for length in 0...50 {
      for start in [0, 1, 7, 16, length] where start <= length {
        for place in start...length {
          var text = [UInt8](repeating: UInt8(ascii: "b"), count: length)
          if place < length { text[place] = UInt8(ascii: "<") }
          if start > 0 { text[start - 1] = UInt8(ascii: "<") }
          (room + text + room).withUnsafeBufferPointer { bytes in
            let text = UnsafeBufferPointer(rebasing: bytes[16..<16 + length])
            let found = text.firstIndex(from: start) { $0.marks(of: UInt8(ascii: "<")) }
            #expect(found == place, "\(length) bytes from \(start)")
          }
        }
      }
    }
  }

  @Test("the first of two is found", arguments: [3, 7, 8, 15, 16, 31])
  func first(_ length: Int) {
    for first in 0..<length {
      for second in first..<length {
        var text = [UInt8](repeating: 0xE3, count: length)
        text[first] = 0x26
        text[second] = 0x26
        #expect(firstIndex(in: text, from: 0, of: 0x26) == first)
      }
    }
  }

  @Test("each byte is told from each other, and from those below a limit", arguments: [1, 5, 8, 16, 20])
  func everyByte(_ length: Int) {
    for byte in UInt8.min...UInt8.max {
      let text = [UInt8](repeating: byte, count: length)
      for other in UInt8.min...UInt8.max where other != UInt8(ascii: "a") {
        #expect(firstIndex(in: text, from: 0, of: other) == (byte == other ? 0 : length))
      }
      let below = text.withUnsafeBufferPointer { $0.firstIndex(from: 0) { $0.marks(below: 0x21) } }
      #expect(below == (byte < 0x21 ? 0 : length))
    }
  }
}
