import Foundation
import Testing

@testable import Casebook

/// What stands in place of Foundation's Unicode functions for most Japanese text says the same as they do.
struct PlainJapaneseTests {
  private static let scalars = (0x20...0xFFFF).compactMap(Unicode.Scalar.init)

  @Test("letters that are taken for settled are changed by no normal form and no case")
  func settled() {
    let text = String(String.UnicodeScalarView(Self.scalars.filter(PlainJapanese.contains)))
    #expect(text.utf8.elementsEqual(text.precomposedStringWithCompatibilityMapping.utf8))
    #expect(text.utf8.elementsEqual(text.precomposedStringWithCanonicalMapping.utf8))
    #expect(text.utf8.elementsEqual(text.lowercased().utf8))
    #expect(text.utf8.count > 60_000)
  }

  @Test("kana is taken apart as Unicode does")
  func kana() {
    for scalar in Self.scalars.filter(Reading.isAllowed) {
      let (letter, mark) = Kana.parts(of: scalar.value)
      let expected = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.map(\.value)
      #expect([letter] + (mark.map { [$0] } ?? []) == expected)
    }
  }

  @Test(
    "one look at a file's bytes finds what a look at its characters does", arguments: [0, 1, 2, 3, 7, 8, 20])
  func survey(_ padding: Int) {
    let start = String(repeating: "a", count: padding) + "\n\tあ漢"
    for scalar in Self.scalars + [0, 0x1B, 0x0D, 0x1F600, 0x10FFFF].compactMap(Unicode.Scalar.init) {
      let survey = TextSurvey(Array((start + String(scalar) + "字をかいたaaaaaaaaaaaaaaaa").utf8))
      #expect(
        survey.isPlain == !ForbiddenCharacter.isForbidden(scalar), "U+\(String(scalar.value, radix: 16))")
      #expect(survey.isOddToYAML == [0x2028, 0x2029, 0xFFFE, 0xFFFF].contains(scalar.value))
    }
  }

  @Test("a control character is found wherever it stands in ASCII, and a line end or a tab is none")
  func control() {
    let plain = [UInt8](repeating: UInt8(ascii: "~"), count: 40)
    for control in [0, 0x08, 0x09, 0x0A, 0x0B, 0x0D, 0x1F, 0x7F] as [UInt8] {
      for place in plain.indices {
        var text = plain
        text[place] = control
        #expect(TextSurvey(text).isPlain == [0x09, 0x0A].contains(control), "\(control) at \(place)")
      }
    }
  }

  @Test("what is no UTF-8 is not taken for text, wherever it stands")
  func invalid() {
    let texts: [[UInt8]] = [
      [0x80], [0xC0, 0xAF], [0xC1, 0x81], [0xC3], [0xE0, 0x9F, 0x80], [0xE3, 0x81], [0xE3, 0x81, 0x41],
      [0xE3, 0x41, 0x81], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5],
      [0xFF],
      [0xF0, 0x9F, 0x98],
    ]
    for text in texts {
      for padding in 0...9 {
        let before = Array(String(repeating: "あ", count: padding).utf8)
        #expect(!TextSurvey(before + text).isPlain, "\(text)")
        #expect(!TextSurvey(before + text + Array("いろはにほへと".utf8)).isPlain, "\(text)")
      }
    }
  }
}
