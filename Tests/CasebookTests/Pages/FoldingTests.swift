import TestSupport
import Testing

@testable import Casebook

/// Which items of a long list the page of a case shows at once, and which it folds away.
struct FoldingTests {
  private static let partyGroups = """
    {{#party_groups}}{{#parties}}{{name}} {{/parties}}| \
    {{#more_parties}}{{name}} {{/more_parties}}{{more_count}}; {{/party_groups}}
    """

  /// The page of the first case, through a template of its own.
  private func page(_ template: String, of notices: [String]) throws -> String? {
    let fixture = try ArchiveFixture()
    try fixture.write(template, "templates/incident.mustache")
    for (index, notice) in notices.enumerated() {
      try fixture.write(notice, "content/incidents/\(index).md")
    }
    return try fixture.page("/incidents/2024-001/")
  }

  /// Notices of the publishers `p1`, `p2` and so on, one a day.
  private func notices(_ count: Int, _ number: String = "2024-001", _ keys: String = "") -> [String] {
    (1...count).map { place in
      Sample.notice(number, published: "2024-06-\(10 + place)", publisher: "p\(place)", keys)
    }
  }

  /// What a template shows of `p1`, `p2` and so on: the first ones, the others, and how many these are.
  private func halves(_ count: Int, _ shown: Int) -> String {
    let items = (1...count).map { "p\($0) " }
    let first = items.prefix(shown).joined(separator: "")
    let rest = items.dropFirst(shown).joined(separator: "")
    return "\(first)| \(rest)\(count - shown)"
  }

  @Test(
    "the spans of ten publishers are shown, of more the first ten",
    arguments: [(10, 10), (11, 11), (12, 10)])
  func spans(_ count: Int, _ shown: Int) throws {
    let template = """
      {{#spans}}{{notice.publisher.title}} {{/spans}}| \
      {{#more_spans}}{{notice.publisher.title}} {{/more_spans}}{{more_span_count}}
      """
    let notices = notices(count, "2024-001", "timeline: [{date: 2024-06-01, event: detected}]")
    #expect(try page(template, of: notices) == halves(count, shown))
  }

  @Test("of many publishers none of whom says when it knew, no span is shown or folded away")
  func noSpans() throws {
    let template = "{{#spans}}span {{/spans}}{{#more_spans}}more {{/more_spans}}{{more_span_count}}"
    #expect(try page(template, of: notices(12)) == "0")
  }

  @Test("thirty figures are shown, of more the first thirty", arguments: [(30, 30), (31, 31), (32, 30)])
  func figures(_ count: Int, _ shown: Int) throws {
    let template = """
      {{#figures}}{{subject}} {{/figures}}| \
      {{#more_figures}}{{subject}} {{/more_figures}}{{more_figure_count}}
      """
    let figures = (1...count).map { "{subject: p\($0)}" }.joined(separator: ", ")
    let notice = Sample.notice("2024-001", "affected: [\(figures)]")
    #expect(try page(template, of: [notice]) == halves(count, shown))
  }

  @Test("ten parties of a role are shown, of more the first ten", arguments: [(10, 10), (11, 11), (12, 10)])
  func parties(_ count: Int, _ shown: Int) throws {
    let processors = (1...count).map { "{organization: p\($0), role: processor}, " }.joined(separator: "")
    let notice = Sample.notice("2024-001", "parties: [\(processors){organization: last, role: subprocessor}]")
    #expect(try page(Self.partyGroups, of: [notice]) == "aoba | 0; \(halves(count, shown)); last | 0; ")
  }

  @Test("publishers beyond the shown ones are folded away by themselves, before the parties of a role")
  func publishers() throws {
    let notices = notices(12, "2024-001", "parties: [{organization: last, role: processor}]")
    #expect(try page(Self.partyGroups, of: notices) == "\(halves(12, 10)); last | 0; ")
  }

  @Test(
    "a case in a list names three publishers, of more the first three and how many there are beside them",
    arguments: [(3, "p1 p2 p3 | "), (4, "p1 p2 p3 p4 | "), (5, "p1 p2 p3 | 2")])
  func listed(_ count: Int, _ publishers: String) throws {
    let template = "{{#next}}{{#publishers}}{{title}} {{/publishers}}| {{more_publishers}}{{/next}}"
    let notices = [Sample.notice("2024-001")] + notices(count, "2024-002")
    #expect(try page(template, of: notices) == publishers)
  }
}
