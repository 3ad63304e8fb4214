import Foundation

/// What `_headers` and `_redirects` say, as directives for a `server` block of nginx.
///
/// All headers are set in one place, some through variables: nginx drops those of the server in every location that
/// sets one of its own, and it does not send a header whose value is empty.
struct NginxConfiguration {
  let context: PageContext
  let plan: SitePlan

  /// nginx compares paths that are decoded.
  private var basePath: String {
    let path = context.archive.site.baseURL.path
    return path.removingPercentEncoding ?? path
  }

  func append(to bytes: inout [UInt8]) {
    var lines = [
      "# For the server block of this site: include …/nginx.conf;", "charset utf-8;",
      "error_page 404 \(basePath)/404.html;",
    ]
    if context.archive.site.outputs.gzip { lines.append("gzip_static on;") }
    lines += ["set $casebook_cache \"\";", "set $casebook_origin \"\";"]
    lines.append(condition("/assets/*", "casebook_cache", ResponseHeaders.forEver))
    lines += ResponseHeaders.openPaths.map { condition($0, "casebook_origin", "*") }
    lines += ResponseHeaders.common.map { "add_header \($0.name) \"\($0.value)\" always;" }
    lines += [
      "add_header Cache-Control $casebook_cache;", "add_header Access-Control-Allow-Origin $casebook_origin;",
    ]
    lines.append(mediaType(context.archive.url(ofFeed: .archiveJSON), FeedFormat.json.mediaType))
    lines.append(mediaType(PlannedHosting.webManifest.url, WebManifest.mediaType))
    lines.append(mediaType(PlannedHosting.openSearch.url, OpenSearchDescription.mediaType))
    lines += Redirects(context: context, plan: plan).all.map { from, to in
      "location = \"\(basePath)\(from.path)\" { return 301 \"\(context.href(to))\"; }"
    }
    bytes += lines.joined(separator: "\n").utf8
    bytes.append(UInt8(ascii: "\n"))
  }

  private func condition(_ path: String, _ variable: String, _ value: String) -> String {
    let isWhole = !path.hasSuffix("*")
    let pattern = Self.regularExpression(basePath + (isWhole ? path[...] : path.dropLast()))
    return "if ($uri ~ \"^\(pattern)\(isWhole ? "$" : "")\") { set $\(variable) \"\(value)\"; }"
  }

  /// One that stands for the text alone, in the form of PCRE.
  private static func regularExpression(_ text: String) -> String {
    text.map { ".^$|()[]{}*+?\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  private func mediaType(_ url: SiteURL, _ type: String) -> String {
    "location = \"\(basePath)\(url.path)\" { types { } default_type \(type); }"
  }
}
