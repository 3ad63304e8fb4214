/// What a page is about, for programs; other pages are lists and say no more than where they are.
enum PageSubject: Sendable, Hashable {
  /// The archive as a whole.
  case archive
  case incident(Int)
  case notice(Int)
  case article(Int)
  /// The archive's data, with the day of their last change.
  case data(CivilDate?)
}
