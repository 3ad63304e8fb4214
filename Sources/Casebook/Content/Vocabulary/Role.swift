/// What an organization is within a notice (DESIGN, 1: Party).
package enum Role: String, Term {
  case controller
  case processor
  case subprocessor
  case affected
  case subsidiary
  case service

  package static let vocabulary = "role"

  /// Its place in the vocabulary.
  var ordinal: Int {
    switch self {
    case .controller: 0
    case .processor: 1
    case .subprocessor: 2
    case .affected: 3
    case .subsidiary: 4
    case .service: 5
    }
  }

  package var label: String {
    switch self {
    case .controller: "委託元"
    case .processor: "委託先"
    case .subprocessor: "再委託先"
    case .affected: "被害組織"
    case .subsidiary: "子会社"
    case .service: "利用サービス"
    }
  }
}
