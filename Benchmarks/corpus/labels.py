"""What readers are shown for the words of front matter.

Casebook has these labels itself. The peers get them in their front matter, which costs them no look-up.
"""

PUBLISHER = "公表者"
# In the order in which pages list them.
ROLES = {
    "controller": "委託元", "processor": "委託先", "subprocessor": "再委託先", "affected": "被害組織",
    "subsidiary": "子会社", "service": "利用サービス",
}
RELEASES = {"initial": "第一報", "follow_up": "続報", "final": "最終報"}
CAUSES = {
    "ransomware": "ランサムウェア", "unauthorized_access": "不正アクセス", "vulnerability": "脆弱性の悪用",
    "phishing": "フィッシング", "misconfiguration": "設定ミス", "misdelivery": "誤送付・誤送信", "loss": "紛失",
    "misuse": "内部不正",
}
DISCLOSURES = {
    "confirmed": "漏えいを確認", "potential": "漏えいのおそれ", "none": "漏えいなし", "unknown": "漏えい不明",
}
DAMAGES = {"none_confirmed": "確認されていない", "possible": "可能性がある", "unknown": "不明"}
EVENTS = {
    "occurred": "発生", "exposed": "閲覧可能な状態", "detected": "発覚", "contained": "遮断・封じ込め",
    "service_stopped": "サービス停止", "processor_reported": "委託先からの報告", "police_reported": "警察への届出",
    "regulator_reported": "監督機関への報告", "investigation_started": "調査開始", "scope_revised": "範囲の判明・修正",
    "investigation_completed": "調査完了", "individuals_notified": "本人への通知", "service_resumed": "サービス再開",
}
QUALIFIERS = {"exact": "", "about": "約", "at_most": "最大"}
COUNTERS = {"persons": "人", "records": "件", "accounts": "アカウント", "cards": "枚", "organizations": "組織"}
KINDS = {
    "company": "企業", "municipality": "市区町村", "school": "学校", "hospital": "医療機関", "nonprofit": "非営利団体",
}
DATA = {
    "name": "氏名", "address": "住所", "phone": "電話番号", "email": "メールアドレス", "birth_date": "生年月日", "sex": "性別",
    "employer": "勤務先・所属", "occupation": "職業・役職", "account_id": "アカウントID", "password": "パスワード",
    "card_number": "カード番号", "card_expiry": "カード有効期限", "card_security_code": "セキュリティコード",
    "bank_account": "口座情報", "health": "健康・医療情報", "tax": "課税・収入情報", "order": "購入・注文情報",
    "grade": "学年・成績", "family": "家族構成", "school": "学校名", "trade": "取引情報", "insurance_number": "保険者番号",
    "photo": "顔写真・画像",
}
