import Foundation

/// Reads a text file of the archive and refuses what is not plain UTF-8 text with `\n` line ends.
enum TextFile {
  /// No document of an archive is longer; it bounds what a hostile one can cost.
  static let maximumBytes = 1 << 20

  /// The text; nil, with a diagnostic, when the file cannot be read or is no such text.
  ///
  /// - Parameters:
  ///   - file: its place in the file system.
  ///   - path: the path that diagnostics show.
  static func read(_ file: String, path: String, size: Int, _ diagnostics: inout [Diagnostic]) -> SourceText?
  {
    func fail(_ code: DiagnosticCode, _ message: String, hint: String?) -> SourceText? {
      diagnostics.append(Diagnostic(.error, code, message, at: SourcePlace(path: path), hint: hint))
      return nil
    }
    guard size <= maximumBytes else {
      return fail(
        .fileTooLarge, "the file has \(size) bytes; at most \(maximumBytes) are allowed",
        hint: "split it, or publish the long part as an attachment")
    }
    guard let bytes = FileBytes.read(file, expectedCount: size) else {
      return fail(.unreadableFile, "cannot be read: \(String(cString: strerror(errno)))", hint: nil)
    }
    guard !bytes.isEmpty else { return fail(.emptyFile, "the file is empty", hint: "write it, or remove it") }
    let survey = TextSurvey(bytes)
    let source = SourceText(path: path, bytes: bytes, isOddToYAML: survey.isOddToYAML)
    if let diagnostic = firstFault(in: source, survey) {
      diagnostics.append(diagnostic)
      return nil
    }
    return source
  }

  private static func firstFault(in source: SourceText, _ survey: TextSurvey) -> Diagnostic? {
    if source.bytes.starts(with: byteOrderMark) {
      return Diagnostic(
        .error, .byteOrderMark, "the file starts with a byte order mark",
        at: SourcePlace(path: source.path, line: 1),
        hint: "save it as UTF-8 without BOM")
    }
    guard !survey.isPlain else { return nil }
    guard UTF8Check.isValid(source.bytes) else { return invalidUTF8(in: source) }
    guard let (offset, scalar) = source.bytes.withUnsafeBufferPointer(ForbiddenCharacter.first) else {
      return nil
    }
    if scalar == "\r" {
      return Diagnostic(
        .error, .carriageReturn, "the line ends with a carriage return (CR)",
        at: source.place(byteOffset: offset),
        hint: "save the file with LF line ends")
    }
    return Diagnostic(
      .error, .controlCharacter, "\(ForbiddenCharacter.name(of: scalar)) is not allowed",
      at: source.place(byteOffset: offset), hint: "remove it")
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func invalidUTF8(in source: SourceText) -> Diagnostic {
    let offset = firstInvalidOffset(source.bytes)
    let value = String(source.bytes[offset], radix: 16, uppercase: true)
    return Diagnostic(
      .error, .invalidUTF8, "the byte 0x\(value) is not UTF-8", at: source.place(byteOffset: offset),
      hint: "save the file as UTF-8; Shift_JIS and EUC-JP are not read")
  }

  /// Where decoding first fails; the caller knows that it does.
  private static func firstInvalidOffset(_ bytes: [UInt8]) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) { offset += scalar.count }
    return min(offset, bytes.count - 1)
  }
}
