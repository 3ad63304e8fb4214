/// What a build has to know of a document's text when nobody looks at it.
package struct TextFacts: Sendable, Hashable, BitwiseCopyable {
  /// Of the front matter with its `---` lines.
  let front: SourceHash
  let body: SourceHash
  // A number and no truth value, for a cache is read before it is known to be whole.
  private let linkMark: UInt8

  /// Whether the body can have links into the site.
  var mayLink: Bool { linkMark != 0 }

  /// - Parameter body: the bytes of the source that are the body.
  init(of source: SourceText, body: Range<Int>) {
    (front, self.body, linkMark) = source.bytes.withUnsafeBytes { bytes in
      let text = UnsafeRawBufferPointer(rebasing: bytes[body])
      return (
        SourceHash(of: .init(rebasing: bytes[..<body.lowerBound])), SourceHash(of: text),
        text.withMemoryRebound(to: UInt8.self, LinkMarks.areIn) ? 1 : 0
      )
    }
  }
}
