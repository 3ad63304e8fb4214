/// Texts of small documents: what they need, and what a test adds to it.
package enum Sample {
  package static let site = """
    title: 試験アーカイブ
    description: 試験のための小さなアーカイブです。
    base_url: https://example.jp/
    publisher: {name: 試験}

    """

  /// `site.yaml` with more keys, or with another address.
  package static func site(_ keys: String = "", base: String = "https://example.jp/") -> String {
    site.replacing("https://example.jp/", with: base) + keys + "\n"
  }

  /// A notice.
  ///
  /// - Parameters:
  ///   - number: what stands behind `case:`, in quotes if it is not a list.
  ///   - keys: more lines of front matter.
  package static func notice(
    _ number: String = "2024-001", title: String = "個人情報の漏えいについて", published: String = "2024-06-11",
    publisher: String = "aoba", _ keys: String = "", body: String = "本文です。"
  ) -> String {
    let value = number.hasPrefix("[") ? number : "\"\(number)\""
    return document(
      "case: \(value)\ntitle: \(title)\npublished: \(published)\npublisher: \(publisher)\n\(keys)", body)
  }

  /// An incident's own file.
  package static func incident(_ number: String, _ keys: String = "", body: String = "") -> String {
    document("case: \"\(number)\"\n\(keys)", body)
  }

  /// An organization or a tag.
  package static func named(_ name: String, reading: String? = nil, _ keys: String = "") -> String {
    document("name: \(name)\n" + (reading.map { "reading: \($0)\n" } ?? "") + keys, "")
  }

  package static func article(
    _ title: String, published: String = "2024-06-17", _ keys: String = "", body: String = "記事です。"
  ) -> String {
    document("title: \(title)\npublished: \(published)\n\(keys)", body)
  }

  package static func page(_ title: String, _ keys: String = "", body: String = "ページです。") -> String {
    document("title: \(title)\n\(keys)", body)
  }

  private static func document(_ keys: String, _ body: String) -> String {
    "---\n\(keys)\(keys.hasSuffix("\n") ? "" : "\n")---\n\n\(body)\n"
  }
}
