/// Who was hit, as VERIS says it: the organization in which it happened is the victim, those whose data it kept are
/// secondary victims.
struct VERISVictims {
  private let archive: Archive
  private let incident: Incident

  init(_ archive: Archive, _ incident: Incident) {
    self.archive = archive
    self.incident = incident
  }

  var part: JSONObject {
    guard let victim else {
      return [
        "country": ["Unknown"], "employee_count": "Unknown", "government": ["Unknown"], "industry": "000",
      ]
    }
    let organization = archive.organizations[victim]
    var part: JSONObject = [
      "victim_id": .string(organization.name),
      "country": [.string(Self.country(of: organization))],
      "employee_count": "Unknown",
      "government": [.string(Self.government(organization.file?.type))],
      "industry": .string(Self.industry(organization.file?.type)),
    ]
    let others = secondary(victim)
    if !others.isEmpty {
      part["secondary"] = ["victim_id": .strings(others.map { archive.organizations[$0].name })]
    }
    return part
  }

  /// The organization in which it happened: the innermost contractor that the notices name, else the one that they say
  /// was hit, else the first publisher.
  private var victim: Int? {
    for role in [Role.subprocessor, .processor, .affected] {
      if let party = incident.parties.first(where: { $0.role == role }) { return party.organization }
    }
    return incident.parties.first { $0.role == nil }?.organization
  }

  /// The others whose data it was, or who had the work done, each once, in the order in which they are named.
  private func secondary(_ victim: Int) -> [Int] {
    let roles: [Role?] = [nil, .controller, .affected]
    let named = incident.parties.filter { roles.contains($0.role) }.map(\.organization)
    let owners = incident.figures.map(\.organization)
    var seen: Set<Int> = [victim]
    return (named + owners).filter { seen.insert($0).inserted }
  }

  /// Japan for those that only Japan has: a corporate number, or a body of its state.
  private static func country(of organization: Organization) -> String {
    let isOfState: Bool =
      switch organization.file?.type {
      case .municipality, .prefecture, .national: true
      default: false
      }
    return isOfState || organization.file?.corporateNumber != nil ? "JP" : "Unknown"
  }

  private static func government(_ type: OrganizationType?) -> String {
    switch type {
    case .municipality: "Local"
    case .prefecture: "Regional"
    case .national: "Federal"
    case .company, .nonprofit: "NA"
    // Schools and hospitals are of the state or not, which the kind alone does not say.
    case .school, .hospital, .other, nil: "Unknown"
    }
  }

  /// The sector of NAICS (2012) that a kind of organization is in by definition; 000 is VERIS' word for unknown.
  private static func industry(_ type: OrganizationType?) -> String {
    switch type {
    case .municipality, .prefecture, .national: "92"
    case .school: "61"
    case .hospital: "622"
    case .company, .nonprofit, .other, nil: "000"
    }
  }
}
