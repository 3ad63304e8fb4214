import Foundation
import TestSupport
import Testing

/// Compares text with a file of the repository.
///
/// A missing file is written and fails the test: what was recorded is to be read before it is committed. With
/// CASEBOOK_RECORD set, a file that differs is written anew, and fails the test too.
enum Recorded {
  static func expect(_ text: String, in path: String, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let file = Repository.path(path)
    let recorded = FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) }
    if recorded == text { return }
    if recorded == nil || ProcessInfo.processInfo.environment["CASEBOOK_RECORD"] != nil {
      try Data(text.utf8).write(to: URL(filePath: file))
      Issue.record("\(path) was recorded: read it, then run the test again", sourceLocation: sourceLocation)
    } else {
      #expect(
        text == recorded, "\(path) differs; CASEBOOK_RECORD=1 records it", sourceLocation: sourceLocation)
    }
  }
}
