/// A request that may be answered: its head was understood, and it asks this server to read something.
struct HTTPRequest: Sendable, Hashable {
  let isHead: Bool
  /// Decoded, starting with `/`.
  let path: String
  /// What stands after the `?`, as it was sent; empty when there is nothing.
  let query: String
  /// The Range field, where it is to be looked at.
  let range: String?
  /// True when the connection stays open after the answer.
  let isPersistent: Bool

  /// Reads a request from its head.
  ///
  /// - Throws: the answer that refuses it.
  init(_ head: RequestHead, hosts: HostNames) throws(Refusal) {
    let (path, authority) = try Self.path(of: head)
    guard let host = head["host"] else {
      throw Refusal(.badRequest, "The request has no Host field, or several.")
    }
    guard hosts.accept(authority ?? host) && hosts.accept(host) else {
      throw Refusal(.misdirected, "The preview does not answer under the name of this request.")
    }
    guard head.method == "GET" || head.method == "HEAD" else {
      throw Refusal(.methodNotAllowed, "The preview is only read: GET and HEAD.")
    }
    // A body would be taken for the next request by whoever does not expect one.
    guard !head.has("transfer-encoding"), head["content-length"] ?? "0" == "0" else {
      throw Refusal(.contentTooLarge, "The preview takes no content.")
    }
    self.path = path
    isHead = head.method == "HEAD"
    query = head.target.firstIndex(of: "?").map { String(head.target[$0...].dropFirst()) } ?? ""
    // There are no validators, so a range that asks for the same state as before cannot be given (RFC 9110, 13.1.5).
    range = isHead || head.has("if-range") ? nil : head["range"]
    isPersistent = Self.isPersistent(head)
  }

  private static func path(of head: RequestHead) throws(Refusal) -> (String, String?) {
    do throws(HTTPStatus) {
      return try RequestPath.read(head.target)
    } catch {
      throw Refusal(error, "The request's target is no address of this site.")
    }
  }

  /// RFC 9112, section 9.3.
  private static func isPersistent(_ head: RequestHead) -> Bool {
    let options = head.fields.filter { $0.name == "connection" }.map { $0.value.lowercased() }
    if options.contains(where: { $0.contains("close") }) { return false }
    return head.isPersistent || options.contains { $0.contains("keep-alive") }
  }
}

/// Why a request is not answered; its connection is closed, because what follows on it is not known.
struct Refusal: Error {
  let status: HTTPStatus
  let text: String

  init(_ status: HTTPStatus, _ text: String) {
    self.status = status
    self.text = text
  }
}
