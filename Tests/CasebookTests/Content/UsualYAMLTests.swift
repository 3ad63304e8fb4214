import Foundation
import TestSupport
import Testing

@testable import Casebook

@Suite("Front matter composed without libyaml is what libyaml makes of it") struct UsualYAMLTests {
  /// What each way makes of a text, with every place; nil where it gives up or refuses.
  private func trees(of text: String) -> (usual: [UInt8]?, libyaml: [UInt8]?) {
    var tree = YAMLTree()
    let bytes = Array(text.utf8)[...]
    let isUsual = UsualYAML.compose(bytes, firstLine: 2, into: &tree)
    let usual = isUsual ? YAMLTreeCode.encoded(tree) : nil
    let isYAML = (try? YAMLComposer.compose(bytes, firstLine: 2, into: &tree)) ?? false
    return (usual, isYAML ? YAMLTreeCode.encoded(tree) : nil)
  }

  @Test("every document of the shipped archive and its settings are composed, and as libyaml does")
  func content() throws {
    let listing = FileListing(root: Repository.root + "/content", prefix: "content/")
    var count = 0
    for file in listing.files where file.path.hasSuffix(".md") || file.path == "site.yaml" {
      let text = try String(contentsOfFile: Repository.path("content/" + file.path), encoding: .utf8)
      let (usual, libyaml) = trees(of: file.path == "site.yaml" ? text : frontMatter(of: text))
      #expect(usual != nil && usual == libyaml, "\(file.path)")
      count += 1
    }
    #expect(count > 10)
  }

  /// The text between the two lines `---`.
  private func frontMatter(of text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.dropFirst().prefix { $0 != "---" }.map { $0 + "\n" }.joined()
  }

  @Test(
    "what is usual is composed, and as libyaml does",
    arguments: [
      "a: 1", "a:   1\n", "title: 第2報（続報）", "a: x:y C#\nb-c_2: ~\nd: null\n",
      "a: \"\"\nb: 'x # y: z'\nc: \"it's\"\n",
      "a: [1, 二,three ]\nb: []\nc: {}\nd: { e: 1, f: [x, {g: \"h\"}] }\n", "a: x  \nb: 1", "a: [ ]\n",
      "a: a, b ] }\n",
      "a:\n  b: 1\n  c:\n      d: 2\ne: 3\n", "a:\n  - 1\n  - 二\nb:\n- 1\n-   2\nc: 3\n",
      "a:\n  - b: 1\n    c: [2]\n  - {d: 3}\n  -   e: 4\n      f: 5\n\n",
      "\n# 注\na: 1\n\n   \n  # 注\nb:\n# 注\n  - 1\n",
      "a: https://example.jp/a?b#c\n", "a:\n- b:\n  - c\n  d: 1\n", "a:   \n  b: 1\n",
      "a: {b: {c: [d, e], f: {g: [[]]}}}",
    ])
  func usual(_ text: String) {
    let (usual, libyaml) = trees(of: text)
    #expect(usual != nil)
    #expect(usual == libyaml)
  }

  @Test(
    "what is less usual, and what is wrong, is left to libyaml",
    arguments: [
      "", "# 注\n", "a", "- 1\n", "a: b: c", "a: b:\n", "a: |\n  x\n", "a: x\n  y\n", "a: x # y\n",
      "a: \"x\\ny\"\n", "a: 'it''s'\n",
      "a: [1,\n 2]\n", "a: [1, ]\n", "a: [b: 1]\n", "a: {b}\n", "a: {b:1}\n", "a: &x 1\n", "a: *x\n",
      "a: !t 1\n", "a:\n",
      "a: 1\na: 2\n", "a: {b: 1, b: 2}\n", "  a: 1\n", "a:\n   b: 1\n  c: 2\n", "a: 1\n  b: 2\n", "a:\t1\n",
      "a: x\ty\n",
      "\"a\": 1\n", "鍵: 1\n", "a:\n  - - 1\n", "a: [\n", "a: [1]]\n", "a: [1] b\n", "a: \"x\" \n", "? a\n",
      "a: 1\n...\n",
      "a: 1\n---\nb: 2\n", "a: -1\n", "a: 'x\n", "a: 1\n- 2\n", "a:\n  - 1\n b: 2\n", "a: [x?]\n",
      "a: [x:]\n",
      "a: " + String(repeating: "[", count: 20) + String(repeating: "]", count: 20),
      String(repeating: "a", count: 2000) + ": 1\n", "a:\n- b\n  - c\n", "a:\n  - b: 1\n  c: 2\n",
    ])
  func unusual(_ text: String) {
    #expect(trees(of: text).usual == nil)
  }

  @Test("among many keys one that stands twice is found, wherever it stands, and none is taken for another")
  func manyKeys() {
    let keys = (0..<200).map { "key_\($0)" }
    let text = keys.map { "\($0): 1\n" }.joined()
    let (usual, libyaml) = trees(of: text)
    #expect(usual != nil && usual == libyaml)
    for key in keys { #expect(trees(of: text + "\(key): 2\n").usual == nil, "\(key)") }
  }

  @Test("columns and lengths are counted in characters, whatever stands before", arguments: 0...40)
  func places(_ length: Int) {
    for sign in ["a", "é", "名", "𠮷"] {
      let text = String(repeating: sign, count: length) + "x"
      let (usual, libyaml) = trees(of: "a: [\(text), {b: \"\(text)\", c: \(text) a}]\nd: \(text)名é\n")
      #expect(usual != nil && usual == libyaml, "\(text)")
    }
  }

  @Test("at every depth that is allowed, and at none that is not", arguments: 1...20)
  func depth(_ depth: Int) {
    let flow = "a: " + String(repeating: "[", count: depth) + "x" + String(repeating: "]", count: depth)
    let block = (0..<depth).map { String(repeating: "  ", count: $0) + "a:" }.joined(separator: "\n") + " x"
    for text in [flow, block, block.replacing(" x", with: " {b: [1]}")] {
      let (usual, libyaml) = trees(of: text)
      #expect(usual == libyaml)
    }
  }

  @Test("of texts put together by chance, what is composed is what libyaml makes, and much of it is composed")
  func chance() {
    let pieces = [
      "a", "b", "名", "1", ": ", ": ", ":", "\n", "\n", "\n  ", "\n    ", "- ", "- ", "[", "]", "{", "}", ", ",
      ",", "\"", "'", " ",
      "#", " # ", "?", "-", "\t", "~", "key: ", "\nkey: ", "\nother: ", "\n  - ", "\n- ", "[a, b]", "{a: 1}",
      "\"x\"", "|", "\\",
    ]
    var random = Randomness(state: 7)
    var count = 0
    for _ in 0..<60_000 {
      let text = "k: " + (0..<random.below(12)).map { _ in random.pick(pieces) }.joined()
      let (usual, libyaml) = trees(of: text)
      guard let usual else { continue }
      #expect(usual == libyaml, "\(text.debugDescription)")
      count += 1
    }
    #expect(count > 2500, "\(count)")
  }
}
