/// Numbers as pages show them.
package enum DecimalText {
  /// Bytes that the longest number takes.
  static let capacity = 26

  /// `1,234,567`.
  package static func of(_ number: Int) -> String {
    ShortText.make(capacity: capacity) { $0.append(number, isGrouped: true) }
  }
}
