/// Where the original release is or was to be found.
package struct NoticeSource: Sendable, Hashable {
  package let url: String?
  /// Archived copies of it.
  package let mirrors: [String]
}

/// The keys of `source`.
enum NoticeSourceKeys {
  static let url = Key("url", ValueType<String>.url, "the address of the original release")
  static let mirrors = Key(
    "mirrors", ValueType<[String]>.distinctList(.url), "the addresses of archived copies")
  static let all = [url.shape, mirrors.shape]

  static func read(_ reader: RecordReader, _ context: inout ReadingContext) -> NoticeSource? {
    let url = reader.read(url, &context)
    return NoticeSource(url: url, mirrors: reader.read(mirrors, &context) ?? [])
  }
}
