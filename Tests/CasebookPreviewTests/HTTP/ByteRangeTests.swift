import Testing

@testable import CasebookPreview

@Suite("Ranges (RFC 9110, section 14)")
struct ByteRangeTests {
  @Test(
    "a range is the part of the bytes that it names",
    arguments: [
      ("bytes=0-4", 0..<5), ("bytes=5-", 5..<10), ("bytes=-3", 7..<10), ("bytes=-30", 0..<10),
      ("bytes=8-100", 8..<10), ("BYTES=9-9", 9..<10), ("bytes= 1 - 2 ", 1..<3),
    ])
  func part(_ field: String, _ range: Range<Int>) {
    #expect(ByteRange(field, length: 10) == .part(range))
  }

  @Test(
    "what is no single range of bytes is left aside",
    arguments: [
      nil, "", "bytes", "bytes=", "bytes=-", "bytes=4-2", "bytes=0-1,3-4", "lines=0-4", "bytes=a-b",
      "bytes=--1", "bytes=99999999999999999999-",
    ])
  func whole(_ field: String?) {
    #expect(ByteRange(field, length: 10) == .whole)
  }

  @Test("a range behind the end cannot be given", arguments: ["bytes=10-", "bytes=10-20", "bytes=-0"])
  func unsatisfiable(_ field: String) {
    #expect(ByteRange(field, length: 10) == .unsatisfiable)
    #expect(ByteRange("bytes=-5", length: 0) == .unsatisfiable)
  }
}
