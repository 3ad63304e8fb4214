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
}
