// The fourth step: organizations and tags get the notices that name them.

extension ArchiveParts {
  /// Fills the appearances of organizations, and the notices and articles of tags, newest first.
  mutating func indexAppearances() {
    var byRole: [[Role?: [Int]]] = Array(repeating: [:], count: organizations.count)
    for index in notices.indices.reversed() {
      let notice = notices[index]
      byRole[notice.publisher][nil, default: []].append(index)
      for party in notice.parties where byRole[party.organization][party.role]?.last != index {
        byRole[party.organization][party.role, default: []].append(index)
      }
      for tag in notice.tags { tags[tag].notices.append(index) }
    }
    for (index, article) in articles.enumerated() {
      for tag in article.tags { tags[tag].articles.append(index) }
    }
    let capacities: [Role?] = [nil] + Role.allCases
    for index in organizations.indices {
      organizations[index].appearances = capacities.compactMap { role in
        byRole[index][role].map { Organization.Appearance(role: role, notices: $0) }
      }
    }
  }
}
