/// Cleans up after a build that was killed or failed at any point; does nothing after one that was not.
struct StagingRecovery {
  let location: OutputLocation
  let jobs: ParallelMap

  func run() throws(PublishFailure) {
    let staging = StagingArea(location: location)
    guard let folder = try staging.leftOver() else { return }
    try SiteExchange(staging).undoHalf()
    let note = try note(in: folder)
    if let output = Folder(at: location.output) {
      try retire(staging.previous, output, note)
      if let note, FileIdentity(try output.status()).number == note.site {
        try retire(staging.site, output, note)
      }
    }
    try staging.clear(folder)
  }

  private func retire(_ site: String, _ output: Folder, _ note: StagingNote?) throws(PublishFailure) {
    guard let old = Folder(at: site) else { return }
    try RetiredSite(old: old, output: output, isForced: note?.isForced == true).remove(jobs)
  }

  private func note(in folder: Folder) throws(PublishFailure) -> StagingNote? {
    guard let file = folder.openFile(Array(StagingArea.marker.utf8)) else { return nil }
    guard let text = file.contents(limit: 1024) else { throw .system("read", folder.location) }
    return StagingNote(text: String(decoding: text, as: UTF8.self))
  }
}
