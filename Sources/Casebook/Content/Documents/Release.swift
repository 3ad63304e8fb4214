/// Where a notice stands among its publisher's releases on the case.
package struct Release: Sendable, Hashable {
  /// 1 for the first release.
  package let sequence: Int?
  package let type: ReleaseType?
}

/// The keys of `release`.
enum ReleaseKeys {
  static let sequence = Key(
    "sequence", ValueType<Int>.integer(1...999),
    "the number among the publisher's releases on the case, from 1")
  static let type = Key("type", ValueType<ReleaseType>.term, "what kind of release it is")
  static let all = [sequence.shape, type.shape]

  static func read(_ reader: RecordReader, _ context: inout ReadingContext) -> Release? {
    let sequence = reader.read(sequence, &context)
    return Release(sequence: sequence, type: reader.read(type, &context))
  }
}
