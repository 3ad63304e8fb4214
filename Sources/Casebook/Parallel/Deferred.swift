import Synchronization

/// A value that is made when it is first asked for, once, whichever thread asks.
///
/// Pages have some that are never asked for. The value stands in an object of its own: what holds it by its type is let go
/// by looking that type up at run time, which takes longer than a page's heading.
final class Deferred<Value: Sendable>: Sendable {
  private final class Made: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  private let made = Mutex<(any AnyObject & Sendable)?>(nil)
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  var value: Value {
    made.withLock { made in
      if let made { return unsafeDowncast(made, to: Made.self).value }
      let new = Made(make())
      made = new
      return new.value
    }
  }
}
