/// The names under which the preview answers.
///
/// A page on another site can give its own name the address 127.0.0.1 and have the browser ask us (DNS
/// rebinding); the name in the request's Host field gives it away. An address needs no name service, so
/// addresses cannot be used so.
struct HostNames: Sendable {
  private let names: Set<String>
  /// True when the preview is to be reached from other machines, which call it by one of its addresses.
  private let acceptsAddresses: Bool

  /// - Parameters:
  ///   - host: what `--host` says.
  ///   - machine: the machine's own name; counts only when others can reach the preview.
  ///   - isLoopback: true when only this machine can reach it.
  init(host: String, machine: String, isLoopback: Bool) {
    let machine = machine.lowercased()
    let own = isLoopback ? [] : [machine, machine + ".local"]
    names = Set(["localhost", "127.0.0.1", "::1", host.lowercased()] + own)
    acceptsAddresses = !isLoopback
  }

  /// - Parameter authority: a Host field: a name or an address, perhaps with a port.
  func accept(_ authority: String) -> Bool {
    guard let name = Self.name(in: authority.lowercased()) else { return false }
    return names.contains(name) || (acceptsAddresses && SocketAddress.isNumeric(name))
  }

  /// The name without port and brackets; nil for what is no authority (RFC 3986, section 3.2).
  private static func name(in authority: String) -> String? {
    if authority.hasPrefix("[") {
      guard let end = authority.firstIndex(of: "]") else { return nil }
      guard isPort(authority[authority.index(after: end)...]) else { return nil }
      return String(authority[authority.index(after: authority.startIndex)..<end])
    }
    let end = authority.firstIndex(of: ":") ?? authority.endIndex
    guard isPort(authority[end...]) else { return nil }
    let name = authority[..<end]
    // A name may end in the dot of the root.
    return String(name.hasSuffix(".") ? name.dropLast() : name)
  }

  private static func isPort(_ text: Substring) -> Bool {
    text.isEmpty || (text.hasPrefix(":") && text.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) })
  }
}
