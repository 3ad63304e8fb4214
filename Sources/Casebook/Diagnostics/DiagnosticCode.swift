/// The stable identifier of a kind of finding, printed in brackets after the message.
///
/// Each error has a small archive in `Tests/Archives/invalid/` that shows it. A code is never renamed:
/// people silence and search by it.
package enum DiagnosticCode: String, Sendable, Hashable, CaseIterable {
  // Files
  case unreadableFile = "unreadable-file"
  case invalidUTF8 = "invalid-utf8"
  case byteOrderMark = "byte-order-mark"
  case carriageReturn = "carriage-return"
  case controlCharacter = "control-character"
  case emptyFile = "empty-file"
  case fileTooLarge = "file-too-large"
  case symlinkOutside = "symlink-outside"
  case misplacedFile = "misplaced-file"
  case missingSite = "missing-site"

  // Front matter
  case missingFrontMatter = "missing-front-matter"
  case unclosedFrontMatter = "unclosed-front-matter"
  case yamlSyntax = "yaml-syntax"
  case yamlAnchor = "yaml-anchor"
  case yamlAlias = "yaml-alias"
  case yamlTag = "yaml-tag"
  case yamlTooDeep = "yaml-too-deep"
  case unknownKey = "unknown-key"
  case duplicateKey = "duplicate-key"
  case missingKey = "missing-key"
  case wrongType = "wrong-type"
  case emptyValue = "empty-value"
  case duplicateValue = "duplicate-value"
  case valueTooLong = "value-too-long"
  case unknownTerm = "unknown-term"
  case invalidDate = "invalid-date"
  case weekdayMismatch = "weekday-mismatch"
  case endBeforeStart = "end-before-start"
  case invalidCaseNumber = "invalid-case-number"
  case invalidNumber = "invalid-number"
  case invalidURL = "invalid-url"
  case invalidPath = "invalid-path"
  case invalidSlug = "invalid-slug"
  case invalidReading = "invalid-reading"
  case invalidCorporateNumber = "invalid-corporate-number"
  case invalidTimeZone = "invalid-time-zone"
  case invalidEmail = "invalid-email"

  // Archive
  case duplicateIncident = "duplicate-incident"
  case duplicateIdentifier = "duplicate-identifier"
  case emptyIdentifier = "empty-identifier"
  case unknownOrganization = "unknown-organization"
  case unknownTag = "unknown-tag"
  case unknownIncident = "unknown-incident"
  case organizationCycle = "organization-cycle"
  case mergeCycle = "merge-cycle"
  case statusMismatch = "status-mismatch"
  case emptyIncident = "empty-incident"
  case missingReading = "missing-reading"

  // Markdown
  case literalEmphasis = "literal-emphasis"
  case rawHTML = "raw-html"
  case unsafeLink = "unsafe-link"
  case missingLinkTarget = "missing-link-target"
  case invalidTable = "invalid-table"
  case bracketRun = "bracket-run"
  case nestingTooDeep = "nesting-too-deep"

  // Templates
  case missingTemplate = "missing-template"
  case unusedTemplate = "unused-template"
  case templateSyntax = "template-syntax"
  case unknownName = "unknown-name"
  case wrongKind = "wrong-kind"
  case unknownPartial = "unknown-partial"
  case unknownBlock = "unknown-block"

  // Plan
  case urlCollision = "url-collision"
  case urlTooLong = "url-too-long"
}
