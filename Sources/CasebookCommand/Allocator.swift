#if os(Linux)
  import CMimalloc
  import Foundation
#endif

/// The allocator of the whole program. On Linux it is mimalloc, whose `malloc` comes before the C library's because the
/// program is linked with it; elsewhere the system's.
enum Allocator {
  /// In milliseconds, longer than most builds take: memory that is given back and taken again has to be cleared anew.
  private static let keepingTime = 10_000

  /// Asks the kernel for pages of 2 MiB, where it has them: a large archive then takes thousands of page faults and not
  /// hundreds of thousands. Keeps what was freed for what comes next.
  static func setUp() {
    #if os(Linux)
      casebook_keep_freed_memory(keepingTime)
      mi_option_enable(mi_option_large_os_pages)
      // Else the first segment of each thread is taken in small pages.
      mi_option_set(mi_option_eager_commit_delay, 0)
      adviseFirstSegment()
    #endif
  }

  #if os(Linux)
    /// The segment that was taken before the program could ask for anything. mimalloc's segments are 32 MiB long and start at
    /// multiples of that; were they other ones, the advice would be for nothing and do no harm.
    private static func adviseFirstSegment() {
      let length: UInt = 32 << 20
      guard let block = malloc(1) else { return }
      defer { free(block) }
      let start = UInt(bitPattern: block) & ~(length - 1)
      madvise(UnsafeMutableRawPointer(bitPattern: start), Int(length), MADV_HUGEPAGE)
    }
  #endif
}
