/// Whether harm that followed from the incident was found.
package enum SecondaryDamage: String, Term {
  case noneConfirmed = "none_confirmed"
  case possible
  case confirmed
  case unknown

  package static let vocabulary = "secondary damage"

  package var label: String {
    switch self {
    case .noneConfirmed: "確認されていない"
    case .possible: "可能性がある"
    case .confirmed: "確認された"
    case .unknown: "不明"
    }
  }
}
