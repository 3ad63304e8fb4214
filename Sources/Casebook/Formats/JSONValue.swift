/// A JSON value (RFC 8259) as a tree, for documents that are put together from parts: schemas, VERIS records.
///
/// What is large is appended to bytes directly and never becomes such a tree.
package indirect enum JSONValue: Sendable, Hashable {
  case null
  case boolean(Bool)
  /// A number, as it is written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  package static func integer(_ value: Int) -> JSONValue { .number(String(value)) }

  package static func strings(_ values: some Sequence<String>) -> JSONValue {
    .array(values.map(JSONValue.string))
  }
}

/// The members of a JSON object in an order of their own; no name stands twice.
package struct JSONObject: Sendable, Hashable {
  package struct Member: Sendable, Hashable {
    package let name: String
    package var value: JSONValue
  }

  package private(set) var members: [Member] = []

  package init() {}

  /// Reads a member, sets it in its place or at the end, or takes it away.
  package subscript(_ name: String) -> JSONValue? {
    get { members.first { $0.name == name }?.value }
    set {
      let index = members.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The object after a JSON Merge Patch (RFC 7396): objects are merged, null takes away, all else replaces.
  package func patched(with patch: JSONObject) -> JSONObject {
    var result = self
    for member in patch.members {
      switch (result[member.name], member.value) {
      case (_, .null): result[member.name] = nil
      case (.object(let old), .object(let new)): result[member.name] = .object(old.patched(with: new))
      case (_, .object(let new)): result[member.name] = .object(JSONObject().patched(with: new))
      case (_, let value): result[member.name] = value
      }
    }
    return result
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    members.reserveCapacity(elements.count)
    for (name, value) in elements { self[name] = value }
  }
}

extension JSONValue: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self = .string(value) }
}

extension JSONValue: ExpressibleByBooleanLiteral {
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension JSONValue: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    var object = JSONObject()
    for (name, value) in elements { object[name] = value }
    self = .object(object)
  }
}
