// What was done beside hacking, malware, social attacks and errors.
//
// Source: the VERIS community schema 1.4.0 (https://github.com/vz-risk/veris), CC BY-SA 4.0. A test holds this
// declaration against the schema itself.

extension VERISRecord {
  /// `action.misuse`.
  static let misuse = VERISRecord(
    required: ["variety", "vector"],
    [
      "variety": .terms([
        "Data mishandling", "Email misuse", "Evade Defenses", "Illicit content", "Knowledge abuse",
        "Net misuse", "Password or Session Sharing", "Possession abuse", "Privilege abuse", "Snap picture",
        "Unapproved hardware", "Unapproved software", "Unapproved workaround", "Other", "Unknown",
      ]),
      "vector": .terms([
        "LAN access", "Non-corporate", "Physical access", "Remote access", "Web application", "Other",
        "Unknown",
      ]),
      "notes": .text(),
      "result": .terms(VERISWords.results),
    ])

  /// `action.physical`.
  static let physical = VERISRecord(
    required: ["variety", "vector"],
    [
      "variety": .terms([
        "Assault", "Bypassed controls", "Connection", "Destruction", "Disabled controls", "Evade Defenses",
        "Skimmer", "Snooping", "Surveillance", "Tampering", "Theft", "Wiretapping", "Other", "Unknown",
      ]),
      "vector": .terms([
        "Partner facility", "Partner vehicle", "Personal residence", "Personal vehicle", "Public facility",
        "Public vehicle", "Victim grounds", "Victim public area", "Victim secure area", "Victim work area",
        "Unknown", "Other",
      ]),
      "notes": .text(),
      "result": .terms(VERISWords.results),
    ])

  /// `action.environmental`.
  static let environmental = VERISRecord(
    required: ["variety"],
    [
      "variety": .terms([
        "Deterioration", "Earthquake", "EMI", "ESD", "Fire", "Flood", "Hazmat", "Humidity", "Hurricane",
        "Ice", "Landslide", "Leak", "Lightning", "Meteorite", "Particulates", "Pathogen", "Power failure",
        "Temperature", "Tornado", "Tsunami", "Vermin", "Volcano", "Wind", "Other", "Unknown",
      ]),
      "notes": .text(),
    ])
}
