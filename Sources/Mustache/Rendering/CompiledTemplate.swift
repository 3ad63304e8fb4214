/// A template that is ready to render objects of one schema.
package struct CompiledTemplate: Sendable {
  package let schema: Schema
  private let code: Code

  init(schema: Schema, programs: [[Operation]]) {
    self.schema = schema
    code = Code(programs)
  }

  /// Appends the rendered template to HTML bytes.
  ///
  /// - Parameters:
  ///   - view: an object of the template's schema.
  ///   - cache: of the pages for which the same is constant; nil makes everything anew.
  /// - Throws: when the data nest deeper than `RenderFailure.maximumDepth` partials.
  package func render<Root: View>(
    _ view: Root, into html: inout [UInt8], cache: FragmentCache? = nil
  ) throws(RenderFailure) {
    // Getters take the object's address for that of one of their type.
    precondition(view.schema === schema, "a template for another kind of object")
    var renderer = Renderer(code: code, fragments: cache?.table)
    defer { extendLifetime(cache) }
    try withUnsafePointer(to: view) { (view) throws(RenderFailure) in
      try renderer.render(UnsafeRawPointer(view), into: &html)
    }
  }
}

/// Data that nest too deep to be rendered.
public struct RenderFailure: Error {
  /// How many partials can be inside one another.
  package static let maximumDepth = 200
}
