#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file or folder; closed when its owner lets go of it.
final class FileDescriptor: Sendable {
  let number: Int32

  /// Takes over the result of `open`: `nil` where it is negative, with `errno` as it was.
  init?(owning number: Int32) {
    guard number >= 0 else { return nil }
    self.number = number
  }

  deinit { _ = close(number) }

  /// `fstat`, or `nil` with `errno`.
  func status() -> stat? {
    var status = stat()
    return fstat(number, &status) == 0 ? status : nil
  }

  /// Writes all of `bytes`; false with `errno` where that fails.
  func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Self.retrying { systemWrite(number, rest) }
      guard count >= 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Reads until `buffer` is full or the file ends; the count of bytes, or `nil` with `errno`.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    var filled = 0
    while filled < buffer.count {
      let count = Self.retrying { systemRead(number, buffer[filled...]) }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// The whole of a file of at most `limit` bytes; `nil` with `errno`, which is EFBIG where it is longer.
  func contents(limit: Int) -> [UInt8]? {
    guard let status = status() else { return nil }
    guard status.st_size <= limit else {
      errno = EFBIG
      return nil
    }
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      let read = self.read(into: UnsafeMutableRawBufferPointer(buffer))
      failed = read == nil
      count = read ?? 0
    }
    return failed ? nil : bytes
  }

  /// A signal may interrupt a call before it has done anything (POSIX.1-2017, 2.4.4).
  private static func retrying(_ call: () -> Int) -> Int {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }
}

// The methods' names hide the C functions inside the type.
private func systemWrite(_ number: Int32, _ bytes: UnsafeRawBufferPointer.SubSequence) -> Int {
  let bytes = UnsafeRawBufferPointer(rebasing: bytes)
  return write(number, bytes.baseAddress, bytes.count)
}

private func systemRead(_ number: Int32, _ bytes: UnsafeMutableRawBufferPointer.SubSequence) -> Int {
  let bytes = UnsafeMutableRawBufferPointer(rebasing: bytes)
  return read(number, bytes.baseAddress, bytes.count)
}
