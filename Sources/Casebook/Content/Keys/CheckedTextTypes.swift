import Foundation

// The value types that are text with a form of its own: addresses, paths, readings, check digits.

extension ValueType where Value == String {
  /// Text that must pass a check; the check returns the value to keep, or nil.
  private static func checked(
    _ shape: ValueShape, _ code: DiagnosticCode, _ what: String, hint: String,
    _ check: @escaping @Sendable (String) -> String?
  ) -> ValueType {
    ValueType(shape) { node, context in
      guard let text = node.text(&context) else { return nil }
      if let value = check(text) { return value }
      context.error(code, "'\(text)' is not \(what)", at: node.mark, hint: hint)
      return nil
    }
  }

  /// An absolute `http` or `https` URL with a host (RFC 3986), without user information.
  static var url: ValueType {
    checked(
      .url, .invalidURL, "a web address", hint: "write it whole, starting with https:// or http://"
    ) { text in
      WebAddress.isValid(text) ? text : nil
    }
  }

  /// A web address without a query and a fragment, as `BaseURL` takes it.
  static var baseURL: ValueType {
    checked(
      .url, .invalidURL, "the address of a site",
      hint: "write it whole, such as https://example.jp/archive/, without '?' and '#'"
    ) { BaseURL($0) == nil ? nil : $0 }
  }

  /// What a menu entry points to: a web address, or a path of this site.
  static var link: ValueType {
    checked(
      .link, .invalidURL, "a web address or a path of this site",
      hint: "write a path such as /tags/, or an address that starts with https://"
    ) { $0 == "/" || SitePath.isValid($0) || WebAddress.isValid($0) ? $0 : nil }
  }

  static var email: ValueType {
    checked(.email, .invalidEmail, "an email address", hint: "write it as name@example.jp") { text in
      let parts = text.split(separator: "@", omittingEmptySubsequences: false)
      let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>()[],;:\\\"".utf8.contains($0) }
      return parts.count == 2 && isPlain && !parts[0].isEmpty && parts[1].contains(".") ? text : nil
    }
  }

  /// A path of the site, such as `/old/path/`: what a page used to be found at.
  static var path: ValueType {
    checked(
      .path, .invalidPath, "a path of this site",
      hint: "write it from the site's root, such as /old/path/, without '..', '?' or '#'"
    ) { SitePath.isValid($0) ? $0 : nil }
  }

  /// One component of a URL.
  static var slug: ValueType {
    checked(
      .slug, .invalidSlug, "usable in a URL",
      hint: "use letters, digits, '-' and '_', at most \(Identifier.maximumBytes) bytes"
    ) { Identifier.isValid($0) ? $0 : nil }
  }

  static var timeZone: ValueType {
    checked(
      .timeZone, .invalidTimeZone, "a time zone", hint: "write a name of the tz database, such as Asia/Tokyo"
    ) { TimeZone(identifier: $0) != nil ? $0 : nil }
  }

  /// A language tag (RFC 5646) of letters, digits and dashes, such as `ja`.
  static var language: ValueType {
    checked(.language, .unknownTerm, "a language tag", hint: "write it as in BCP 47, such as ja or en-GB") {
      text in
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      let areSubtags = parts.allSatisfy { part in
        (1...8).contains(part.utf8.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }
      return areSubtags && (2...3).contains(parts[0].utf8.count) ? text : nil
    }
  }

  /// A reading: kana, with Latin letters, digits, spaces and `・` where the name has them.
  static var reading: ValueType {
    checked(
      .reading, .invalidReading, "a reading in kana",
      hint: "write it in hiragana or katakana, as it is spoken"
    ) { text in
      let folded = Reading.folded(text)
      return !folded.isEmpty && folded.unicodeScalars.allSatisfy(Reading.isAllowed) ? folded : nil
    }
  }

  /// A corporate number (法人番号): 13 digits, the first of which is a check digit.
  static var corporateNumber: ValueType {
    checked(
      .corporateNumber, .invalidCorporateNumber, "a corporate number (法人番号)",
      hint: "it has 13 digits, and the first must agree with the other twelve"
    ) { CorporateNumber.isValid($0) ? $0 : nil }
  }
}
