/// What a request may cost before it is refused.
enum RequestLimits {
  /// The longest head in bytes: the first line and all fields.
  static let headBytes = 16 * 1024
  /// The longest request target; an address of the archive has at most 1,023 bytes, each up to three when encoded.
  static let targetBytes = 8 * 1024
  static let fieldCount = 100
}
