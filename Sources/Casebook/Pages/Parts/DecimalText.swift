/// Numbers as pages show them.
package enum DecimalText {
  /// `1,234,567`.
  package static func of(_ number: Int) -> String {
    ShortText.make(capacity: 26) { $0.append(number, isGrouped: true) }
  }
}
