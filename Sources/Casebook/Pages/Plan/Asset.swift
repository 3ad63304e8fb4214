/// A file under `templates/assets/`, published under a name that changes with its bytes.
package struct Asset: Sendable {
  /// Its path from the archive's root.
  package let source: String
  /// Its path under `templates/assets/`.
  let name: String
  package let bytes: [UInt8]
  /// `/assets/<name>.<hash>.<ext>`: a browser may keep it for ever.
  let url: SiteURL
}
