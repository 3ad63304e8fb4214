/// An organization (組織) of the archive: a publisher or a party of at least one notice, or one with a file.
package struct Organization: Sendable {
  /// The last part of its URL.
  package let id: String
  package let name: String
  /// Nil when neither its file nor its name tells how it is read.
  package let reading: Reading?
  package let file: OrganizationFile?
  /// The index of the organization that it belongs to.
  package internal(set) var parent: Int?
  /// The indexes of the organizations that belong to it.
  package internal(set) var children: [Int] = []
  /// Its notices by what it is in them, publisher first, then in the order of the roles; newest notice first.
  package internal(set) var appearances: [Appearance] = []
  /// The notices that name it, each once, in whatever capacities, newest first.
  var notices: [Int] {
    guard appearances.count > 1 else { return appearances.first?.notices ?? [] }
    var all: [Int] = []
    all.reserveCapacity(entryCount)
    for appearance in appearances { all += appearance.notices }
    all.sort(by: >)
    var notices: [Int] = []
    notices.reserveCapacity(all.count)
    for notice in all where notice != notices.last { notices.append(notice) }
    return notices
  }

  /// The notices in which an organization has one capacity.
  package struct Appearance: Sendable, Hashable {
    /// Nil for the publisher.
    package let role: Role?
    /// Indexes into the archive's notices.
    package internal(set) var notices: [Int]
  }
}
