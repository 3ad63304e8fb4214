import Foundation
import TestSupport
import Testing

@testable import Casebook

/// A folder of its own for one test, with an output `public` in it.
final class OutputFixture: TemporaryFolder {
  var output: String { root + "/public" }

  func publisher(
    _ output: String? = nil, protected: [String] = [], force: Bool = false, jobs: Int = 2
  ) -> Publisher {
    Publisher(output: output ?? self.output, protected: protected, isForced: force, jobs: jobs)
  }

  @discardableResult
  func publish(_ files: [String: String], force: Bool = false, jobs: Int = 2) throws -> PublishSummary {
    try publisher(force: force, jobs: jobs).publish(try Self.items(files))
  }

  static func items(_ files: [String: String]) throws -> [PublishItem] {
    try files.map { path, text in
      PublishItem(path: try #require(OutputPath(path)), content: .bytes(Array(text.utf8)))
    }
  }

  func inode(_ path: String) throws -> UInt64 {
    var status = stat()
    try #require(lstat(root + "/" + path, &status) == 0)
    return UInt64(status.st_ino)
  }

  /// Every path below the root but the lock's and what a build keeps for the next, sorted, folders with a `/` at the end.
  func tree(_ path: String = "") throws -> [String] {
    let folder = root + "/" + path
    return try FileManager.default.subpathsOfDirectory(atPath: folder).map { name in
      var isFolder: ObjCBool = false
      let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: folder + "/" + name)) != nil
      _ = FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
      return isFolder.boolValue && !isLink ? name + "/" : name
    }.filter { $0 != ".public.lock" && !Self.isKept($0) }.sorted()
  }

  private static func isKept(_ path: String) -> Bool {
    let kept = ["", "casebook-staging", "record", "spare/"].map { "public.staging/" + $0 }
    return kept.contains(path) || path.hasPrefix("public.staging/spare/")
  }

  func verify() throws -> VerificationReport {
    try Verification(of: output, jobs: 2).run()
  }
}

extension PublishFailure {
  /// The case's name, which is what a test of refusal looks at.
  var name: String {
    // The one case without anything in it has no label to be read.
    Mirror(reflecting: self).children.first?.label ?? "outputIsRoot"
  }
}

/// The name of the failure that `body` ends in; `nil` where it succeeds.
func failure<Result>(of body: () throws -> Result) -> String? {
  do {
    _ = try body()
    return nil
  } catch let failure as PublishFailure {
    return failure.name
  } catch {
    return "\(error)"
  }
}
