import Testing

@testable import Casebook

struct CaseNumberTests {
  @Test(
    "a case number is a year, a dash and at least three digits",
    arguments: ["2024-001", "2024-217", "2024-1000"])
  func canonical(_ text: String) {
    #expect(ReadValue(.caseNumber, "\"\(text)\"").value?.description == text)
  }

  @Test("quotes may be left out: a case number is text, never a sum or a date")
  func unquoted() {
    #expect(ReadValue(.caseNumber, "2024-217").value?.serial == 217)
  }

  @Test(
    "full-width forms, every dash, a leading # and missing zeros are refused with the number that is meant",
    arguments: [
      "２０２４－２１７", "2024－217", "2024‐217", "2024‑217", "2024‒217", "2024–217", "2024—217", "2024―217",
      "2024−217",
      "2024ー217", "2024ｰ217", "#2024-217", "＃２０２４-２１７", "2024 - 217", "2024-0217", "2024-00217",
    ])
  func meant(_ text: String) {
    let read = ReadValue(.caseNumber, "\"\(text)\"")
    #expect(read.value == nil)
    #expect(read.codes == ["invalid-case-number 1:6"])
    #expect(read.hint == "write \"2024-217\"")
  }

  @Test("a serial of fewer than three digits is filled up in the hint")
  func short() {
    #expect(ReadValue(.caseNumber, "2024-17").hint == "write \"2024-017\"")
  }

  @Test(
    "what is no case number is refused",
    arguments: [
      "217", "2024", "2024-", "24-217", "2024-217-1", "2024-000", "2024-abc", "2024-9999999999", "1899-001",
    ])
  func refused(_ text: String) {
    let read = ReadValue(.caseNumber, "\"\(text)\"")
    #expect(read.value == nil)
    #expect(read.codes == ["invalid-case-number 1:6"])
  }

  @Test("case numbers order by year, then by serial as a number")
  func order() throws {
    let numbers = try ["2024-1000", "2025-001", "2024-999", "2023-5000", "2024-001"].map {
      try #require(CaseNumber($0))
    }
    #expect(
      numbers.sorted().map(\.description) == ["2023-5000", "2024-001", "2024-999", "2024-1000", "2025-001"])
  }
}
