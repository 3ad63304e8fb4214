/// What results show of documents, as JSON. Each file says of which version of the index it is.
struct SearchRecords {
  let archive: Archive
  let documents: [SearchDocument]
  let version: String

  /// Appends a file of them.
  func append(run: Int, to bytes: inout [UInt8]) {
    let length = SearchLayout.recordsPerFile
    JSONWriter.write(to: &bytes) { json in
      json.object { json in
        json.member("version", version)
        json.array("records") { json in
          for document in documents.dropFirst(run * length).prefix(length) {
            json.object { append(document, to: &$0) }
          }
        }
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Addresses are such as links have, without the path of the site.
  private func append(_ document: SearchDocument, to json: inout JSONWriter) {
    switch document {
    case .organization(let index):
      let organization = archive.organizations[index]
      appendHead("organization", organization.name, archive.url(ofOrganization: index), to: &json)
      appendAliases(organization.searchAliases, to: &json)
    case .tag(let index):
      let tag = archive.tags[index]
      appendHead("tag", tag.name, archive.url(ofTag: index), to: &json)
      appendAliases(tag.searchAliases, to: &json)
    case .incident(let index):
      let incident = archive.incidents[index]
      appendHead("incident", incident.title, archive.url(ofIncident: index), to: &json)
      json.member("date", archive.searchDate(ofIncident: index)?.description)
      json.array("numbers", [incident.number.description])
      json.member("notices", incident.notices.count)
    case .notice(let index): append(notice: index, to: &json)
    case .article(let index):
      let article = archive.articles[index].article
      appendHead("article", article.title, archive.url(ofArticle: index), to: &json)
      json.member("date", article.published.description)
    case .page(let index):
      appendHead("page", archive.pages[index].title, archive.url(ofPage: index), to: &json)
    }
  }

  private func append(notice index: Int, to json: inout JSONWriter) {
    let notice = archive.notices[index]
    appendHead("notice", notice.notice.title, archive.url(ofNotice: index), to: &json)
    json.member("date", notice.notice.published.description)
    json.array("numbers", notice.incidents.map { archive.incidents[$0].number.description })
    json.member("publisher", archive.organizations[notice.publisher].name)
  }

  private func appendHead(_ kind: String, _ title: String, _ url: SiteURL, to json: inout JSONWriter) {
    json.member("kind", kind)
    json.member("title", title)
    json.member("url", url.href(below: ""))
  }

  private func appendAliases(_ aliases: [String], to json: inout JSONWriter) {
    if !aliases.isEmpty { json.array("aliases", aliases) }
  }
}
