/// What a page says of itself in JSON-LD 1.1 with the words of schema.org.
///
/// It stands in a `script` element with a type that is no script's, which browsers take for data: a
/// Content-Security-Policy does not apply to it (HTML, section 4.12.1).
struct StructuredData {
  private let frame: Frame

  private var context: PageContext { frame.context }
  private var archive: Archive { context.archive }
  private var origin: String { archive.site.baseURL.origin }

  init(_ frame: Frame) {
    self.frame = frame
  }

  /// The JSON text, safe in HTML; nil where there is nothing to say.
  var json: [UInt8]? {
    guard frame.subject != nil || !frame.trail.isEmpty else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2048)
    JSONWriter.write(to: &bytes, isInHTML: true) { json in
      json.object { json in
        json.member("@context", "https://schema.org")
        json.array("@graph") { json in
          appendSubject(to: &json)
          if frame.url != .home { appendTrail(to: &json) }
        }
      }
    }
    return bytes
  }

  private func appendSubject(to json: inout JSONWriter) {
    switch frame.subject {
    case .archive: json.object { appendArchive(to: &$0) }
    case .incident(let index): json.object { appendIncident(index, to: &$0) }
    case .notice(let index): json.object { appendNotice(index, to: &$0) }
    case .article(let index): json.object { appendArticle(index, to: &$0) }
    case .data(let lastChange):
      json.object { json in
        appendHead("Dataset", context.href(.data), to: &json)
        DatasetDescription(context: context, lastChange: lastChange).append(to: &json)
        appendPublisher(to: &json)
      }
    case nil: break
    }
  }

  // MARK: Subjects

  private func appendArchive(to json: inout JSONWriter) {
    appendHead("WebSite", context.href(.home), to: &json)
    json.member("name", archive.site.title)
    json.member("description", archive.site.description)
    if archive.site.outputs.search { appendSearch(to: &json) }
    appendPublisher(to: &json)
  }

  private func appendSearch(to json: inout JSONWriter) {
    json.object("potentialAction") { json in
      json.member("@type", "SearchAction")
      json.object("target") { json in
        json.member("@type", "EntryPoint")
        json.member("urlTemplate", context.searchAddress("{search_term_string}"))
      }
      json.member("query-input", "required name=search_term_string")
    }
  }

  private func appendIncident(_ index: Int, to json: inout JSONWriter) {
    let incident = archive.incidents[index]
    appendHead("Report", context.addresses.incidents[index], to: &json)
    json.member("reportNumber", incident.number.description)
    appendText(
      incident.title, incident.notices.first.map { archive.notices[$0].notice.published },
      archive.lastChange(ofIncident: index), incident.tags, to: &json)
    json.array("about") { json in
      for organization in Self.distinct(incident.parties.map(\.organization)) {
        json.object { appendOrganization(organization, to: &$0) }
      }
    }
    json.array("hasPart") { json in
      for notice in incident.notices {
        json.object { json in
          json.member("@type", "Article")
          json.member("@id", origin, context.addresses.notices[notice])
          json.member("headline", archive.notices[notice].notice.title)
        }
      }
    }
    appendPublisher(to: &json)
  }

  private func appendNotice(_ index: Int, to json: inout JSONWriter) {
    let archived = archive.notices[index]
    let notice = archived.notice
    appendHead("Article", context.addresses.notices[index], to: &json)
    appendText(notice.title, notice.published, notice.lastChange, archived.tags, to: &json)
    json.object("author") { appendOrganization(archived.publisher, to: &$0) }
    json.member("isBasedOn", archived.notice.source?.url)
    json.array("isPartOf") { json in
      for incident in archived.incidents {
        json.object { json in
          json.member("@type", "Report")
          json.member("@id", origin, context.addresses.incidents[incident])
          json.member("reportNumber", archive.incidents[incident].number.description)
        }
      }
    }
    appendPublisher(to: &json)
  }

  private func appendArticle(_ index: Int, to json: inout JSONWriter) {
    let archived = archive.articles[index]
    let article = archived.article
    appendHead("Article", context.href(archive.url(ofArticle: index)), to: &json)
    appendText(article.title, article.published, article.lastChange, archived.tags, to: &json)
    json.object("author") { appendPublisherItself(to: &$0) }
    appendPublisher(to: &json)
  }

  // MARK: What subjects have in common

  /// - Parameter address: as pages link to it.
  private func appendHead(_ type: String, _ address: String, to json: inout JSONWriter) {
    json.member("@type", type)
    json.member("@id", origin, address)
    json.member("url", origin, address)
    json.member("inLanguage", archive.site.language)
  }

  /// What is said of a text: what it is about and when it was published.
  private func appendText(
    _ title: String, _ published: CivilDate?, _ modified: CivilDate?, _ tags: [Int],
    to json: inout JSONWriter
  ) {
    json.member("headline", title)
    json.member("description", frame.description)
    json.member("datePublished", published?.description)
    json.member("dateModified", modified?.description)
    if !tags.isEmpty { json.array("keywords", tags.lazy.map { archive.tags[$0].name }) }
  }

  private func appendOrganization(_ index: Int, to json: inout JSONWriter) {
    json.member("@type", "Organization")
    json.member("@id", origin, context.addresses.organizations[index])
    json.member("name", archive.organizations[index].name)
  }

  private func appendPublisher(to json: inout JSONWriter) {
    json.object("publisher") { appendPublisherItself(to: &$0) }
  }

  private func appendPublisherItself(to json: inout JSONWriter) {
    json.member("@type", "Organization")
    json.member("name", archive.site.publisher.name)
    json.member("url", archive.site.publisher.url)
  }

  private static func distinct(_ indexes: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return indexes.filter { seen.insert($0).inserted }
  }

  // MARK: The way to the page

  private func appendTrail(to json: inout JSONWriter) {
    json.object { json in
      json.member("@type", "BreadcrumbList")
      json.array("itemListElement") { json in
        appendStep(1, archive.site.title, context.href(.home), to: &json)
        for (offset, step) in frame.trail.enumerated() {
          appendStep(offset + 2, step.title, step.url, to: &json)
        }
        appendStep(frame.trail.count + 2, frame.title ?? "", frame.href, to: &json)
      }
    }
  }

  private func appendStep(_ position: Int, _ title: String, _ address: String, to json: inout JSONWriter) {
    json.object { json in
      json.member("@type", "ListItem")
      json.member("position", position)
      json.member("name", title)
      json.member("item", origin, address)
    }
  }
}
