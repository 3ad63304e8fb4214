/// Where the bytes of a large file go while more of them are made.
///
/// Whoever makes one calls it between rows or runs of them, with all bytes so far, and goes on behind what it leaves of them: a file that
/// passes through a buffer takes no memory of its own, which the kernel would first have to clear.
package typealias Drain = (inout [UInt8]) -> Void
