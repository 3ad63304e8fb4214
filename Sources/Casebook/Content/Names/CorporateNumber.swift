/// The check digit of a corporate number (法人番号).
///
/// Source: 法人番号の指定等に関する省令 (2014), article 2: 9 − ((Σ Pn·Qn) mod 9), n from the right, Q = 1 for odd n.
enum CorporateNumber {
  static func isValid(_ text: String) -> Bool {
    let digits = text.utf8.map { Int($0) - 0x30 }
    guard digits.count == 13, digits.allSatisfy({ (0...9).contains($0) }) else { return false }
    let sum = digits.dropFirst().reversed().enumerated().reduce(0) { sum, item in
      sum + item.element * (item.offset.isMultiple(of: 2) ? 1 : 2)
    }
    return digits[0] == 9 - sum % 9
  }
}
