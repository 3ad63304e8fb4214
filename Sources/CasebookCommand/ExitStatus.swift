import ArgumentParser

/// The exit statuses of DESIGN, section 9; ArgumentParser gives 64 for wrong usage by itself.
enum ExitStatus {
  static let contentHasErrors = ExitCode(1)
  static let unusable = ExitCode(2)
}
