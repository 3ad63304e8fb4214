/// Turns items into an output folder (DESIGN, section 10).
///
/// The new archive is built beside the old one, takes over the files that are the same, and is exchanged with
/// it in one step. Killed at any moment, the output is the one or the other in full; the next publish
/// cleans up. Before the exchange the file system is told to write everything out, so that the same holds for
/// a power cut on Linux; macOS promises less.
package struct Publisher: Sendable {
  private let output: String
  private let protected: [String]
  private let isForced: Bool
  private let jobs: ParallelMap

  /// - Parameters:
  ///   - output: the folder to publish into; it and the folders above it need not exist.
  ///   - protected: files and folders that are read: the output may neither be, contain nor be in one.
  ///   - isForced: also into a folder that is not ours; what is in the way of a new file is replaced,
  ///     all else in it is kept.
  ///   - jobs: how many threads render and write.
  package init(output: String, protected: [String], isForced: Bool, jobs: Int) {
    self.output = output
    self.protected = protected
    self.isForced = isForced
    self.jobs = ParallelMap(jobs: jobs)
  }

  /// Makes the output consist of the items, and of what others put there.
  package func publish(_ items: [PublishItem]) throws(PublishFailure) -> PublishSummary {
    try publish(items) { (_: PublishStep) throws(PublishFailure) in }
  }

  /// The folder beside the output; nil where the output cannot be used, which publishing says.
  var staging: StagingArea? {
    (try? OutputLocation(output: output, protected: protected)).map(StagingArea.init)
  }

  /// Looks at the output on a thread of its own, while there is something else to do; with one job there is no other
  /// thread.
  func glance() -> Meanwhile<OutputGlance> {
    Meanwhile { [self] in
      guard jobs.jobs > 1, let staging else { return nil }
      let glance = OutputGlance(staging, jobs)
      glance?.begin()
      return glance
    }
  }

  typealias Checkpoint = (PublishStep) throws(PublishFailure) -> Void

  /// The same, calling `checkpoint` after each step: a test can look, or fail, there.
  ///
  /// - Parameter glance: what a glance at the output found before.
  func publish(
    _ items: [PublishItem], after glance: OutputGlance? = nil, checkpoint: Checkpoint
  ) throws(PublishFailure) -> PublishSummary {
    let plan = try PublishPlan(items)
    let location = try OutputLocation(output: output, protected: protected)
    try location.makeParent()
    let lock = try OutputLock(location)
    return try lock.held { () throws(PublishFailure) -> PublishSummary in
      try checkpoint(.locked)
      try StagingRecovery(location: location, jobs: jobs).run()
      try checkpoint(.recovered)
      do throws(PublishFailure) {
        return try build(plan, StagingArea(location: location), glance, lock, checkpoint)
      } catch {
        // What made the build fail matters more; what cannot be removed now the next build removes.
        try? StagingRecovery(location: location, jobs: jobs).run()
        throw error
      }
    }
  }

  private func build(
    _ plan: PublishPlan, _ staging: StagingArea, _ early: OutputGlance?, _ lock: OutputLock,
    _ checkpoint: Checkpoint
  ) throws(PublishFailure) -> PublishSummary {
    let time = lock.time()
    let held = early.flatMap { $0.holds(for: staging) ? $0 : nil }
    let glance = held ?? OutputGlance(staging, jobs)
    let old = try OutputInspection(
      location: staging.location, isForced: isForced, glance: glance, time: time
    ).run()
    if let old, !isForced { try CarryOver.check(old.site, against: plan) }
    try checkpoint(.inspected)
    let new = try newSite(staging, glance)
    try checkpoint(.staged)
    let built = try SiteBuild(plan: plan, old: old, new: new, jobs: jobs).run(checkpoint)
    // From the exchange on others can change what was built: later than anything of it was changed, by this clock too.
    let builtTime = Handover.lastChange(of: built).flatMap(lock.time(after:)) ?? lock.time()
    if !built.isSame {
      try SiteExchange(staging).run(replacing: old != nil)
      try checkpoint(.exchanged)
    }
    try Handover(staging: staging, old: old, built: built, time: builtTime, jobs: jobs).run()
    try checkpoint(.retired)
    return built.summary
  }

  /// The spare where there is one to be relied on, else an empty folder.
  private func newSite(_ staging: StagingArea, _ glance: OutputGlance?) throws(PublishFailure) -> NewSite {
    if let glance, glance.hasSpare, Folder(at: staging.spare) != nil {
      return NewSite(folder: try staging.takeSpare(isForced: isForced), spare: glance.record.spare)
    }
    try staging.removeSpare()
    return NewSite(folder: try staging.create(isForced: isForced), spare: nil)
  }
}
