// What was hit, and how it was found: the parts `asset`, `attribute` and `discovery_method`.
//
// Source: the VERIS community schema 1.4.0 (https://github.com/vz-risk/veris), CC BY-SA 4.0. A test holds this
// declaration against the schema itself.

extension VERISRecord {
  /// `asset`.
  static let asset = VERISRecord(
    required: ["assets", "cloud"],
    [
      "total_amount": .number,
      "assets": .records(
        VERISRecord(
          required: ["variety"],
          [
            "variety": .term([
              "M - Disk drive", "M - Disk media", "M - Documents", "M - Flash drive", "M - Payment card",
              "M - Smart card", "M - SIM card", "M - Tapes", "M - Other", "M - Unknown", "M - Fax",
              "N - Access reader", "N - Broadband", "N - Camera", "N - Firewall", "N - IDS", "N - LAN",
              "N - NAS",
              "N - PBX", "N - PLC", "N - Private WAN", "N - Public WAN", "N - Remote access",
              "N - Router or switch", "N - RTU", "N - SAN", "N - Telephone", "N - VoIP adapter", "N - WLAN",
              "N - Other", "N - Unknown", "P - Auditor", "P - Call center", "P - Cashier", "P - Customer",
              "P - Developer", "P - End-user", "P - End-user or employee", "P - Executive", "P - Finance",
              "P - Former employee", "P - Guard", "P - Helpdesk", "P - Human resources", "P - Maintenance",
              "P - Manager", "P - Other employee", "P - Partner", "P - System admin", "P - Other",
              "P - Unknown",
              "S - Authentication", "S - Backup", "S - Configuration or patch management",
              "S - Code repository",
              "S - Database", "S - DCS", "S - DHCP", "S - Directory", "S - DNS", "S - File", "S - ICS",
              "S - LLM application", "S - Log", "S - Mail", "S - Mainframe", "S - Payment switch",
              "S - POS controller", "S - Print", "S - Proxy", "S - Secrets vault", "S - VM host",
              "S - Web application", "S - Other", "S - Unknown", "T - ATM", "T - Gas terminal", "T - Kiosk",
              "T - PED pad", "T - Other", "T - Unknown", "U - Auth token", "U - Desktop",
              "U - Desktop or laptop",
              "U - Laptop", "U - Media", "U - Mobile phone", "U - Peripheral", "U - POS terminal",
              "U - Tablet",
              "U - Telephone", "U - VoIP phone", "U - Other", "U - Unknown", "E - Telemetry",
              "E - Telematics",
              "E - Other", "E - Unknown", "Unknown", "Other",
            ]),
            "amount": .integer(nil),
          ])),
      "ownership": .terms([
        "Customer", "Employee", "NA", "Partner", "Unknown", "Victim", "Other",
      ]),
      "cloud": .terms([
        "On-Premise Asset(s)", "External Cloud Asset(s)", "Other", "Unknown", "NA",
      ]),
      "hosting": .terms([
        "External - unknown environment", "External - dedicated environment", "External - shared environment",
        "Internal", "NA", "Other", "Unknown",
      ]),
      "management": .terms([
        "External", "Internal", "Co-managed", "NA", "Unknown", "Other",
      ]),
      "role": .terms([
        "IT", "OT", "Unknown", "Other", "NA",
      ]),
      "notes": .text(),
      "country": .terms(VERISWords.countries),
    ])

  /// `attribute`.
  static let attribute = VERISRecord([
    "confidentiality": .record(
      VERISRecord(
        required: ["data_disclosure"],
        [
          "data_disclosure": .term([
            "No", "Potentially", "Yes", "Unknown",
          ]),
          "data_total": .integer(nil),
          "data_volume": .integer(nil),
          "data": .records(
            VERISRecord(
              required: ["variety"],
              [
                "amount": .integer(nil),
                "variety": .term(VERISDataVariety.allCases.map(\.rawValue)),
              ])),
          "data_victim": .terms([
            "Customer", "Employee", "Partner", "Patient", "Student", "Victim organization", "Other",
            "Unknown",
          ]),
          "state": .terms([
            "Processed", "Stored", "Stored encrypted", "Stored unencrypted", "Transmitted",
            "Transmitted encrypted", "Transmitted unencrypted", "Other", "Unknown", "Printed",
          ]),
          "notes": .text(),
        ])),
    "integrity": .record(
      VERISRecord(
        required: ["variety"],
        [
          "variety": .terms([
            "Alter behavior", "Created account", "Defacement", "Fraudulent transaction", "Hardware tampering",
            "Log tampering", "Misrepresentation", "Modify authentication", "Modify configuration",
            "Modify data", "Modify privileges", "Register MFA device", "Repurpose", "Software installation",
            "Other", "Unknown",
          ]),
          "notes": .text(),
        ])),
    "availability": .record(
      VERISRecord(
        required: ["variety"], isOpen: true,
        [
          "variety": .terms([
            "Acceleration", "Degradation", "Destruction", "Interruption", "Loss", "Obscuration", "Other",
            "Unknown",
          ]),
          "duration": .record(
            VERISRecord(
              required: ["unit"],
              [
                "unit": .term(VERISWords.timeUnits),
                "value": .number,
              ])),
          "notes": .text(),
        ])),
    "unknown": .record(
      VERISRecord(
        isOpen: true,
        [
          "notes": .text(),
          "result": .texts(),
        ])),
  ])

  /// `discovery_method`.
  static let discoveryMethod = VERISRecord([
    "external": .record(
      VERISRecord(
        required: ["variety"],
        [
          "variety": .terms([
            "Actor disclosure", "Audit", "Customer", "Emergency response team", "Found documents",
            "Fraud detection", "Incident response", "Law enforcement", "Security researcher",
            "Suspicious traffic", "Unrelated 3rd party", "Other", "Unknown",
          ])
        ])),
    "internal": .record(
      VERISRecord(
        required: ["variety"],
        [
          "variety": .terms([
            "Antivirus", "Break in discovered", "Data loss prevention", "Financial audit", "Fraud detection",
            "Hids", "Incident response", "Infrastructure monitoring", "It review", "Log review", "Nids",
            "Offboarding", "Reported by employee", "Security alarm", "Other", "Unknown",
          ])
        ])),
    "partner": .record(
      VERISRecord(
        required: ["variety"],
        [
          "variety": .terms([
            "Antivirus", "Audit", "Incident response", "Monitoring service", "Other", "Unknown",
          ])
        ])),
    "other": .flag,
    "unknown": .flag,
  ])
}
