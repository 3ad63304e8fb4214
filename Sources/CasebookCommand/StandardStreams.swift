import Foundation

/// Makes the three standard streams safe to write to, however the command was started.
enum StandardStreams {
  static func prepare() {
    // A reader that goes away (`casebook check | head`) must not end a command half-way: the write fails instead.
    signal(SIGPIPE, SIG_IGN)
    // Where a stream was closed (`>&-`), the next file that is opened would get its number, and the closing line.
    for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) == -1 {
      _ = open("/dev/null", O_RDWR)
    }
  }
}
