/// A tag (タグ) of the archive.
package struct Tag: Sendable {
  /// The last part of its URL.
  package let id: String
  package let name: String
  /// Nil when neither its file nor its name tells how it is read.
  package let reading: Reading?
  package let file: TagFile?
  /// The indexes of the notices that have it, newest first.
  package internal(set) var notices: [Int] = []
  /// The indexes of the articles that have it, newest first.
  package internal(set) var articles: [Int] = []
}
