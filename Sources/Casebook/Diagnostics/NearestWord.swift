import Mustache

/// The hint that names the valid word nearest to a mistyped one.
enum NearestWord {
  /// `did you mean 'published'?`; the list of valid words when none is near and the list is short.
  static func hint(for word: String, among words: [String]) -> String? {
    if let nearest = nearest(to: word, among: words) { return "did you mean '\(nearest)'?" }
    guard !words.isEmpty, words.count <= 40 else { return nil }
    return "it can be " + words.joined(separator: ", ")
  }

  /// The nearest of some words; nil when none is near enough.
  static func nearest(to word: String, among words: [String]) -> String? {
    EditDistance.nearest(to: word, among: words)
  }
}
