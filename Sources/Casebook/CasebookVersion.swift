/// The version of Casebook, as `casebook --version` prints it (Semantic Versioning 2.0.0).
package enum CasebookVersion {
  package static let current = "0.1.0"
}
