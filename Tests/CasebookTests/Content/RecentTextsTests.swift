import Testing

@testable import Casebook

@Suite("Texts that files repeat are kept once for some of them")
struct RecentTextsTests {
  @Test("every text is the one that was asked for, among so many that they drive each other out")
  func texts() {
    let recent = RecentTexts()
    for round in 0..<3 {
      for number in 0..<20_000 {
        let text = String(repeating: "漏えい", count: number % 16) + " \(number)"
        #expect(self.text(text, recent) == text, "in round \(round)")
      }
    }
  }

  @Test("a text is shared by sixteen values, and the next has its own")
  func sharing() {
    let recent = RecentTexts()
    let note = "外部の専門会社による調査を始めた"
    let texts = (0..<40).map { _ in text(note, recent) }
    let places = texts.map(place)
    #expect(Set(places[..<16]).count == 1)
    #expect(Set(places[16..<32]).count == 1)
    #expect(Set(places).count == 3)
  }

  private func text(_ text: String, _ recent: RecentTexts) -> String {
    var text = text
    return text.withUTF8(recent.text)
  }

  private func place(of text: String) -> UnsafePointer<UInt8>? {
    text.utf8.withContiguousStorageIfAvailable { $0.baseAddress } ?? nil
  }
}
