/// A picture under `content/static/` whose name says that it is the site's icon.
///
/// They are files of the archive, so that a copy of it replaces them by its own; one that is not there is not named.
struct SiteIcon: Sendable, Hashable {
  let name: String
  /// Its width and height in pixels.
  let size: Int

  /// What home screens of phones show.
  static let touch = SiteIcon(name: "apple-touch-icon.png", size: 180)
  /// Those for the web manifest, the largest last.
  static let forManifest = [
    SiteIcon(name: "icon-192.png", size: 192), SiteIcon(name: "icon-512.png", size: 512),
  ]

  var url: SiteURL { SiteURL("/" + name) }
}

extension Archive {
  func has(_ icon: SiteIcon) -> Bool { staticFiles.contains(icon.name) }

  var largestIcon: SiteIcon? { SiteIcon.forManifest.last(where: has) }
}
