/// A step of rendering: every name is resolved to a place, every partial to a program.
indirect enum Operation: Sendable {
  case literal([UInt8])
  case escaped(Reference)
  case unescaped(Reference)
  /// The content with the value as a further frame; for a list, once for each item.
  case section(Reference, FieldKind, [Operation])
  /// The content, with no further frame, if the value is not false.
  case test(Reference, [Operation])
  case inverted(Reference, [Operation])
  /// Another program, which sees some of the frames of this one; all of them when `frames` is nil.
  case call(program: Int, frames: [Int]?)
  /// Operations that are run once for all that they make the same bytes for.
  case fragment(Fragment, [Operation])

  var isLiteral: Bool { if case .literal = self { true } else { false } }
}

/// Where a name leads: a frame of the stack, objects inside its object, and a field of the last one.
struct Reference: Sendable {
  /// From the bottom of the program's stack.
  let frame: Int
  /// The fields of the objects on the way.
  let path: [FieldAccess]
  let access: FieldAccess
}
