import ArgumentParser
import Casebook
import CasebookPreview
import Dispatch
import Foundation

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the archive in the browser while you write it.",
    discussion: """
      Pages are made when they are asked for, follow every save, and show what is wrong over the last good page. \
      Drafts and notices of the future are shown and marked. Nothing is written. Ctrl-C ends it.
      """)

  @Argument(help: "The archive's folder, which holds content/ and templates/.", completion: .directory)
  var archive = "."

  @Option(help: "The port to listen on. (default: \(Preview.standardPort), or the next that is free)")
  var port: UInt16?

  @Option(help: "The address to listen on; 0.0.0.0 lets other machines in.")
  var host = "127.0.0.1"

  @Flag(help: "Open the browser.")
  var open = false

  @Flag(help: "Look for changes once a second, for folders on other machines, which do not tell.")
  var poll = false

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Option(
    help: "The day to take as today, such as 2024-06-11. Otherwise SOURCE_DATE_EPOCH or the clock says it.")
  var now: CivilDate?

  func run() throws {
    let output = Output(format: .text)
    let console = PreviewConsole(say: { output.say($0) }, report: { Output.report($0) })
    let preview: Preview
    do throws(PreviewFailure) {
      preview = try Preview(try options(), console: console)
    } catch {
      Output.fail(error.message, hint: error.hint)
      throw ExitStatus.unusable
    }
    let interrupts = Interrupts(preview.stop)
    output.say("\(preview.address)  Ctrl-C ends it.")
    if open { Browser.open(preview.address, output) }
    preview.run()
    interrupts.end()
  }

  private func options() throws(PreviewFailure) -> PreviewOptions {
    for folder in ["content", "templates"] where !BuildSession.isFolder(archive + "/" + folder) {
      throw PreviewFailure(
        message: "there is no folder '\(folder)' in '\(archive)'",
        hint: "name the archive's folder, which holds content/ and templates/")
    }
    var request = SiteRequest(root: archive, jobs: ProcessInfo.processInfo.activeProcessorCount)
    request.includesDrafts = true
    request.includesFuture = true
    request.now = now
    request.sourceDateEpoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"]
    var options = PreviewOptions(request: request)
    options.isStrict = strict
    options.host = host
    options.port = port
    options.isPolling = poll
    return options
  }
}

/// Ctrl-C, and what else asks a program to end.
private struct Interrupts {
  private let sources: [any DispatchSourceSignal]

  init(_ stop: @escaping @Sendable () -> Void) {
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler(handler: stop)
      source.resume()
      return source
    }
  }

  func end() { for source in sources { source.cancel() } }
}

/// The browser of the one who asked.
private enum Browser {
  static func open(_ address: String, _ output: Output) {
    #if canImport(Darwin)
      let command = "open"
    #else
      let command = "xdg-open"
    #endif
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [command, address]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.terminationHandler = { process in
      if process.terminationStatus != 0 { output.say("The browser did not open: go to \(address)") }
    }
    do {
      try process.run()
    } catch {
      output.say("The browser did not open: go to \(address)")
    }
  }
}
