import Mustache

/// What data files are made from: the archive, and the addresses of its pages.
final class DataSource: Sendable {
  let archive: Archive
  /// Every kind of data that the archive knows.
  let dataKinds: [DataKind]
  /// The last day on which something in the archive was published or corrected; nil for an empty archive.
  let lastChange: CivilDate?
  /// The rows about the subjects of each kind.
  private let rows: [SubjectRows]
  // Every table names its cases and notices: their names are made once.
  private let caseNumbers: [String]
  private let noticeIDs: [String]
  /// The records of notices, which stand in three files each.
  let noticeRecords: KeptBytes

  init(_ archive: Archive) {
    self.archive = archive
    dataKinds = DataKind.builtIn + archive.site.dataKinds
    lastChange = archive.lastChange
    let numbers = archive.incidents.map(\.number.description)
    caseNumbers = numbers
    noticeIDs = archive.notices.map { "\($0.incidents.first.map { numbers[$0] } ?? "")/\($0.slug)" }
    noticeRecords = KeptBytes(count: archive.site.outputs.data ? archive.notices.count : 0)
    rows = DataTable.Subject.allCases.map { SubjectRows($0, count: Self.count(of: $0, in: archive)) }
  }

  func rows(of subject: DataTable.Subject) -> SubjectRows { rows[subject.rawValue] }

  /// A whole address.
  func absolute(_ url: SiteURL) -> String { archive.absolute(url) }

  /// In bytes: the texts of all notices, which are most of a file that has them.
  var textLength: Int { archive.notices.reduce(0) { $0 + $1.notice.body.range.count } }

  func count(of subject: DataTable.Subject) -> Int { Self.count(of: subject, in: archive) }

  private static func count(of subject: DataTable.Subject, in archive: Archive) -> Int {
    switch subject {
    case .incident: archive.incidents.count
    case .notice: archive.notices.count
    case .organization: archive.organizations.count
    case .tag: archive.tags.count
    case .article: archive.articles.count
    case .vocabulary: 1
    }
  }

  /// The id of a notice: its case number and the last part of its address.
  func id(ofNotice index: Int) -> String { noticeIDs[index] }

  func number(ofIncident index: Int) -> String { caseNumbers[index] }

  /// The case number of a notice's home.
  func number(ofNotice index: Int) -> String { number(ofIncident: archive.notices[index].incidents[0]) }

  func tags(_ indexes: [Int]) -> Cell { .list(indexes.map { archive.tags[$0].id }) }
}

extension Archive {
  /// The last day on which something was published or corrected; nil for an empty archive.
  fileprivate var lastChange: CivilDate? {
    let notices = newestChange(ofNotices: notices.indices)
    let incidents = incidents.flatMap { $0.file?.corrections.map(\.date) ?? [] }.max()
    let articles = articles.lazy.map(\.article.lastChange).max()
    return [notices, incidents, articles].compactMap(\.self).max()
  }
}
