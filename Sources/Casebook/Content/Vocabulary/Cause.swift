/// What brought the incident about, as the notice says it.
package enum Cause: String, Term {
  case ransomware
  case malware
  case unauthorizedAccess = "unauthorized_access"
  case vulnerability
  case phishing
  case misconfiguration
  case misdelivery
  case publishingError = "publishing_error"
  case loss
  case theft
  case disposalError = "disposal_error"
  case misuse
  case other
  case unknown

  package static let vocabulary = "cause"

  package var label: String {
    switch self {
    case .ransomware: "ランサムウェア"
    case .malware: "マルウェア感染"
    case .unauthorizedAccess: "不正アクセス"
    case .vulnerability: "脆弱性の悪用"
    case .phishing: "フィッシング"
    case .misconfiguration: "設定ミス"
    case .misdelivery: "誤送付・誤送信"
    case .publishingError: "誤公開"
    case .loss: "紛失"
    case .theft: "盗難"
    case .disposalError: "誤廃棄"
    case .misuse: "内部不正"
    case .other: "その他"
    case .unknown: "不明"
    }
  }
}
