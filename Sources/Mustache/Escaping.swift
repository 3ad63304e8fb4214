/// Appends text to HTML so that none of it is markup: `&`, `<`, `>`, `"` and `'` become character references.
package func appendEscaped(_ text: String, to html: inout [UInt8]) {
  var text = text
  text.withUTF8 { bytes in
    var start = 0
    for index in bytes.indices {
      let reference: StaticString
      switch bytes[index] {
      case UInt8(ascii: "&"): reference = "&amp;"
      case UInt8(ascii: "<"): reference = "&lt;"
      case UInt8(ascii: ">"): reference = "&gt;"
      case UInt8(ascii: "\""): reference = "&quot;"
      case UInt8(ascii: "'"): reference = "&#39;"
      default: continue
      }
      html.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      html.append(
        contentsOf: UnsafeBufferPointer(start: reference.utf8Start, count: reference.utf8CodeUnitCount))
      start = index + 1
    }
    html.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }
}
