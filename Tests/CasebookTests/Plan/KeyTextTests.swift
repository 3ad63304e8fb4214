import Testing

@testable import Casebook

@Suite("What keys are made from")
struct KeyTextTests {
  private static func hash(ofTexts texts: [String]) -> SourceHash {
    KeyText.hash { text in
      for part in texts { text.add(part) }
    }
  }

  private static func hash(ofOptionals texts: [String?]) -> SourceHash {
    KeyText.hash { text in
      for part in texts { text.add(part) }
    }
  }

  private static func hash(ofLists lists: [[SourceHash]]) -> SourceHash {
    KeyText.hash { text in
      for list in lists { text.add(list) }
    }
  }

  @Test("what is added after finishing has the hash that a fresh one gives, after longer texts too")
  func reuse() {
    var used = KeyText()
    for (index, length) in [3, 600, 3, 0, 504, 505, 5000, 512, 1].enumerated() {
      let text = String(repeating: index.isMultiple(of: 2) ? "a" : "字", count: length)
      used.add(text)
      used.add("end")
      let hash = used.finish()
      #expect(hash == Self.hash(ofTexts: [text, "end"]), "\(length)")
    }
  }

  @Test("texts are told apart by where one ends and the next starts")
  func texts() {
    let lists = [
      ["abc"], ["ab", "c"], ["a", "bc"], ["a", "b", "c"], ["abc", ""], ["", "abc"], ["a", "", "bc"],
      [""], ["", ""],
    ]
    #expect(Set(lists.map { Self.hash(ofTexts: $0) }).count == lists.count)
  }

  @Test("no text is not an empty one")
  func optionals() {
    let lists: [[String?]] = [
      [nil], [""], [nil, nil], ["", nil], [nil, ""], ["", ""], ["a", nil], [nil, "a"],
    ]
    #expect(Set(lists.map { Self.hash(ofOptionals: $0) }).count == lists.count)
  }

  @Test("lists of hashes are told apart by where one ends and the next starts")
  func hashes() {
    let one = Self.hash(ofTexts: ["one"])
    let two = Self.hash(ofTexts: ["two"])
    let lists: [[[SourceHash]]] = [
      [[one, two]], [[two, one]], [[one], [two]], [[one, two], []], [[], [one, two]], [[one], [], [two]],
    ]
    #expect(Set(lists.map { Self.hash(ofLists: $0) }).count == lists.count)
  }
}
