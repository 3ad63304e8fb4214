/// A record of the VERIS schema: its keys in the schema's order, and those that a valid record has to have.
///
/// From one declaration come the check of an incident's `veris` block, what editors know about it, and what
/// completes a record. An object, since every record of an archive is walked by it: a value is copied for each part of it.
package final class VERISRecord: Sendable {
  let keys: KeyValuePairs<String, VERISShape>
  let required: Set<String>
  /// True where the schema allows keys that it does not name.
  let isOpen: Bool
  /// The keys that may have to be completed, found once: most of the schema's are neither records nor required.
  private let completions: [Completion]

  private final class Completion: Sendable {
    let name: String
    /// The shape of a part that has parts of its own.
    let record: VERISRecord?
    let isRequired: Bool
    let unknown: JSONValue?

    init(_ name: String, _ record: VERISRecord?, isRequired: Bool, unknown: JSONValue?) {
      self.name = name
      self.record = record
      self.isRequired = isRequired
      self.unknown = unknown
    }
  }

  init(required: Set<String> = [], isOpen: Bool = false, _ keys: KeyValuePairs<String, VERISShape>) {
    self.keys = keys
    self.required = required
    self.isOpen = isOpen
    completions = keys.compactMap { name, shape in
      let isRequired = required.contains(name)
      if case .record(let record) = shape {
        return Completion(name, record, isRequired: isRequired, unknown: shape.unknown)
      }
      return isRequired ? Completion(name, nil, isRequired: true, unknown: shape.unknown) : nil
    }
  }

  subscript(_ name: String) -> VERISShape? {
    keys.first { $0.key == name }?.value
  }

  /// A record with what the schema requires of the parts that are there, unknown where nothing else is stated, and
  /// without parts that are empty.
  func completed(_ object: JSONObject) -> JSONObject {
    var object = object
    for completion in completions {
      let value = object[completion.name]
      if let record = completion.record, case .object(let part)? = value {
        let completed = record.completed(part)
        if !completed.members.isEmpty || record.isOpen {
          object[completion.name] = .object(completed)
          continue
        }
        object[completion.name] = nil
      } else if value != nil {
        continue
      }
      if completion.isRequired { object[completion.name] = completion.unknown }
    }
    return object
  }
}

/// What a value of a VERIS record looks like.
package indirect enum VERISShape: Sendable {
  /// Text that matches a regular expression as a whole; `unknown` is how it says that nothing is known.
  case text(pattern: String? = nil, unknown: String? = nil)
  case integer(ClosedRange<Int>?)
  case number
  case flag
  /// One of some words.
  case term([String])
  /// A list of some different words, at least one.
  case terms([String])
  case texts(pattern: String? = nil)
  case record(VERISRecord)
  /// A list of records, at least one.
  case records(VERISRecord)

  /// How a value says that nothing is known; nil where the schema has no word for that.
  var unknown: JSONValue? {
    switch self {
    case .text(_, let unknown): unknown.map(JSONValue.string)
    case .term(let words): words.contains(Self.unknownWord) ? .string(Self.unknownWord) : nil
    case .terms(let words): words.contains(Self.unknownWord) ? [.string(Self.unknownWord)] : nil
    case .record(let record): record.unknown.map(JSONValue.object)
    case .records(let record): record.unknown.map { [.object($0)] }
    case .integer, .number, .flag, .texts: nil
    }
  }

  static let unknownWord = "Unknown"
  /// The key under which a record of kinds says that none is known.
  static let unknownKey = "unknown"
}

extension VERISRecord {
  /// The required keys, all unknown, or else the key `unknown`; nil where the record cannot say that.
  fileprivate var unknown: JSONObject? {
    var object = JSONObject()
    for (name, shape) in keys where required.contains(name) {
      guard let unknown = shape.unknown else { return nil }
      object[name] = unknown
    }
    guard object.members.isEmpty, !isOpen else { return object }
    switch self[VERISShape.unknownKey] {
    case .flag?: return [VERISShape.unknownKey: true]
    case .record?: return [VERISShape.unknownKey: [:]]
    default: return nil
    }
  }
}
