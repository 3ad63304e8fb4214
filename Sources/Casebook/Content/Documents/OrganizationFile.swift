/// What a file under `organizations/` says about an organization.
package final class OrganizationFile: Sendable {
  package let body: Body
  /// The file's name without `.md`.
  package let id: String
  package let name: String
  package let reading: String?
  package let aliases: [Located<String>]
  package let type: OrganizationType?
  package let corporateNumber: String?
  package let parent: Located<String>?
  package let url: String?

  /// Reads an organization; nil when its name is missing, which has been reported.
  init?(_ reader: RecordReader, id: String, body: Body, _ context: inout ReadingContext) {
    let name = reader.read(SharedKeys.name, &context)
    self.body = body
    self.id = id
    reading = reader.read(SharedKeys.reading, &context)
    aliases = reader.read(SharedKeys.otherNames, &context) ?? []
    type = reader.read(OrganizationKeys.type, &context)
    corporateNumber = reader.read(OrganizationKeys.corporateNumber, &context)
    parent = reader.read(OrganizationKeys.parent, &context)
    url = reader.read(SharedKeys.url, &context)
    guard let name else { return nil }
    self.name = name
  }
}

/// The keys of an organization's file.
enum OrganizationKeys {
  static let type = Key("type", ValueType<OrganizationType>.term, "what kind of organization it is")
  static let corporateNumber = Key(
    "corporate_number", ValueType<String>.corporateNumber, "its corporate number (法人番号), quoted")
  static let parent = Key(
    "parent", ValueType<String>.text(maximumLength: 200).located, "the organization that it belongs to")
  static let all = [
    SharedKeys.name.shape, SharedKeys.reading.shape, SharedKeys.otherNames.shape, type.shape,
    corporateNumber.shape, parent.shape, SharedKeys.url.shape,
  ]
}
