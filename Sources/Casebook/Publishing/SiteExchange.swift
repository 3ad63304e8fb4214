import CPlatform

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Puts the new archive in the output's place, in one step where the file system has one.
struct SiteExchange {
  private let output: String
  private let site: String
  private let previous: String

  init(_ staging: StagingArea) {
    output = staging.location.output
    site = staging.site
    previous = staging.previous
  }

  /// Afterwards, an old archive is in the staging folder.
  func run(replacing isReplacing: Bool) throws(PublishFailure) {
    if isReplacing ? casebook_exchange(site, output) == 0 : rename(site, output) == 0 { return }
    // EPERM is what some sandboxes answer to a call they do not know.
    guard isReplacing, [ENOSYS, EINVAL, ENOTSUP, EOPNOTSUPP, EPERM].contains(errno) else { throw failure() }
    try exchangeByRenaming()
  }

  /// For file systems that cannot exchange: between the two renames there is no output.
  func exchangeByRenaming() throws(PublishFailure) {
    guard rename(output, previous) == 0 else { throw failure() }
    guard rename(site, output) == 0 else {
      let failure = failure()
      try undoHalf()
      throw failure
    }
  }

  /// Puts the old archive back where only the first of the two renames has been done.
  func undoHalf() throws(PublishFailure) {
    guard Folder(at: output) == nil, errno == ENOENT, Folder(at: previous) != nil else { return }
    if rename(previous, output) != 0 { throw .system("put back", output) }
  }

  private func failure() -> PublishFailure {
    errno == EBUSY || errno == EXDEV ? .outputIsMountPoint(output) : .system("replace", output)
  }
}
