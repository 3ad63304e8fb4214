import Foundation

/// A socket that takes connections.
final class Listener: Sendable {
  let socket: Int32
  /// The port it listens on, also where the system chose it.
  let port: UInt16

  /// - Throws: with `EADDRINUSE` when the port is taken.
  init(_ address: SocketAddress) throws(SystemError) {
    socket = Foundation.socket(address.family, SocketAddress.stream, 0)
    guard socket >= 0 else { throw SystemError("socket") }
    do throws(SystemError) {
      port = try Self.listen(on: socket, address)
    } catch {
      close(socket)
      throw error
    }
  }

  deinit { close(socket) }

  private static func listen(on socket: Int32, _ address: SocketAddress) throws(SystemError) -> UInt16 {
    _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
    _ = fcntl(socket, F_SETFL, O_NONBLOCK)
    // Connections that ended a moment ago do not keep the port from the next start.
    var yes: Int32 = 1
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard address.withPointer({ bind(socket, $0, $1) }) == 0 else { throw SystemError("bind") }
    guard Foundation.listen(socket, SOMAXCONN) == 0 else { throw SystemError("listen") }
    return try boundPort(of: socket)
  }

  private static func boundPort(of socket: Int32) throws(SystemError) -> UInt16 {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let status = withUnsafeMutableBytes(of: &storage) { bytes in
      bytes.baseAddress.map { getsockname(socket, $0.assumingMemoryBound(to: sockaddr.self), &length) }
    }
    guard status == 0 else { throw SystemError("getsockname") }
    // The port stands at one place in both families (POSIX, netinet/in.h: after the family).
    return withUnsafeBytes(of: &storage) {
      UInt16(bigEndian: $0.loadUnaligned(fromByteOffset: 2, as: UInt16.self))
    }
  }

  /// The next connection that waits; nil when none does, or when the process has no file descriptor left for it.
  func accept() -> Int32? {
    while true {
      let connection = Foundation.accept(socket, nil, nil)
      if connection >= 0 {
        prepare(connection)
        return connection
      }
      guard errno == EINTR || errno == ECONNABORTED else { return nil }
    }
  }

  private func prepare(_ connection: Int32) {
    _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
    _ = fcntl(connection, F_SETFL, O_NONBLOCK)
    var yes: Int32 = 1
    setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    #if canImport(Darwin)
      setsockopt(connection, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
    #endif
  }
}
