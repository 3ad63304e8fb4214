/// What a page says of itself in JSON-LD 1.1 with the words of schema.org.
///
/// It stands in a `script` element with a type that is no script's, which browsers take for data: a
/// Content-Security-Policy does not apply to it (HTML, section 4.12.1).
struct StructuredData {
  private let frame: Frame

  private var context: PageContext { frame.context }
  private var archive: Archive { context.archive }

  init(_ frame: Frame) {
    self.frame = frame
  }

  /// The JSON text, safe in HTML; nil where there is nothing to say.
  var json: [UInt8]? {
    guard frame.subject != nil || !frame.trail.isEmpty else { return nil }
    var bytes: [UInt8] = []
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
        appendHead("Dataset", context.absolute(.data), to: &json)
        DatasetDescription(context: context, lastChange: lastChange).append(to: &json)
        appendPublisher(to: &json)
      }
    case nil: break
    }
  }

  // MARK: Subjects

  private func appendArchive(to json: inout JSONWriter) {
    appendHead("WebSite", context.absolute(.home), to: &json)
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
    appendHead("Report", context.absolute(archive.url(ofIncident: index)), to: &json)
    json.member("reportNumber", incident.number.description)
    json.member("headline", incident.title)
    json.member("description", frame.description)
    appendDates(
      incident.notices.first.map { archive.notices[$0].notice.published },
      archive.lastChange(ofIncident: index), to: &json)
    appendTags(incident.tags, to: &json)
    json.array("about") { json in
      for organization in Self.distinct(incident.parties.map(\.organization)) {
        json.object { appendOrganization(organization, to: &$0) }
      }
    }
    json.array("hasPart") { json in
      for notice in incident.notices {
        json.object { json in
          json.member("@type", "Article")
          json.member("@id", context.absolute(archive.url(ofNotice: notice)))
          json.member("headline", archive.notices[notice].notice.title)
        }
      }
    }
    appendPublisher(to: &json)
  }

  private func appendNotice(_ index: Int, to json: inout JSONWriter) {
    let archived = archive.notices[index]
    appendHead("Article", context.absolute(archive.url(ofNotice: index)), to: &json)
    json.member("headline", archived.notice.title)
    json.member("description", frame.description)
    appendDates(archived.notice.published, archived.notice.lastChange, to: &json)
    appendTags(archived.tags, to: &json)
    json.object("author") { appendOrganization(archived.publisher, to: &$0) }
    json.member("isBasedOn", archived.notice.source?.url)
    json.array("isPartOf") { json in
      for incident in archived.incidents {
        json.object { json in
          json.member("@type", "Report")
          json.member("@id", context.absolute(archive.url(ofIncident: incident)))
          json.member("reportNumber", archive.incidents[incident].number.description)
        }
      }
    }
    appendPublisher(to: &json)
  }

  private func appendArticle(_ index: Int, to json: inout JSONWriter) {
    let archived = archive.articles[index]
    appendHead("Article", context.absolute(archive.url(ofArticle: index)), to: &json)
    json.member("headline", archived.article.title)
    json.member("description", frame.description)
    appendDates(archived.article.published, archived.article.lastChange, to: &json)
    appendTags(archived.tags, to: &json)
    json.object("author") { appendPublisherItself(to: &$0) }
    appendPublisher(to: &json)
  }

  // MARK: What subjects have in common

  private func appendHead(_ type: String, _ url: String, to json: inout JSONWriter) {
    json.member("@type", type)
    json.member("@id", url)
    json.member("url", url)
    json.member("inLanguage", archive.site.language)
  }

  private func appendDates(_ published: CivilDate?, _ modified: CivilDate?, to json: inout JSONWriter) {
    json.member("datePublished", published?.description)
    json.member("dateModified", modified?.description)
  }

  private func appendTags(_ tags: [Int], to json: inout JSONWriter) {
    if !tags.isEmpty { json.array("keywords", tags.map { archive.tags[$0].name }) }
  }

  private func appendOrganization(_ index: Int, to json: inout JSONWriter) {
    json.member("@type", "Organization")
    json.member("@id", context.absolute(archive.url(ofOrganization: index)))
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
    let origin = archive.site.baseURL.origin
    let steps =
      [(archive.site.title, context.absolute(.home))] + frame.trail.map { ($0.title, origin + $0.url) }
      + [(frame.title ?? "", context.absolute(frame.url))]
    json.object { json in
      json.member("@type", "BreadcrumbList")
      json.array("itemListElement") { json in
        for (index, step) in steps.enumerated() {
          json.object { json in
            json.member("@type", "ListItem")
            json.member("position", index + 1)
            json.member("name", step.0)
            json.member("item", step.1)
          }
        }
      }
    }
  }
}
