import CPlatform

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which program makes a site: the same sources give other pages after an update of the program, or of a library of the
/// system that it uses.
enum ProgramIdentity {
  /// Of the ids that the linker made from the bytes of all code that is loaded; where a file of code has none, the state
  /// of the file stands for it.
  static let hash: SourceHash = {
    var facts: [UInt8] = Array(CasebookVersion.current.utf8)
    withUnsafeMutablePointer(to: &facts) { facts in
      casebook_loaded_code(facts) { context, path, id, length in
        guard let facts = context?.assumingMemoryBound(to: [UInt8].self), let path else { return }
        if let id, length > 0 {
          facts.pointee += UnsafeBufferPointer(start: id, count: length)
        } else {
          ProgramIdentity.append(stateOfFile: path, to: &facts.pointee)
        }
      }
    }
    return facts.withUnsafeBytes { SourceHash(of: $0) }
  }()

  private static func append(stateOfFile path: UnsafePointer<CChar>, to facts: inout [UInt8]) {
    var status = stat()
    if stat(path, &status) == 0 { withUnsafeBytes(of: FileState(status)) { facts += $0 } }
  }
}
