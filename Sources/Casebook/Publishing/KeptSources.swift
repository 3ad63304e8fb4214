import Foundation

/// The texts of `content/` that are kept beside the output from build to build.
///
/// They are written by the second build and not by the first: a build in a new container, which nobody repeats there, is not
/// to pay for what only the next one has use of.
struct KeptSources {
  /// Nil where there are none, or another program wrote them.
  let cache: SourceCache?
  /// True where reading is to collect what `replace` writes.
  let areOfUse: Bool
  private let staging: StagingArea?

  /// - Parameters:
  ///   - output: the output folder.
  ///   - protected: see `Publisher`.
  init(output: String, protected: [String]) {
    // Where the output cannot be used, publishing says so, after everything that is wrong with the content.
    guard let location = try? OutputLocation(output: output, protected: protected) else {
      (cache, areOfUse, staging) = (nil, false, nil)
      return
    }
    let staging = StagingArea(location: location)
    cache = SourceCache(staging.sources, program: Self.program)
    areOfUse = FileManager.default.fileExists(atPath: location.output + "/manifest.json")
    self.staging = staging
  }

  /// Writes what a load read, where it is not nearly what is kept already.
  func replace(by loader: SiteLoader) {
    guard areOfUse, let staging else { return }
    guard loader.hasNews(for: cache) else { return }
    staging.keepSources { write in loader.writeCache(replacing: cache, program: Self.program, write) }
  }

  private static var program: [UInt8] { withUnsafeBytes(of: ProgramIdentity.digest) { Array($0) } }
}
