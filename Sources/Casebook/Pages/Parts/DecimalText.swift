import Mustache

/// Numbers as pages show them.
package enum DecimalText {
  /// Bytes that the longest number takes.
  private static let capacity = 26

  /// `1,234,567`.
  package static func of(_ number: Int) -> String {
    ShortText.make(capacity: capacity) { $0.append(number, isGrouped: true) }
  }

  /// Appends the same.
  static func append(_ number: Int, to bytes: inout ByteBuffer) {
    bytes.append(capacity: capacity) { $0.append(number, isGrouped: true) }
  }
}
