/// Finds text that libcmark would take too long for, before it is parsed; one look at every byte.
///
/// Measured on libcmark 0.30.2, 1 MiB each, after some ninety patterns: two are not linear.
/// Every link sets all open `![` of its paragraph inactive (`![` repeated, then `[]()` repeated: minutes), and
/// every blank line visits all open list items (`- ` 16,000 times, then 32,000 blank lines: 6 s). Within the
/// limits below, 1 MiB of either takes under 0.5 s.
enum MarkdownGuard {
  /// `![` between two blank lines; each paragraph is parsed by itself.
  static let maximumImages = 1000
  /// Quotes and lists in one another.
  static let maximumDepth = 50

  /// The first place that goes too far; nil when there is none.
  static func fault(in body: Body) -> Diagnostic? {
    body.bytes.withUnsafeBufferPointer { bytes in
      let hasImages = bytes.hasPair(UInt8(ascii: "!"), UInt8(ascii: "["))
      var images = 0
      var index = 0
      while index < bytes.count {
        if let fault = tooDeep(bytes, from: &index) { return diagnosis(of: fault, in: body) }
        guard hasImages else {
          index = (bytes.firstIndex(ofByte: 0x0A, from: index) ?? bytes.count) + 1
          continue
        }
        if let fault = tooManyImages(bytes, from: &index, &images) { return diagnosis(of: fault, in: body) }
      }
      return nil
    }
  }

  private enum Fault {
    case depth(offset: Int)
    case images(offset: Int)
  }

  /// Reads the start of a line, which can open a quote or list for each marker in it.
  ///
  /// Two columns of white space can continue one that is open already, so that what a line opens is at most
  /// as deep as its markers and half of its columns.
  private static func tooDeep(_ bytes: UnsafeBufferPointer<UInt8>, from index: inout Int) -> Fault? {
    var markers = 0
    var columns = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: " "): columns += 1
      case UInt8(ascii: "\t"): columns += 4
      case UInt8(ascii: ">"): markers += 1
      default:
        guard let end = listMarkerEnd(bytes, index) else { return nil }
        markers += 1
        index = end - 1
      }
      if markers > 0, markers + columns / 2 > maximumDepth {
        return isBreak(bytes, index) ? nil : .depth(offset: index)
      }
      let isMarker = bytes[index] > 0x20
      index += 1
      // The space that belongs to a marker continues nothing.
      if isMarker, index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    }
    return nil
  }

  /// The end of a list marker: `-`, `+`, `*` or digits and `.` or `)`, before white space or a line end.
  private static func listMarkerEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var end = start
    while end < bytes.count, end - start < 9, (0x30...0x39).contains(bytes[end]) { end += 1 }
    guard end < bytes.count else { return nil }
    let isMarker =
      end > start
      ? bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")")
      : bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "*")
    guard isMarker else { return nil }
    let isAtEnd = end + 1 == bytes.count
    return isAtEnd || [0x20, 0x09, 0x0A].contains(bytes[end + 1]) ? end + 1 : nil
  }

  /// True in a thematic break, `- - - -`: a line of nothing but one of `-` and `*` is no list.
  private static func isBreak(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let sign = bytes[index] == UInt8(ascii: " ") && index > 0 ? bytes[index - 1] : bytes[index]
    guard sign == UInt8(ascii: "-") || sign == UInt8(ascii: "*") else { return false }
    func isPart(_ byte: UInt8) -> Bool { byte == sign || byte == 0x20 || byte == 0x09 }
    var start = index
    while start > 0, isPart(bytes[start - 1]) { start -= 1 }
    var end = index
    while end < bytes.count, isPart(bytes[end]) { end += 1 }
    return (start == 0 || bytes[start - 1] == 0x0A) && (end == bytes.count || bytes[end] == 0x0A)
  }

  /// Reads the rest of a line and its end.
  private static func tooManyImages(
    _ bytes: UnsafeBufferPointer<UInt8>, from index: inout Int, _ images: inout Int
  ) -> Fault? {
    if index < bytes.count, bytes[index] == 0x0A { images = 0 }
    while index < bytes.count, bytes[index] != 0x0A {
      if bytes[index] == UInt8(ascii: "!"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "[") {
        images += 1
        if images > maximumImages { return .images(offset: index) }
      }
      index += 1
    }
    index += 1
    return nil
  }

  private static func diagnosis(of fault: Fault, in body: Body) -> Diagnostic {
    switch fault {
    case .depth(let offset):
      Diagnostic(
        .error, .nestingTooDeep, "quotes and lists are nested deeper than \(maximumDepth) levels",
        at: body.source.place(byteOffset: body.range.lowerBound + offset),
        hint: "use fewer '>', list markers or spaces at the start of the line")
    case .images(let offset):
      Diagnostic(
        .error, .bracketRun, "there are more than \(maximumImages) '![' between two blank lines",
        at: body.source.place(byteOffset: body.range.lowerBound + offset),
        hint: "put blank lines between the images, or the text into a file beside this one")
    }
  }
}
