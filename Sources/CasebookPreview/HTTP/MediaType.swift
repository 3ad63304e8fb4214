/// The media types of what an archive publishes, by the ending of the file's name.
enum MediaType {
  static let html = "text/html; charset=utf-8"
  static let plainText = "text/plain; charset=utf-8"
  static let script = "text/javascript; charset=utf-8"
  static let styleSheet = "text/css; charset=utf-8"
  static let json = "application/json"

  /// - Parameter path: of a file; what ends in `/` is a page.
  static func of(_ path: String) -> String {
    guard !path.hasSuffix("/") else { return html }
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return unknown }
    return types[name[name.index(after: dot)...].lowercased()] ?? unknown
  }

  /// Browsers save it instead of guessing.
  private static let unknown = "application/octet-stream"

  private static let types: [String: String] = [
    "html": html, "htm": html, "css": styleSheet, "js": script, "mjs": script,
    "txt": plainText, "md": "text/markdown; charset=utf-8", "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8", "ics": "text/calendar; charset=utf-8",
    "vtt": "text/vtt; charset=utf-8", "yaml": "application/yaml", "yml": "application/yaml",
    "json": json, "map": json, "jsonl": "application/jsonl", "geojson": "application/geo+json",
    "webmanifest": "application/manifest+json", "xml": "application/xml", "xsl": "application/xml",
    "rss": "application/rss+xml", "atom": "application/atom+xml", "wasm": "application/wasm",
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp", "avif": "image/avif", "svg": "image/svg+xml", "ico": "image/x-icon",
    "bmp": "image/bmp", "tif": "image/tiff", "tiff": "image/tiff",
    "mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg", "oga": "audio/ogg", "opus": "audio/ogg",
    "wav": "audio/wav", "flac": "audio/flac", "mp4": "video/mp4", "m4v": "video/mp4",
    "webm": "video/webm", "ogv": "video/ogg", "mov": "video/quicktime",
    "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf",
    "pdf": "application/pdf", "zip": "application/zip", "gz": "application/gzip",
    "sqlite": "application/vnd.sqlite3", "sqlite3": "application/vnd.sqlite3",
    "db": "application/vnd.sqlite3",
  ]
}
