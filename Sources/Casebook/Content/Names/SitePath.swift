/// The check of the paths that `aliases` and `menu` name: from the site's root, nothing that leaves it.
enum SitePath {
  static func isValid(_ text: String) -> Bool {
    guard text.hasPrefix("/"), !text.hasPrefix("//"), text != "/", text.utf8.count <= 1024 else {
      return false
    }
    let components = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    let middle = components.last == "" ? components.dropLast() : components
    return middle.allSatisfy { component in
      !component.isEmpty && component != "." && component != ".." && component.utf8.count <= 255
        && component.unicodeScalars.allSatisfy(isAllowed)
    }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x20 && scalar.value != 0x7F && !"\\?#%\"<>|*:".unicodeScalars.contains(scalar)
      && !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
      && scalar.properties.generalCategory != .format
  }
}
