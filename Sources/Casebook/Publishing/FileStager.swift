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
  let site: NewSite
  let old: OutputInspection.Finding?

  /// In bytes: how much of a file is copied at a time.
  private static let pieceLength = 1 << 17

  /// Stages an item: its file, and the compressed one where there is to be one.
  func stage(_ item: PublishItem, _ buffers: inout StagingBuffers) throws(PublishFailure) -> StagedFile {
    if let known = known(item, &buffers) { return known }
    switch item.content {
    case .bytes(let bytes):
      return try stage(item, bytes, key: item.key, &buffers)
    case .rendered(let render):
      var page: [UInt8] = []
      swap(&page, &buffers.page)
      page.removeAll(keepingCapacity: true)
      let staged = try stage(item, rendering: &page, by: render, &buffers)
      swap(&page, &buffers.page)
      return staged
    case .copy(let source):
      return try copy(source, to: item, &buffers)
    }
  }

  /// What has no old file to be compared with, and is not to be compressed, need not be in memory as a whole.
  private func stage(
    _ item: PublishItem, rendering page: inout [UInt8],
    by render: (Int, inout [UInt8], Drain) throws -> Bool, _ buffers: inout StagingBuffers
  ) throws(PublishFailure) -> StagedFile {
    let canBeCut = item.compressed == nil && oldFile(item.path) == nil
    var growing = GrowingFile(path: item.path, site: site)
    let isSteady: Bool
    do {
      isSteady = try render(buffers.thread, &page) { if canBeCut { growing.take(&$0, &buffers.lastFolder) } }
    } catch {
      throw .rendering(item.path, error)
    }
    let key = isSteady ? item.key : nil
    guard let (entry, file) = try growing.finished(by: page) else {
      return try stage(item, page, key: key, &buffers)
    }
    return written(entry, key, file)
  }

  /// The old file of an item that was made from the same before; `nil` where one has to be made.
  private func known(_ item: PublishItem, _ buffers: inout StagingBuffers) -> StagedFile? {
    guard let key = item.key, var file = known(item.path, key, &buffers) else { return nil }
    guard let path = item.compressed else { return file }
    guard let compressed = known(path, key, &buffers) else { return nil }
    file.compressed = [compressed]
    return file
  }

  private func known(_ path: OutputPath, _ key: SourceHash, _ buffers: inout StagingBuffers) -> StagedFile? {
    guard let file = oldFile(path), file.key == key else { return nil }
    return file.staged(key: key, &buffers)
  }

  private func oldFile(_ path: OutputPath) -> OldFile? {
    guard let old, let index = old.site.index(of: path) else { return nil }
    return OldFile(old: old, index: index)
  }

  private func stage(
    _ item: PublishItem, _ bytes: [UInt8], key: SourceHash?, _ buffers: inout StagingBuffers
  ) throws(PublishFailure) -> StagedFile {
    var file = try stage(item.path, bytes, isCompressed: false, key: key, &buffers)
    guard let path = item.compressed else { return file }
    guard let compressed = buffers.gzip.compressed(bytes) else {
      throw .system(SystemFailure("compress", site.folder.location(of: path.bytes), code: ENOMEM))
    }
    file.compressed = [try stage(path, compressed, isCompressed: true, key: key, &buffers)]
    return file
  }

  private func stage(
    _ path: OutputPath, _ bytes: [UInt8], isCompressed: Bool, key: SourceHash?,
    _ buffers: inout StagingBuffers
  ) throws(PublishFailure) -> StagedFile {
    guard let old = oldFile(path) else {
      let subject = LateDigests.Subject(item: buffers.item, isCompressed: isCompressed)
      let isLate = bytes.withUnsafeBytes { buffers.digests.add($0, of: subject) }
      return try write(path, bytes, isLate ? FileDigest() : FileDigest(of: bytes), key, &buffers)
    }
    let digest = FileDigest(of: bytes)
    let entry = Manifest.Entry(path: path, size: bytes.count, digest: digest)
    if old.entry == entry, let staged = old.staged(bytes, key: key, &buffers) { return staged }
    return try write(path, bytes, digest, key, &buffers)
  }

  private func write(
    _ path: OutputPath, _ bytes: [UInt8], _ digest: FileDigest, _ key: SourceHash?,
    _ buffers: inout StagingBuffers
  ) throws(PublishFailure) -> StagedFile {
    let file = try site.createFile(path.bytes, lastFolder: &buffers.lastFolder)
    guard bytes.withUnsafeBytes(file.write) else {
      throw .system("write", site.folder.location(of: path.bytes))
    }
    return written(Manifest.Entry(path: path, size: bytes.count, digest: digest), key, file)
  }

  private func written(_ entry: Manifest.Entry, _ key: SourceHash?, _ file: FileDescriptor) -> StagedFile {
    StagedFile(entry: entry, key: key, origin: .written, state: file.status().map(FileState.init))
  }

  private func copy(
    _ source: String, to item: PublishItem, _ buffers: inout StagingBuffers
  ) throws(PublishFailure) -> StagedFile {
    guard let file = FileDescriptor(owning: open(source, O_RDONLY | O_NONBLOCK | O_CLOEXEC)),
      let status = file.status()
    else { throw .system("open", source) }
    guard FolderEntry.Kind(mode: status.st_mode) == .file else { throw .sourceIsNotAFile(source) }
    if let old = oldFile(item.path), old.entry.size == Int(status.st_size), let onDisk = old.open() {
      let digest = try digest(of: file, source, sameAs: onDisk, &buffers)
      // The bytes have just been compared.
      if digest == old.entry.digest, let staged = old.staged(key: item.key, isSame: { _, _ in true }) {
        return staged
      }
      guard lseek(file.number, 0, SEEK_SET) == 0 else { throw .system("read", source) }
    }
    let target = try site.createFile(item.path.bytes, lastFolder: &buffers.lastFolder)
    return written(try copy(file, source, to: target, item.path, &buffers), item.key, target)
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
      guard isWritten else { throw .system("write", site.folder.location(of: path.bytes)) }
      size += count
      if count < Self.pieceLength {
        return Manifest.Entry(path: path, size: size, digest: FileDigest(hash.finalize()))
      }
    }
  }
}
