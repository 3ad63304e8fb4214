// The addresses of DESIGN, section 6.

extension SiteURL {
  package static let home = SiteURL("/")
  package static let incidents = SiteURL("/incidents/")
  package static let organizations = SiteURL("/organizations/")
  package static let tags = SiteURL("/tags/")
  package static let articles = SiteURL("/articles/")
  package static let statistics = SiteURL("/statistics/")
  package static let data = SiteURL("/data/")
  package static let search = SiteURL("/search/")
  package static let notFound = SiteURL("/404.html")

  static func year(_ year: Int) -> SiteURL { SiteURL("/incidents/\(year)/") }

  static func incident(_ number: CaseNumber) -> SiteURL {
    incident(number, room: 0) { _ in }
  }

  /// The page of a notice below that of a case.
  static func notice(_ slug: String, of number: CaseNumber) -> SiteURL {
    incident(number, room: slug.utf8.count + 1) { path in
      path.append(slug.utf8)
      path.append("/")
    }
  }

  /// - Parameters:
  ///   - room: in bytes, for what is appended.
  ///   - appendRest: appends what stands behind the address of the case.
  private static func incident(
    _ number: CaseNumber, room: Int, _ appendRest: (inout ShortText) -> Void
  ) -> SiteURL {
    let capacity = incidents.path.utf8.count + CaseNumber.maximumLength + 1 + room
    let path = ShortText.make(capacity: capacity) { path in
      path.append(incidents.path.utf8)
      number.append(to: &path)
      path.append("/")
      appendRest(&path)
    }
    return SiteURL(path)
  }
}

extension Archive {
  /// A whole address, as feeds, data and metadata have it.
  func absolute(_ url: SiteURL) -> String { url.href(below: site.baseURL.description) }

  func url(ofIncident index: Int) -> SiteURL { incidents[index].url }

  func url(ofNotice index: Int) -> SiteURL { notices[index].url }

  func url(ofOrganization index: Int) -> SiteURL { SiteURL("/organizations/\(organizations[index].id)/") }

  func url(ofTag index: Int) -> SiteURL { SiteURL("/tags/\(tags[index].id)/") }

  func url(ofArticle index: Int) -> SiteURL { SiteURL("/articles/\(articles[index].article.slug)/") }

  func url(ofPage index: Int) -> SiteURL { SiteURL("/\(pages[index].path)/") }
}
