import Casebook
import Mustache

/// Templates that show every field of every page: whatever a template can show, these do.
enum WholeTemplates {
  /// How deep objects and lists stand in one another.
  private static let depth = 5

  /// Their texts by their paths in `templates/`, with one asset of each kind.
  static func files() -> [String: String] {
    var files = [
      "assets/style.css": "p { margin: 0 }", "assets/script.js": "'use strict'",
      "assets/icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    ]
    for kind in PageKind.allCases { files[kind.template + ".mustache"] = text(kind.schema, depth) }
    return files
  }

  private static func text(_ schema: Schema, _ depth: Int) -> String {
    schema.fields.map { field in
      switch field.kind {
      case .text: "\(field.name): {{\(field.name)}}\n"
      case .html: "\(field.name): {{{\(field.name)}}}\n"
      case .flag: "{{#\(field.name)}}\(field.name){{/\(field.name)}}\n"
      case .object(let schema), .list(let schema):
        depth == 0
          ? "" : "{{#\(field.name)}}\n\(field.name)\n\(text(schema(), depth - 1)){{/\(field.name)}}\n"
      }
    }.joined()
  }
}
