/// Writes a record of a build: numbers as the machine has them, since no other reads them, and each path without what it
/// has in common with the one before.
struct BuildRecordWriter {
  private let file: FileDescriptor
  private var bytes = head
  private var lastPath: [UInt8] = []
  private var checksum = Checksum()
  private var isWritten = true

  /// The first bytes of each record, with the number of its form.
  static let head = Array("casebook record 3\n".utf8)

  /// A record is written in pieces, so that it is not in memory as a whole beside what it tells of.
  private static let pieceLength = 1 << 16

  /// Writes a record and its checksum; false with `errno` where that fails.
  static func write(_ record: BuildRecord, to file: FileDescriptor) -> Bool {
    var writer = BuildRecordWriter(file: file)
    writer.append(record)
    writer.flush()
    return writer.isWritten && withUnsafeBytes(of: writer.checksum, file.write)
  }

  private init(file: FileDescriptor) {
    self.file = file
  }

  private mutating func flush() {
    var piece: [UInt8] = []
    swap(&piece, &bytes)
    piece.withUnsafeBytes { bytes in
      checksum.add(bytes)
      isWritten = isWritten && file.write(bytes)
    }
    piece.removeAll(keepingCapacity: true)
    swap(&piece, &bytes)
  }

  private mutating func append(_ record: BuildRecord) {
    append(record.program)
    append(record.manifest)
    append(record.files) { writer, file in
      writer.appendPath(file.entry.path.bytes)
      writer.append(file.entry.size)
      writer.append(file.entry.digest)
      writer.append(file.key) { $0.append($1) }
      writer.append(file.state) { $0.append($1) }
    }
    append(record.tree) { $0.append($1) }
    append(record.spare) { writer, spare in
      writer.append(spare.tree)
      writer.append(spare.stale) { $0.appendPath($1.bytes) }
    }
  }

  private mutating func append(_ tree: SiteTree) {
    append(tree.root)
    append(tree.top) { writer, entry in
      writer.appendPath(entry.name)
      writer.append(entry.identity)
    }
    append(tree.subfolders) { writer, folder in
      writer.appendPath(folder.path)
      writer.append(folder.state)
    }
    append(tree.foreign) { writer, entry in
      writer.appendPath(entry.path)
      writer.append(entry.kind.rawValue)
    }
  }

  private mutating func append(_ value: some BitwiseCopyable) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }

  private mutating func append<Value>(_ value: Value?, _ write: (inout BuildRecordWriter, Value) -> Void) {
    append(UInt8(value == nil ? 0 : 1))
    if let value { write(&self, value) }
  }

  private mutating func append<Value>(_ values: [Value], _ write: (inout BuildRecordWriter, Value) -> Void) {
    append(values.count)
    for value in values {
      write(&self, value)
      if bytes.count >= Self.pieceLength { flush() }
    }
  }

  private mutating func appendPath(_ path: [UInt8]) {
    let shared = path.sharedPrefix(with: lastPath)
    append(UInt16(shared))
    append(UInt16(path.count - shared))
    bytes.append(contentsOf: path[shared...])
    lastPath = path
  }
}
