/// What a key is made from, put behind one another so that no two different lists look alike: texts have their length in
/// front, lists their count.
struct KeyText: Sendable {
  private var bytes: [UInt8] = []

  mutating func add(_ hash: SourceHash) {
    withUnsafeBytes(of: hash) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ number: Int) {
    withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func add(_ text: some Collection<UInt8>) {
    add(text.count)
    bytes.append(contentsOf: text)
  }

  mutating func add(_ text: String?) {
    add(text == nil ? 0 : 1)
    if let text { add(text) }
  }

  mutating func add(_ hashes: some Collection<SourceHash>) {
    add(hashes.count)
    for hash in hashes { add(hash) }
  }

  /// The hash of all that was added; what is added then is the start of the next one.
  mutating func finish() -> SourceHash {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes.withUnsafeBytes { SourceHash(of: $0) }
  }

  /// The hash of what a closure adds.
  static func hash(_ add: (inout KeyText) -> Void) -> SourceHash {
    var text = KeyText()
    add(&text)
    return text.finish()
  }
}
