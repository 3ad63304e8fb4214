import Foundation
import TestSupport
import Testing

@testable import Casebook

/// The repository's own archive, through its own templates. Links are looked at, not wording.
struct ShippedArchiveTests {
  private static let site: LoadedSite? = {
    var request = SiteRequest(root: Repository.root, jobs: 2)
    request.now = CivilDate(written: "2024-12-31")
    var diagnostics: [Diagnostic] = []
    var loader = SiteLoader(request)
    return loader.load(&diagnostics)
  }()

  private func links(of address: String) throws -> Set<String> {
    let site = try #require(Self.site)
    let item = try #require(site.plan.items.first { $0.url.path == address })
    var html: [UInt8] = []
    try site.make(item, into: &html)
    return Set(String(decoding: html, as: UTF8.self).matches(of: /href="([^"]*)"/).map { String($0.1) })
  }

  private static let notices217 = [
    "2024-06-11-nishinomiya-city", "2024-06-11-kishiwada-city", "2024-06-13-ota-city",
    "2024-06-17-tokyo-metropolis",
  ].map { "/incidents/2024-217/\($0)/" }

  @Test("it has no error and no warning")
  func sound() {
    var request = SiteRequest(root: Repository.root, jobs: 2)
    request.now = CivilDate(written: "2024-12-31")
    let report = ArchiveBuild(request, isStrict: true, progress: BuildProgress()).check().1
    #expect(report.text(.text) == "")
  }

  @Test("the four notices of 2024-217 are on its page, each with a page of its own")
  func notices() throws {
    let links = try links(of: "/incidents/2024-217/")
    for notice in Self.notices217 {
      #expect(links.contains(notice))
      #expect(try self.links(of: notice).contains("/incidents/2024-217/"))
    }
  }

  @Test("イセトー is on 2024-217 as processor and as subprocessor, and its own page lists all four notices")
  func processor() throws {
    let archive = try #require(Self.site).archive
    let number = try #require(CaseNumber("2024-217"))
    let incident = archive.incidents[try #require(archive.incident(number))]
    let roles = incident.parties.filter { archive.organizations[$0.organization].id == "iseto" }.map(\.role)
    #expect(roles == [.processor, .subprocessor])
    #expect(try links(of: "/incidents/2024-217/").contains("/organizations/iseto/"))
    #expect(try links(of: "/organizations/iseto/").isSuperset(of: Self.notices217))
  }

  @Test("the article on Windows is in the index of articles and in none of cases")
  func article() throws {
    let address = "/articles/windows-11-first-settings/"
    #expect(try links(of: "/articles/").contains(address))
    for index in ["/incidents/", "/incidents/2024/"] { #expect(try !links(of: index).contains(address)) }
  }

  @Test(
    "a page reads the same whether others were rendered before it or none: what many show alike is kept for them all"
  )
  func fragments() throws {
    let site = try #require(Self.site)
    let pages = site.plan.items.filter(\.isPage)
    for page in pages {
      var kept: [UInt8] = []
      _ = site.fault(making: page, into: &kept)
    }
    for page in pages.reversed() {
      var kept: [UInt8] = []
      var anew: [UInt8] = []
      try site.make(page, into: &kept)
      try LoadedSite(revising: site, archive: site.archive).make(page, into: &anew)
      #expect(kept == anew, "\(page.url.path)")
    }
  }
}
