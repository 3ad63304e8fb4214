/// What sort of body an organization is.
package enum OrganizationType: String, Term {
  case company
  case municipality
  case prefecture
  case national
  case school
  case hospital
  case nonprofit
  case other

  package static let vocabulary = "organization type"

  package var label: String {
    switch self {
    case .company: "企業"
    case .municipality: "市区町村"
    case .prefecture: "都道府県"
    case .national: "国の機関"
    case .school: "学校"
    case .hospital: "医療機関"
    case .nonprofit: "非営利団体"
    case .other: "その他"
    }
  }
}
