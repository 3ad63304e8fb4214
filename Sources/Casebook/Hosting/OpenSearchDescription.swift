/// How browsers search the archive (OpenSearch 1.1, draft 6, "OpenSearch description document").
struct OpenSearchDescription {
  static let mediaType = "application/opensearchdescription+xml"

  private static let namespace = "http://a9.com/-/spec/opensearch/1.1/"
  /// In characters.
  private static let maximumShortName = 16
  private static let maximumLongName = 48
  private static let maximumDescription = 1024

  let context: PageContext

  func append(to bytes: inout [UInt8]) {
    let site = context.archive.site
    XMLWriter.write(to: &bytes) { xml in
      xml.declaration()
      xml.element("OpenSearchDescription", ("xmlns", Self.namespace)) { xml in
        xml.element("ShortName", text: Self.cut(site.title, Self.maximumShortName))
        xml.element("LongName", text: Self.cut(site.title, Self.maximumLongName))
        xml.element("Description", text: Self.cut(site.description, Self.maximumDescription))
        if let email = site.publisher.email { xml.element("Contact", text: email) }
        appendAddresses(to: &xml)
        appendImages(to: &xml)
        xml.element("Language", text: site.language)
        xml.element("InputEncoding", text: "UTF-8")
        xml.element("OutputEncoding", text: "UTF-8")
      }
    }
  }

  private static func cut(_ text: String, _ length: Int) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(length)))
  }

  /// The page with what is searched for, and this file, so that browsers look for changes.
  private func appendAddresses(to xml: inout XMLWriter) {
    xml.emptyElement("Url", ("type", "text/html"), ("template", context.searchAddress("{searchTerms}")))
    xml.emptyElement(
      "Url", ("type", Self.mediaType), ("rel", "self"),
      ("template", context.absolute(PlannedHosting.openSearch.url)))
  }

  private func appendImages(to xml: inout XMLWriter) {
    for icon in context.icons.forManifest {
      let size = String(icon.size)
      xml.element(
        "Image", ("height", size), ("width", size), ("type", "image/png"), text: context.absolute(icon.url))
    }
  }
}
