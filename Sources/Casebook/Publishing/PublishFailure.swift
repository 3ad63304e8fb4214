#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why an archive could not be published or verified; exit status 2 of the command line.
///
/// Up to the exchange the output is as it was. After it, which only `lateCollision` and a system failure
/// while the old files are removed can be, it is the new archive in full.
package enum PublishFailure: Error, Sendable {
  /// Another build of the same output is running.
  case locked(lockFile: String)
  case outputIsRoot
  case outputIsSymbolicLink(String)
  case outputIsNotAFolder(String)
  case outputIsMountPoint(String)
  /// The output is, contains or lies inside a folder that is to be read, not written.
  case outputMeetsSource(output: String, source: String)
  /// The output has files and no manifest of ours; the problem is that of a manifest that is not valid.
  case notOurs(output: String, problem: String?)
  /// Something else has the name of the staging folder.
  case stagingIsNotOurs(String)
  /// A file that others put into the output is where the build has one.
  case collision(path: String, output: String)
  /// The same, but it was put there while the build ran: it is kept at `kept`.
  case lateCollision(path: String, kept: String)
  /// Two items have one path, or one is where another needs a folder.
  case conflictingItems(OutputPath, OutputPath)
  case rendering(OutputPath, any Error)
  case sourceIsNotAFile(String)
  case missingOutput(String)
  /// The output is missing because a build was killed between two renames; the next build puts it back.
  case interruptedExchange(String)
  case missingManifest(String)
  case invalidManifest(path: String, problem: String)
  case system(SystemFailure)
  /// The caller's checkpoint stopped the build before the exchange: the content has errors.
  case refused

  /// From the `errno` of the call that just failed.
  static func system(_ operation: String, _ path: @autoclosure () -> String) -> PublishFailure {
    let code = errno
    return .system(SystemFailure(operation, path(), code: code))
  }
}

extension PublishFailure: CustomStringConvertible {
  package var description: String { message }

  /// One sentence without a full stop that names the file.
  package var message: String {
    switch self {
    case .locked(let lockFile): "another build holds the lock '\(lockFile)'"
    case .outputIsRoot: "the output is '/'"
    case .outputIsSymbolicLink(let output): "the output '\(output)' is a symbolic link"
    case .outputIsNotAFolder(let output): "the output '\(output)' is not a folder"
    case .outputIsMountPoint(let output):
      "the output '\(output)' is on another file system than the folder it is in"
    case .outputMeetsSource(let output, let source):
      "the output '\(output)' would overwrite '\(source)', which the build reads"
    case .notOurs(let output, nil): "the output '\(output)' has files in it and no manifest.json of casebook"
    case .notOurs(let output, let problem?):
      "the output '\(output)' has files in it and its manifest.json is not ours: \(problem)"
    case .stagingIsNotOurs(let path): "'\(path)' is in the way: casebook did not make it"
    case .collision(let path, let output):
      "'\(path)' in '\(output)' is not casebook's, and the build has a file there"
    case .lateCollision(let path, _):
      "'\(path)' was put into the output during the build, which has a file there"
    case .conflictingItems(let first, let second):
      first == second
        ? "two pages would be written to '\(first)'"
        : "'\(first)' would have to be a file and, for '\(second)', a folder"
    case .rendering(let path, let error): "cannot render '\(path)': \(error)"
    case .sourceIsNotAFile(let path): "'\(path)' is not a regular file"
    case .missingOutput(let output): "there is no folder '\(output)'"
    case .interruptedExchange(let output):
      "there is no folder '\(output)': a build was killed while it exchanged it"
    case .missingManifest(let output): "there is no manifest.json in '\(output)'"
    case .invalidManifest(let path, let problem): "'\(path)' is not a manifest of casebook: \(problem)"
    case .system(let failure): failure.description
    case .refused: "the content has errors"
    }
  }

  /// What to do about it, as a sentence without a full stop.
  package var hint: String? {
    switch self {
    case .locked: "wait for it to end; the file itself may stay, it is the lock on it that counts"
    case .outputIsRoot, .outputIsSymbolicLink, .outputIsNotAFolder, .outputMeetsSource:
      "choose another folder with --output"
    case .outputIsMountPoint: "choose a folder inside it, so that old and new can be exchanged in one step"
    case .notOurs:
      "choose another folder with --output, or use --force to build into it and keep its other files"
    case .stagingIsNotOurs: "move it away, or choose another folder with --output"
    case .collision: "move it away, or use --force to replace it"
    case .lateCollision(_, let kept): "the new archive is in place; move the file away from '\(kept)'"
    case .interruptedExchange: "run 'casebook build' again: it puts the folder back first"
    case .missingOutput, .missingManifest: "name the folder that 'casebook build' wrote"
    case .invalidManifest: "restore the file, or build again with --force"
    case .system(let failure): failure.hint
    case .conflictingItems, .rendering, .sourceIsNotAFile, .refused: nil
    }
  }
}
