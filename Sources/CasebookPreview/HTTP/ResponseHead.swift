import Foundation

/// The first line and the fields of an answer.
struct ResponseHead {
  private var status: HTTPStatus
  private var fields: [(name: String, value: String)]

  init(_ response: HTTPResponse, date: String) {
    status = response.status
    fields = [
      ("Date", date),
      ("Content-Type", response.mediaType),
      // The next request may find another state.
      ("Cache-Control", "no-store"),
      ("X-Content-Type-Options", "nosniff"),
      // Drafts are nobody else's: no other site may embed what is served here.
      ("Cross-Origin-Resource-Policy", "same-origin"),
      ("Referrer-Policy", "no-referrer"),
    ]
    if let length = response.length {
      fields.append(("Content-Length", String(length)))
      if response.status == .ok { fields.append(("Accept-Ranges", "bytes")) }
    }
    if let location = response.location { fields.append(("Location", location)) }
    if response.status == .methodNotAllowed { fields.append(("Allow", "GET, HEAD")) }
  }

  /// Turns it into the answer with a part of the content (RFC 9110, section 15.3.7).
  mutating func limit(to range: Range<Int>, of length: Int) {
    status = .partialContent
    set("Content-Length", String(range.count))
    set("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(length)")
  }

  /// Turns it into the answer that there is no such part (RFC 9110, section 15.5.17).
  mutating func refuseRange(of length: Int) {
    status = .rangeNotSatisfiable
    set("Content-Length", "0")
    set("Content-Range", "bytes */\(length)")
  }

  func encoded(isPersistent: Bool) -> [UInt8] {
    var text = "HTTP/1.1 \(status.rawValue) \(status.phrase)\r\n"
    for field in fields { text += "\(field.name): \(field.value)\r\n" }
    text += "Connection: \(isPersistent ? "keep-alive" : "close")\r\n\r\n"
    return Array(text.utf8)
  }

  private mutating func set(_ name: String, _ value: String) {
    fields.removeAll { $0.name == name }
    fields.append((name, value))
  }

  /// The Date field for a moment (RFC 9110, section 5.6.7).
  static func date(_ seconds: time_t) -> String {
    var seconds = seconds
    var parts = tm()
    gmtime_r(&seconds, &parts)
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) "
      + "\(parts.tm_year + 1900) \(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) GMT"
  }
}
