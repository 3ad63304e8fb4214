/// How the value of a field is got from an object whose type is not known any more.
///
/// Objects are handed over as the address of a value that stands still while it is shown, and getters know its type:
/// as existentials, each object of a page was put on the heap and copied on every look, which was half the time of a
/// page. The compiler of templates sees to it that a getter only meets objects of its schema, and every object
/// outlives the section that shows it.
public final class FieldAccess: Sendable {
  /// What is done with an object.
  public typealias Body = (UnsafeRawPointer) throws(RenderFailure) -> Void
  /// Appends a text; nothing where there is none.
  public typealias Write = @Sendable (UnsafeRawPointer, inout ByteBuffer) -> Void

  // One of these is there, as the field's kind says.
  let text: (@Sendable (UnsafeRawPointer) -> String?)?
  /// The other way to a text.
  let written: Write?
  let html: (@Sendable (UnsafeRawPointer) -> [UInt8]?)?
  let flag: (@Sendable (UnsafeRawPointer) -> Bool)?
  /// Calls the body with the object; false when there is none.
  let object: (@Sendable (UnsafeRawPointer, Body) throws(RenderFailure) -> Bool)?
  let list: (@Sendable (UnsafeRawPointer) -> ItemList)?

  /// The number of the object itself.
  let number: (@Sendable (UnsafeRawPointer) -> Int)?
  /// True when the value is the same on every page.
  let isConstant: Bool
  /// True for a list whose items stand on other pages too.
  let isRepeating: Bool

  public init(
    text: (@Sendable (UnsafeRawPointer) -> String?)? = nil,
    written: Write? = nil,
    html: (@Sendable (UnsafeRawPointer) -> [UInt8]?)? = nil,
    flag: (@Sendable (UnsafeRawPointer) -> Bool)? = nil,
    object: (@Sendable (UnsafeRawPointer, Body) throws(RenderFailure) -> Bool)? = nil,
    list: (@Sendable (UnsafeRawPointer) -> ItemList)? = nil,
    number: (@Sendable (UnsafeRawPointer) -> Int)? = nil
  ) {
    self.text = text
    self.written = written
    self.html = html
    self.flag = flag
    self.object = object
    self.list = list
    self.number = number
    isConstant = false
    isRepeating = false
  }

  private init(_ access: FieldAccess, isConstant: Bool = false, isRepeating: Bool = false) {
    text = access.text
    written = access.written
    html = access.html
    flag = access.flag
    object = access.object
    list = access.list
    number = access.number
    self.isConstant = isConstant || access.isConstant
    self.isRepeating = isRepeating || access.isRepeating
  }

  var constant: FieldAccess { FieldAccess(self, isConstant: true) }
  var repeating: FieldAccess { FieldAccess(self, isRepeating: true) }

  /// The inside of a section over text: `{{.}}` is the text.
  static let textItself = FieldAccess(text: { $0.assumingMemoryBound(to: String.self).pointee })
  /// The inside of a section over markup: `{{{.}}}` is the markup.
  static let htmlItself = FieldAccess(html: { $0.assumingMemoryBound(to: [UInt8].self).pointee })
}

/// What a field gives, without counting references to the field.
extension Unmanaged<FieldAccess> {
  @inline(__always)
  func text(of owner: UnsafeRawPointer) -> String? { _withUnsafeGuaranteedRef { $0.text?(owner) } }

  @inline(__always)
  var isWritten: Bool { _withUnsafeGuaranteedRef { $0.written != nil } }

  /// Appends the text of a field that writes it.
  @inline(__always)
  func write(of owner: UnsafeRawPointer, to bytes: inout ByteBuffer) {
    _withUnsafeGuaranteedRef { $0.written?(owner, &bytes) }
  }

  @inline(__always)
  func html(of owner: UnsafeRawPointer) -> [UInt8]? { _withUnsafeGuaranteedRef { $0.html?(owner) } }

  @inline(__always)
  func list(of owner: UnsafeRawPointer) -> ItemList? { _withUnsafeGuaranteedRef { $0.list?(owner) } }

  @inline(__always)
  func number(of object: UnsafeRawPointer) -> Int? { _withUnsafeGuaranteedRef { $0.number?(object) } }

  @inline(__always)
  var isList: Bool { _withUnsafeGuaranteedRef { $0.list != nil } }

  /// Calls the body with the object; false when there is none.
  @inline(__always)
  func withObject(of owner: UnsafeRawPointer, _ body: FieldAccess.Body) throws(RenderFailure) -> Bool {
    let result: Result<Bool, RenderFailure> = _withUnsafeGuaranteedRef { field in
      do throws(RenderFailure) {
        return .success(try field.object?(owner, body) ?? false)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// True for what is absent, empty or not so; lists are asked otherwise.
  func isFalse(for owner: UnsafeRawPointer) throws(RenderFailure) -> Bool {
    if let flag = _withUnsafeGuaranteedRef({ $0.flag?(owner) }) { return !flag }
    if let text = text(of: owner) { return text.isEmpty }
    if let html = html(of: owner) { return html.isEmpty }
    return try !withObject(of: owner) { _ throws(RenderFailure) in }
  }
}

/// The objects of a list, which are of one type.
public struct ItemList {
  let count: Int
  private let visit: (FieldAccess.Body) throws(RenderFailure) -> Void

  @inlinable public init<Item: View>(_ items: [Item]) {
    self.init(count: items.count) { (body: FieldAccess.Body) throws(RenderFailure) in
      try items.withUnsafeBufferPointer { (items) throws(RenderFailure) in
        for index in items.indices {
          guard let base = items.baseAddress else { return }
          try body(UnsafeRawPointer(base + index))
        }
      }
    }
  }

  @usableFromInline init(count: Int, _ visit: @escaping (FieldAccess.Body) throws(RenderFailure) -> Void) {
    self.count = count
    self.visit = visit
  }

  func visitAll(_ body: FieldAccess.Body) throws(RenderFailure) { try visit(body) }
}
