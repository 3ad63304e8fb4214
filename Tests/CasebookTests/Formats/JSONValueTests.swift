import Testing

@testable import Casebook

/// JSON documents that are put together from parts.
struct JSONValueTests {
  private func text(_ value: JSONValue) -> String {
    var bytes: [UInt8] = []
    value.append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("objects have a line a member, lists of single values stand on one line")
  func layout() {
    let value: JSONValue = ["a": ["x", .integer(1), true, .null], "b": [["c": [:]]], "d": []]
    #expect(
      text(value) == """
        {
          "a": ["x", 1, true, null],
          "b": [
            {
              "c": {}
            }
          ],
          "d": []
        }
        """)
  }

  @Test("a patch merges objects, replaces all else, and takes away with null (RFC 7396, appendix A)")
  func patch() {
    let document: JSONObject = ["a": "b", "c": ["d": "e", "f": "g"], "l": ["x", "y"]]
    let patched = document.patched(with: [
      "a": "z", "c": ["f": .null], "l": ["v"], "n": ["m": .null, "o": "p"],
    ])
    #expect(patched == ["a": "z", "c": ["d": "e"], "l": ["v"], "n": ["o": "p"]])
  }

  @Test("members keep their places when their values change")
  func order() {
    var object: JSONObject = ["a": .integer(1), "b": .integer(2)]
    object["a"] = .integer(3)
    object["c"] = .integer(4)
    object["b"] = nil
    #expect(object.members.map(\.name) == ["a", "c"])
  }
}
