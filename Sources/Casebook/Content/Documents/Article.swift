/// An article (記事): a post that is about no case.
package final class Article: Sendable {
  package let body: Body
  /// The file's name without `.md`.
  package let slug: String
  package let title: String
  package let published: CivilDate
  package let updated: CivilDate?
  package let tags: [Located<String>]
  package let summary: String?
  package let isDraft: Bool
  package let aliases: [Located<String>]

  /// Reads an article; nil when what it needs is missing, which has been reported.
  init?(_ reader: RecordReader, slug: String, body: Body, _ context: inout ReadingContext) {
    let title = reader.read(SharedKeys.title, &context)
    let published = reader.read(SharedKeys.published, &context)
    self.body = body
    self.slug = slug
    updated = reader.read(ArticleKeys.updated, &context)
    tags = reader.read(SharedKeys.tags, &context) ?? []
    summary = reader.read(SharedKeys.summary, &context)
    isDraft = reader.read(SharedKeys.draft, &context) ?? false
    aliases = reader.read(SharedKeys.aliases, &context) ?? []
    guard let title, let published else { return nil }
    self.title = title
    self.published = published
    if let updated, updated < published {
      context.error(
        .endBeforeStart, "updated on \(updated), before it was published on \(published)",
        at: reader.mark(of: ArticleKeys.updated, context), hint: "mend one of the two dates")
    }
  }
}

/// The keys of an article's front matter.
enum ArticleKeys {
  static let updated = Key("updated", ValueType<CivilDate>.date, "the day of the last change")
  static let all = [
    SharedKeys.title.shape, SharedKeys.published.shape, updated.shape, SharedKeys.tags.shape,
    SharedKeys.summary.shape, SharedKeys.draft.shape, SharedKeys.aliases.shape,
  ]
}
