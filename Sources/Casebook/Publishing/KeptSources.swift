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

  /// - Parameter staging: the folder beside the output; nil where the output cannot be used.
  init(_ staging: StagingArea?) {
    self.staging = staging
    cache = staging.flatMap { SourceCache($0.sources, program: Self.program) }
    areOfUse =
      staging.map { Folder(at: $0.location.output)?.status(of: Array(Manifest.fileName)) != nil } ?? false
  }

  /// Writes what a load read, where it is not nearly what is kept already.
  func replace(by loader: SiteLoader) {
    guard areOfUse, let staging else { return }
    guard loader.hasNews(for: cache) else { return }
    staging.keepSources { write in loader.writeCache(replacing: cache, program: Self.program, write) }
  }

  private static var program: [UInt8] { withUnsafeBytes(of: ProgramIdentity.hash) { Array($0) } }
}
