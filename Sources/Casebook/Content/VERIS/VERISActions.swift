// What was done: the part `action` of a VERIS record.
//
// Source: the VERIS community schema 1.4.0 (https://github.com/vz-risk/veris), CC BY-SA 4.0. A test holds this
// declaration against the schema itself.

extension VERISRecord {
  /// `action.hacking`.
  static let hacking = VERISRecord(
    required: ["variety", "vector"],
    [
      "variety": .terms([
        "Abuse of functionality", "Backdoor", "Brute force", "Buffer overflow", "Cache poisoning",
        "Cryptanalysis", "CSRF", "Disable controls", "DoS", "Evade Defenses", "Exploit misconfig",
        "Exploit vuln", "Forced browsing", "Format string attack", "Fuzz testing", "Hijack",
        "HTTP request smuggling", "HTTP request splitting", "HTTP response smuggling",
        "HTTP response splitting", "Insecure deserialization", "Integer overflows", "LDAP injection",
        "Mail command injection", "AitM", "Null byte injection", "Offline cracking", "OS commanding",
        "Pass-the-hash", "Path traversal", "Profile host", "Prompt injection", "Reverse engineering", "RFI",
        "Routing detour", "Scan network", "Session fixation", "Session prediction", "Session replay",
        "Soap array abuse", "Special element injection", "SQLi", "SSI injection", "URL redirector abuse",
        "Use of stolen creds", "User breakout", "Virtual machine escape", "XML attribute blowup",
        "XML entity expansion", "XML external entities", "XML injection", "XPath injection",
        "XQuery injection", "XSS", "Other", "Unknown",
      ]),
      "vector": .terms([
        "3rd party desktop", "Backdoor", "Command shell", "Desktop sharing", "Desktop sharing software",
        "Hypervisor", "Inter-tenant", "Other network service", "Partner", "Physical access", "VPN",
        "Web application", "Other", "Unknown",
      ]),
      "notes": .text(),
      "result": .terms(VERISWords.results),
      "cve": .text(),
    ])

  /// `action.malware`.
  static let malware = VERISRecord(
    required: ["variety", "vector"],
    [
      "variety": .terms([
        "Adminware", "Adware", "Backdoor", "Backdoor or C2", "Brute force", "C2", "Capture app data",
        "Capture stored data", "Click fraud", "Click fraud and cryptocurrency mining", "Client-side attack",
        "Cryptocurrency mining", "Destroy data", "In-memory", "AitM", "Modify data", "Disable controls",
        "DoS", "Downloader", "Exploit misconfig", "Evade Defenses", "Exploit vuln", "Export data",
        "Packet sniffer", "Pass-the-hash", "Password dumper", "Profile host", "RAM scraper", "Ransomware",
        "RAT", "Rootkit", "Scan network", "Spam", "Spyware/Keylogger", "Trojan", "Worm", "Other", "Unknown",
      ]),
      "vector": .terms([
        "C2", "Direct install", "Download by malware", "Email", "Email attachment", "Email autoexecute",
        "Email link", "Email unknown", "Email other", "Instant messaging", "Network propagation", "Partner",
        "Remote injection", "Removable media", "Software update", "Web application",
        "Web application - download", "Web application - drive-by", "Other", "Unknown",
      ]),
      "notes": .text(),
      "result": .terms(VERISWords.results),
      "name": .text(),
      "cve": .text(),
    ])

  /// `action.social`.
  static let social = VERISRecord(
    required: ["target", "variety", "vector"],
    [
      "variety": .terms([
        "Baiting", "Bribery", "Elicitation", "Evade Defenses", "Extortion", "Forgery", "Influence",
        "Phishing", "Pretexting", "Prompt bombing", "Propaganda", "Scam", "Spam", "Other", "Unknown",
      ]),
      "vector": .terms([
        "Documents", "Email", "IM", "In-person", "Partner", "Phone", "Removable media", "SMS", "Social media",
        "Software", "Virtual meeting", "Web application", "Other", "Unknown",
      ]),
      "target": .terms([
        "Auditor", "Call center", "Cashier", "Customer", "Developer", "End-user", "End-user or employee",
        "Executive", "Finance", "Former employee", "Guard", "Helpdesk", "Human resources", "Maintenance",
        "Manager", "Other employee", "Partner", "System admin", "Other", "Unknown",
      ]),
      "notes": .text(),
      "result": .terms(VERISWords.results),
    ])

  /// `action.error`.
  static let error = VERISRecord(
    required: ["variety", "vector"],
    [
      "variety": .terms([
        "Capacity shortage", "Classification error", "Data entry error", "Disposal error", "Gaffe", "Loss",
        "Maintenance error", "Malfunction", "Misconfiguration", "Misdelivery", "Misinformation",
        "Physical accidents", "Programming error", "Publishing error", "Other", "Unknown",
      ]),
      "vector": .terms([
        "Carelessness", "Inadequate personnel", "Inadequate processes", "Inadequate technology", "Other",
        "Random error", "Web application", "Unknown",
      ]),
      "notes": .text(),
    ])
}
