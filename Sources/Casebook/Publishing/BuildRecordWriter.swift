/// Writes a record of a build: numbers as the machine has them, since no other reads them, and each path without what it
/// has in common with the one before.
struct BuildRecordWriter {
  private let file: FileDescriptor
  private let jobs: ParallelMap
  private var checksum = Checksum()
  private var isWritten = true
  private var lastPath: [UInt8] = []

  /// The first bytes of each record, with the number of its form.
  static let head = Array("casebook record 3\n".utf8)

  /// How many paths one thread writes down at a time.
  private static let pieceCount = 1024
  /// How many such pieces are made before they go into the file: a record is not in memory as a whole beside what it tells
  /// of.
  private var piecesAtOnce: Int { 4 * jobs.jobs }

  /// Writes a record and its checksum; false with `errno` where that fails.
  static func write(_ record: BuildRecord, to file: FileDescriptor, _ jobs: ParallelMap) -> Bool {
    var writer = BuildRecordWriter(file: file, jobs: jobs)
    writer.write(head)
    writer.write(record)
    return writer.isWritten && withUnsafeBytes(of: writer.checksum, file.write)
  }

  private init(file: FileDescriptor, jobs: ParallelMap) {
    self.file = file
    self.jobs = jobs
  }

  private mutating func write(_ record: BuildRecord) {
    write { bytes in
      bytes.append(record.program)
      bytes.append(record.manifest)
    }
    write(record.files, path: \.entry.path.bytes) { bytes, file in
      bytes.append(file.entry.size)
      bytes.append(file.entry.digest)
      bytes.append(ifThere: file.key)
      bytes.append(ifThere: file.state)
    }
    write(record.tree)
    write { $0.append(isThere: record.spare != nil) }
    guard let spare = record.spare else { return }
    write(tree: spare.tree)
    write(spare.stale, path: \.bytes) { _, _ in }
  }

  private mutating func write(_ tree: SiteTree?) {
    write { $0.append(isThere: tree != nil) }
    if let tree { write(tree: tree) }
  }

  private mutating func write(tree: SiteTree) {
    write { $0.append(tree.root) }
    write(tree.top, path: \.name) { $0.append($1.identity) }
    write(tree.subfolders, path: \.path) { $0.append($1.state) }
    write(tree.foreign, path: \.path) { $0.append($1.kind.rawValue) }
  }

  /// Writes the path of each element and what is said of it.
  private mutating func write<Element: Sendable>(
    _ elements: [Element], path: @Sendable (Element) -> [UInt8],
    _ append: @Sendable (inout RecordBytes, Element) -> Void
  ) {
    write { $0.append(elements.count) }
    let lastPath = lastPath
    for wave in elements.indices.pieces(ofLength: piecesAtOnce * Self.pieceCount) {
      let pieces = jobs.map(wave.pieces(ofLength: Self.pieceCount)) { piece in
        let start = piece.lowerBound
        var bytes = RecordBytes(lastPath: start == 0 ? lastPath : path(elements[start - 1]))
        for index in piece {
          bytes.appendPath(path(elements[index]))
          append(&bytes, elements[index])
        }
        return bytes.bytes
      }
      for piece in pieces { write(piece) }
    }
    if let last = elements.last { self.lastPath = path(last) }
  }

  private mutating func write(_ append: (inout RecordBytes) -> Void) {
    var bytes = RecordBytes(lastPath: lastPath)
    append(&bytes)
    write(bytes.bytes)
  }

  private mutating func write(_ piece: [UInt8]) {
    piece.withUnsafeBytes { bytes in
      checksum.add(bytes)
      isWritten = isWritten && file.write(bytes)
    }
  }
}

/// A part of a record, as its bytes.
private struct RecordBytes {
  private(set) var bytes: [UInt8] = []
  /// The path that was put in last.
  private var lastPath: [UInt8]

  init(lastPath: [UInt8]) { self.lastPath = lastPath }

  mutating func append(_ value: some BitwiseCopyable) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }

  mutating func append(isThere: Bool) { append(UInt8(isThere ? 1 : 0)) }

  mutating func append(ifThere value: (some BitwiseCopyable)?) {
    append(isThere: value != nil)
    if let value { append(value) }
  }

  mutating func appendPath(_ path: [UInt8]) {
    let shared = path.sharedPrefix(with: lastPath)
    append(UInt16(shared))
    append(UInt16(path.count - shared))
    bytes.append(contentsOf: path[shared...])
    lastPath = path
  }
}
