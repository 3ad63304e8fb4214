import Foundation

/// An address to listen on, from what `--host` says.
struct SocketAddress {
  private let storage: [UInt8]
  let family: Int32
  /// The address in digits.
  let numericHost: String

  /// Looks a name or an address up; nil when it means nothing.
  init?(host: String, port: UInt16) {
    var hints = addrinfo()
    hints.ai_flags = AI_PASSIVE
    hints.ai_socktype = Self.stream
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &found) == 0, let first = found?.pointee else { return nil }
    defer { freeaddrinfo(found) }
    storage = Array(UnsafeRawBufferPointer(start: first.ai_addr, count: Int(first.ai_addrlen)))
    family = first.ai_family
    var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    let status = getnameinfo(
      first.ai_addr, first.ai_addrlen, &name, socklen_t(name.count), nil, 0, NI_NUMERICHOST)
    guard status == 0 else { return nil }
    numericHost = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// True when only this machine can reach it.
  var isLoopback: Bool { numericHost.hasPrefix("127.") || numericHost == "::1" }

  /// True when it stands for all addresses of the machine.
  var isAny: Bool { numericHost == "0.0.0.0" || numericHost == "::" }

  /// True for an address in digits, IPv4 or IPv6.
  static func isNumeric(_ host: String) -> Bool {
    var four = in_addr()
    var six = in6_addr()
    return inet_pton(AF_INET, host, &four) == 1 || inet_pton(AF_INET6, host, &six) == 1
  }

  #if canImport(Glibc)
    static let stream = Int32(SOCK_STREAM.rawValue)
  #else
    static let stream = SOCK_STREAM
  #endif

  func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result? {
    storage.withUnsafeBytes { bytes in
      bytes.baseAddress.map {
        body($0.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
      }
    }
  }
}
