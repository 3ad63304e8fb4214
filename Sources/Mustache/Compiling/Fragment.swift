/// A part of a template that makes the same bytes again and again: on every page, or wherever an item is listed.
struct Fragment: Sendable {
  /// Among the constant ones, or among those of items.
  let number: Int
  /// Tells the number of the object that it is about; nil when it always makes the same.
  let numbering: FieldAccess?
}
