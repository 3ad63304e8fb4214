#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A system call that failed, with what was being done and to which file.
package struct SystemFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was tried, as a verb: `write`, `create the folder`.
  package let operation: String
  package let path: String
  /// The value of `errno`.
  package let code: Int32

  package init(_ operation: String, _ path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  package var description: String {
    "cannot \(operation) '\(path)': \(String(cString: strerror(code)))"
  }

  /// What to do about it, where the code alone says so.
  var hint: String? {
    switch code {
    case ENOSPC, EDQUOT: "free some space on this disk"
    case EACCES, EPERM: "check who may write there"
    case EROFS: "choose an output on a disk that can be written to"
    case EMFILE, ENFILE: "too many files are open; see 'ulimit -n'"
    case EEXIST: "this file system holds two of the paths to be the same"
    case ENAMETOOLONG: "choose an output with a shorter path"
    default: nil
    }
  }
}
