import Mustache

@testable import Casebook

/// `docs/templates.md`, made from the declarations of the page kinds.
enum TemplateReference {
  static var text: String {
    var objects: [Schema] = []
    var text = introduction
    for kind in PageKind.allCases {
      text += "\n### \(kind.template)\n\n" + table(kind.schema, &objects)
    }
    text += "\n## Objects\n\nThe names inside a section over an object or a list.\n"
    var index = 0
    while index < objects.count {
      text += "\n### \(objects[index].name)\n\n" + table(objects[index], &objects)
      index += 1
    }
    return text
  }

  private static func table(_ schema: Schema, _ objects: inout [Schema]) -> String {
    var rows = "| name | kind | what it is |\n| --- | --- | --- |\n"
    for field in schema.fields {
      rows += "| `\(field.name)` | \(kind(field.kind, &objects)) | \(field.doc) |\n"
    }
    return rows
  }

  private static func kind(_ kind: FieldKind, _ objects: inout [Schema]) -> String {
    switch kind {
    case .text, .html, .flag: return kind.word
    case .object(let schema), .list(let schema):
      let schema = schema()
      if !objects.contains(where: { $0 === schema }) { objects.append(schema) }
      let anchor = schema.name.split(separator: " ").joined(separator: "-")
      return "\(kind.word) of [\(schema.name)](#\(anchor))"
    }
  }

  private static let introduction = """
    # Templates

    Templates are [Mustache](https://mustache.github.io/mustache.5.html): variables, sections, inverted sections,
    partials, comments, set delimiters and inheritance (`{{<layout}}{{$content}}…{{/content}}{{/layout}}`); no lambdas.
    They are in `templates/`: one file `<page kind>.mustache` for each page kind below, and whatever these include by
    its path without `.mustache`, such as `{{>partials/date}}`. Files under `templates/assets/` are published as
    `/assets/<name>.<hash>.<ending>`; the layout links style sheets and scripts through `site.stylesheets` and
    `site.scripts`, the search page those under `templates/assets/search/` through `site.search_stylesheets` and
    `site.search_scripts`.

    All templates are compiled against the names below before any page is rendered. An unknown name, partial or block,
    a section that is not closed, text in three braces and HTML in two are errors with line and column.

    - `{{name}}` shows text, escaped. A section over text shows its inside when there is text, with `{{.}}` for it.
    - `{{{name}}}` shows HTML, which is safe already. A section over HTML has `{{{.}}}` inside.
    - A flag is for sections only. Every list `things` brings a flag `has_things`.
    - A section over an object shows its inside when the object is there, one over a list once for each item; names are
      looked up inside first, then further out.
    - Absent, empty text, an empty list and a false flag are the same to sections: `{{^name}}` shows its inside then.

    This file is made from the declarations in `Sources/Casebook/Pages/`, and a test holds it to them.

    ## Page kinds

    """
}
