@testable import Casebook

/// `docs/data.md`, made from the declarations of the tables.
enum DataReference {
  static var text: String {
    introduction + DataTable.all.map(table).joined() + veris
  }

  private static func table(_ table: DataTable) -> String {
    var text = "\n### \(table.name)\n\n\(table.english). Key: \(code(table.key)).\n\n"
    text += "| column | type | |\n| --- | --- | --- |\n"
    for column in table.columns {
      let required = column.isRequired ? "" : " Empty where nothing is stated."
      let reference = column.reference.map { " Refers to [\($0)](#\($0))." } ?? ""
      text += "| `\(column.name)` | \(type(column.type)) | \(column.english).\(reference)\(required) |\n"
    }
    return text
  }

  private static func code(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }

  private static func type(_ type: ColumnType) -> String {
    switch type {
    case .text: "text"
    case .markdown: "CommonMark"
    case .url: "web address"
    case .date: "date"
    case .integer: "whole number"
    case .boolean: "`true` or `false`; 1 or 0 in SQLite"
    case .term(let vocabulary, let words): "\(vocabulary): \(code(words))"
    case .list: "list"
    }
  }

  private static let introduction = """
    # Data

    Everything that the pages show can be had as files, so that nobody has to read it off the pages. `outputs` in
    `content/site.yaml` turns the families off one by one: `data`, `sqlite`, `veris`, `page_json`.

    | file | what it is |
    | --- | --- |
    | `/data/` | the page that explains the files to readers |
    | `/data/<table>.csv`, `.json` | the tables below, without long texts |
    | `/data/<table>.schema.json` | JSON Schema (2020-12) of a table's JSON |
    | `/data/notices.ndjson` and the same of `incidents`, `organizations`, `tags`, `articles` | one record a line: the row with its texts, and all that belongs to it; an incident has the records of its notices without their texts |
    | `/data/notice.schema.json` and so on | JSON Schema of one such record |
    | `/incidents/<case number>/index.json`, `/incidents/<case number>/<notice>/index.json` | the same record beside the page |
    | `/data/archive.json` | the whole archive: incidents with their notices and texts, organizations, tags, articles, terms, licence, citation |
    | `/data/datapackage.json` | the CSV tables as a Frictionless Data Package: types, keys, relations |
    | `/data/archive.sqlite` | the same tables in SQLite |
    | `/data/datasette.json` | what Datasette shows beside it, and the search |
    | `/data/veris/<case number>.json` | a VERIS record of each incident |

    Names of files and columns are stable: a column is never renamed, and what is added is added at the end of a minor
    version. Ids of notices (`<case number>/<notice>`), case numbers, ids of organizations and tags are those of the
    addresses of their pages.

    ## Licence and citation

    `license: {name, url}` in `content/site.yaml` states the terms of use; `archive.json`, the data package, the database
    and the data page repeat them. Without the key nothing is assumed: `license` is null, and the page says that
    no terms are stated. The citation names publisher, title, the last day on which something was published or corrected,
    and the address.

    ## CSV

    RFC 4180: commas, CRLF, quotes where they are needed, one line of names. UTF-8 with a byte order mark, so that
    spreadsheet programs read Japanese right. Dates are ISO 8601, what is not stated is empty, lists are joined with `;`.

    Spreadsheet programs run a text that starts with `=`, `+`, `-`, `@`, their full-width forms, a tab or a line break as
    a formula. Such a text has an apostrophe in front of it, and so has a text that starts with an apostrophe itself. To have the texts as
    they are, take one apostrophe away from every text that starts with one:

    ```python
    import csv, urllib.request

    with open("notices.csv", encoding="utf-8-sig", newline="") as file:
        rows = [{k: v[1:] if v.startswith("'") else v for k, v in row.items()} for row in csv.DictReader(file)]
    ```

    Counts of what was affected are statements of single notices. Figures of different publishers, days or units must not
    be added up, and the archive is not a national statistic: what it holds depends on what was published and collected.

    ## SQLite

    ```sh
    sqlite3 archive.sqlite "SELECT * FROM incident_overview"
    datasette archive.sqlite --metadata datasette.json
    ```

    The tables are those below with their keys; lists are joined with `;` and stand in tables of their own too
    (`notice_tags`, `affected_data`). The table `archive` holds title, licence and citation. Views answer the common questions:
    `notice_overview`, `incident_overview`, `organization_roles`, `stated_counts`, `notices_by_year`, `notices_by_data`,
    `days_until_published`.

    `notice_search` is a full-text table (FTS5) over title, publisher, summary and text of the notices. SQLite's own
    tokenizers find words between spaces, or three characters and more; 漏洩 and 委託 are neither. So the table holds every
    two neighbouring characters as a term, and Latin words whole, folded by NFKC and to small letters. A word of two
    characters, and a Latin word, is asked for as it is:

    ```sql
    SELECT n.published, n.title FROM notices n JOIN search_documents d ON d.notice_id = n.id
    WHERE d.document IN (SELECT rowid FROM notice_search WHERE notice_search MATCH '漏洩 AND ransomware');
    ```

    A longer one is cut into its pairs: 個人情報 is `個人 人情 情報`. The query `search` of `datasette.json` does that for
    any text, and puts first what holds the text as it is written. Terms carry no positions: pairs that stand apart are
    found too, which is why it checks. One character is asked for by its start: `'"漏"*'`.

    The same archive gives the same bytes with the same version of SQLite, which writes its number into the file. Its pages have
    16 kB: on them the texts of notices leave less room over than on SQLite's usual 4 kB, and the file is an eighth smaller.

    ## Tables

    """

  private static let veris = """

    ## VERIS

    Each incident is a record of the [VERIS](https://verisframework.org/) community schema 1.4.0
    (https://github.com/vz-risk/veris, CC BY-SA 4.0, whose keys and words are used), valid against it. What the notices do not state is
    `Unknown`, never guessed.

    | VERIS | from |
    | --- | --- |
    | `incident_id`, `source_id` | the case number; the archive's address |
    | `reference` | the incident's page, then the original releases |
    | `security_incident` | `Confirmed` when a notice names a cause or a confirmed leak, else `Suspected` |
    | `timeline.incident` | the first `occurred` or `exposed` day; the month of an approximate one; the year of the first stated day where neither is stated |
    | `timeline.discovery`, `.containment` | days from the incident to `detected`, from there to `contained`, of exact days |
    | `victim` | the innermost contractor (`subprocessor`, then `processor`), else the first `affected`, else the first publisher; `secondary` are publishers, controllers, affected ones and owners of the data beside it |
    | `victim.country`, `.government`, `.industry` | `JP` for a corporate number or a body of the state; by the kind of organization where it says so |
    | `action` | `cause`: ransomware and malware → `malware`; unauthorized access and vulnerability → `hacking`; phishing → `social`; misconfiguration, misdelivery, publishing error, loss, disposal error → `error`; theft → `physical`; misuse → `misuse` |
    | `actor` | `internal` for misuse; everybody else could be anybody |
    | `targeted` | `NA` for errors |
    | `attribute.confidentiality` | the gravest of what each publisher stated last: confirmed → `Yes`, potential → `Potentially`, none → `No`; `data` by the varieties of the [kinds of data](front-matter.md#kinds-of-data) |
    | `notes` | that the case was merged or withdrawn |

    The `veris` block of an incident's own file replaces parts of the record, as a JSON Merge Patch (RFC 7396): mappings
    are merged, lists and single values replaced, and a key without a value takes a part out. Where the block names an
    actor, an action or a way of discovery, the mapping's `unknown` beside it goes; what the schema requires is filled with `Unknown`.
    The block is read as strictly as the rest of front matter: an unknown key, a word that VERIS does not have and a value of
    the wrong type are errors with line and column.

    ```yaml
    veris:
      actor: {external: {variety: [Organized crime], motive: [Financial]}}
      asset: {assets: [{variety: S - File}], cloud: [On-Premise Asset(s)]}
      victim: {employee_count: 1001 to 10000}
    ```

    This file is made from the declarations in `Sources/Casebook/Data/`, and a test holds it to them.

    """
}
