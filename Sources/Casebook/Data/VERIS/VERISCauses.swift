/// What was done and by whom, as far as the causes that notices state say it.
struct VERISCauses {
  private let causes: [Cause]

  init(_ causes: [Cause]) {
    self.causes = causes
  }

  var action: JSONObject {
    var action = JSONObject()
    for cause in causes {
      guard let (name, variety) = Self.term(cause) else { continue }
      var part: JSONObject = if case .object(let known)? = action[name] { known } else { [:] }
      part["variety"] = .array(Self.varieties(part, adding: variety))
      part["vector"] = ["Unknown"]
      if name == "social" { part["target"] = ["Unknown"] }
      action[name] = .object(part)
    }
    return action.members.isEmpty ? ["unknown": [:]] : action
  }

  /// Only misuse says who: somebody of the organization itself. All else could be anybody.
  var actor: JSONObject {
    guard !causes.isEmpty, causes.allSatisfy({ $0 == .misuse }) else { return ["unknown": [:]] }
    return ["internal": ["variety": ["Unknown"], "motive": ["Unknown"]]]
  }

  /// Nobody aims at anything by mistake.
  var targeted: String {
    let names = causes.map { Self.term($0)?.action }
    return !names.isEmpty && names.allSatisfy { $0 == "error" } ? "NA" : "Unknown"
  }

  /// The varieties of a part and one more; that one is unknown is not said beside one that is known.
  private static func varieties(_ part: JSONObject, adding variety: String) -> [JSONValue] {
    let known: [JSONValue] = if case .array(let values)? = part["variety"] { values } else { [] }
    let all = known + [.string(variety)]
    return all.count == 1 ? all : all.filter { $0 != .string(VERISShape.unknownWord) }
  }

  /// The action and its variety that a cause means; nil where it says nothing.
  private static func term(_ cause: Cause) -> (action: String, variety: String)? {
    switch cause {
    case .ransomware: ("malware", "Ransomware")
    case .malware: ("malware", "Unknown")
    case .unauthorizedAccess: ("hacking", "Unknown")
    case .vulnerability: ("hacking", "Exploit vuln")
    case .phishing: ("social", "Phishing")
    case .misconfiguration: ("error", "Misconfiguration")
    case .misdelivery: ("error", "Misdelivery")
    case .publishingError: ("error", "Publishing error")
    case .loss: ("error", "Loss")
    case .disposalError: ("error", "Disposal error")
    case .theft: ("physical", "Theft")
    case .misuse: ("misuse", "Unknown")
    case .other, .unknown: nil
    }
  }
}
