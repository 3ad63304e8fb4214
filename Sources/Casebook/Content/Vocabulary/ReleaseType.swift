/// Where a notice stands in the sequence of its publisher's releases.
package enum ReleaseType: String, Term {
  case initial
  case followUp = "follow_up"
  case final
  case correction

  package static let vocabulary = "release type"

  package var label: String {
    switch self {
    case .initial: "第一報"
    case .followUp: "続報"
    case .final: "最終報"
    case .correction: "訂正"
    }
  }
}
