/// How long a connection may keep the server waiting.
struct ConnectionTimes: Sendable {
  /// For a whole head from its first byte, or from the connection's start: a byte now and then gains nothing.
  var head = Duration.seconds(10)
  /// Between two requests.
  var idle = Duration.seconds(60)
  /// Without a byte of the answer being taken.
  var sending = Duration.seconds(30)
  /// For the other side to end, once it was told that this one has.
  var draining = Duration.seconds(2)
}
