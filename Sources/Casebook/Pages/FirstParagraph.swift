import Synchronization

/// What stands for the summary of a notice that gives none: lists on half a dozen pages show it, and it is parsed once.
///
/// Whichever thread asks first makes it, and none waits for another.
final class FirstParagraph: Sendable {
  private final class Text: Sendable {
    let value: String?

    init(_ value: String?) { self.value = value }
  }

  private let body: Body
  private let made = AtomicLazyReference<Text>()

  private init(_ body: Body) { self.body = body }

  /// Nil for a notice that has a summary.
  static func of(_ notice: Notice) -> FirstParagraph? {
    notice.hasSummary ? nil : FirstParagraph(notice.body)
  }

  /// The text; nil when the body has no paragraph.
  var text: String? {
    if let text = made.load() { return text.value }
    return made.storeIfNil(Text(Self.text(of: body))).value
  }

  static func text(of body: Body) -> String? {
    MarkdownDocument(body).firstParagraph(maximumLength: maximumLength)
  }

  /// In characters; about three lines of a list.
  private static let maximumLength = 140
}
