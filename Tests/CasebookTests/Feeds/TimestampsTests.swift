import Testing

@testable import Casebook

/// Feeds give days as moments.
struct TimestampsTests {
  @Test(
    "a day starts at midnight in the site's time zone, summer time included",
    arguments: [
      ("Asia/Tokyo", "2024-06-11", "+09:00"), ("UTC", "2024-06-11", "+00:00"),
      ("America/New_York", "2024-01-11", "-05:00"), ("America/New_York", "2024-07-11", "-04:00"),
      // The clocks change at two in the morning: the day starts in the old time.
      ("America/New_York", "2024-03-10", "-05:00"), ("America/New_York", "2024-03-11", "-04:00"),
      ("Asia/Kolkata", "2024-06-11", "+05:30"), ("America/St_Johns", "2024-01-11", "-03:30"),
      ("Asia/Tokyo", "1949-07-01", "+10:00"),
    ])
  func midnight(_ zone: String, _ day: String, _ offset: String) throws {
    let date = try #require(CivilDate(written: day))
    #expect(Timestamps(timeZone: zone).midnight(of: date) == "\(day)T00:00:00\(offset)")
  }
}
