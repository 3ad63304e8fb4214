/// What an affected count counts; counts of different units are never added together.
package enum AffectedUnit: String, Term {
  case persons
  case organizations
  case records
  case accounts
  case cards

  package static let vocabulary = "unit"

  package var label: String {
    switch self {
    case .persons: "人"
    case .organizations: "組織"
    case .records: "件"
    case .accounts: "アカウント"
    case .cards: "カード"
    }
  }
  /// What stands behind a figure: 78件, 12枚.
  package var counter: String { self == .cards ? "枚" : label }
}
