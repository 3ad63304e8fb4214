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
  /// - Parameter view: an object whose fields are those of the template's schema.
  /// - Throws: when the data nest deeper than `RenderFailure.maximumDepth` partials.
  package func render<Root: View>(_ view: Root, into html: inout [UInt8]) throws(RenderFailure) {
    assert(Root.fields.schema === schema || Root.fields.schema.fields.isEmpty)
    var renderer = Renderer(code: code)
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
