import Crypto

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Checks an output folder against its manifest; what `casebook verify` does.
///
/// Takes no lock and writes nothing.
package struct Verification: Sendable {
  private let location: String
  private let jobs: ParallelMap

  package init(of folder: String, jobs: Int) {
    let resolved = realpath(folder, nil)
    defer { free(resolved) }
    // Where it is missing, its name still says where a killed build would have left the old one.
    location = resolved.map { String(cString: $0) } ?? String(folder.reversed().drop { $0 == "/" }.reversed())
    self.jobs = ParallelMap(jobs: jobs)
  }

  /// Compares every file's size and SHA-256.
  ///
  /// - Throws: where there is no folder or no valid manifest to compare with.
  package func run() throws(PublishFailure) -> VerificationReport {
    while true {
      let folder = try open()
      let identity = FileIdentity(try folder.status())
      let report = try report(on: folder)
      // A build may have exchanged the folder for another and emptied this one meanwhile.
      guard !report.isSound, let now = Folder(at: location), FileIdentity(try now.status()) != identity else {
        return report
      }
    }
  }

  private func open() throws(PublishFailure) -> Folder {
    if let folder = Folder(at: location) { return folder }
    switch errno {
    case ENOENT where Folder(at: "\(location).staging/previous") != nil: throw .interruptedExchange(location)
    case ENOENT, ENOTDIR: throw .missingOutput(location)
    default: throw .system("open the folder", location)
    }
  }

  private func report(on folder: Folder) throws(PublishFailure) -> VerificationReport {
    let site = try PublishedSite(folder: folder, manifest: try manifest(in: folder))
    let isSame = jobs.map(site.manifest.entries, scratch: [UInt8](repeating: 0, count: 1 << 16)) {
      entry, buffer in site.entry(entry.path) != nil && Self.matches(entry, in: folder, &buffer)
    }
    let differing = zip(site.paths.paths, isSame).filter { !$0.1 }.map(\.0)
    return VerificationReport(
      files: site.paths.paths.count,
      missing: differing.filter { folder.status(of: $0.bytes) == nil },
      changed: differing.filter { folder.status(of: $0.bytes) != nil },
      foreign: site.foreign.filter { $0.kind != .folder }.map { String(decoding: $0.path, as: UTF8.self) }
        .sorted())
  }

  private func manifest(in folder: Folder) throws(PublishFailure) -> Manifest {
    switch try ManifestFile.read(in: folder) {
    case .valid(let manifest): return manifest
    case .absent: throw .missingManifest(location)
    case .invalid(let problem):
      throw .invalidManifest(path: folder.location(of: Array(Manifest.fileName)), problem: problem)
    }
  }

  private static func matches(_ entry: Manifest.Entry, in folder: Folder, _ buffer: inout [UInt8]) -> Bool {
    guard let file = folder.openFile(entry.path.bytes), let status = file.status(),
      status.st_size == entry.size
    else { return false }
    var hash = SHA256()
    while true {
      guard let count = buffer.withUnsafeMutableBytes(file.read) else { return false }
      buffer.withUnsafeBytes { hash.update(bufferPointer: .init(rebasing: $0[..<count])) }
      if count < buffer.count { return FileDigest(hash.finalize()) == entry.digest }
    }
  }
}
