import Testing

@testable import Casebook

/// Renders Markdown as the body of a notice in a small archive.
enum MarkdownFixture {
  /// The archive has the incidents 2024-001 and 2024-217; the body is that of the first notice of the first.
  static func render(
    _ markdown: String, options: MarkdownOptions = .init()
  ) -> (html: String, diagnostics: [Diagnostic]) {
    let path = "content/incidents/2024-001/first.md"
    let source = SourceText(path: path, bytes: Array(markdown.utf8))
    let body = Body(source: source, range: 0..<source.bytes.count, firstLine: 1)
    var html: [UInt8] = []
    let diagnostics = MarkdownDocument(body).render(into: &html, links: links, options: options)
    return (String(decoding: html, as: UTF8.self), diagnostics)
  }

  static func html(_ markdown: String) -> String { render(markdown).html }

  private static let links: ContentLinks = {
    var diagnostics: [Diagnostic] = []
    let archive = Archive.build(
      from: content, options: ArchiveOptions(today: CivilDate(written: "2024-12-31")!), &diagnostics)
    return ContentLinks(archive, plan: SitePlan(archive, assets: [], &diagnostics))
  }()

  private static var content: Content {
    let notices = [("2024-001", "first"), ("2024-001", "second"), ("2024-217", "third")].map { number, name in
      notice("content/incidents/\(number)/\(name).md", number)
    }
    return Content(
      site: site, notices: notices, incidents: [], organizations: [], tags: [], articles: [], pages: [],
      attachments: ["incidents/2024-001/図 1.png"], staticFiles: ["map.pdf"])
  }

  private static let site: Site = read(
    """
    title: 試験
    description: 試験
    base_url: https://example.jp/archive/
    publisher: {name: 試験}
    """, SiteKeys.all
  ) { Site($0, &$1) }

  private static func notice(_ path: String, _ number: String) -> Notice {
    let name = path.split(separator: "/").last!.dropLast(3)
    return read(
      """
      case: "\(number)"
      title: 題
      published: 2024-06-11
      publisher: aoba
      slug: \(name)
      """, NoticeKeys.all
    ) { reader, context in
      let source = SourceText(path: path, bytes: [])
      return Notice(reader, body: Body(source: source, range: 0..<0, firstLine: 1), &context)
    }
  }

  private static func read<Value>(
    _ yaml: String, _ keys: [KeyShape], _ make: (RecordReader, inout ReadingContext) -> Value?
  ) -> Value {
    let source = SourceText(path: "test", bytes: Array(yaml.utf8))
    var context = ReadingContext(source: source, dataKinds: [:])
    let root = try! YAMLComposer.compose(source.bytes[...], firstLine: 1)!
    return make(RecordReader(root, keys: keys, &context)!, &context)!
  }
}
