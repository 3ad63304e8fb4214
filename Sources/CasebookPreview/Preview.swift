import Casebook
import Dispatch
import Foundation

/// What `casebook serve` is asked for.
package struct PreviewOptions: Sendable {
  package var request: SiteRequest
  package var isStrict = false
  package var host = "127.0.0.1"
  /// The port to listen on; nil for 8080, or the next that is free.
  package var port: UInt16?
  /// True to look for changes once a second and not to listen for them.
  package var isPolling = false

  package init(request: SiteRequest) { self.request = request }
}

/// Why the preview cannot start.
package struct PreviewFailure: Error {
  package let message: String
  package let hint: String?

  package init(message: String, hint: String?) {
    self.message = message
    self.hint = hint
  }
}

/// Shows an archive in the browser while it is written: pages are made when they are asked for, and follow the files.
///
/// Nothing is written anywhere.
package final class Preview: Sendable {
  package static let standardPort: UInt16 = 8080
  /// How many ports are tried from the standard one.
  private static let triedPorts: UInt16 = 20

  private let listener: Listener
  private let hosts: HostNames
  private let mailbox: Mailbox
  private let watch: ArchiveWatch
  private let rebuilder: Rebuilder
  private let root: String
  private let isStrict: Bool

  /// Where the preview is found, ready for a browser.
  package let address: String

  /// Listens; what it can say about that it says at once.
  package init(_ options: PreviewOptions, console: PreviewConsole) throws(PreviewFailure) {
    do throws(SystemError) {
      mailbox = try Mailbox()
      watch = try ArchiveWatch(
        root: options.request.root, isPolling: options.isPolling, say: console.say)
    } catch {
      throw PreviewFailure(message: "the preview cannot start: \(error.message)", hint: nil)
    }
    let (listener, bound) = try Self.listen(options, console)
    self.listener = listener
    hosts = HostNames(host: options.host, machine: Self.machineName, isLoopback: bound.isLoopback)
    let host = bound.isAny ? "127.0.0.1" : options.host
    address = "http://\(host.contains(":") ? "[\(host)]" : host):\(listener.port)/"
    root = options.request.root
    isStrict = options.isStrict
    rebuilder = Rebuilder(
      options.request, isStrict: options.isStrict, watch: watch, console: console,
      changed: { [mailbox] in mailbox.post(.stateChanged) }, settled: { [mailbox] in mailbox.post(.settled) })
    if !bound.isLoopback {
      console.say(
        "warning: everybody who can reach \(bound.numericHost) can read the archive with its drafts")
    }
  }

  /// A handle that ends the preview from any thread.
  package var stop: @Sendable () -> Void { { [mailbox] in mailbox.post(.stop) } }

  /// Serves until it is stopped.
  package func run() {
    DispatchQueue(label: "rebuild", qos: .userInitiated).async { [rebuilder] in rebuilder.run() }
    let answers = PreviewAnswers(
      root: root, rebuilder: rebuilder, watch: watch, maker: PageMaker(isStrict: isStrict))
    HTTPServer(listener, hosts: hosts, answering: answers, mailbox: mailbox).run()
    watch.stop()
  }

  // MARK: Listening

  private static func listen(
    _ options: PreviewOptions, _ console: PreviewConsole
  ) throws(PreviewFailure) -> (Listener, SocketAddress) {
    if let port = options.port { return try listen(options.host, port) }
    for port in standardPort..<standardPort + triedPorts {
      guard let found = try listenIfFree(options.host, port) else { continue }
      if port != standardPort { console.say("Port \(standardPort) is in use: taking \(port).") }
      return found
    }
    throw PreviewFailure(
      message: "the ports \(standardPort) to \(standardPort + triedPorts - 1) are all in use",
      hint: "name a free one with --port")
  }

  private static func listen(
    _ host: String, _ port: UInt16
  ) throws(PreviewFailure) -> (Listener, SocketAddress) {
    guard let found = try listenIfFree(host, port) else {
      throw PreviewFailure(
        message: "port \(port) is in use", hint: "name another with --port, or leave it out to get a free one"
      )
    }
    return found
  }

  private static func listenIfFree(
    _ host: String, _ port: UInt16
  ) throws(PreviewFailure) -> (Listener, SocketAddress)? {
    guard let address = SocketAddress(host: host, port: port) else {
      throw PreviewFailure(
        message: "'\(host)' is no address of this machine",
        hint: "--host is an address such as 127.0.0.1, or 0.0.0.0 for all of them")
    }
    do throws(SystemError) {
      return (try Listener(address), address)
    } catch {
      guard error.number != EADDRINUSE else { return nil }
      throw PreviewFailure(
        message: "cannot listen on \(host), port \(port): \(error.message)",
        hint: error.number == EACCES ? "ports below 1024 belong to the system" : nil)
    }
  }

  private static var machineName: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "localhost" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
