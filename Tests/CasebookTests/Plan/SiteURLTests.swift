import Testing

@testable import Casebook

@Suite("Addresses, which are looked at sixteen bytes at a time")
struct SiteURLTests {
  /// A letter and a byte of ASCII among letters, at places around the ends of blocks.
  private static func paths(with byte: UInt8) -> [(path: String, place: Int)] {
    [1, 3, 8, 15, 16, 17, 33].flatMap { length in
      Set([0, length / 2, length - 1]).map { place in
        var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
        bytes[place] = byte
        return (String(decoding: bytes, as: UTF8.self), place)
      }
    }
  }

  /// A character among letters, at places around the ends of blocks.
  private static func paths(with character: Character) -> [String] {
    var paths: [String] = []
    for length in 1...40 {
      for place in [0, 1, 15, 16, 17] where place < length {
        var characters = [Character](repeating: "a", count: length)
        characters[place] = character
        paths.append(String(characters))
      }
    }
    return paths
  }

  @Test(
    "every byte of other characters is percent-encoded wherever they stand",
    arguments: ["\u{85}", "\u{E9}", "事"] as [Character])
  func longEncoding(character: Character) {
    for path in Self.paths(with: character) {
      var expected = ""
      for byte in path.utf8 {
        // All of ASCII in there is letters.
        let hexadecimal = String(byte, radix: 16, uppercase: true)
        expected += byte < 0x80 ? String(Unicode.Scalar(byte)) : "%" + hexadecimal
      }
      #expect(SiteURL.percentEncoded(path) == expected)
    }
  }

  @Test("every byte of ASCII stays or is percent-encoded wherever it stands", arguments: UInt8(0)..<0x80)
  func encoding(byte: UInt8) {
    let unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/"
    for (path, place) in Self.paths(with: byte) {
      let hexadecimal = String(byte, radix: 16, uppercase: true)
      let encoded = "%" + (byte < 0x10 ? "0" : "") + hexadecimal
      let isKept = unreserved.utf8.contains(byte)
      let around = (path.utf8.prefix(place), path.utf8.dropFirst(place + 1))
      let expected = isKept ? path : String(around.0)! + encoded + String(around.1)!
      #expect(SiteURL.percentEncoded(path) == expected)
    }
  }

  @Test("a control character is refused wherever it stands in a path, and no other byte of ASCII is")
  func controls() {
    for byte in UInt8(0)..<0x80 where byte != UInt8(ascii: "/") && byte != UInt8(ascii: ".") {
      for (path, _) in Self.paths(with: byte) {
        #expect((OutputPath(path) == nil) == (byte < 0x20 || byte == 0x7F))
      }
    }
  }

  @Test("so is one of C1, and no other character of the same first byte", arguments: UInt8(0x80)...0xBF)
  func longControls(byte: UInt8) {
    for path in Self.paths(with: Character(Unicode.Scalar(byte))) {
      for whole in [path, "組織/" + path, path + "/事"] {
        let isRefused = OutputPath(whole) == nil
        #expect(isRefused == (byte < 0xA0))
      }
    }
  }

  @Test("a capital letter is the small one to some file systems wherever it stands")
  func capitals() {
    for letter in UInt8(0x40)...0x5B {
      for (path, place) in Self.paths(with: letter) {
        var small = Array(path.utf8)
        small[place] |= 0x20
        let items = [path, String(decoding: small, as: UTF8.self)].map {
          SitePlan.Item(url: SiteURL("/" + $0), content: .page(.home), origin: nil)
        }
        var diagnostics: [Diagnostic] = []
        _ = AddressCheck.paths(of: items, ParallelMap(jobs: 1), &diagnostics)
        #expect(diagnostics.map(\.code) == ((0x41...0x5A).contains(letter) ? [.urlCollision] : []))
      }
    }
  }
}
