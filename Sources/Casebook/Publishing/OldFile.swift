import Crypto

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file of the old archive that is in its place, to be compared with what the new one has there.
struct OldFile {
  let old: OutputInspection.Finding
  /// Its place in the old manifest.
  let index: Int

  /// In bytes: how much of a file is read at a time.
  private static let pieceLength = 1 << 17

  var entry: Manifest.Entry { old.site.manifest.entries[index] }

  private var path: [UInt8] { entry.path.bytes }

  /// What it was made from; `nil` where that is not known.
  var key: SourceHash? { old.record?.files[index].key }

  /// The file as one of the new archive when it has the bytes that its entry says; `nil` when somebody has changed it.
  func staged(key: SourceHash?, _ buffers: inout StagingBuffers) -> StagedFile? {
    staged(key: key) { file, size in size == entry.size && digest(of: file, &buffers) == entry.digest }
  }

  /// The same when it has these bytes, of which the entry says the digest.
  func staged(_ bytes: [UInt8], key: SourceHash?, _ buffers: inout StagingBuffers) -> StagedFile? {
    staged(key: key) { file, size in
      size == bytes.count
        && buffers.withDisk(bytes.count + 1) { disk in
          guard file.read(into: disk) == bytes.count else { return false }
          return bytes.withUnsafeBytes { $0.elementsEqual(disk[..<bytes.count], count: bytes.count) }
        }
    }
  }

  /// Opens it for a comparison of another kind; `nil` where it cannot be read.
  func open() -> FileDescriptor? { old.site.folder.openFile(path) }

  /// - Parameter isSame: compares the bytes, where the file system's word is no proof; an old file that cannot be read
  ///   is one to be written anew.
  func staged(key: SourceHash?, isSame: (FileDescriptor, Int) -> Bool) -> StagedFile? {
    if let recorded = old.untouchedState(index) {
      return StagedFile(entry: entry, key: key, origin: .untouched, state: recorded)
    }
    guard let file = open(), let state = file.status().map(FileState.init), isSame(file, state.size) else {
      return nil
    }
    return StagedFile(
      entry: entry, key: key, origin: .unchanged, state: old.isProof(state) ? state : nil)
  }

  private func digest(of file: FileDescriptor, _ buffers: inout StagingBuffers) -> FileDigest? {
    var hash = SHA256()
    while true {
      let count = buffers.withDisk(Self.pieceLength) { piece -> Int? in
        guard let count = file.read(into: piece) else { return nil }
        hash.update(bufferPointer: .init(rebasing: piece[..<count]))
        return count
      }
      guard let count else { return nil }
      if count < Self.pieceLength { return FileDigest(hash.finalize()) }
    }
  }
}

extension UnsafeRawBufferPointer {
  func elementsEqual(_ other: UnsafeMutableRawBufferPointer.SubSequence, count: Int) -> Bool {
    let other = UnsafeMutableRawBufferPointer(rebasing: other)
    guard let here = baseAddress, let there = other.baseAddress else { return count == 0 }
    return memcmp(here, there, count) == 0
  }
}
