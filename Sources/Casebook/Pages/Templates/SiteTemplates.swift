import Mustache

/// The templates of an archive, compiled for the kinds of pages, and the assets beside them.
package struct SiteTemplates: Sendable {
  private static let ending = ".mustache"
  private static let assetFolder = "assets/"

  let compiled: [PageKind: CompiledTemplate]
  /// Of all of them.
  let fragments: FragmentNumbers
  package let assets: [Asset]
  /// The paths of all its files, from the folder that holds `templates/`.
  package let files: Set<String>
  /// Of the paths and bytes of all of them.
  let hash: SourceHash
  /// The ids that the templates write out.
  let ids: Set<String>

  /// Reads and compiles `templates/`.
  ///
  /// - Parameters:
  ///   - root: the folder that holds `templates/`.
  ///   - diagnostics: takes everything that is wrong with a template, before any page is rendered.
  package init(root: String, _ diagnostics: inout [Diagnostic]) {
    let listing = FileListing(root: root + "/templates", prefix: "templates/")
    diagnostics += listing.diagnostics
    var sources: [String: SourceText] = [:]
    var assets: [Asset] = []
    for file in listing.files {
      if file.path.hasPrefix(Self.assetFolder) {
        Self.readAsset(file, root: root, &diagnostics).map { assets.append($0) }
      } else if let source = Self.readTemplate(file, root: root, &diagnostics) {
        sources[String(file.path.dropLast(Self.ending.count))] = source
      }
    }
    self.assets = assets
    files = Set(listing.files.map { "templates/" + $0.path })
    ids = Set(sources.values.flatMap { Self.ids(in: $0.bytes) })
    hash = Self.hash(of: sources, assets)
    var fragments = FragmentNumbers()
    compiled = Self.compile(sources, &fragments, &diagnostics)
    self.fragments = fragments
  }

  private static func hash(of sources: [String: SourceText], _ assets: [Asset]) -> SourceHash {
    let files = sources.values.map { ($0.path, $0.bytes) } + assets.map { ($0.source, $0.bytes) }
    return KeyText.hash { text in
      for (path, bytes) in files.sorted(by: { $0.0 < $1.0 }) {
        text.add(path)
        text.add(bytes)
      }
    }
  }

  private static func readAsset(
    _ file: FileListing.File, root: String, _ diagnostics: inout [Diagnostic]
  ) -> Asset? {
    let path = "templates/" + file.path
    guard let bytes = FileBytes.read(root + "/" + path) else {
      diagnostics.append(Diagnostic(.error, .unreadableFile, "cannot be read", at: SourcePlace(path: path)))
      return nil
    }
    return Asset(source: path, name: String(file.path.dropFirst(assetFolder.count)), bytes: bytes)
  }

  private static func readTemplate(
    _ file: FileListing.File, root: String, _ diagnostics: inout [Diagnostic]
  ) -> SourceText? {
    let path = "templates/" + file.path
    guard file.path.hasSuffix(ending) else {
      diagnostics.append(
        Diagnostic(
          .error, .misplacedFile, "the file is no template", at: SourcePlace(path: path),
          hint: "templates end in \(ending); other files go into templates/assets/ or content/static/"))
      return nil
    }
    return TextFile.read(root + "/" + path, path: path, size: file.size, &diagnostics)
  }

  /// The values of `id` attributes; what a tag puts there is not known here.
  static func ids(in template: [UInt8]) -> [String] {
    template.indices.compactMap { index in
      guard template[index] == UInt8(ascii: "="), index >= 3, isSpace(template[index - 3]) else { return nil }
      let (name, rest) = (template[index - 2..<index], template[(index + 1)...])
      guard name.elementsEqual("id".utf8), rest.first == UInt8(ascii: "\"") else { return nil }
      let value = rest.dropFirst().prefix { !"\"{}".utf8.contains($0) }
      guard !value.isEmpty, template[value.endIndex...].first == UInt8(ascii: "\"") else { return nil }
      return String(decoding: value, as: UTF8.self)
    }
  }

  /// HTML, "ASCII whitespace".
  private static func isSpace(_ byte: UInt8) -> Bool { " \t\n\u{C}\r".utf8.contains(byte) }

  private static func compile(
    _ sources: [String: SourceText], _ fragments: inout FragmentNumbers, _ diagnostics: inout [Diagnostic]
  ) -> [PageKind: CompiledTemplate] {
    var errors: [TemplateError] = []
    let library = TemplateLibrary(sources.mapValues(\.bytes), errors: &errors)
    var compiled: [PageKind: CompiledTemplate] = [:]
    let areParsed = errors.isEmpty
    for kind in PageKind.allCases {
      if sources[kind.template] == nil {
        reportMissing(kind, &diagnostics)
      } else if areParsed {
        compiled[kind] = library.compile(
          kind.template, for: kind.schema, fragments: &fragments, errors: &errors)
      }
    }
    diagnostics += errors.map { Diagnostic($0, in: sources[$0.template]) }
    if areParsed { reportUnused(sources, library, &diagnostics) }
    return compiled
  }

  private static func reportMissing(_ kind: PageKind, _ diagnostics: inout [Diagnostic]) {
    let path = "templates/\(kind.template)\(ending)"
    diagnostics.append(
      Diagnostic(
        .error, .missingTemplate, "the template of the page kind '\(kind.rawValue)' is missing",
        at: SourcePlace(path: path), hint: "copy it from Casebook's own templates/"))
  }

  /// A template that no page includes is not checked by anything, and mostly a mistyped name.
  private static func reportUnused(
    _ sources: [String: SourceText], _ library: TemplateLibrary, _ diagnostics: inout [Diagnostic]
  ) {
    let used = library.reachable(from: PageKind.allCases.map(\.template))
    for (name, source) in sources where !used.contains(name) {
      diagnostics.append(
        Diagnostic(
          .warning, .unusedTemplate, "no page uses this template", at: source.wholeFile,
          hint: "include it, name it after a page kind, or remove it"))
    }
  }
}

extension Diagnostic {
  fileprivate init(_ error: TemplateError, in source: SourceText?) {
    let code: DiagnosticCode =
      switch error.code {
      case .syntax: .templateSyntax
      case .unknownName: .unknownName
      case .wrongKind: .wrongKind
      case .unknownPartial: .unknownPartial
      case .unknownBlock: .unknownBlock
      }
    let position = error.position
    self.init(
      .error, code, error.message,
      at: source?.place(line: position.line, column: position.column, length: position.length),
      hint: error.hint)
  }
}
