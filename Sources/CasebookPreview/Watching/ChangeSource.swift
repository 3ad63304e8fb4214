/// Notices that files of an archive change.
///
/// Paths are from the archive's root, such as `content/site.yaml`; only what is under `content/` and
/// `templates/` counts.
protocol ChangeSource: Sendable {
  /// True when something has happened that was not taken yet. Any thread may ask.
  var hasPending: Bool { get }

  /// Waits until something happens, or is woken, or time is over.
  ///
  /// - Parameter milliseconds: negative for no limit.
  func wait(milliseconds: Int32)

  /// What has happened since the last call.
  func take() -> [ChangeEvent]

  /// Ends a wait at once.
  func wake()
}

/// One thing that happened to a file or folder.
enum ChangeEvent: Sendable, Hashable {
  /// The path is as somebody wanted it: written to its end, moved, removed.
  case settled(String)
  /// The path was touched, and more will follow: it was made, or some of it was written.
  case touched(String)
  /// More happened than could be told.
  case lost
  /// No more folders can be listened to.
  case exhausted
}

/// The folders of an archive that are watched.
enum WatchedFolders {
  static let names = ["content", "templates"]
}
