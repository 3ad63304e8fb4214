import Synchronization

/// The texts of notices that stand on a second page, that of a case with this notice only: whichever page is rendered
/// first leaves the text here for the other.
///
/// The two are neighbours in a build, so that few texts lie here at a time; those whose second page does not come, because
/// it is known or has a template without the text, are thrown away. What is found wrong in a text is found on both
/// pages: such a text is not shared.
final class SharedBodies: Sendable {
  private static let limit = 64

  private let left = Mutex<[Int: BodyHTML]>([:])

  /// Takes the text of a notice; nil when none was left.
  func take(_ notice: Int) -> BodyHTML? {
    left.withLock { $0.removeValue(forKey: notice) }
  }

  func leave(_ html: BodyHTML, of notice: Int) {
    left.withLock { left in
      if left.count == Self.limit { left.removeAll(keepingCapacity: true) }
      left[notice] = html
    }
  }
}
