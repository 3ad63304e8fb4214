/// Reads what `BuildRecordWriter` writes.
struct BuildRecordReader {
  /// Why bytes are no record: the checksum finds damage, this what else there may be.
  private struct Damage: Error {}

  private let bytes: [UInt8]
  private var position = 0
  private var lastPath: [UInt8] = []

  /// The record; `nil` where it is damaged or of another form.
  static func record(from bytes: [UInt8]) -> BuildRecord? {
    let end = bytes.count - MemoryLayout<Checksum>.size
    guard end >= BuildRecordWriter.head.count, bytes.starts(with: BuildRecordWriter.head) else { return nil }
    var reader = BuildRecordReader(bytes: bytes)
    reader.position = end
    let checksum = bytes.withUnsafeBytes { Checksum(of: .init(rebasing: $0[..<end])) }
    guard let written = try? reader.value(Checksum.self), written == checksum else { return nil }
    reader.position = BuildRecordWriter.head.count
    return try? reader.record()
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func record() throws(Damage) -> BuildRecord {
    BuildRecord(
      program: try value(SourceHash.self), manifest: try value(FileDigest.self),
      files: try list { (reader) throws(Damage) in try reader.file() },
      tree: try optional { (reader) throws(Damage) in try reader.tree() },
      spare: try optional { (reader) throws(Damage) in
        BuildRecord.Spare(
          tree: try reader.tree(),
          stale: try reader.list { (reader) throws(Damage) in try reader.outputPath() })
      })
  }

  private mutating func file() throws(Damage) -> BuildRecord.File {
    let entry = Manifest.Entry(
      path: try outputPath(), size: try value(Int.self), digest: try value(FileDigest.self))
    return BuildRecord.File(
      entry: entry,
      key: try optional { (reader) throws(Damage) in try reader.value(SourceHash.self) },
      state: try optional { (reader) throws(Damage) in try reader.value(FileState.self) })
  }

  private mutating func tree() throws(Damage) -> SiteTree {
    SiteTree(
      root: try value(FileIdentity.self),
      top: try list { (reader) throws(Damage) in
        SiteTree.TopEntry(name: try reader.path(), identity: try reader.value(FileIdentity.self))
      },
      subfolders: try list { (reader) throws(Damage) in
        SiteTree.Subfolder(path: try reader.path(), state: try reader.value(FileState.self))
      },
      foreign: try list { (reader) throws(Damage) in
        let path = try reader.path()
        guard let kind = FolderEntry.Kind(rawValue: try reader.value(UInt8.self)) else { throw Damage() }
        return SiteTree.ForeignEntry(path: path, kind: kind)
      })
  }

  private mutating func value<Value: BitwiseCopyable>(_ type: Value.Type) throws(Damage) -> Value {
    let size = MemoryLayout<Value>.size
    guard size <= bytes.count - position else { throw Damage() }
    defer { position += size }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: Value.self) }
  }

  private mutating func optional<Value>(
    _ read: (inout BuildRecordReader) throws(Damage) -> Value
  ) throws(Damage) -> Value? {
    try value(UInt8.self) == 0 ? nil : try read(&self)
  }

  private mutating func list<Value>(
    _ read: (inout BuildRecordReader) throws(Damage) -> Value
  ) throws(Damage) -> [Value] {
    let count = try value(Int.self)
    // Each has a byte at least, so that no count makes room for more than there is.
    guard (0...bytes.count - position).contains(count) else { throw Damage() }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  private mutating func path() throws(Damage) -> [UInt8] {
    let shared = Int(try value(UInt16.self))
    let count = Int(try value(UInt16.self))
    guard shared <= lastPath.count, count <= bytes.count - position else { throw Damage() }
    lastPath.replaceSubrange(shared..., with: bytes[position..<position + count])
    position += count
    return lastPath
  }

  private mutating func outputPath() throws(Damage) -> OutputPath {
    guard let path = OutputPath(bytes: try path()) else { throw Damage() }
    return path
  }
}
