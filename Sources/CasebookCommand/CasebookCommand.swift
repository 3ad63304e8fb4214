import ArgumentParser
import Casebook

@main
struct CasebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "casebook",
    abstract: "Build an archive of release notices from a folder of Markdown files.",
    discussion: """
      An archive is a folder with content/ (site.yaml, incidents, organizations, tags, articles, pages) and \
      templates/. Without a folder, the current one is taken.

      The first steps:
        casebook serve                     show the archive in the browser while you write
        casebook check                     find every mistake in the content; write nothing
        casebook build                     build the archive into public/
        casebook verify public             compare the built files with their manifest

      Exit status: 0 done; 1 the content has errors; 2 the archive or the output folder cannot be used; \
      64 wrong usage.
      """,
    version: CasebookVersion.current,
    subcommands: [
      BuildCommand.self, ServeCommand.self, CheckCommand.self, VerifyCommand.self, SchemaCommand.self,
    ]
  )

  static func main() {
    Allocator.setUp()
    StandardStreams.prepare()
    main(nil)
  }
}
