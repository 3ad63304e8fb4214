// The fourth step: organizations and tags get the notices that name them.

extension ArchiveParts {
  /// Fills the appearances of organizations, and the notices and articles of tags, newest first.
  mutating func indexAppearances() {
    // A row for each capacity of each organization: the publisher, then the roles.
    let capacities: [Role?] = [nil] + Role.allCases
    var rows: [[Int]] = Array(repeating: [], count: organizations.count * capacities.count)
    for index in notices.indices.reversed() {
      let notice = notices[index]
      rows[notice.publisher * capacities.count].append(index)
      for party in notice.parties {
        let row = party.organization * capacities.count + party.role.ordinal + 1
        if rows[row].last != index { rows[row].append(index) }
      }
      for tag in notice.tags { tags[tag].notices.append(index) }
    }
    for (index, article) in articles.enumerated() {
      for tag in article.tags { tags[tag].articles.append(index) }
    }
    for index in organizations.indices {
      organizations[index].appearances = capacities.indices.compactMap { capacity in
        let notices = rows[index * capacities.count + capacity]
        return notices.isEmpty ? nil : Organization.Appearance(role: capacities[capacity], notices: notices)
      }
    }
  }
}
