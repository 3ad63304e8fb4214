import Mustache

/// Text as it stands in HTML, in content and in quoted attributes.
enum HTMLText {
  /// Copies what lies between two signs as a whole.
  static func append(_ text: ArraySlice<UInt8>, to html: inout ByteBuffer) {
    text.withUnsafeBufferPointer { text in
      var start = 0
      for index in text.indices {
        guard let reference = reference(for: text[index]) else { continue }
        html.append(UnsafeBufferPointer(rebasing: text[start..<index]))
        html.append(reference)
        start = index + 1
      }
      html.append(UnsafeBufferPointer(rebasing: text[start...]))
    }
  }

  private static func reference(for byte: UInt8) -> StaticString? {
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
