import CCmark

/// Finds characters that no text of an archive has, where a body gives them by number: `&#x202E;`, `&#27;`.
struct CharacterReferencePass {
  func run(on root: MarkdownNode, _ text: MarkedText, _ findings: inout MarkdownFindings) {
    // Names are left out: no name of HTML's list (section 13.5) means such a character.
    guard text.hasReferences else { return }
    root.walk { node in
      for bytes in Self.texts(of: node) {
        guard let (_, scalar) = bytes.withUnsafeBufferPointer(ForbiddenCharacter.first) else { continue }
        findings.report(
          .init(
            severity: .error, code: .controlCharacter,
            message: "\(ForbiddenCharacter.name(of: scalar)) is not allowed", hint: "remove the reference"),
          Array("&#".utf8), in: node)
      }
    }
  }

  /// The texts of a node in which references are read.
  private static func texts(of node: MarkdownNode) -> [[UInt8]] {
    switch node.type {
    case CMARK_NODE_TEXT: [node.literal]
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE: [node.url, node.title]
    case CMARK_NODE_CODE_BLOCK: [node.fenceInfo]
    default: []
    }
  }
}
