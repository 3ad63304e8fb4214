/// The fragments of templates that are rendered together, numbered by what they make.
package struct FragmentNumbers: Sendable {
  private var constants: [[UInt8]: Int] = [:]
  private var items: [[UInt8]: Int] = [:]

  package init() {}

  package var constantCount: Int { constants.count }
  package var itemCount: Int { items.count }

  mutating func constant(_ signature: [UInt8]) -> Int { Self.number(of: signature, in: &constants) }

  mutating func item(_ signature: [UInt8]) -> Int { Self.number(of: signature, in: &items) }

  private static func number(of signature: [UInt8], in numbers: inout [[UInt8]: Int]) -> Int {
    if let number = numbers[signature] { return number }
    numbers[signature] = numbers.count
    return numbers.count - 1
  }
}
