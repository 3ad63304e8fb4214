import Crypto

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes the files that are new or different into the staging folder.
///
/// "Different" is a matter of bytes on the disk, not of dates or of the manifest's word: somebody may have
/// edited a page by hand.
struct FileStager: Sendable {
  let site: Folder
  let old: PublishedSite?

  /// In bytes: how much of a file is copied at a time.
  private static let pieceLength = 1 << 17

  /// Stages an item: its file, and the compressed one where there is to be one.
  func stage(_ item: PublishItem, _ buffers: inout StagingBuffers) throws(PublishFailure) -> [StagedFile] {
    switch item.content {
    case .bytes(let bytes):
      return try stage(item, bytes, &buffers)
    case .rendered(let render):
      var page: [UInt8] = []
      swap(&page, &buffers.page)
      page.removeAll(keepingCapacity: true)
      do { try render(&page) } catch { throw .rendering(item.path, error) }
      let staged = try stage(item, page, &buffers)
      swap(&page, &buffers.page)
      return staged
    case .copy(let source):
      return [try copy(source, to: item.path, &buffers)]
    }
  }

  private func stage(
    _ item: PublishItem, _ bytes: [UInt8], _ buffers: inout StagingBuffers
  ) throws(PublishFailure) -> [StagedFile] {
    let file = try stage(item.path, bytes, &buffers)
    guard let path = item.compressed else { return [file] }
    guard let compressed = buffers.gzip.compressed(bytes) else {
      throw .system(SystemFailure("compress", site.location(of: path.bytes), code: ENOMEM))
    }
    return [file, try stage(path, compressed, &buffers)]
  }

  private func stage(
    _ path: OutputPath, _ bytes: [UInt8], _ buffers: inout StagingBuffers
  ) throws(PublishFailure) -> StagedFile {
    let digest = bytes.withUnsafeBytes { FileDigest(of: $0) }
    let entry = Manifest.Entry(path: path, size: bytes.count, digest: digest)
    if let old, old.entry(path) == entry, isOnDisk(bytes, at: path, of: old.folder, &buffers) {
      return StagedFile(entry: entry, isUnchanged: true)
    }
    let file = try site.createFile(path.bytes, lastFolder: &buffers.lastFolder)
    guard bytes.withUnsafeBytes(file.write) else { throw .system("write", site.location(of: path.bytes)) }
    return StagedFile(entry: entry, isUnchanged: false)
  }

  /// An old file that cannot be read is one to be written anew.
  private func isOnDisk(
    _ bytes: [UInt8], at path: OutputPath, of folder: Folder, _ buffers: inout StagingBuffers
  ) -> Bool {
    guard let file = folder.openFile(path.bytes) else { return false }
    return buffers.withDisk(bytes.count + 1) { disk in
      guard let count = file.read(into: disk), count == bytes.count else { return false }
      return bytes.withUnsafeBytes { $0.elementsEqual(disk[..<count], count: count) }
    }
  }

  private func copy(
    _ source: String, to path: OutputPath, _ buffers: inout StagingBuffers
  ) throws(PublishFailure) -> StagedFile {
    guard let file = FileDescriptor(owning: open(source, O_RDONLY | O_NONBLOCK | O_CLOEXEC)),
      let status = file.status()
    else { throw .system("open", source) }
    guard FolderEntry.Kind(mode: status.st_mode) == .file else { throw .sourceIsNotAFile(source) }
    if let old, let entry = old.entry(path), entry.size == Int(status.st_size),
      let onDisk = old.folder.openFile(path.bytes)
    {
      let digest = try digest(of: file, source, sameAs: onDisk, &buffers)
      if digest == entry.digest { return StagedFile(entry: entry, isUnchanged: true) }
      guard lseek(file.number, 0, SEEK_SET) == 0 else { throw .system("read", source) }
    }
    let target = try site.createFile(path.bytes, lastFolder: &buffers.lastFolder)
    return StagedFile(
      entry: try copy(file, source, to: target, path, &buffers), isUnchanged: false)
  }

  /// The source's digest; `nil` where the other file has other bytes.
  private func digest(
    of source: FileDescriptor, _ name: String, sameAs other: FileDescriptor, _ buffers: inout StagingBuffers
  ) throws(PublishFailure) -> FileDigest? {
    var hash = SHA256()
    while true {
      let pieces = buffers.withDisk(2 * Self.pieceLength) { room -> (count: Int?, isSame: Bool) in
        let piece = UnsafeMutableRawBufferPointer(rebasing: room[..<Self.pieceLength])
        let otherPiece = UnsafeMutableRawBufferPointer(rebasing: room[Self.pieceLength...])
        guard let count = source.read(into: piece) else { return (nil, false) }
        hash.update(bufferPointer: .init(rebasing: piece[..<count]))
        let isSame = other.read(into: otherPiece) == count
        return (count, isSame && UnsafeRawBufferPointer(piece).elementsEqual(otherPiece[...], count: count))
      }
      guard let count = pieces.count else { throw .system("read", name) }
      guard pieces.isSame else { return nil }
      if count < Self.pieceLength { return FileDigest(hash.finalize()) }
    }
  }

  /// The entry is of the bytes that were written, whatever happens to the source meanwhile.
  private func copy(
    _ source: FileDescriptor, _ name: String, to target: FileDescriptor, _ path: OutputPath,
    _ buffers: inout StagingBuffers
  ) throws(PublishFailure) -> Manifest.Entry {
    var hash = SHA256()
    var size = 0
    while true {
      let (count, isWritten) = buffers.withDisk(Self.pieceLength) { room -> (Int?, Bool) in
        guard let count = source.read(into: room) else { return (nil, false) }
        let piece = UnsafeRawBufferPointer(rebasing: room[..<count])
        hash.update(bufferPointer: piece)
        return (count, target.write(piece))
      }
      guard let count else { throw .system("read", name) }
      guard isWritten else { throw .system("write", site.location(of: path.bytes)) }
      size += count
      if count < Self.pieceLength {
        return Manifest.Entry(path: path, size: size, digest: FileDigest(hash.finalize()))
      }
    }
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func elementsEqual(_ other: UnsafeMutableRawBufferPointer.SubSequence, count: Int) -> Bool {
    let other = UnsafeMutableRawBufferPointer(rebasing: other)
    guard let here = baseAddress, let there = other.baseAddress else { return count == 0 }
    return memcmp(here, there, count) == 0
  }
}
