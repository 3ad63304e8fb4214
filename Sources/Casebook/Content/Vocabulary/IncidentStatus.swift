/// Where a case stands in this archive.
package enum IncidentStatus: String, Term {
  case open
  case closed
  case merged
  case withdrawn

  package static let vocabulary = "status"

  package var label: String {
    switch self {
    case .open: "継続中"
    case .closed: "終結"
    case .merged: "統合"
    case .withdrawn: "取下げ"
    }
  }
}
