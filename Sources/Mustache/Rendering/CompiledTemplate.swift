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
  /// - Parameter view: an object of the template's schema.
  /// - Throws: when the data nest deeper than `RenderFailure.maximumDepth` partials.
  package func render(_ view: some View, into html: inout [UInt8]) throws(RenderFailure) {
    var renderer = Renderer(code: code, html: html)
    html = []
    defer { html = renderer.html }
    try renderer.render(view)
  }
}

/// Data that nest too deep to be rendered.
package struct RenderFailure: Error {
  /// How many partials can be inside one another.
  package static let maximumDepth = 200
}
