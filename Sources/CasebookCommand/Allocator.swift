#if os(Linux)
  import CMimalloc
#endif

/// The allocator of the whole program. On Linux it is mimalloc, whose `malloc` comes before the C library's because the
/// program is linked with it; elsewhere the system's.
enum Allocator {
  /// Asks the kernel for pages of 2 MiB, where it has them: a large archive then takes thousands of page faults and not
  /// hundreds of thousands.
  static func useLargePages() {
    #if os(Linux)
      mi_option_enable(mi_option_large_os_pages)
    #endif
  }
}
