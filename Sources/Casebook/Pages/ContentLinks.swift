import Foundation

/// Where the links of a body lead.
final class ContentLinks: LinkResolver {
  private let basePath: String
  /// The published addresses of documents and files, by their paths under `content/`; few texts have such links.
  private let targets: Deferred<[String: SiteURL]>
  /// The addresses of everything that is published; as few texts have links to those.
  private let addresses: Deferred<Set<String>>
  private let plan: SitePlan
  private let archive: Archive

  init(_ archive: Archive, plan: SitePlan) {
    basePath = archive.site.baseURL.path
    targets = Deferred { Self.targets(of: archive) }
    addresses = Deferred { Set(plan.items.map(\.url.path)) }
    self.plan = plan
    self.archive = archive
  }

  private static func targets(of archive: Archive) -> [String: SiteURL] {
    var targets: [String: SiteURL] = [:]
    func add(_ body: Body?, _ url: SiteURL) {
      if let body { targets[body.source.path] = url }
    }
    for (index, notice) in archive.notices.enumerated() where !notice.incidents.isEmpty {
      add(notice.notice.body, archive.url(ofNotice: index))
    }
    for (index, incident) in archive.incidents.enumerated() {
      add(incident.file?.body, archive.url(ofIncident: index))
    }
    for (index, item) in archive.organizations.enumerated() {
      add(item.file?.body, archive.url(ofOrganization: index))
    }
    for (index, item) in archive.tags.enumerated() { add(item.file?.body, archive.url(ofTag: index)) }
    for (index, item) in archive.articles.enumerated() {
      add(item.article.body, archive.url(ofArticle: index))
    }
    for (index, page) in archive.pages.enumerated() { add(page.body, archive.url(ofPage: index)) }
    for file in archive.attachments { targets["content/" + file.source] = SiteURL("/" + file.target) }
    for file in archive.staticFiles { targets["content/static/" + file] = SiteURL("/" + file) }
    return targets
  }

  /// The incident's page as an `href`; nil when the archive shows no such incident.
  func url(ofIncident number: CaseNumber) -> String? {
    archive.incident(number).map { archive.url(ofIncident: $0).href(below: basePath) }
  }

  /// True for the address of something in this site, and for every whole address.
  func leadsSomewhere(_ address: String) -> Bool {
    // Asked for the entries of the menu only.
    !address.hasPrefix("/") || plan.items.contains { $0.url.path == address }
  }

  /// Where a destination without a scheme leads.
  ///
  /// - Parameters:
  ///   - destination: entities and escapes resolved, perhaps percent-encoded.
  ///   - path: the path of the document that has the link, from the archive's root.
  func resolve(_ destination: String, from path: String) -> LinkResolution {
    let end = destination.firstIndex { $0 == "?" || $0 == "#" } ?? destination.endIndex
    let suffix = destination[end...]
    guard let target = String(destination[..<end]).removingPercentEncoding else {
      return .missing(hint: "write '%' as %25")
    }
    return target.hasPrefix("/") ? resolveAddress(target, suffix) : resolveFile(target, suffix, from: path)
  }

  private func resolveAddress(_ target: String, _ suffix: Substring) -> LinkResolution {
    let addresses = addresses.value
    // The published form: a file's name may spell with combining marks what a link spells without.
    if let index = addresses.firstIndex(of: target) {
      return .url(SiteURL(addresses[index]).href(below: basePath) + suffix)
    }
    let hint =
      addresses.contains(target + "/")
      ? "write '\(target)/'" : "link to its file instead, such as ../tags/ransomware.md"
    return .missing(hint: hint)
  }

  private func resolveFile(_ target: String, _ suffix: Substring, from path: String) -> LinkResolution {
    var components = path.split(separator: "/").dropLast().map(String.init)
    for component in target.split(separator: "/") {
      switch component {
      case ".": break
      case "..":
        guard components.count > 1 else { return .missing(hint: "links stay inside content/") }
        components.removeLast()
      default: components.append(String(component))
      }
    }
    let file = components.joined(separator: "/")
    if let url = targets.value[file] { return .url(url.href(below: basePath) + suffix) }
    return .missing(hint: "there is no published \(file); links to documents end in .md")
  }
}
