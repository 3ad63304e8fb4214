/// A YAML tree as bytes, for a cache: a tenth of what its nodes take in memory.
///
/// Numbers of nodes, texts, then for each node its kind, its place in the file, and what it has: a scalar the length of its
/// text, all texts standing behind one another at the end; others their end and count; a key its hash. Numbers are variable-length
/// (LEB128), lines as the difference to the node before.
enum YAMLTreeCode {
  private static let hasHash: UInt8 = 0x10

  /// The tree of a document that was composed without a finding.
  static func encoded(_ tree: borrowing YAMLTree) -> [UInt8] {
    let textLength = tree.nodes.reduce(0) { $0 + $1.text.count }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(tree.nodes.count * 8 + textLength + 8)
    bytes.append(variableLength: UInt(tree.nodes.count))
    bytes.append(variableLength: UInt(textLength))
    var line = 0
    for node in tree.nodes {
      bytes.append(node.kind.rawValue | (node.hash == 0 ? 0 : hasHash))
      let difference = Int(node.mark.line) - line
      line = Int(node.mark.line)
      bytes.append(variableLength: UInt(difference < 0 ? -2 * difference - 1 : 2 * difference))
      bytes.append(variableLength: UInt(node.mark.column))
      bytes.append(variableLength: UInt(node.mark.length))
      if node.kind == .sequence || node.kind == .mapping {
        bytes.append(variableLength: UInt(node.end - node.index))
        bytes.append(variableLength: UInt(node.count))
      } else {
        bytes.append(variableLength: UInt(node.text.count))
      }
      if node.hash != 0 { withUnsafeBytes(of: node.hash) { bytes += $0 } }
    }
    for node in tree.nodes { bytes += tree.bytes[node.text] }
    return bytes
  }

  /// Fills a tree with what was encoded; false where the bytes are none.
  static func decode(_ bytes: UnsafeRawBufferPointer, into tree: inout YAMLTree) -> Bool {
    var reader = Reader(bytes: bytes)
    guard let count = reader.number(), let textLength = reader.number(), count > 0, count <= bytes.count,
      textLength <= bytes.count
    else { return false }
    var nodes: [YAMLNode] = []
    nodes.reserveCapacity(count)
    var line = 0
    var textEnd = 0
    for index in 0..<count {
      guard let node = reader.node(at: index, of: count, &line, &textEnd) else { return false }
      nodes.append(node)
    }
    guard textEnd <= textLength, let texts = reader.rest(textLength) else { return false }
    tree.replace(nodes: nodes, bytes: texts)
    return true
  }

  private struct Reader {
    let bytes: UnsafeRawBufferPointer
    var position = 0

    mutating func byte() -> UInt8? {
      guard position < bytes.count else { return nil }
      defer { position += 1 }
      return bytes[position]
    }

    mutating func number() -> Int? {
      var number = 0
      var shift = 0
      while let byte = byte(), shift < 56 {
        number |= Int(byte & 0x7F) << shift
        guard byte >= 0x80 else { return number }
        shift += 7
      }
      return nil
    }

    mutating func node(at index: Int, of count: Int, _ line: inout Int, _ textEnd: inout Int) -> YAMLNode? {
      guard let head = byte(), let kind = YAMLNode.Kind(rawValue: head & (hasHash - 1)),
        let difference = number(),
        let column = number(), let length = number(), let extent = number()
      else { return nil }
      line += difference.isMultiple(of: 2) ? difference / 2 : -(difference + 1) / 2
      var node = YAMLNode(kind, at: index, Mark(line: line, column: column, length: length))
      if kind == .sequence || kind == .mapping {
        guard let entries = number(), extent > 0, extent <= count - index, entries <= count
        else { return nil }
        node.end = index + extent
        node.count = entries
      } else {
        node.text = textEnd..<textEnd + extent
        textEnd += extent
      }
      if head & hasHash != 0 {
        guard bytes.count - position >= MemoryLayout<UInt32>.size else { return nil }
        node.hash = bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self)
        position += MemoryLayout<UInt32>.size
      }
      return node
    }

    /// What is left, where it has the length.
    func rest(_ length: Int) -> UnsafeRawBufferPointer? {
      bytes.count - position == length ? UnsafeRawBufferPointer(rebasing: bytes[position...]) : nil
    }
  }
}
