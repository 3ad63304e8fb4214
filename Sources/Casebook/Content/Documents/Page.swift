/// A page (ページ): about, contact and the like.
package struct Page: Sendable {
  package let body: Body
  /// Its path under `pages/` without `.md`: `about`, `about/policy`.
  package let path: String
  package let title: String
  package let aliases: [Located<String>]
}

/// The keys of a page's front matter.
enum PageKeys {
  static let all = [SharedKeys.title.shape, SharedKeys.aliases.shape]
}

extension Page {
  /// Reads a page; nil when its title is missing, which has been reported.
  init?(_ reader: RecordReader, path: String, body: Body, _ context: inout ReadingContext) {
    let title = reader.read(SharedKeys.title, &context)
    self.body = body
    self.path = path
    aliases = reader.read(SharedKeys.aliases, &context) ?? []
    guard let title else { return nil }
    self.title = title
  }
}
