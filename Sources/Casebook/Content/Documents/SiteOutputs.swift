/// Which families of files a build writes beside the pages; all but `gzip` if site.yaml does not say otherwise.
package struct SiteOutputs: Sendable, Hashable {
  /// Atom and JSON feeds.
  package var feeds = true
  /// Tables and documents under `/data/`, with the page that explains them.
  package var data = true
  /// The SQLite database under `/data/`.
  package var sqlite = true
  /// VERIS records under `/data/veris/`.
  package var veris = true
  /// An `index.json` beside each notice and incident page.
  package var pageJSON = true
  /// The search page with its index, and what browsers read to use it.
  package var search = true
  /// Files for web servers and hosts: `_headers`, `_redirects`, `nginx.conf`, `.nojekyll`.
  package var hosting = true
  /// A compressed file beside each text file.
  package var gzip = false
}

/// The keys of `outputs`.
enum SiteOutputsKeys {
  static let feeds = Key("feeds", ValueType<Bool>.boolean, "Atom and JSON feeds; true if not given")
  static let data = Key(
    "data", ValueType<Bool>.boolean, "tables and JSON under /data/, with their page; true if not given")
  static let sqlite = Key("sqlite", ValueType<Bool>.boolean, "/data/archive.sqlite; true if not given")
  static let veris = Key(
    "veris", ValueType<Bool>.boolean, "VERIS records under /data/veris/; true if not given")
  static let pageJSON = Key(
    "page_json", ValueType<Bool>.boolean, "an index.json beside each notice and incident; true if not given")
  static let search = Key(
    "search", ValueType<Bool>.boolean, "/search/ with its index, and opensearch.xml; true if not given")
  static let hosting = Key(
    "hosting", ValueType<Bool>.boolean,
    "files for hosts: _headers, _redirects, nginx.conf, .nojekyll; true if not given")
  static let gzip = Key(
    "gzip", ValueType<Bool>.boolean, "a .gz file beside each text file; false if not given")
  static let all = [
    feeds.shape, data.shape, sqlite.shape, veris.shape, pageJSON.shape, search.shape, hosting.shape,
    gzip.shape,
  ]

  static func read(_ reader: RecordReader, _ context: inout ReadingContext) -> SiteOutputs? {
    var outputs = SiteOutputs()
    let families: [(Key<Bool>, WritableKeyPath<SiteOutputs, Bool>)] = [
      (feeds, \.feeds), (data, \.data), (sqlite, \.sqlite), (veris, \.veris), (pageJSON, \.pageJSON),
      (search, \.search), (hosting, \.hosting), (gzip, \.gzip),
    ]
    for (key, family) in families {
      if let isOn = reader.read(key, &context) { outputs[keyPath: family] = isOn }
    }
    return outputs
  }
}
