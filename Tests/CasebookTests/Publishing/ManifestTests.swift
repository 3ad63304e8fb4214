import Foundation
import Testing

@testable import Casebook

@Suite("Manifest")
struct ManifestTests {
  private static let emptyDigest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  private static func manifest(_ paths: String...) throws -> Manifest {
    Manifest(
      sorted: try paths.map { path in
        try Manifest.Entry(
          path: #require(OutputPath(path)), size: path.utf8.count,
          digest: Array(path.utf8).withUnsafeBytes { FileDigest(of: $0) })
      })
  }

  @Test("one entry a line, and nothing of the time or the machine")
  func form() throws {
    let digest = try #require(FileDigest(hexadecimal: Array(Self.emptyDigest.utf8)[...]))
    #expect([UInt8]().withUnsafeBytes { FileDigest(of: $0) } == digest)
    let path = try #require(OutputPath("a\"\\b.html"))
    let text = Manifest(sorted: [.init(path: path, size: 0, digest: digest)]).encoded()
    #expect(
      String(decoding: text, as: UTF8.self) == """
        {
          "generator": "casebook",
          "version": 1,
          "files": [
            {"path": "a\\"\\\\b.html", "size": 0, "sha256": "\(Self.emptyDigest)"}
          ]
        }

        """)
  }

  @Test("what is written is valid JSON and reads back the same")
  func roundTrip() throws {
    for manifest in [try Self.manifest(), try Self.manifest("a\"\\", "b", "組織/index.html")] {
      #expect(try ManifestReader.read(manifest.encoded()) == manifest)
      let json = try JSONSerialization.jsonObject(with: Data(manifest.encoded())) as? [String: Any]
      let files = try #require(json?["files"] as? [[String: Any]])
      #expect(files.compactMap { $0["path"] as? String } == manifest.entries.map(\.path.description))
    }
  }

  @Test("many entries are written in pieces that are one text", arguments: [0, 511, 512, 513, 1025], [1, 3])
  func pieces(count: Int, jobs: Int) throws {
    let paths = (0..<count).map { "incidents/\($0 + 1000)/index.html" }
    let entries = try paths.map { path in
      try #require(try Self.manifest(path).entries.first)
    }
    let pieces = Manifest.encoded(count: count, ParallelMap(jobs: jobs)) { entries[$0] }
    let text = Array(pieces.joined())
    #expect(try ManifestReader.read(text).entries == entries)
    #expect(FileDigest(ofPieces: pieces) == FileDigest(of: text))
  }

  @Test(
    "a manifest that somebody has rewritten is refused with the line",
    arguments: [
      ("casebook", "hugo", 1), ("\"version\": 1", "\"version\": 2", 1), ("\"a\"", "\"../a\"", 5),
      ("\"a\"", "\"c\"", 6), ("\"a\"", "\"b\"", 6), ("\"size\": 1,", "\"size\": 01,", 5),
      ("\"size\": 1,", "\"size\": -1,", 5), ("\"size\": 1,", "\"size\": 99999999999999999999,", 5),
      ("\"a\"", "\"\\u0061\"", 5), ("  ]\n", "  ],\n", 6), ("\"}\n  ]", "\"},\n  ]", 6),
      ("}\n  ]\n}\n", "}\n", 6),
      ("  ]\n}\n", "  ]\n}\n\n", 6), ("sha256", "sha512", 5), ("\"a\"", "\"a\\", 5),
    ])
  func refused(old: String, new: String, line: Int) throws {
    let text = String(decoding: try Self.manifest("a", "b").encoded(), as: UTF8.self)
    let changed = text.replacing(old, with: new, maxReplacements: 1)
    #expect(changed != text)
    let problem = #expect(throws: ManifestReader.Problem.self) {
      try ManifestReader.read(Array(changed.utf8))
    }
    #expect(problem?.line == line)
  }

  @Test("a manifest cut off at any byte is refused")
  func truncated() throws {
    let text = try Self.manifest("a", "b").encoded()
    for length in 0..<text.count {
      #expect(throws: ManifestReader.Problem.self) { try ManifestReader.read(Array(text[..<length])) }
    }
  }
}
