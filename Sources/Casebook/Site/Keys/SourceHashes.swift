import Foundation

/// The hashes of the sources of a site, of which the keys of its files are made.
struct SourceHashes: Sendable {
  /// What every page depends on: the program, site.yaml, options, templates and assets, the year, the site's icons.
  let site: SourceHash
  /// All addresses, and which document or file has which: what links in bodies depend on.
  let addresses: SourceHash
  let documents: DocumentHashes
  /// Of the whole archive.
  let all: SourceHash
  /// Of the whole archive without the texts of notices, which is what an editor changes most.
  let facts: SourceHash

  init(_ site: LoadedSite, _ documents: DocumentHashes, _ jobs: ParallelMap) {
    self.site = Self.hash(of: site)
    self.documents = documents
    addresses = Self.addresses(site, jobs)
    let others = KeyText.hash { [addresses] text in
      for part in [documents.organizations, documents.tags, documents.articles, documents.pages] {
        text.add(part)
      }
      text.add(addresses)
    }
    // How incidents are related is written in their files, which the hashes cover.
    all = KeyText.hash { text in
      text.add(others)
      text.add(documents.incidents)
      text.add(documents.notices)
    }
    facts = KeyText.hash { text in
      text.add(others)
      text.add(documents.noticeFacts)
      text.add(documents.incidentFacts)
    }
  }

  private static func hash(of site: LoadedSite) -> SourceHash {
    let archive = site.archive
    return KeyText.hash { text in
      text.add(ProgramIdentity.hash)
      text.add(archive.site.source.bytes)
      // These can be given on the command line too.
      text.add(archive.site.baseURL.description)
      text.add(archive.site.outputs.gzip ? 1 : 0)
      text.add(archive.options.includesDrafts ? 1 : 0)
      text.add(archive.options.includesFuture ? 1 : 0)
      text.add(archive.options.today.year)
      text.add(site.templates.hash)
      let icons = SiteIcons(archive)
      text.add(([icons.touch].compactMap(\.self) + icons.forManifest).map(\.url.path).joined(separator: " "))
      // The offsets that days get as moments: they come from a database of the system.
      text.add(FileBytes.read("/usr/share/zoneinfo/\(archive.site.timeZone)") ?? [])
    }
  }

  private static func addresses(_ site: LoadedSite, _ jobs: ParallelMap) -> SourceHash {
    let items = site.plan.items
    let parts = jobs.map(items.indices.pieces(ofLength: 512), scratch: KeyText()) { piece, text in
      for item in items[piece] {
        text.add(item.url.path)
        text.add(item.origin?.path)
      }
      return text.finish()
    }
    return KeyText.hash { $0.add(parts) }
  }
}
