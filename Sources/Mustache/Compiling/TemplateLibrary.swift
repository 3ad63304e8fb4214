/// Parsed templates that can include one another.
package struct TemplateLibrary: Sendable {
  let templates: [String: ParsedTemplate]

  /// Parses templates.
  ///
  /// - Parameters:
  ///   - sources: UTF-8 by the name under which each can be included.
  ///   - errors: takes the first error of each template that is not Mustache.
  package init(_ sources: [String: [UInt8]], errors: inout [TemplateError]) {
    var templates: [String: ParsedTemplate] = [:]
    for (name, bytes) in sources.sorted(by: { $0.key < $1.key }) {
      do throws(TemplateError) {
        templates[name] = try Parser.parse(bytes, name: name)
      } catch {
        errors.append(error)
      }
    }
    self.templates = templates
  }

  /// Compiles a template for objects of a schema, with all that it includes.
  ///
  /// - Parameters:
  ///   - isLenient: true renders unknown names and partials as nothing, as the Mustache specification asks;
  ///     false makes them errors.
  ///   - fragments: of all templates whose pages share a `FragmentCache`.
  ///   - errors: takes every name, partial and block that is used wrongly.
  /// - Returns: nil when the template does not exist or something is wrong.
  package func compile(
    _ name: String, for schema: Schema, isLenient: Bool = false, fragments: inout FragmentNumbers,
    errors: inout [TemplateError]
  ) -> CompiledTemplate? {
    guard templates[name] != nil else { return nil }
    var compiler = Compiler(library: self, isLenient: isLenient)
    compiler.compileEntry(name, scope: Scope(frames: [.object(schema)]))
    errors += compiler.errors
    guard compiler.errors.isEmpty else { return nil }
    var finder = FragmentFinder(programs: compiler.programs, numbers: fragments)
    let programs = finder.marked(compiler.frameCounts)
    fragments = finder.numbers
    return CompiledTemplate(schema: schema, programs: programs)
  }
}
