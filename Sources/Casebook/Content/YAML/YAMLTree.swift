/// A YAML document: one row of nodes, each before what is in it, and one row of bytes with their texts.
///
/// One tree is filled for file after file. An object and a string for each of the sixty values of a front matter took
/// as long as all the rest of its reading.
struct YAMLTree: Sendable {
  private(set) var nodes: [YAMLNode] = []
  private(set) var bytes: [UInt8] = []

  /// The first node, in which all others are; there is one in every tree that was composed.
  var root: YAMLNode { nodes[0] }

  // MARK: Reading

  /// A scalar's text.
  func text(of node: YAMLNode) -> String {
    withText(of: node) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls a function with the bytes of a scalar's text.
  func withText<Result>(of node: YAMLNode, _ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { read(UnsafeBufferPointer(rebasing: $0[node.text])) }
  }

  /// What a scalar's text means; nil where it means nothing to the function, and for what is no scalar.
  func value<Value>(of node: YAMLNode, _ read: (UnsafeBufferPointer<UInt8>) -> Value?) -> Value? {
    node.kind == .plain || node.kind == .quoted ? withText(of: node, read) : nil
  }

  /// The items of a sequence; the keys and values of a mapping by turns.
  func items(of node: YAMLNode) -> Items { Items(nodes: nodes, place: node.index + 1, end: node.end) }

  func entries(of node: YAMLNode) -> Entries { Entries(items: items(of: node)) }

  /// The entry of a mapping with a key; nil when it has none.
  func entry(_ name: KeyName, in node: YAMLNode) -> YAMLEntry? {
    let place = nodes.withUnsafeBufferPointer { nodes -> Int? in
      let end = min(node.end, nodes.count)
      var index = node.index + 1
      while index + 1 < end {
        if nodes[index].hash == name.hash, isText(of: nodes[index], name) { return index }
        index = nodes[index + 1].end
      }
      return nil
    }
    return place.map { YAMLEntry(key: nodes[$0], value: nodes[$0 + 1]) }
  }

  /// True when a key is one of some names.
  func isKey(_ node: YAMLNode, _ name: KeyName) -> Bool { node.hash == name.hash && isText(of: node, name) }

  private func isText(of node: YAMLNode, _ name: KeyName) -> Bool {
    withText(of: node) { name.isSame(as: $0) }
  }

  struct Items: Sequence, IteratorProtocol {
    fileprivate let nodes: [YAMLNode]
    fileprivate var place: Int
    fileprivate let end: Int

    mutating func next() -> YAMLNode? {
      guard place < end else { return nil }
      let node = nodes[place]
      place = node.end
      return node
    }
  }

  struct Entries: Sequence, IteratorProtocol {
    fileprivate var items: Items

    mutating func next() -> YAMLEntry? {
      guard let key = items.next(), let value = items.next() else { return nil }
      return YAMLEntry(key: key, value: value)
    }
  }

  /// Takes nodes and texts that made up a tree before.
  mutating func replace(nodes: [YAMLNode], bytes: UnsafeRawBufferPointer) {
    self.nodes = nodes
    self.bytes.removeAll(keepingCapacity: true)
    self.bytes.append(contentsOf: bytes)
  }

  // MARK: Composing

  /// Forgets the last document, and keeps the memory for the next.
  mutating func removeAll() {
    nodes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Takes the bytes of a whole document, among which the texts of its scalars stand.
  mutating func take(_ document: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: document) }

  /// Adds a scalar whose text stands among the bytes.
  ///
  /// - Parameter hash: of a key.
  mutating func addScalar(_ kind: YAMLNode.Kind, _ text: Range<Int>, hash: UInt32 = 0, _ mark: Mark) {
    var node = YAMLNode(kind, at: nodes.count, mark)
    node.text = text
    node.hash = hash
    nodes.append(node)
  }

  /// Adds a scalar with its text.
  mutating func addScalar(_ text: UnsafeBufferPointer<UInt8>, isPlain: Bool, isKey: Bool, _ mark: Mark) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    addScalar(
      isPlain ? YAMLNode.Kind(ofPlain: text) : .quoted, start..<bytes.count,
      hash: isKey ? KeyName.hash(of: text) : 0, mark)
  }

  /// Adds a sequence or a mapping; what is added until it is closed is in it.
  ///
  /// - Returns: its place.
  mutating func open(_ kind: YAMLNode.Kind, _ mark: Mark) -> Int {
    nodes.append(YAMLNode(kind, at: nodes.count, mark))
    return nodes.count - 1
  }

  mutating func close(_ index: Int, count: Int) {
    nodes[index].close(at: nodes.count, count: count)
  }

  /// The key of a mapping that is not closed yet that the last key repeats; nil where it is new.
  func repeated(in mapping: Int) -> YAMLNode? {
    let last = nodes[nodes.count - 1]
    // Two spellings of one text to Unicode are one key, as they are one string.
    let isASCII = withText(of: last) { $0.allSatisfy { $0 < 0x80 } }
    var index = mapping + 1
    while index < last.index {
      let key = nodes[index]
      if key.hash == last.hash, bytes[key.text] == bytes[last.text] { return key }
      if !isASCII, text(of: key) == text(of: last) { return key }
      index = nodes[index + 1].end
    }
    return nil
  }
}
