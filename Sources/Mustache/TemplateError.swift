/// What is wrong at one place of a template.
package struct TemplateError: Error, Sendable, Hashable {
  package enum Code: Sendable, Hashable {
    /// The template is not Mustache.
    case syntax
    /// A name that no object in scope has.
    case unknownName
    /// A name that is used as something that it is not.
    case wrongKind
    case unknownPartial
    /// A block that the parent does not have.
    case unknownBlock
  }

  package let code: Code
  /// The template's name.
  package let template: String
  package let position: TemplatePosition
  package let message: String
  package let hint: String?
}

/// A place in a template.
package struct TemplatePosition: Sendable, Hashable {
  /// From 1.
  package let line: Int
  /// From 1, in Unicode scalars.
  package let column: Int
  /// In Unicode scalars, at least 1.
  package let length: Int
}
