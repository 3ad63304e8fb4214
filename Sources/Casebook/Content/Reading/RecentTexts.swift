import CXXHash

/// The texts that one thread has read last, so that what files repeat (names, kinds of work, notes) is kept once for some
/// of them and not once for each.
///
/// Three of five texts in front matter stand in many files. Each that is kept again is memory that the kernel has to
/// clear.
final class RecentTexts {
  private struct Slot {
    var hash: UInt64 = 0
    var text = ""
    /// How many more may share the text.
    var rest = 0
  }

  /// In bytes: shorter texts take no memory of their own, longer ones are rarely the same.
  private static let lengths = 16...128
  /// The next gets its own. Threads that render different pages would wait for each other if they counted
  /// references to one text.
  private static let maximumUses = 16

  private static let slotCount = 1 << 12

  /// No array: before each look at one the runtime would make sure that nobody else looks at it.
  private let slots = ManagedBuffer<Void, Slot>.create(minimumCapacity: slotCount) { _ in }

  init() {
    slots.withUnsafeMutablePointerToElements { $0.initialize(repeating: Slot(), count: Self.slotCount) }
  }

  deinit {
    _ = slots.withUnsafeMutablePointerToElements { $0.deinitialize(count: Self.slotCount) }
  }

  /// The text of some bytes of UTF-8.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard Self.lengths.contains(bytes.count) else { return String(decoding: bytes, as: UTF8.self) }
    let hash = XXH3_64bits(bytes.baseAddress, bytes.count)
    return slots.withUnsafeMutablePointerToElements { slots in
      let place = Int(truncatingIfNeeded: hash) & (Self.slotCount - 1)
      if slots[place].rest > 0, slots[place].hash == hash, bytes.equals(slots[place].text) {
        slots[place].rest -= 1
        return slots[place].text
      }
      let text = String(decoding: bytes, as: UTF8.self)
      slots[place] = Slot(hash: hash, text: text, rest: Self.maximumUses - 1)
      return text
    }
  }
}
