import Foundation

/// How many files and connections the process may have open.
enum DescriptorLimit {
  /// Raises the limit as far as the system allows without asking, and returns it.
  static func raised() -> Int {
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let resource = RLIMIT_NOFILE
    #endif
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { return 256 }
    let wanted = min(limit.rlim_max, 8192)
    if limit.rlim_cur < wanted {
      var raised = limit
      raised.rlim_cur = wanted
      if setrlimit(resource, &raised) == 0 { return Int(wanted) }
    }
    return Int(clamping: limit.rlim_cur)
  }
}
