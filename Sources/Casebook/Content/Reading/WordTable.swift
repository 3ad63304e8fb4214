/// Values by words, found by the bytes of a word where they lie in a text, without a string.
///
/// Vocabularies have some thirty words at most: their hashes are looked through one after the other.
struct WordTable<Value: Sendable>: Sendable {
  private let hashes: [UInt32]
  private let entries: [(word: String, value: Value)]

  /// - Parameter entries: of two with one word the last counts.
  init(_ entries: [(word: String, value: Value)]) {
    self.entries = entries.reversed()
    hashes = self.entries.map { KeyName.hash(of: $0.word.utf8) }
  }

  func value(of word: UnsafeBufferPointer<UInt8>) -> Value? {
    let hash = KeyName.hash(of: word)
    for index in hashes.indices where hashes[index] == hash {
      if word.equals(entries[index].word) { return entries[index].value }
    }
    // Another spelling of one text to Unicode is the same word.
    guard !word.allSatisfy({ $0 < 0x80 }) else { return nil }
    let text = String(decoding: word, as: UTF8.self)
    return entries.first { $0.word == text }?.value
  }
}
