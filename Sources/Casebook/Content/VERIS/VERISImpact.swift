// What it cost, and how attacks are prepared: the parts `impact` and `value_chain`.
//
// Source: the VERIS community schema 1.4.0 (https://github.com/vz-risk/veris), CC BY-SA 4.0. A test holds this
// declaration against the schema itself.

extension VERISRecord {
  /// `impact`.
  static let impact = VERISRecord(
    required: ["overall_rating"],
    [
      "overall_rating": .term([
        "Catastrophic", "Damaging", "Painful", "Distracting", "Insignificant", "Unknown",
      ]),
      "iso_currency_code": .term(VERISWords.currencies),
      "overall_amount": .number,
      "overall_min_amount": .number,
      "overall_max_amount": .number,
      "loss": .records(
        VERISRecord(
          required: ["variety"],
          [
            "variety": .term([
              "Asset and fraud", "Brand damage", "Business disruption", "Competitive advantage",
              "Legal and regulatory", "Operating costs", "Response and recovery", "Other",
            ]),
            "rating": .term([
              "Major", "Moderate", "Minor", "None", "Unknown",
            ]),
            "amount": .number,
            "min_amount": .number,
            "max_amount": .number,
          ])),
      "notes": .text(),
    ])

  /// `value_chain`.
  static let valueChain = VERISRecord([
    "development": .record(
      VERISRecord(
        required: ["variety"],
        [
          "variety": .terms([
            "Bot", "Email", "Exploit", "Exploit Kits", "Payload", "Persona", "Physical", "Ransomware",
            "Trojan",
            "Website", "NA", "Other", "Unknown",
          ]),
          "notes": .text(),
        ])),
    "non-distribution services": .record(
      VERISRecord(
        required: ["variety"],
        [
          "variety": .terms([
            "C2", "Counter AV", "DNS", "Escrow", "Hashcracking", "Marketplace", "Proxy", "VPN", "NA", "Other",
            "Unknown",
          ]),
          "notes": .text(),
        ])),
    "targeting": .record(
      VERISRecord(
        required: ["variety"],
        [
          "variety": .terms([
            "Default credentials", "Email addresses", "Lost or stolen credentials", "Misconfigurations",
            "Partner", "Personal Information", "Physical", "Organizational Information", "Vulnerabilities",
            "Weaknesses", "NA", "Other", "Unknown",
          ]),
          "notes": .text(),
        ])),
    "distribution": .record(
      VERISRecord(
        required: ["variety"],
        [
          "variety": .terms([
            "Botnet", "Compromised server", "Direct", "Email", "Loader", "Partner", "Phone", "Physical",
            "Website", "NA", "Other", "Unknown",
          ]),
          "notes": .text(),
        ])),
    "cash-out": .record(
      VERISRecord(
        required: ["variety"],
        [
          "variety": .terms([
            "Cryptocurrency", "Direct", "Fraud", "Hijacked rewards", "Provide service", "Sell stolen goods",
            "Purchase stolen goods", "NA", "Other", "Unknown",
          ]),
          "notes": .text(),
        ])),
    "money laundering": .record(
      VERISRecord(
        required: ["variety"],
        [
          "variety": .terms([
            "Bank", "Company", "Cryptocurrency tumbling", "Employment", "Gambling", "Physical",
            "Provide service", "Re-shipping", "Smurfing", "Sell stolen goods", "NA", "Other", "Unknown",
          ]),
          "notes": .text(),
        ])),
    "NA": .flag,
  ])
}
