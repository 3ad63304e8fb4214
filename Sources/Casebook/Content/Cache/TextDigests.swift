/// The SHA-256 of a document's two parts: what its text is, in few bytes.
package struct TextDigests: Sendable, Hashable, BitwiseCopyable {
  /// Of the front matter with its `---` lines.
  let front: FileDigest
  let body: FileDigest

  init(_ body: Body) {
    (front, self.body) = body.source.bytes.withUnsafeBytes { bytes in
      (
        FileDigest(of: .init(rebasing: bytes[..<body.range.lowerBound])),
        FileDigest(of: .init(rebasing: bytes[body.range]))
      )
    }
  }
}
