/// An organization in a role within a notice (関係者).
package struct Party: Sendable, Hashable {
  /// The organization as written: an id, a name or an alias.
  package let organization: Located<String>
  package let role: Role
  /// What the organization did or gave: the service, the commissioned work.
  package let service: String?
}

/// The keys of one of `parties`.
enum PartyKeys {
  static let organization = Key(
    "organization", ValueType<String>.text(maximumLength: 200).located, required: true,
    "the organization's id, name or alias")
  static let role = Key("role", ValueType<Role>.term, required: true, "what it is within the notice")
  static let service = Key("service", ValueType<String>.text(), "the service or the commissioned work")
  static let all = [organization.shape, role.shape, service.shape]

  static func read(_ reader: RecordReader, _ context: inout ReadingContext) -> Party? {
    let organization = reader.read(organization, &context)
    let role = reader.read(role, &context)
    let service = reader.read(service, &context)
    guard let organization, let role else { return nil }
    return Party(organization: organization, role: role, service: service)
  }
}
