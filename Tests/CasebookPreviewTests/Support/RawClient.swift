import Foundation
import Testing

/// A client that sends bytes as they are, well-formed or not.
final class RawClient {
  private let socket: Int32

  /// - Parameter patience: in seconds; no test waits longer for an answer than this.
  init(port: UInt16, patience: Int = 20) throws {
    #if canImport(Glibc)
      socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      socket = Foundation.socket(AF_INET, SOCK_STREAM, 0)
    #endif
    try #require(socket >= 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(status == 0)
    var limit = timeval(tv_sec: patience, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(socket) }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    #if canImport(Darwin)
      _ = Foundation.send(socket, bytes, bytes.count, 0)
    #else
      _ = Foundation.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    #endif
  }

  func get(_ path: String, method: String = "GET", host: String = "localhost", _ fields: String = "") {
    send("\(method) \(path) HTTP/1.1\r\nHost: \(host)\r\n\(fields)\r\n")
  }

  /// Everything until the other side ends.
  func readToEnd() -> String {
    var bytes: [UInt8] = []
    while let more = readSome() { bytes += more }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What comes until a text is in it, or the other side ends.
  func read(until text: String) -> String {
    var bytes: [UInt8] = []
    while let more = readSome() {
      bytes += more
      if String(decoding: bytes, as: UTF8.self).contains(text) { break }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func readSome() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    let count = recv(socket, &buffer, buffer.count, 0)
    return count > 0 ? Array(buffer[..<count]) : nil
  }

  /// No more is sent, but still read.
  func endSending() { shutdown(socket, Int32(SHUT_WR)) }
}
