/// A kind of data that a notice says was affected, with its Japanese label and its VERIS variety.
///
/// The built-in kinds stand in one table; `data_kinds` in `site.yaml` adds more.
package struct DataKind: Sendable, Hashable {
  /// The word in front matter.
  package let id: String
  /// What a page shows.
  package let label: String
  /// The term of `attribute.confidentiality.data.variety` in the VERIS schema.
  package let veris: VERISDataVariety
}

/// `attribute.confidentiality.data.variety` of the VERIS community schema.
package enum VERISDataVariety: String, Term {
  case apiKey = "API key"
  case bank = "Bank"
  case classified = "Classified"
  case copyrighted = "Copyrighted"
  case credentials = "Credentials"
  case digitalCertificate = "Digital certificate"
  case `internal` = "Internal"
  case medical = "Medical"
  case multiFactor = "Multi-factor credential"
  case other = "Other"
  case payment = "Payment"
  case personal = "Personal"
  case secrets = "Secrets"
  case sensitivePersonal = "Sensitive Personal"
  case sessionKey = "Session key"
  case sourceCode = "Source code"
  case system = "System"
  case unknown = "Unknown"
  case virtualCurrency = "Virtual currency"

  package static let vocabulary = "VERIS data variety"

  /// The schema's own word; pages show the kind's label instead.
  package var label: String { rawValue }
}

extension DataKind {
  private static func kind(_ id: String, _ label: String, _ veris: VERISDataVariety) -> DataKind {
    DataKind(id: id, label: label, veris: veris)
  }

  /// The kinds that every archive knows.
  package static let builtIn: [DataKind] = [
    kind("name", "氏名", .personal),
    kind("name_kana", "氏名（フリガナ）", .personal),
    kind("address", "住所", .personal),
    kind("phone", "電話番号", .personal),
    kind("email", "メールアドレス", .personal),
    kind("birth_date", "生年月日", .personal),
    kind("age", "年齢", .personal),
    kind("sex", "性別", .personal),
    kind("photo", "顔写真・画像", .personal),
    kind("family", "家族構成", .personal),
    kind("occupation", "職業・役職", .personal),
    kind("employer", "勤務先・所属", .personal),
    kind("school", "学校名", .personal),
    kind("grade", "学年・成績", .personal),
    kind("course", "課程・学科", .personal),
    kind("account_id", "アカウントID", .credentials),
    kind("password", "パスワード", .credentials),
    kind("card_number", "カード番号", .payment),
    kind("card_expiry", "カード有効期限", .payment),
    kind("card_security_code", "セキュリティコード", .payment),
    kind("bank_account", "口座情報", .bank),
    kind("my_number", "マイナンバー", .sensitivePersonal),
    kind("pension_number", "基礎年金番号", .sensitivePersonal),
    kind("insurance_number", "保険者番号", .sensitivePersonal),
    kind("health", "健康・医療情報", .medical),
    kind("tax", "課税・収入情報", .sensitivePersonal),
    kind("order", "購入・注文情報", .personal),
    kind("trade", "取引情報", .internal),
    kind("other", "その他", .other),
  ]
}
