/// How an output folder compares with its manifest.
package struct VerificationReport: Sendable, Hashable {
  /// How many files the manifest names.
  package let files: Int
  /// Named and not there, in the manifest's order.
  package let missing: [OutputPath]
  /// Of another size or with other bytes, unreadable, or a link or folder in the file's place.
  package let changed: [OutputPath]
  /// Files and links that the manifest does not name; they are allowed. Sorted; not all need be UTF-8.
  package let foreign: [String]

  /// Every file that the manifest names is there with its bytes.
  package var isSound: Bool { missing.isEmpty && changed.isEmpty }
}
