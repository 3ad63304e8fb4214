import Foundation
import TestSupport
import Testing

/// What people and programs do to a published folder between two builds.
struct OutputEdits {
  private let archive: ArchiveFixture
  private var random: Randomness
  private var serial = 0
  /// What others have in the output.
  private var foreign: [String: String] = [:]

  init(_ archive: ArchiveFixture, seed: UInt64) {
    self.archive = archive
    random = Randomness(state: seed)
  }

  /// The files of a site without those of others, which have to be as they were.
  func own(_ files: [String: Data]) -> [String: Data] {
    for (path, text) in foreign { #expect(files[path] == Data(text.utf8), "\(path)") }
    return files.filter { foreign[$0.key] == nil }
  }

  /// Does something every other time.
  mutating func edit() throws {
    serial += 1
    let published = try archive.files(in: "public").keys.filter {
      foreign[$0] == nil && $0 != "manifest.json"
    }
    let page = random.pickAny(published.sorted())
    switch random.below(24) {
    case 0: try page.map(overwrite)
    case 1: try page.map { try archive.write("edited \(serial)", "public/" + $0) }
    case 2: try page.map { try archive.remove("public/" + $0) }
    case 3, 4: try add(random.pick(["CNAME", ".git/HEAD", ".git/refs/x", "tags/note.txt"]))
    case 5: try removeForeign()
    case 6: try? archive.remove("public.staging/record")
    case 7: try? archive.remove("public.staging")
    case 8: try? archive.remove("public.staging/spare")
    case 9: try? archive.write("x", "public.staging/spare/tags/index.html")
    case 10: try? archive.remove("public.staging/spare/tags/index.html")
    case 11: try damageRecord()
    case 12: try copyOutput()
    default: break
    }
  }

  /// Other bytes of the same length into the same file, with the time that it had.
  private func overwrite(_ page: String) throws {
    let path = archive.root + "/public/" + page
    var status = stat()
    guard stat(path, &status) == 0, status.st_size > 0 else { return }
    let file = open(path, O_WRONLY)
    defer { close(file) }
    #expect(write(file, "#", 1) == 1)
    #if canImport(Darwin)
      let times = [status.st_atimespec, status.st_mtimespec]
    #else
      let times = [status.st_atim, status.st_mtim]
    #endif
    futimens(file, times)
  }

  private mutating func add(_ path: String) throws {
    foreign[path] = "foreign \(serial)"
    try archive.write("foreign \(serial)", "public/" + path)
  }

  private mutating func removeForeign() throws {
    guard let path = random.pickAny(foreign.keys.sorted()) else { return }
    foreign[path] = nil
    try archive.remove("public/" + path)
  }

  private mutating func damageRecord() throws {
    let path = "public.staging/record"
    guard var bytes = FileManager.default.contents(atPath: archive.root + "/" + path).map(Array.init) else {
      return
    }
    bytes[random.below(bytes.count)] ^= 1
    try archive.write(bytes, path)
  }

  /// As a cache of CI does: the same bytes, in other files.
  private func copyOutput() throws {
    guard FileManager.default.fileExists(atPath: archive.root + "/public") else { return }
    try FileManager.default.copyItem(atPath: archive.root + "/public", toPath: archive.root + "/copy")
    try archive.remove("public")
    try FileManager.default.moveItem(atPath: archive.root + "/copy", toPath: archive.root + "/public")
  }
}
