/// What a body's links can lead to; the pages know it.
package protocol LinkResolver: Sendable {
  /// The page of an incident, as a URL that works on the page; nil when the archive shows no such incident.
  func url(ofIncident number: CaseNumber) -> String?

  /// Where a destination without a scheme leads: `/path`, `file.pdf`, `../2024-217/notice.md?query#fragment`.
  ///
  /// - Parameters:
  ///   - destination: as it is written, with Markdown's escapes resolved; it may be percent-encoded.
  ///   - path: the path of the document that has the link, from the archive's root.
  /// - Returns: the URL for the page, or why there is none.
  func resolve(_ destination: String, from path: String) -> LinkResolution
}

/// Where a link leads.
package enum LinkResolution: Sendable, Equatable {
  /// A URL, percent-encoded where it has to be; what HTML needs escaped is escaped later.
  case url(String)
  /// An address to which a page must not link.
  case unsafe
  case missing(hint: String)
}
