/// Numbers as pages show them.
package enum DecimalText {
  /// `1,234,567`.
  package static func of(_ number: Int) -> String {
    let digits = String(number.magnitude)
    guard digits.utf8.count > 3 else { return String(number) }
    var text = number < 0 ? "-" : ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.utf8.count - offset).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
