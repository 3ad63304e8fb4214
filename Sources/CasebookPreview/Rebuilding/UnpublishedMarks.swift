import Casebook

/// What the preview shows and a build would not: drafts, and what is dated after today.
enum UnpublishedMarks {
  private static let draft = "下書き"

  /// The marks by address, in the words of the archive's readers.
  static func marks(in site: LoadedSite) -> [String: String] {
    let archive = site.archive
    var marks: [String: String] = [:]
    for item in site.plan.items {
      guard case .page(let page) = item.content, let mark = mark(of: page, in: archive) else { continue }
      marks[item.url.path] = mark
    }
    return marks
  }

  private static func mark(of page: PlannedPage, in archive: Archive) -> String? {
    switch page {
    case .notice(let index): mark(of: archive.notices[index].notice, archive)
    case .article(let index):
      mark(
        isDraft: archive.articles[index].article.isDraft,
        published: archive.articles[index].article.published,
        archive)
    case .incident(let index): mark(of: archive.incidents[index], archive)
    default: nil
    }
  }

  private static func mark(of notice: Notice, _ archive: Archive) -> String? {
    mark(isDraft: notice.isDraft, published: notice.published, archive)
  }

  /// An incident is there only by its notices: it is published with the first of them.
  private static func mark(of incident: Incident, _ archive: Archive) -> String? {
    let marks = incident.notices.map { mark(of: archive.notices[$0].notice, archive) }
    guard let first = marks.first, !marks.contains(nil), !keepsPage(incident) else { return nil }
    return first
  }

  /// A merged or withdrawn case has its page also without a notice.
  private static func keepsPage(_ incident: Incident) -> Bool {
    incident.status == .merged || incident.status == .withdrawn
  }

  private static func mark(isDraft: Bool, published: CivilDate, _ archive: Archive) -> String? {
    if isDraft { return draft }
    return published > archive.options.today ? "\(published) 公開予定" : nil
  }
}
