/// Whether data became known to others, as the notice says it.
package enum Disclosure: String, Term {
  case confirmed
  case potential
  case none
  case unknown

  package static let vocabulary = "disclosure"

  package var label: String {
    switch self {
    case .confirmed: "漏えいを確認"
    case .potential: "漏えいのおそれ"
    case .none: "漏えいなし"
    case .unknown: "漏えい不明"
    }
  }
}
