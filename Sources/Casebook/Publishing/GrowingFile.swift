import Crypto

/// A new file that is written while more of it is made.
struct GrowingFile {
  let path: OutputPath
  let site: NewSite
  private var file: FileDescriptor?
  /// Made for the first piece: nearly no file is written in pieces.
  private lazy var hash = SHA256()
  private var size = 0
  private var failure: PublishFailure?

  /// In bytes: what is shorter waits for more. It stays in the processor's cache between being made, hashed and written.
  private static let pieceLength = 1 << 18

  init(path: OutputPath, site: NewSite) {
    self.path = path
    self.site = site
  }

  /// Writes a piece and empties it, once it is long enough. What fails is thrown at the end.
  mutating func take(_ piece: inout [UInt8], _ lastFolder: inout [UInt8]) {
    guard piece.count >= Self.pieceLength, failure == nil else { return }
    do throws(PublishFailure) {
      try write(piece, to: try opened(&lastFolder))
    } catch {
      failure = error
    }
    piece.removeAll(keepingCapacity: true)
  }

  /// The whole file, with the last piece; nil where it is the only one, and nothing was written yet.
  mutating func finished(
    by piece: [UInt8]
  ) throws(PublishFailure) -> (entry: Manifest.Entry, file: FileDescriptor)? {
    if let failure { throw failure }
    guard let file else { return nil }
    try write(piece, to: file)
    return (Manifest.Entry(path: path, size: size, digest: FileDigest(hash.finalize())), file)
  }

  private mutating func opened(_ lastFolder: inout [UInt8]) throws(PublishFailure) -> FileDescriptor {
    if let file { return file }
    let created = try site.createFile(path.bytes, lastFolder: &lastFolder)
    file = created
    return created
  }

  private mutating func write(_ piece: [UInt8], to file: FileDescriptor) throws(PublishFailure) {
    let isWritten = piece.withUnsafeBytes { bytes in
      hash.update(bufferPointer: bytes)
      return file.write(bytes)
    }
    guard isWritten else { throw .system("write", site.folder.location(of: path.bytes)) }
    size += piece.count
  }
}
