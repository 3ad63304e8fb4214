/// Puts the preview's script into a page; nothing else of what a build writes is touched.
enum Injection {
  /// - Parameters:
  ///   - page: HTML.
  ///   - attributes: the script's `data-` attributes in order; values are escaped here.
  static func add(to page: [UInt8], _ attributes: [(name: String, value: String)]) -> [UInt8] {
    var tag = "<script src=\"\(PreviewFiles.script)\" defer"
    for attribute in attributes { tag += " data-\(attribute.name)=\"\(escaped(attribute.value))\"" }
    tag += "></script>\n"
    let end = lastBodyEnd(in: page) ?? page.count
    return page[..<end] + Array(tag.utf8) + page[end...]
  }

  private static let bodyEnd = Array("</body>".utf8)

  private static func lastBodyEnd(in page: [UInt8]) -> Int? {
    var index = page.count - bodyEnd.count
    while index >= 0 {
      if page[index...].prefix(bodyEnd.count).elementsEqual(bodyEnd) { return index }
      index -= 1
    }
    return nil
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
  }
}
