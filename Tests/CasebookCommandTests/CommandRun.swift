import Foundation
import TestSupport

/// One run of the built `casebook` as a process of its own, from its start to its end.
struct CommandRun {
  let status: Int32
  let output: String
  let errors: String

  /// - Parameters:
  ///   - environment: what is set beside PATH and HOME.
  ///   - folder: the current folder of the process.
  init(_ arguments: [String], environment: [String: String] = [:], in folder: String = "/") throws {
    try self.init(Self.process(arguments, environment: environment, in: folder))
  }

  /// The same with both streams on a terminal, as `script` (POSIX systems have it) gives it one.
  init(onTerminal arguments: [String]) throws {
    let process = try Self.process(arguments)
    let command = [process.executableURL?.path ?? ""] + arguments
    process.executableURL = URL(filePath: "/usr/bin/script")
    #if os(Linux)
      process.arguments = ["-q", "-e", "-c", command.map { "'\($0)'" }.joined(separator: " "), "/dev/null"]
    #else
      process.arguments = ["-q", "/dev/null"] + command
    #endif
    try self.init(process)
  }

  private init(_ process: Process) throws {
    let streams = try TemporaryFolder()
    for name in ["output", "errors"] { try streams.write("", name) }
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: streams.root + "/output"))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: streams.root + "/errors"))
    try process.run()
    process.waitUntilExit()
    status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    output = streams.text("output") ?? ""
    errors = streams.text("errors") ?? ""
  }

  /// The command, ready to be started.
  static func process(
    _ arguments: [String], environment: [String: String] = [:], in folder: String = "/"
  ) throws -> Process {
    let process = Process()
    process.executableURL = try executable()
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    var all = ProcessInfo.processInfo.environment.filter { ["PATH", "HOME"].contains($0.key) }
    all.merge(environment) { $1 }
    process.environment = all
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// SwiftPM puts the product beside the tests.
  private static func executable() throws -> URL {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let tests = bundle ?? Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
    let file = tests.deletingLastPathComponent().appending(path: "casebook")
    guard FileManager.default.isExecutableFile(atPath: file.path) else { throw CocoaError(.fileNoSuchFile) }
    return file
  }
}
