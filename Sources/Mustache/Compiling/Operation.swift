/// A step of rendering: every name is resolved to a place, every partial to a program.
indirect enum Operation: Sendable {
  case literal([UInt8])
  case escaped(Reference)
  case unescaped(Reference)
  /// The content with the value as a further frame; for a list, once for each item.
  case section(Reference, [Operation])
  /// The content, with no further frame, if the value is not false.
  case test(Reference, [Operation])
  case inverted(Reference, [Operation])
  /// Another program, which sees some of the frames of this one; all of them when `frames` is nil.
  case call(program: Int, frames: [Int]?)
}

/// Where a name leads: a frame of the stack, a slot of its object, and the slots of objects inside it.
struct Reference: Sendable {
  /// From the bottom of the program's stack.
  let frame: Int
  /// Nil for the frame itself: `{{.}}` inside a section over text.
  let slot: Int?
  let path: [Int]
}
