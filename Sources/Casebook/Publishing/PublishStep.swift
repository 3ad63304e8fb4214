/// The points of a publish between which a test can make it fail, in their order.
enum PublishStep: Sendable, Hashable, CaseIterable {
  case locked
  case recovered
  case inspected
  case staged
  case rendered
  case linked
  case carried
  case sealed
  case exchanged
  case retired
}
