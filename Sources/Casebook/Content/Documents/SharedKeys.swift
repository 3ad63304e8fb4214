/// The keys that several kinds of document have.
enum SharedKeys {
  static let title = Key("title", ValueType<String>.text(maximumLength: 300), required: true, "the title")
  static let published = Key("published", ValueType<CivilDate>.date, required: true, "the day of publication")
  static let summary = Key(
    "summary", ValueType<String>.text(), "one or two sentences; the first paragraph if not given")
  static let tags = Key(
    "tags", ValueType<[Located<String>]>.list(ValueType<String>.text(maximumLength: 200).located),
    "ids, names or aliases of tags")
  static let draft = Key("draft", ValueType<Bool>.boolean, "true keeps it out of the built archive")
  static let slug = Key("slug", ValueType<String>.slug.located, "the last part of its URL")
  static let aliases = Key(
    "aliases", ValueType<[Located<String>]>.list(ValueType<String>.path.located),
    "paths of this site that redirect here")
  static let name = Key(
    "name", ValueType<String>.text(maximumLength: 200), required: true, "the name as pages show it")
  static let reading = Key("reading", ValueType<String>.reading, "the name in kana, for the index")
  static let otherNames = Key(
    "aliases", ValueType<[Located<String>]>.list(ValueType<String>.text(maximumLength: 200).located),
    "other names that mean the same")
  static let url = Key("url", ValueType<String>.url, "its web site")
}
