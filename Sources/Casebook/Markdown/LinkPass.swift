import CCmark
import Foundation

/// Pass 7: links and images lead to what is published; what leads nowhere is an error.
struct LinkPass {
  private let resolver: any LinkResolver
  private let ids: IdentifierSet
  private let idPrefix: String
  /// Whether a link leads to a place of the page.
  private(set) var hasFragmentLinks = false

  /// - Parameters:
  ///   - resolver: knows where destinations lead.
  ///   - ids: the ids of the page, to which `#fragment` can lead.
  ///   - idPrefix: what the ids of the body's headings start with.
  init(_ resolver: any LinkResolver, ids: IdentifierSet, idPrefix: String) {
    self.resolver = resolver
    self.ids = ids
    self.idPrefix = idPrefix
  }

  mutating func run(on links: [MarkdownNode], _ findings: inout MarkdownFindings) {
    for link in links {
      let url = link.url
      switch LinkScheme(of: url) {
      case .safe: break
      case .unsafe: removeUnsafe(link, url, &findings)
      case .none where url.isEmpty: break
      case .none where url[0] == UInt8(ascii: "#"):
        hasFragmentLinks = true
        resolveFragment(link, url, &findings)
      case .none: resolve(link, url, &findings)
      }
    }
  }

  private func resolve(_ link: MarkdownNode, _ url: [UInt8], _ findings: inout MarkdownFindings) {
    let destination = String(decoding: url, as: UTF8.self)
    switch resolver.resolve(destination, from: findings.source.path) {
    case .url(let resolved): if resolved != destination { link.setURL(resolved.utf8) }
    case .unsafe: removeUnsafe(link, url, &findings)
    case .missing(let hint):
      findings.report(
        .init(
          severity: .error, code: .missingLinkTarget, message: "there is no '\(destination)' to link to",
          hint: hint),
        url, in: link)
    }
  }

  /// What was the link's text, or the image's description, stays.
  private func removeUnsafe(_ link: MarkdownNode, _ url: [UInt8], _ findings: inout MarkdownFindings) {
    findings.report(
      .init(
        severity: .warning, code: .unsafeLink,
        message: "a link to '\(String(decoding: url, as: UTF8.self))' is not allowed; only its text is shown",
        hint: "links lead to http, https, mailto and tel addresses, and to pages and files of this archive"),
      url, in: link)
    link.replaceWithChildren()
  }

  /// A heading of the body is linked to by its own text, whatever its id starts with on this page.
  private func resolveFragment(_ link: MarkdownNode, _ url: [UInt8], _ findings: inout MarkdownFindings) {
    let fragment = String(decoding: url.dropFirst(), as: UTF8.self)
    let id = fragment.removingPercentEncoding ?? fragment
    if !idPrefix.isEmpty, ids.contains(idPrefix + id) { return link.setURL("#\(idPrefix)\(fragment)".utf8) }
    guard findings.isOpen else { return }
    // `#` and `#top` lead to the top of every page (HTML, section 7.4.6.4).
    guard !fragment.isEmpty, fragment.lowercased() != "top", !ids.contains(id) else { return }
    findings.report(
      .init(
        severity: .warning, code: .missingLinkTarget,
        message: "there is no heading '#\(fragment)' on this page",
        hint: nearestID(to: fragment)
          ?? "a heading's id is its text in small letters, with '-' for spaces"),
      url, in: link)
  }

  /// A hint only where there are not too many ids to look at.
  private func nearestID(to fragment: String) -> String? {
    ids.count <= 200 ? NearestWord.hint(for: fragment, among: ids.sorted) : nil
  }
}
