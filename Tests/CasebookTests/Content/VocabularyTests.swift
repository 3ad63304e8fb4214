import Testing

@testable import Casebook

/// Every word that front matter can hold.
struct VocabularyTests {
  private func check<Vocabulary: Term>(_: Vocabulary.Type, count: Int) {
    #expect(Vocabulary.allCases.count == count)
    #expect(Set(Vocabulary.allCases.map(\.label)).count == count)
    for term in Vocabulary.allCases {
      #expect(ReadValue(ValueType<Vocabulary>.term, term.rawValue).value == term)
      let asLabel = ReadValue(ValueType<Vocabulary>.term, "\(term.label)です")
      #expect(asLabel.codes == ["unknown-term 1:6"])
    }
  }

  @Test("every word of every vocabulary is read, and each has a label of its own")
  func words() {
    check(Role.self, count: 6)
    check(ReleaseType.self, count: 4)
    check(Disclosure.self, count: 4)
    check(Cause.self, count: 14)
    check(AffectedUnit.self, count: 5)
    check(CountQualifier.self, count: 4)
    check(SecondaryDamage.self, count: 4)
    check(EventKind.self, count: 16)
    check(IncidentStatus.self, count: 4)
    check(OrganizationType.self, count: 8)
  }

  @Test(
    "a mistyped word is refused with the nearest one",
    arguments: [
      ("ransomwear", "did you mean 'ransomware'?"),
      ("unauthorised_access", "did you mean 'unauthorized_access'?"),
      ("ランサムウェア", "write 'ransomware'"),
    ])
  func nearest(_ word: String, _ hint: String) {
    let read = ReadValue(ValueType<Cause>.term, word)
    #expect(read.codes == ["unknown-term 1:6"])
    #expect(read.hint == hint)
  }

  @Test("where no word is near, all of them are listed")
  func listed() {
    #expect(
      ReadValue(ValueType<Disclosure>.term, "zzzzzz").hint == "it can be confirmed, potential, none, unknown")
  }

  @Test("words are told apart by case")
  func letterCase() {
    #expect(ReadValue(ValueType<Cause>.term, "Ransomware").hint == "did you mean 'ransomware'?")
  }

  @Test("every built-in kind of data is read, with a label and a VERIS variety")
  func dataKinds() {
    #expect(DataKind.builtIn.count == 29)
    #expect(Set(DataKind.builtIn.map(\.id)).count == 29)
    #expect(Set(DataKind.builtIn.map(\.label)).count == 29)
    for kind in DataKind.builtIn { #expect(ReadValue(.dataKind, kind.id).value == kind) }
  }

  @Test("a kind of data that site.yaml adds is read like a built-in one, and is unknown without it")
  func ownDataKinds() {
    let own = DataKind(id: "passport", label: "旅券番号", veris: .personal)
    #expect(ReadValue(.dataKind, "passport", dataKinds: DataKind.builtIn + [own]).value == own)
    #expect(ReadValue(.dataKind, "passport").codes == ["unknown-term 1:6"])
    #expect(ReadValue(.dataKind, "旅券番号", dataKinds: [own]).hint == "write 'passport'")
    #expect(ReadValue(.dataKind, "adress").hint == "did you mean 'address'?")
  }
}
