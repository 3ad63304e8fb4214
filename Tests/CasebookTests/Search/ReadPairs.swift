/// Reads a file of the search page's index as its script does, to see what a build wrote into it.
struct ReadPairs {
  /// The documents by pairs, a pair written as its characters; a digit before a dash is written with the dash.
  private(set) var names: [String: [Int]] = [:]
  private(set) var texts: [String: [Int]] = [:]
  private(set) var keys: [UInt32] = []
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var key: UInt32 = 0
    while at < bytes.count {
      key += UInt32(number())
      keys.append(key)
      names[Self.text(key)] = list()
      texts[Self.text(key)] = list()
    }
  }

  private mutating func number() -> Int {
    var number = 0
    var unit = 1
    while true {
      let byte = Int(bytes[at])
      at += 1
      number += (byte & 0x7F) * unit
      if byte < 0x80 { return number }
      unit *= 0x80
    }
  }

  private mutating func list() -> [Int] {
    let length = number()
    let end = at + length / 2
    var documents: [Int] = []
    if length % 2 == 1 {
      documents = (0..<(end - at) * 8).filter { bytes[at + $0 / 8] >> UInt8($0 % 8) & 1 == 1 }
      at = end
    }
    while at < end { documents.append((documents.last ?? 0) + number()) }
    return documents
  }

  private static func text(_ key: UInt32) -> String {
    let units = [UInt16(key >> 16), UInt16(key & 0xFFFF)].filter { $0 != 0 }
    guard units[0] & 0xFF00 == 0xE000 else { return String(decoding: units, as: UTF16.self) }
    return String(decoding: [units[0] - 0xE000, 0x2D, units[1]], as: UTF16.self)
  }
}
