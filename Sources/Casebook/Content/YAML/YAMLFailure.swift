/// Why a YAML document was refused, and where in its file.
struct YAMLFailure: Error {
  let code: DiagnosticCode
  let message: String
  let mark: Mark
  var hint: String?
}
