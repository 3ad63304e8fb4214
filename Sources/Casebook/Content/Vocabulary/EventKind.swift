/// What happened on a day of a timeline.
package enum EventKind: String, Term {
  case occurred
  case exposed
  case detected
  case contained
  case processorReported = "processor_reported"
  case regulatorReported = "regulator_reported"
  case policeReported = "police_reported"
  case scopeRevised = "scope_revised"
  case leakConfirmed = "leak_confirmed"
  case investigationStarted = "investigation_started"
  case investigationCompleted = "investigation_completed"
  case serviceStopped = "service_stopped"
  case serviceResumed = "service_resumed"
  case individualsNotified = "individuals_notified"
  case announced
  case other

  package static let vocabulary = "event"

  package var label: String {
    switch self {
    case .occurred: "発生"
    case .exposed: "閲覧可能な状態"
    case .detected: "発覚"
    case .contained: "遮断・封じ込め"
    case .processorReported: "委託先からの報告"
    case .regulatorReported: "監督機関への報告"
    case .policeReported: "警察への届出"
    case .scopeRevised: "範囲の判明・修正"
    case .leakConfirmed: "漏えいの確認"
    case .investigationStarted: "調査開始"
    case .investigationCompleted: "調査完了"
    case .serviceStopped: "サービス停止"
    case .serviceResumed: "サービス再開"
    case .individualsNotified: "本人への通知"
    case .announced: "公表"
    case .other: "その他"
    }
  }
}
