/// The headers that a web server should send, for hosts in the forms that they read.
///
/// The policy allows nothing inline: Casebook's templates have no inline script or style, and a notice that gets
/// markup onto a page in spite of all escaping still runs nothing. Pictures of other sites are allowed, because
/// Markdown allows them.
struct ResponseHeaders {
  struct Rule {
    /// A path below the site's base; one that ends in `*` stands for everything that starts so.
    let path: String
    let headers: [(name: String, value: String)]
  }

  private static let policy = [
    "default-src 'none'", "base-uri 'none'", "connect-src 'self'", "font-src 'self'", "form-action 'self'",
    "frame-ancestors 'none'", "img-src 'self' https:", "manifest-src 'self'", "media-src 'self'",
    "script-src 'self'", "style-src 'self'",
  ].joined(separator: "; ")

  private static let unused = [
    "browsing-topics", "camera", "display-capture", "geolocation", "microphone", "payment", "usb",
  ].map { "\($0)=()" }.joined(separator: ", ")

  /// A file under `/assets/` has its content's hash in its name.
  static let forEver = "public, max-age=31536000, immutable"

  /// For every file of the site.
  static let common: [(name: String, value: String)] = [
    ("Content-Security-Policy", policy),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", unused),
    ("Cross-Origin-Opener-Policy", "same-origin"),
  ]

  /// What programs on other sites may read from a browser: everything that is open data.
  static let openPaths = ["/data/*", "/feed.xml", "/feed.json"]

  static let rules: [Rule] =
    [
      Rule(path: "/*", headers: common),
      Rule(path: "/assets/*", headers: [("Cache-Control", forEver)]),
    ] + openPaths.map { Rule(path: $0, headers: [("Access-Control-Allow-Origin", "*")]) } + [
      Rule(path: "/feed.json", headers: [("Content-Type", FeedFormat.json.mediaType)]),
      Rule(path: PlannedHosting.webManifest.url.path, headers: [("Content-Type", WebManifest.mediaType)]),
      Rule(
        path: PlannedHosting.openSearch.url.path,
        headers: [("Content-Type", OpenSearchDescription.mediaType)]),
    ]

  /// Appends the `_headers` file of Netlify and Cloudflare Pages: a line with a path, indented lines with headers.
  static func append(below basePath: String, to bytes: inout [UInt8]) {
    for rule in rules {
      bytes += "\(basePath)\(rule.path)\n".utf8
      for (name, value) in rule.headers { bytes += "  \(name): \(value)\n".utf8 }
    }
  }
}
