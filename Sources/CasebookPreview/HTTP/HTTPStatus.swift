/// A status of RFC 9110, section 15, that the preview answers with; an error status is thrown where a request
/// is refused.
enum HTTPStatus: Int, Error {
  case ok = 200
  case partialContent = 206
  case found = 302
  case badRequest = 400
  case notFound = 404
  case methodNotAllowed = 405
  case requestTimeout = 408
  case contentTooLarge = 413
  case targetTooLong = 414
  case rangeNotSatisfiable = 416
  case misdirected = 421
  case fieldsTooLarge = 431
  case internalError = 500
  case versionNotSupported = 505

  var phrase: String {
    switch self {
    case .ok: "OK"
    case .partialContent: "Partial Content"
    case .found: "Found"
    case .badRequest: "Bad Request"
    case .notFound: "Not Found"
    case .methodNotAllowed: "Method Not Allowed"
    case .requestTimeout: "Request Timeout"
    case .contentTooLarge: "Content Too Large"
    case .targetTooLong: "URI Too Long"
    case .rangeNotSatisfiable: "Range Not Satisfiable"
    case .misdirected: "Misdirected Request"
    case .fieldsTooLarge: "Request Header Fields Too Large"
    case .internalError: "Internal Server Error"
    case .versionNotSupported: "HTTP Version Not Supported"
    }
  }
}
