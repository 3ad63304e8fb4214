import Foundation

/// The addresses that are the preview's own; nothing of an archive is shown under them.
enum PreviewFiles {
  static let folder = "/_casebook/"
  static let script = folder + "preview.js"
  static let styleSheet = folder + "preview.css"
  /// Events of the page that the query names.
  static let events = folder + "events"

  static func response(_ request: HTTPRequest) -> HTTPResponse {
    switch request.path {
    case script:
      HTTPResponse(mediaType: MediaType.script, content: .bytes(PackageResources.preview_js))
    case styleSheet:
      HTTPResponse(mediaType: MediaType.styleSheet, content: .bytes(PackageResources.preview_css))
    case events:
      HTTPResponse(
        mediaType: "text/event-stream; charset=utf-8", content: .events(ofPage: page(in: request.query)))
    default: .text(.notFound, "The preview has nothing there.")
    }
  }

  /// `page=` and an address as it stands in the browser, percent-encoded once more.
  private static func page(in query: String) -> String {
    guard let value = query.split(separator: "&").first(where: { $0.hasPrefix("page=") })?.dropFirst(5),
      let address = String(value).removingPercentEncoding,
      let path = try? RequestPath.read(address).path
    else { return "/" }
    return path
  }
}
