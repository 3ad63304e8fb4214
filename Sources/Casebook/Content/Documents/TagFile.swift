/// What a file under `tags/` says about a tag.
package final class TagFile: Sendable {
  package let body: Body
  /// The file's name without `.md`.
  package let id: String
  package let name: String
  package let reading: String?
  package let aliases: [Located<String>]

  /// Reads a tag; nil when its name is missing, which has been reported.
  init?(_ reader: RecordReader, id: String, body: Body, _ context: inout ReadingContext) {
    let name = reader.read(SharedKeys.name, &context)
    self.body = body
    self.id = id
    reading = reader.read(SharedKeys.reading, &context)
    aliases = reader.read(SharedKeys.otherNames, &context) ?? []
    guard let name else { return nil }
    self.name = name
  }
}

/// The keys of a tag's file.
enum TagKeys {
  static let all = [SharedKeys.name.shape, SharedKeys.reading.shape, SharedKeys.otherNames.shape]
}
