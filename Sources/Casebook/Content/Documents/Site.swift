/// What `site.yaml` says about the archive as a whole.
package struct Site: Sendable {
  package let source: SourceText
  package let title: String
  package let description: String
  /// Where the site is published; without a `/` at its end, perhaps with a sub-path.
  package var baseURL: BaseURL
  /// A language tag (RFC 5646).
  package let language: String
  /// A name of the tz database; it says what today is.
  package let timeZone: String
  package let publisher: SitePublisher
  /// How many entries a page of a long list has.
  package let pageSize: Int
  /// How many entries a feed has.
  package let feedSize: Int
  package let dataKinds: [DataKind]
  package let menu: [MenuEntry]
  /// Nil where the archive states no terms.
  package let license: SiteLicense?
  package var outputs: SiteOutputs
}

/// Who publishes the archive.
package struct SitePublisher: Sendable, Hashable {
  package let name: String
  package let url: String?
  package let email: String?
}

/// The terms under which the archive may be used.
package struct SiteLicense: Sendable, Hashable {
  package let name: String
  package let url: String
}

/// One entry of the site's menu.
package struct MenuEntry: Sendable {
  package let title: String
  /// A path of this site, or a whole address.
  package let url: Located<String>
}

/// The keys of `publisher`.
enum SitePublisherKeys {
  static let name = Key(
    "name", ValueType<String>.text(maximumLength: 200), required: true, "who publishes the archive")
  static let url = Key("url", ValueType<String>.url, "the publisher's web site")
  static let email = Key("email", ValueType<String>.email, "where corrections are to be sent")
  static let all = [name.shape, url.shape, email.shape]

  static func read(_ reader: RecordReader, _ context: inout ReadingContext) -> SitePublisher? {
    let name = reader.read(name, &context)
    let url = reader.read(url, &context)
    let email = reader.read(email, &context)
    return name.map { SitePublisher(name: $0, url: url, email: email) }
  }
}

/// The keys of `license`.
enum SiteLicenseKeys {
  static let name = Key(
    "name", ValueType<String>.text(maximumLength: 200), required: true, "the terms' name, such as CC BY 4.0")
  static let url = Key("url", ValueType<String>.url, required: true, "where the terms stand")
  static let all = [name.shape, url.shape]

  static func read(_ reader: RecordReader, _ context: inout ReadingContext) -> SiteLicense? {
    let name = reader.read(name, &context)
    let url = reader.read(url, &context)
    guard let name, let url else { return nil }
    return SiteLicense(name: name, url: url)
  }
}

/// The keys of one of `menu`.
enum MenuEntryKeys {
  static let title = Key(
    "title", ValueType<String>.text(maximumLength: 100), required: true, "what the menu shows")
  static let url = Key(
    "url", ValueType<String>.link.located, required: true,
    "a path of this site such as /tags/, or a whole address")
  static let all = [title.shape, url.shape]

  static func read(_ reader: RecordReader, _ context: inout ReadingContext) -> MenuEntry? {
    let title = reader.read(title, &context)
    let url = reader.read(url, &context)
    guard let title, let url else { return nil }
    return MenuEntry(title: title, url: url)
  }
}

/// The keys of one of `data_kinds`.
enum DataKindKeys {
  static let id = Key("id", ValueType<String>.slug, required: true, "the word for front matter")
  static let label = Key(
    "label", ValueType<String>.text(maximumLength: 100), required: true, "what pages show")
  static let veris = Key("veris", ValueType<VERISDataVariety>.term, required: true, "the VERIS data variety")
  static let all = [id.shape, label.shape, veris.shape]

  static func read(_ reader: RecordReader, _ context: inout ReadingContext) -> DataKind? {
    let id = reader.read(id, &context)
    let label = reader.read(label, &context)
    let veris = reader.read(veris, &context)
    guard let id, let label, let veris else { return nil }
    if DataKind.builtIn.contains(where: { $0.id == id }) {
      context.error(
        .duplicateIdentifier, "the kind of data '\(id)' is built in", at: reader.mark(of: Self.id, context),
        hint: "use the built-in kind, or take another id")
    }
    return DataKind(id: id, label: label, veris: veris)
  }
}

/// The keys of `site.yaml`.
enum SiteKeys {
  static let title = Key(
    "title", ValueType<String>.text(maximumLength: 200), required: true, "the archive's title")
  static let description = Key(
    "description", ValueType<String>.text(), required: true, "one or two sentences on what the archive is")
  static let baseURL = Key(
    "base_url", ValueType<String>.baseURL, required: true, "where the site is published, sub-path included")
  static let language = Key(
    "language", ValueType<String>.language, "the pages' language tag; 'ja' if not given")
  static let timeZone = Key(
    "time_zone", ValueType<String>.timeZone,
    "the time zone that says what today is; 'Asia/Tokyo' if not given")
  static let publisher = Key(
    "publisher", ValueType<SitePublisher>.record(SitePublisherKeys.all, SitePublisherKeys.read),
    required: true,
    "who publishes the archive")
  static let pageSize = Key(
    "page_size", ValueType<Int>.integer(1...1000), "entries on a page of a list; 50 if not given")
  static let feedSize = Key(
    "feed_size", ValueType<Int>.integer(1...1000), "entries of a feed; 50 if not given")
  static let dataKinds = Key(
    "data_kinds", ValueType<[DataKind]>.list(.record(DataKindKeys.all, DataKindKeys.read)),
    "kinds of data beside the built-in ones")
  static let menu = Key(
    "menu", ValueType<[MenuEntry]>.list(.record(MenuEntryKeys.all, MenuEntryKeys.read)),
    "the site's menu, in order")
  static let license = Key(
    "license", ValueType<SiteLicense>.record(SiteLicenseKeys.all, SiteLicenseKeys.read),
    "the terms of use, stated in the data; if not given, the data page says that none are stated")
  static let outputs = Key(
    "outputs", ValueType<SiteOutputs>.record(SiteOutputsKeys.all, SiteOutputsKeys.read),
    "which families of files are written beside the pages")
  static let all = [
    title.shape, description.shape, baseURL.shape, language.shape, timeZone.shape, publisher.shape,
    pageSize.shape, feedSize.shape, dataKinds.shape, menu.shape, license.shape,
    outputs.shape,
  ]
}

extension Site {
  /// Reads `site.yaml`; nil when what it needs is missing, which has been reported.
  init?(_ reader: RecordReader, _ context: inout ReadingContext) {
    let title = reader.read(SiteKeys.title, &context)
    let description = reader.read(SiteKeys.description, &context)
    let baseURL = reader.read(SiteKeys.baseURL, &context).flatMap(BaseURL.init)
    let publisher = reader.read(SiteKeys.publisher, &context)
    source = context.source
    language = reader.read(SiteKeys.language, &context) ?? "ja"
    timeZone = reader.read(SiteKeys.timeZone, &context) ?? "Asia/Tokyo"
    pageSize = reader.read(SiteKeys.pageSize, &context) ?? 50
    feedSize = reader.read(SiteKeys.feedSize, &context) ?? 50
    dataKinds = reader.read(SiteKeys.dataKinds, &context) ?? []
    Self.checkDistinct(dataKinds, at: reader.mark(of: SiteKeys.dataKinds, context), &context)
    menu = reader.read(SiteKeys.menu, &context) ?? []
    license = reader.read(SiteKeys.license, &context)
    outputs = reader.read(SiteKeys.outputs, &context) ?? SiteOutputs()
    guard let title, let description, let baseURL, let publisher else { return nil }
    self.title = title
    self.description = description
    self.baseURL = baseURL
    self.publisher = publisher
  }

  private static func checkDistinct(_ kinds: [DataKind], at mark: Mark, _ context: inout ReadingContext) {
    var ids: Set<String> = []
    for kind in kinds where !ids.insert(kind.id).inserted {
      context.error(
        .duplicateIdentifier, "the kind of data '\(kind.id)' stands twice", at: mark, hint: "keep one")
    }
  }
}
