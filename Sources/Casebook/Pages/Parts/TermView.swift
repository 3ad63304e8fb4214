import Mustache

/// A word of a vocabulary: how an incident came about, whether data got out, where the case stands.
struct TermView: View {
  let label: String
  let word: String
  /// How many notices state it; nil where only one could.
  var noticeCount: Int?

  init(_ term: some Term, noticeCount: Int? = nil) {
    label = term.label
    word = term.rawValue
    self.noticeCount = noticeCount
  }

  static let fields = Fields<Self>(
    "term",
    .text("label", "The word in Japanese") { $0.label },
    .text("word", "The word as front matter has it, for a class") { $0.word },
    .text("notice_count", "How many of the case's notices state it; absent when there is one notice") {
      $0.noticeCount.map(DecimalText.of)
    }
  )

  /// The words that the notices of a case state, in the order of the vocabulary.
  static func stated<Word: Term>(_ words: [Word], noticeCount: Int) -> [TermView] {
    guard !words.isEmpty else { return [] }
    return Word.allCases.compactMap { word in
      let count = words.count { $0 == word }
      return count == 0 ? nil : TermView(word, noticeCount: noticeCount > 1 ? count : nil)
    }
  }
}
