// Who did it, and to whom: the parts `actor` and `victim` of a VERIS record.
//
// Source: the VERIS community schema 1.4.0 (https://github.com/vz-risk/veris), CC BY-SA 4.0. A test holds this
// declaration against the schema itself.

extension VERISRecord {
  /// `actor`.
  static let actor = VERISRecord([
    "external": .record(
      VERISRecord(
        required: ["motive", "variety"],
        [
          "variety": .terms([
            "Acquaintance", "Activist", "Auditor", "Competitor", "Customer", "Force majeure",
            "Former employee",
            "Nation-state", "Organized crime", "State-affiliated", "Terrorist", "Unaffiliated", "Other",
            "Unknown",
          ]),
          "motive": .terms([
            "Convenience", "Espionage", "Fear", "Financial", "Fun", "Grudge", "Ideology", "NA", "Secondary",
            "Other", "Unknown",
          ]),
          "notes": .text(),
          "country": .terms(VERISWords.countries),
          "region": .texts(pattern: #"[0-9]{6}"#),
          "name": .texts(),
        ])),
    "internal": .record(
      VERISRecord(
        required: ["motive", "variety"],
        [
          "variety": .terms([
            "Auditor", "Call center", "Cashier", "Developer", "End-user", "Executive", "Finance", "Guard",
            "Helpdesk", "Human resources", "Maintenance", "Manager", "System admin", "Doctor or nurse",
            "Other",
            "Unknown",
          ]),
          "motive": .terms(VERISWords.motives),
          "job_change": .terms([
            "Demoted", "Hired", "Job eval", "Lateral move", "Let go", "Passed over", "Personal issues",
            "Promoted", "Reprimanded", "Resigned", "Other", "Unknown",
          ]),
          "notes": .text(),
        ])),
    "partner": .record(
      VERISRecord(
        required: ["country", "motive"],
        [
          "motive": .terms(VERISWords.motives),
          "notes": .text(),
          "industry": .text(pattern: #"[0-9]{2}([0-9]{0,4}|-[0-9]{0,3})"#, unknown: "000"),
          "country": .terms(VERISWords.countries),
          "region": .texts(pattern: #"[0-9]{6}"#),
          "name": .texts(),
        ])),
    "unknown": .record(
      VERISRecord(
        isOpen: true,
        [
          "notes": .text()
        ])),
  ])

  /// `victim`.
  static let victim = VERISRecord(
    required: ["country", "employee_count", "government", "industry"],
    [
      "victim_id": .text(),
      "employee_count": .term([
        "Small", "1 to 10", "11 to 100", "101 to 1000", "Large", "1001 to 10000", "10001 to 25000",
        "25001 to 50000", "50001 to 100000", "Over 100000", "Unknown",
      ]),
      "industry": .text(
        pattern: #"(00|11|2[1-3]|3[1-3]|4[24589]|5[1-6]|6[1-2]|7[12]|81|92)([0-9]{0,4}|-[0-9]{0,3})"#,
        unknown: "000"),
      "government": .terms([
        "Federal", "Regional", "Local", "Unknown", "Other", "NA",
      ]),
      "locations_affected": .integer(nil),
      "country": .terms(VERISWords.countries),
      "region": .texts(pattern: #"[0-9]{6}"#),
      "state": .text(),
      "notes": .text(),
      "secondary": .record(
        VERISRecord([
          "amount": .integer(nil),
          "notes": .text(),
          "victim_id": .texts(),
        ])),
      "revenue": .record(
        VERISRecord([
          "amount": .integer(nil),
          "iso_currency_code": .term(VERISWords.currencies),
        ])),
    ])
}
