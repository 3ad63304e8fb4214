import Testing

@testable import Casebook

struct ShortTextTests {
  @Test(
    "numbers stand in decimal digits, with zeros before them up to a width",
    arguments: [
      0, 1, 9, 10, 42, 99, 100, 101, 999, 1000, 2024, 9999, 10_000, 123_456, -1, -42, -100, Int.max, Int.min,
    ])
  func numbers(number: Int) {
    let digits = String(number.magnitude)
    for width in 1...5 {
      let zeros = String(repeating: "0", count: max(0, width - digits.count))
      #expect(
        ShortText.make(capacity: 30) { $0.append(number, width: width) } == (number < 0 ? "-" : "") + zeros
          + digits)
    }
  }

  @Test(
    "a comma stands between thousands",
    arguments: [
      (0, "0"), (99, "99"), (100, "100"), (999, "999"), (1000, "1,000"), (9999, "9,999"), (10_000, "10,000"),
      (999_999, "999,999"), (1_000_000, "1,000,000"), (1_234_567, "1,234,567"), (-1, "-1"), (-999, "-999"),
      (-1000, "-1,000"), (-10_000, "-10,000"), (-1_234_567, "-1,234,567"),
      (Int.max, "9,223,372,036,854,775,807"), (Int.min, "-9,223,372,036,854,775,808"),
    ])
  func thousands(_ number: Int, _ text: String) {
    #expect(ShortText.make(capacity: 30) { $0.append(number, isGrouped: true) } == text)
    #expect(DecimalText.of(number) == text)
  }
}
