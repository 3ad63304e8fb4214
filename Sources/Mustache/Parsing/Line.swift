/// One line of a template, and whether it leaves a trace in the output.
///
/// Source: Mustache spec 1.4; "standalone" tags of the modules sections, partials and inheritance.
struct Line {
  /// The white space at its start.
  let indentation: [UInt8]
  /// What comes after the indentation.
  let tokens: ArraySlice<Token>
  let end: ArraySlice<UInt8>

  init(_ tokens: ArraySlice<Token>, end: ArraySlice<UInt8>) {
    self.end = end
    guard case .text(let text)? = tokens.first else {
      indentation = []
      self.tokens = tokens
      return
    }
    let rest = text.drop(while: Self.isBlank)
    indentation = Array(text[..<rest.startIndex])
    self.tokens = rest.isEmpty ? tokens.dropFirst() : [.text(rest)] + tokens.dropFirst()
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// The tokens, each with whether it stands between the tags of a parent that opens and closes on this line.
  var pieces: [(token: Token, isInsideParent: Bool)] {
    var pieces: [(Token, Bool)] = []
    var openParents: [String] = []
    for token in tokens {
      guard case .tag(let tag) = token else {
        pieces.append((token, !openParents.isEmpty))
        continue
      }
      if tag.kind == .close, tag.name == openParents.last { openParents.removeLast() }
      pieces.append((token, !openParents.isEmpty))
      if tag.kind == .parent, closesOnLine(tag) { openParents.append(tag.name) }
    }
    return pieces
  }

  /// The tags that count for the line: a parent that opens and closes on it counts as its first tag; nil when there
  /// is other text.
  private var outerTags: [Tag]? {
    var outer: [Tag] = []
    for (token, isInsideParent) in pieces where !isInsideParent {
      switch token {
      case .tag(let tag): if !isEndOfParent(tag, after: outer) { outer.append(tag) }
      case .text(let text): guard text.allSatisfy(Self.isBlank) else { return nil }
      case .lineEnd: break
      }
    }
    return outer
  }

  private func isEndOfParent(_ tag: Tag, after tags: [Tag]) -> Bool {
    tag.kind == .close && tags.contains { $0.kind == .parent && $0.name == tag.name }
  }

  private func closesOnLine(_ parent: Tag) -> Bool {
    tokens.contains { token in
      guard case .tag(let tag) = token else { return false }
      return tag.kind == .close && tag.name == parent.name && tag.position.column > parent.position.column
    }
  }

  /// True when the line leaves no trace: it has one tag that shows nothing itself, or several of inheritance.
  ///
  /// A block that opens and closes on the line is text of that line, also when it is empty.
  var isStandalone: Bool {
    guard let tags = outerTags, let first = tags.first else { return false }
    if tags.count == 1 { return first.canStandAlone && !(first.kind == .block && closesOnLine(first)) }
    let opened = tags.filter { $0.kind == .block }.map(\.name)
    let hasWholeBlock = tags.contains { $0.kind == .close && opened.contains($0.name) }
    return tags.allSatisfy(\.isInheritance) && !hasWholeBlock && tags.contains { $0.kind != .close }
      || tags.allSatisfy { $0.kind == .close }
  }
}
