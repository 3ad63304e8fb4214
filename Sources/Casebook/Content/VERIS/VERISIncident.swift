// The whole of a VERIS record, and its smaller parts.
//
// Source: the VERIS community schema 1.4.0 (https://github.com/vz-risk/veris), CC BY-SA 4.0. A test holds this
// declaration against the schema itself.

extension VERISRecord {
  /// A record, which is what the `veris` block of an incident may give any part of.
  static let incident = VERISRecord(
    required: [
      "action", "actor", "asset", "discovery_method", "incident_id", "schema_version", "security_incident",
      "summary", "timeline",
    ],
    [
      "incident_id": .text(),
      "security_incident": .term([
        "Confirmed", "Suspected", "Near miss", "False positive",
      ]),
      "reference": .text(),
      "summary": .text(),
      "source_id": .text(),
      "campaign_id": .text(),
      "confidence": .term([
        "High", "Medium", "Low", "None",
      ]),
      "timeline": .record(
        VERISRecord(
          required: ["incident"],
          [
            "incident": .record(
              VERISRecord(
                required: ["year"],
                [
                  "year": .integer(1950...2050),
                  "month": .integer(1...12),
                  "day": .integer(1...31),
                  "time": .text(pattern: #"(0[1-9]|1[0-2]):[0-5][0-9]:[0-5][0-9] [AP]M"#),
                ])),
            "compromise": .record(
              VERISRecord(
                required: ["unit"],
                [
                  "unit": .term(VERISWords.timeUnits),
                  "value": .number,
                ])),
            "exfiltration": .record(
              VERISRecord(
                required: ["unit"],
                [
                  "unit": .term(VERISWords.timeUnits),
                  "value": .number,
                ])),
            "discovery": .record(
              VERISRecord(
                required: ["unit"],
                [
                  "unit": .term(VERISWords.timeUnits),
                  "value": .number,
                ])),
            "containment": .record(
              VERISRecord(
                required: ["unit"],
                [
                  "unit": .term(VERISWords.timeUnits),
                  "value": .number,
                ])),
          ])),
      "victim": .record(.victim),
      "action": .record(
        VERISRecord([
          "hacking": .record(.hacking),
          "malware": .record(.malware),
          "social": .record(.social),
          "error": .record(.error),
          "misuse": .record(.misuse),
          "physical": .record(.physical),
          "environmental": .record(.environmental),
          "unknown": .record(
            VERISRecord(
              isOpen: true,
              [
                "notes": .text(),
                "result": .terms(VERISWords.results),
              ])),
        ])),
      "actor": .record(.actor),
      "asset": .record(.asset),
      "attribute": .record(.attribute),
      "targeted": .term([
        "Opportunistic", "Targeted", "NA", "Unknown",
      ]),
      "discovery_method": .record(.discoveryMethod),
      "discovery_notes": .text(),
      "value_chain": .record(.valueChain),
      "impact": .record(.impact),
      "notes": .text(),
      "plus": .record(
        VERISRecord(
          isOpen: true,
          [
            "master_id": .text(),
            "attribute": .record(
              VERISRecord([
                "confidentiality": .record(
                  VERISRecord([
                    "data_abuse": .term([
                      "Yes", "Yes - Data ransomed", "Yes - Identity theft", "Yes - Financial fraud",
                      "Yes - Posted on personal forum", "No", "Other", "Unknown",
                    ])
                  ]))
              ])),
            "row_number": .number,
          ])),
      "extra": .record(VERISRecord([:])),
      "corrective_action": .text(),
      "cost_corrective_action": .term([
        "Difficult and expensive", "Something in-between", "Simple and cheap", "Unknown",
      ]),
      "ioc": .records(
        VERISRecord(
          required: ["indicator"],
          [
            "comment": .text(),
            "indicator": .text(),
          ])),
      "control_failure": .text(),
      "subsets": .record(VERISRecord(isOpen: true, [:])),
      "schema_version": .text(),
      "schema_name": .text(),
    ])
}
