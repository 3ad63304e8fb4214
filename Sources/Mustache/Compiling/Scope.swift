/// The objects that names are looked up in, innermost last.
struct Scope {
  enum Frame {
    case object(Schema)
    /// The inside of a section over text, where `{{.}}` is the text.
    case text
    /// The inside of a section over markup, where `{{{.}}}` is the markup.
    case html
  }

  private(set) var frames: [Frame]

  func adding(_ frame: Frame) -> Scope { Scope(frames: frames + [frame]) }

  /// What a name is found to be.
  enum Resolution {
    case found(Reference, FieldKind)
    /// No object in scope has the name's first part.
    case unknown(name: String)
    /// The first part is found; the object there has no such part.
    case unknownPart(name: String, schema: Schema)
    /// A part that is no object is asked for a part.
    case noObject(name: String, FieldKind)
  }

  func resolve(_ name: String) -> Resolution {
    if name == "." { return resolveItself() }
    let parts = name.split(separator: ".").map(String.init)
    for index in frames.indices.reversed() {
      guard case .object(let schema) = frames[index], let slot = schema.slot(of: parts[0]) else { continue }
      return resolve(parts, from: schema, slot: slot, frame: index)
    }
    return .unknown(name: parts[0])
  }

  private func resolveItself() -> Resolution {
    let index = frames.count - 1
    switch frames[index] {
    case .text: return .found(Reference(frame: index, path: [], access: .textItself), .text)
    case .html: return .found(Reference(frame: index, path: [], access: .htmlItself), .html)
    case .object(let schema):
      guard let slot = schema.slot(of: ".") else { return .unknown(name: ".") }
      let field = schema.fields[slot]
      return .found(Reference(frame: index, path: [], access: field.access), field.kind)
    }
  }

  private func resolve(_ parts: [String], from schema: Schema, slot: Int, frame: Int) -> Resolution {
    var field = schema.fields[slot]
    var path: [FieldAccess] = []
    for (index, part) in parts.enumerated().dropFirst() {
      guard case .object(let inner) = field.kind else { return .noObject(name: parts[index - 1], field.kind) }
      guard let next = inner().slot(of: part) else { return .unknownPart(name: part, schema: inner()) }
      path.append(field.access)
      field = inner().fields[next]
    }
    return .found(Reference(frame: frame, path: path, access: field.access), field.kind)
  }

  /// Every name in scope, innermost object first.
  var names: [String] {
    frames.reversed().flatMap { frame -> [String] in
      if case .object(let schema) = frame { schema.fields.map(\.name) } else { [] }
    }
  }

  /// The scope without the frames that nothing can name, and the places of those that stay.
  ///
  /// An object of the same schema further inside hides every name of one further out. Without them, partials
  /// that include themselves come back to a scope that they have been in.
  func reduced() -> (scope: Scope, kept: [Int]?) {
    var seen: Set<ObjectIdentifier> = []
    var kept: [Int] = []
    for index in frames.indices.reversed() {
      let isInnermost = index == frames.count - 1
      if case .object(let schema) = frames[index] {
        if seen.insert(ObjectIdentifier(schema)).inserted { kept.append(index) }
      } else if isInnermost {
        kept.append(index)
      }
    }
    kept.reverse()
    guard kept.count < frames.count else { return (self, nil) }
    return (Scope(frames: kept.map { frames[$0] }), kept)
  }

  /// The same for scopes in which every name means the same.
  var key: String {
    frames.map { frame in
      switch frame {
      case .object(let schema): "\(UInt(bitPattern: ObjectIdentifier(schema)))"
      case .text: "text"
      case .html: "html"
      }
    }.joined(separator: ",")
  }
}
