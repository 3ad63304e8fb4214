extension PlannedHosting {
  /// Appends the file.
  func append(to bytes: inout [UInt8], _ context: PageContext) {
    switch self {
    case .noJekyll: break
    case .robots: bytes += "User-agent: *\nDisallow:\n".utf8
    }
  }
}
