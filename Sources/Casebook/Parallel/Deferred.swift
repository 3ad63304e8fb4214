import Synchronization

/// A value that is made when it is first asked for, once, whichever thread asks.
///
/// The value stands in an object of its own. Of a field whose type depends on `Value`, the end of each of these would look the
/// type up at run time, and every page of a notice or incident has one.
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
