/// How exact an affected count is.
package enum CountQualifier: String, Term {
  case exact
  case about
  case atLeast = "at_least"
  case atMost = "at_most"

  package static let vocabulary = "qualifier"

  package var label: String {
    switch self {
    case .exact: "確定値"
    case .about: "約"
    case .atLeast: "以上"
    case .atMost: "最大"
    }
  }
}
