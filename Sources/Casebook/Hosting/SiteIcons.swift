/// The pictures under `content/static/` whose names say that they are the site's icons.
///
/// They are files of the archive, so that a copy of it replaces them by its own; one that is not there is not named.
struct SiteIcons: Sendable {
  struct Icon: Sendable {
    let url: SiteURL
    /// Its width and height in pixels.
    let size: Int
  }

  /// What home screens of phones show.
  let touch: Icon?
  /// Those for the web manifest, the largest last.
  let forManifest: [Icon]

  init(_ archive: Archive) {
    let files = Set(archive.staticFiles)
    func icon(_ name: String, size: Int) -> Icon? {
      files.contains(name) ? Icon(url: SiteURL("/" + name), size: size) : nil
    }
    touch = icon("apple-touch-icon.png", size: 180)
    forManifest = [192, 512].compactMap { icon("icon-\($0).png", size: $0) }
  }
}
