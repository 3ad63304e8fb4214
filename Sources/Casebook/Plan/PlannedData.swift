/// A file of the archive's data, for programs.
package enum PlannedData: Sendable, Hashable {}
