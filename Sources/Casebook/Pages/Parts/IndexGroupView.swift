import Mustache

/// The entries of an index that stand under one heading: あ, か, A–Z.
struct IndexGroupView: View {
  let group: IndexGroup
  let entries: [IndexEntryView]

  static let fields = Fields<Self>(
    "index group",
    .text("label", "The heading") { $0.group.label },
    .text("anchor", "The heading's id") { $0.group.anchor },
    .list("entries", IndexEntryView.self, "What stands under it") { $0.entries }
  )
}

/// An organization or a tag in an index.
struct IndexEntryView: View {
  let name: String
  let reading: String?
  let url: String
  /// What kind of organization it is; nil for a tag.
  let type: String?
  let entryCount: Int

  static let fields = Fields<Self>(
    "index entry",
    .text("name", "The name") { $0.name },
    .text("reading", "The name in kana; absent when not known") { $0.reading },
    .text("url", "Its page") { $0.url },
    .text("type", "What kind of organization it is, in Japanese; absent when not known, and for tags") {
      $0.type
    },
    .text("entry_count", "How many notices name it; of a tag, how many notices and articles have it") {
      DecimalText.of($0.entryCount)
    }
  )
}

/// A heading of an index, for the row of links at its top.
struct IndexJumpView: View {
  let title: String
  let url: String?

  static let fields = Fields<Self>(
    "index jump",
    .text("title", "The heading") { $0.title },
    .text("url", "Where it stands; absent for a row of the 五十音 without an entry") { $0.url }
  )
}
