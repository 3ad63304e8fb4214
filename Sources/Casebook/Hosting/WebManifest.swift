/// The web application manifest (W3C Web Application Manifest), for those who put the site on a home screen.
struct WebManifest {
  static let mediaType = "application/manifest+json"

  let context: PageContext

  func append(to bytes: inout [UInt8]) {
    let site = context.archive.site
    JSONWriter.write(to: &bytes, .indented) { json in
      json.object { json in
        json.member("name", site.title)
        json.member("description", site.description)
        json.member("lang", site.language)
        json.member("start_url", context.href(.home))
        json.member("scope", context.href(.home))
        json.member("display", "browser")
        json.array("icons") { appendIcons(to: &$0) }
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private func appendIcons(to json: inout JSONWriter) {
    for asset in context.assets where asset.name.hasSuffix(".svg") {
      Self.append(context.href(asset.url), "any", "image/svg+xml", to: &json)
    }
    for icon in context.icons.forManifest {
      Self.append(context.href(icon.url), "\(icon.size)x\(icon.size)", "image/png", to: &json)
    }
  }

  private static func append(_ url: String, _ sizes: String, _ type: String, to json: inout JSONWriter) {
    json.object { json in
      json.member("src", url)
      json.member("sizes", sizes)
      json.member("type", type)
    }
  }
}
