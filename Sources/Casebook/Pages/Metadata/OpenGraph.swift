import Mustache

/// A property of the page for services that show a card for its address (ogp.me).
struct PropertyView: View {
  let property: String
  let content: String

  static let fields = Fields<Self>(
    "property",
    .text("property", "The property's name, such as `og:title`") { $0.property },
    .text("content", "Its value") { $0.content }
  )
}

/// What a page says of itself in the Open Graph protocol.
struct OpenGraph {
  let frame: Frame

  private var context: PageContext { frame.context }
  private var archive: Archive { context.archive }

  var properties: [PropertyView] {
    let dates = dates
    var properties: [PropertyView] = []
    properties.reserveCapacity(9)
    func add(_ property: String, _ content: String?) {
      if let content { properties.append(PropertyView(property: property, content: content)) }
    }
    add("og:type", dates == nil ? "website" : "article")
    add("og:site_name", archive.site.title)
    add("og:title", frame.title ?? archive.site.title)
    add("og:description", frame.description ?? archive.site.description)
    add("og:url", frame.address)
    add("og:locale", Self.locale(archive.site.language))
    add("og:image", context.icons.forManifest.last.map { context.absolute($0.url) })
    add("article:published_time", dates.map { context.timestamps.midnight(of: $0.published) })
    add("article:modified_time", dates.map { context.timestamps.midnight(of: $0.modified) })
    return properties
  }

  private var dates: (published: CivilDate, modified: CivilDate)? {
    switch frame.subject {
    case .notice(let index):
      let notice = archive.notices[index].notice
      return (notice.published, notice.lastChange)
    case .article(let index):
      let article = archive.articles[index].article
      return (article.published, article.lastChange)
    case .incident(let index):
      guard let first = archive.incidents[index].notices.first else { return nil }
      let published = archive.notices[first].notice.published
      return (published, archive.lastChange(ofIncident: index) ?? published)
    case .archive, .data, nil: return nil
    }
  }

  /// `ja_JP` for `ja`; nil for a language without a country that could be meant.
  private static func locale(_ language: String) -> String? {
    if language == "ja" { return "ja_JP" }
    let parts = language.split(separator: "-")
    guard parts.count == 2, parts[1].utf8.count == 2 else { return nil }
    return "\(parts[0].lowercased())_\(parts[1].uppercased())"
  }
}
