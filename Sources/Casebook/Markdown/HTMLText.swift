/// Text as it stands in HTML, in content and in quoted attributes.
enum HTMLText {
  static func append(_ text: some Collection<UInt8>, to html: inout [UInt8]) {
    if text.withContiguousStorageIfAvailable({ append($0, to: &html) }) == nil {
      Array(text).withUnsafeBufferPointer { append($0, to: &html) }
    }
  }

  /// Copies what lies between two signs as a whole.
  private static func append(_ text: UnsafeBufferPointer<UInt8>, to html: inout [UInt8]) {
    var start = 0
    for index in text.indices {
      guard let escape = escape(of: text[index]) else { continue }
      html.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      html.append(contentsOf: UnsafeBufferPointer(start: escape.utf8Start, count: escape.utf8CodeUnitCount))
      start = index + 1
    }
    html.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  private static func escape(of byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
