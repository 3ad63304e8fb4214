import Casebook
import Foundation

/// Answers requests from the state of the moment.
struct PreviewAnswers: RequestAnswering {
  /// The archive's folder.
  let root: String
  let rebuilder: Rebuilder
  let watch: ArchiveWatch
  let maker: PageMaker

  var isBehind: Bool { watch.isBehind }

  func answer(_ request: HTTPRequest) -> HTTPResponse {
    guard !request.path.hasPrefix(PreviewFiles.folder) else { return PreviewFiles.response(request) }
    let state = rebuilder.current
    guard let site = state.site else {
      return HTTPResponse(status: .internalError, mediaType: MediaType.html, content: .bytes(Self.noSitePage))
    }
    switch Place(request.path, in: site) {
    case .item(let item): return response(item, site, state)
    case .other(let path):
      let location = SiteURL(path).href(below: "")
      return HTTPResponse(
        status: .found, mediaType: MediaType.plainText, content: .bytes(Array("\(location)\n".utf8)),
        location: location)
    case .nowhere: return notFound(site, state)
    }
  }

  private func response(_ item: SitePlan.Item, _ site: PreviewedSite, _ state: PreviewState) -> HTTPResponse {
    if case .copy(let path) = item.content {
      guard let file = OpenFile(path, inside: root) else { return .text(.notFound, "The file is gone.") }
      return HTTPResponse(mediaType: MediaType.of(item.url.path), content: .file(file))
    }
    let page = maker.page(item, of: site)
    let mediaType = MediaType.of(item.url.path)
    guard mediaType == MediaType.html else {
      return HTTPResponse(mediaType: mediaType, content: .bytes(page.bytes))
    }
    return HTTPResponse(
      mediaType: mediaType,
      content: .bytes(injected(page.bytes, mark: site.marks[item.url.path], site, state)))
  }

  private func notFound(_ site: PreviewedSite, _ state: PreviewState) -> HTTPResponse {
    guard let item = site.item(at: SiteURL.notFound.path) else {
      return .text(.notFound, "There is no such page.")
    }
    var response = response(item, site, state)
    response.status = .notFound
    return response
  }

  private func injected(
    _ page: [UInt8], mark: String?, _ site: PreviewedSite, _ state: PreviewState
  ) -> [UInt8] {
    let digest = digest(page, site, state)
    return Injection.add(to: page, [("digest", digest.text)] + (mark.map { [("mark", $0)] } ?? []))
  }

  private func digest(_ page: [UInt8], _ site: PreviewedSite, _ state: PreviewState) -> PageDigest {
    PageDigest(page, styleSheets: site.site.styleSheets, fileChanges: state.fileChanges)
  }

  /// Shown until there is a first good site; the errors come over it as over every page.
  private static let noSitePage = Injection.add(
    to: Array(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><title>Casebook preview</title></head>
      <body>
      <p>There is no page to show yet: the archive has errors. This page follows when they are mended.</p>
      </body>
      </html>

      """.utf8), [("digest", "none")])

  // MARK: Events

  func event(ofPage path: String) -> [UInt8] {
    let state = rebuilder.current
    var event = PageEvent(digest: "none", styles: [], problems: "", marks: [:])
    var errors = state.loadErrors
    if let site = state.site {
      let page = page(at: path, site)
      event.digest = page.map { digest($0.bytes, site, state).text } ?? "file"
      event.styles = site.site.styleSheets
      event.marks = Dictionary(
        site.marks.map { (SiteURL($0.key).href(below: site.basePath), $0.value) }, uniquingKeysWith: { $1 })
      errors += state.pageErrors + (page?.errors ?? [])
    }
    event.problems = DiagnosticReport(errors).text(.text)
    return event.encoded
  }

  /// The page that an address shows, which may be that of 404; nil for a file.
  private func page(at path: String, _ site: PreviewedSite) -> PageMaker.Page? {
    let item: SitePlan.Item? =
      switch Place(path, in: site) {
      case .item(let item): item
      case .other, .nowhere: site.item(at: SiteURL.notFound.path)
      }
    guard let item, case .page = item.content else { return nil }
    return maker.page(item, of: site)
  }
}

/// What a path means in a site.
private enum Place {
  case item(SitePlan.Item)
  /// It is found at another path.
  case other(String)
  case nowhere

  init(_ path: String, in site: PreviewedSite) {
    self = .nowhere
    let base = site.basePath
    guard path.hasPrefix(base + "/") else {
      if path == "/" || path == base { self = .other(base + "/") }
      return
    }
    let own = String(path.dropFirst(base.count))
    let file = "index.html"
    if let item = site.item(at: own)
      ?? (own.hasSuffix("/" + file) ? site.item(at: String(own.dropLast(file.count))) : nil)
    {
      self = .item(item)
    } else if site.item(at: own + "/") != nil {
      self = .other(path + "/")
    }
  }
}

/// What a page in the browser is told.
private struct PageEvent: Encodable {
  var digest: String
  var styles: [String]
  /// As the terminal shows them; empty when there are none.
  var problems: String
  /// What is not published, by its address on pages.
  var marks: [String: String]

  /// HTML, "Server-sent events": one line of data and an empty line.
  var encoded: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Encoding strings cannot fail; without data the browser would ignore the event.
    let data = (try? encoder.encode(self)) ?? Data()
    return Array("data: ".utf8) + data + Array("\n\n".utf8)
  }
}
