/// What a key is made from, put behind one another so that no two different lists look alike: texts have their length in
/// front, lists their count.
struct KeyText: Sendable {
  /// What was added, and room behind it: an array takes a hundred instructions to append eight bytes.
  private var bytes: [UInt8] = []
  private var count = 0

  private mutating func append(_ part: UnsafeRawBufferPointer) {
    let place = count..<count + part.count
    if place.upperBound > bytes.count {
      bytes += [UInt8](repeating: 0, count: bytes.count + part.count + 512)
    }
    bytes.withUnsafeMutableBytes {
      UnsafeMutableRawBufferPointer(rebasing: $0[place]).copyMemory(from: part)
    }
    count = place.upperBound
  }

  mutating func add(_ hash: SourceHash) {
    withUnsafeBytes(of: hash) { append($0) }
  }

  mutating func add(_ number: Int) {
    withUnsafeBytes(of: number) { append($0) }
  }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  mutating func add(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { add($0) }
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    add(text.count)
    append(UnsafeRawBufferPointer(text))
  }

  mutating func add(_ text: String?) {
    add(text == nil ? 0 : 1)
    if let text { add(text) }
  }

  mutating func add(_ hashes: some Collection<SourceHash>) {
    add(hashes.count)
    for hash in hashes { add(hash) }
  }

  /// Adds those of some hashes that stand at some places.
  mutating func add(_ places: [Int], of hashes: [SourceHash]) {
    add(places.count)
    for place in places { add(hashes[place]) }
  }

  /// The hash of all that was added; what is added then is the start of the next one.
  mutating func finish() -> SourceHash {
    defer { count = 0 }
    return bytes.withUnsafeBytes { SourceHash(of: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
  }

  /// The hash of what a closure adds.
  static func hash(_ add: (inout KeyText) -> Void) -> SourceHash {
    var text = KeyText()
    add(&text)
    return text.finish()
  }
}
