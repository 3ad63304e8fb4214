/// Finds the organization or the tag that a reference means, by id, name or alias, all folded.
///
/// Entries come from files first; a reference that none of them answers makes an entry of its own, so that
/// a notice never has to wait for a file. Two entries that would share a name or an id are an error.
struct NameIndex {
  /// An organization or a tag, before it is put in index order.
  struct Entry: Sendable {
    let id: String
    /// The name as the file, or the first reference, writes it.
    let name: String
    /// The index of its file among the files of its kind; nil when there is none.
    let file: Int?
  }

  /// What is found in `organizations/` or `tags/`: the kind's word and the code of a missing file.
  struct Kind: Sendable {
    let word: String
    let unknownCode: DiagnosticCode
  }

  /// What a file says about its names.
  struct FileNames: Sendable {
    let id: String
    let name: String
    let aliases: [Located<String>]
    let source: SourceText
  }

  /// Above this, references without a file are the archive's way, and no hint is looked for.
  private static let maximumHints = 100

  let kind: Kind
  private(set) var entries: [Entry] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var byName: [FoldedName: Int] = [:]
  /// The entries of references as they are written that no file answers.
  private var byText: [String: Int] = [:]
  private var ids: [String: Int] = [:]
  private var fileNames: [String] = []
  private var unknownCount = 0

  init(_ kind: Kind, files: [FileNames], _ parallel: ParallelMap) {
    self.kind = kind
    let folded = parallel.map(files) { file in
      ([file.id, file.name] + file.aliases.map(\.value)).map(FoldedName.init)
    }
    byName.reserveCapacity(folded.reduce(0) { $0 + $1.count })
    ids.reserveCapacity(files.count)
    for (index, file) in files.enumerated() { add(file, folded[index], index: index) }
    fileNames = files.flatMap { [$0.id, $0.name] + $0.aliases.map(\.value) }
  }

  /// - Parameter folded: its id, its name and its aliases.
  private mutating func add(_ file: FileNames, _ folded: [FoldedName], index: Int) {
    entries.append(Entry(id: file.id, name: file.name, file: index))
    ids[file.id] = index
    let place = SourcePlace(path: file.source.path)
    claim(folded[0], for: index, what: "the id '\(file.id)'", at: place)
    claim(folded[1], for: index, what: "the name '\(file.name)'", at: place)
    for (alias, folded) in zip(file.aliases, folded[2...]) {
      claim(folded, for: index, what: "the alias '\(alias.value)'", at: file.source.place(alias.mark))
    }
  }

  private mutating func claim(
    _ folded: FoldedName, for index: Int, what: @autoclosure () -> String,
    at place: @autoclosure () -> SourcePlace
  ) {
    guard !folded.text.isEmpty else {
      return error(
        .emptyIdentifier, "\(what()) has nothing to tell it by", at: place(), hint: "use letters or digits")
    }
    guard let other = byName[folded] else {
      byName[folded] = index
      return
    }
    guard other != index else { return }
    error(
      .duplicateIdentifier, "\(what()) means the \(kind.word) '\(entries[other].id)' already", at: place(),
      hint: "names match after folding width, case, spaces and legal forms; merge the two or rename one")
  }

  /// What one thread knows of references: most are written alike thousands of times, and folded once.
  struct Memory {
    private let byName: [FoldedName: Int]
    private var byText: [String: Int?] = [:]

    init(_ names: NameIndex) {
      byName = names.byName
    }

    /// The entry that a reference means; nil for one that has to be resolved in its turn.
    mutating func entry(of reference: String) -> Int? {
      if let known = byText[reference] { return known }
      let entry = byName[FoldedName(reference)]
      byText[reference] = .some(entry)
      return entry
    }
  }

  /// The entries that references mean, where they are not known yet; nil, and an error, for one that can mean nothing.
  mutating func resolve(
    _ references: [Located<String>], in source: SourceText, _ entries: inout [Int?]
  ) {
    for index in entries.indices where entries[index] == nil {
      entries[index] = resolve(references[index], in: source)
    }
  }

  mutating func resolve(_ references: [Located<String>], in source: SourceText) -> [Int?] {
    references.map { resolve($0, in: source) }
  }

  mutating func resolve(_ reference: Located<String>, in source: SourceText) -> Int? {
    if let known = byText[reference.value] { return known }
    let folded = FoldedName(reference.value)
    let entry = byName[folded] ?? addUnknown(reference, folded, in: source)
    byText[reference.value] = entry
    return entry
  }

  private mutating func addUnknown(
    _ reference: Located<String>, _ folded: FoldedName, in source: SourceText
  ) -> Int? {
    let id = Identifier.from(foldedName: folded.text)
    guard !id.isEmpty else {
      error(
        .emptyIdentifier, "'\(reference.value)' has nothing that could stand in a URL",
        at: source.place(reference.mark),
        hint: "write a file for this \(kind.word) and refer to it by its id")
      return nil
    }
    if let other = ids[id] {
      error(
        .duplicateIdentifier,
        "'\(reference.value)' gives the id '\(id)', which is that of '\(entries[other].name)'",
        at: source.place(reference.mark),
        hint: "write a file for this \(kind.word), or add the name to the other's aliases")
      return nil
    }
    warnUnknown(reference.value, at: source.place(reference.mark))
    let index = entries.count
    entries.append(Entry(id: id, name: reference.value, file: nil))
    ids[id] = index
    byName[folded] = index
    return index
  }

  private mutating func warnUnknown(_ name: String, at place: SourcePlace) {
    unknownCount += 1
    let nearest = unknownCount <= Self.maximumHints ? NearestWord.nearest(to: name, among: fileNames) : nil
    let hint =
      nearest.map { "did you mean '\($0)'?" }
      ?? "write content/\(kind.word)s/<id>.md with its name and reading"
    diagnostics.append(
      Diagnostic(.warning, kind.unknownCode, "no file for the \(kind.word) '\(name)'", at: place, hint: hint))
  }

  private mutating func error(_ code: DiagnosticCode, _ message: String, at place: SourcePlace, hint: String)
  {
    diagnostics.append(Diagnostic(.error, code, message, at: place, hint: hint))
  }
}
