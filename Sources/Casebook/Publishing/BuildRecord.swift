/// What a build keeps beside the output for the next one: what each published file was made from, and how the file
/// system described everything afterwards.
///
/// It proves that a file need not be made again. It is believed only by the program that wrote it, about the output
/// whose manifest it was written for; without it, a build makes every file and compares the bytes.
struct BuildRecord: Sendable, Hashable {
  /// A published file.
  struct File: Sendable, Hashable {
    let entry: Manifest.Entry
    /// Of all that it was made from; `nil` where it is to be made anew each time.
    let key: SourceHash?
    /// `nil` where the file system's word is no proof of the bytes.
    let state: FileState?
  }

  /// The site before the last one, kept so that the next can be made from it by changing little.
  struct Spare: Sendable, Hashable {
    let tree: SiteTree
    /// Where it has another file than the output, or one of them none; in ascending order.
    let stale: [OutputPath]
  }

  let program: SourceHash
  /// The SHA-256 of the output's `manifest.json`.
  let manifest: FileDigest
  /// In the manifest's order.
  let files: [File]
  /// Of the output; `nil` where the file system's word is no proof.
  let tree: SiteTree?
  let spare: Spare?
}
