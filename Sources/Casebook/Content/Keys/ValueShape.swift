/// What a value of front matter looks like, as data.
///
/// The strict reader, `docs/front-matter.md` and the JSON Schema for editors are made from the same
/// declarations; this is the part of them that is not code.
package indirect enum ValueShape: Sendable, Hashable {
  /// No list of front matter is longer; it bounds what a hostile one can cost.
  package static let maximumListLength = 1000

  /// A single value of at most so many Unicode scalars.
  case text(maximumLength: Int)
  case integer(ClosedRange<Int>)
  case boolean
  case date
  case caseNumber
  case url
  /// A web address or a path of this site.
  case link
  case email
  /// A path of the site, with `/` at its start and end.
  case path
  case slug
  case timeZone
  case language
  /// A reading in kana.
  case reading
  case corporateNumber
  /// One of the words of a vocabulary.
  case term(vocabulary: String, words: [TermShape])
  /// A kind of data: a built-in one or one of `data_kinds`.
  case dataKind
  case list(ValueShape)
  /// A list, or one value without a list around it.
  case listOrSingle(ValueShape)
  case record([KeyShape])
  /// Any part of a VERIS record.
  case veris
}

/// A key of front matter, as data.
package struct KeyShape: Sendable, Hashable {
  let keyName: KeyName
  package let shape: ValueShape
  package let isRequired: Bool
  /// One English sentence without a full stop.
  package let summary: String

  package var name: String { keyName.text }
}

/// A word of a vocabulary, as data.
package struct TermShape: Sendable, Hashable {
  package let word: String
  /// What a page shows.
  package let label: String
}
