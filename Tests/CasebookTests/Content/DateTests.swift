import Foundation
import Testing

@testable import Casebook

struct DateTests {
  @Test(
    "a date can be written in ISO 8601, in Japanese and in an era, as pasted text has it",
    arguments: [
      "2024-06-11", "2024年6月11日", "2024年06月11日", "2024 年 6 月 11 日", "２０２４年６月１１日", "令和6年6月11日",
      "令和６年６月１１日", "㋿6年6月11日", "令和 6年6月11日", "2024年6月11日(火)", "2024年6月11日（火）",
      "2024年6月11日（火曜日）", "2024年6月11日（火曜）", "令和6年6月11日（火）", "２０２４-０６-１１",
    ])
  func forms(_ text: String) throws {
    #expect(try DateText.parse(text).description == "2024-06-11")
  }

  @Test(
    "the first year of an era is 元年 or 1年",
    arguments: [
      ("令和元年5月1日", "2019-05-01"), ("令和1年5月1日", "2019-05-01"), ("平成元年1月8日", "1989-01-08"),
      ("平成31年4月30日", "2019-04-30"), ("昭和64年1月7日", "1989-01-07"), ("昭和元年12月25日", "1926-12-25"),
    ])
  func eras(_ text: String, _ date: String) throws {
    #expect(try DateText.parse(text).description == date)
  }

  @Test(
    "a day outside its era is refused, with what that day is called",
    arguments: [
      ("昭和64年1月8日", "平成元年1月8日"), ("平成31年5月1日", "令和元年5月1日"), ("令和元年4月30日", "平成31年4月30日"),
    ])
  func outsideEra(_ text: String, _ name: String) {
    let read = ReadValue(.date, text)
    #expect(read.codes == ["invalid-date 1:6"])
    #expect(read.hint?.contains(name) == true)
  }

  @Test(
    "a day that does not exist is refused, with why",
    arguments: [
      ("2024-02-30", "month 2 of 2024 has 29 days"), ("2023-02-29", "month 2 of 2023 has 28 days"),
      ("2024年13月1日", "months go from 1 to 12"), ("2024-06-00", "month 6 of 2024 has 30 days"),
      ("1899-12-31", "years go from 1900 to 9999"), ("令和6年6月31日", "month 6 of 2024 has 30 days"),
      ("1900-02-29", "month 2 of 1900 has 28 days"),
    ])
  func impossible(_ text: String, _ hint: String) {
    let read = ReadValue(.date, text)
    #expect(read.codes == ["invalid-date 1:6"])
    #expect(read.hint == hint)
  }

  @Test(
    "a date in another form is refused, with how to write it",
    arguments: [
      ("2024/6/11", "write 2024-06-11"), ("2024/06/11", "write 2024-06-11"),
      ("2024.6.11", "write 2024-06-11"),
      ("2024-6-11", "write 2024-06-11"), ("2024‐06‐11", "write 2024-06-11"),
      ("11/06/2024", "write the year first, with four digits: 2024-06-11"),
      ("R6.6.11", "write it as 2024-06-11, 2024年6月11日 or 令和6年6月11日"),
      ("6月11日", "write it as 2024-06-11, 2024年6月11日 or 令和6年6月11日"),
      ("令和0年6月11日", "write it as 2024-06-11, 2024年6月11日 or 令和6年6月11日"),
      ("2024年6月11日頃", "nothing but a weekday in brackets may follow the date"),
      ("2024年6月11日(火星)", "nothing but a weekday in brackets may follow the date"),
    ])
  func otherForms(_ text: String, _ hint: String) {
    let read = ReadValue(.date, "'\(text)'")
    #expect(read.codes == ["invalid-date 1:6"])
    #expect(read.hint == hint)
  }

  @Test("a weekday that is not that day's is refused")
  func weekday() {
    let read = ReadValue(.date, "2024年6月11日（水）")
    #expect(read.codes == ["weekday-mismatch 1:6"])
    #expect(read.hint == "2024-06-11 is a tuesday (火)")
  }

  private func long(_ date: CivilDate) -> String {
    ShortText.make(capacity: CivilDate.textCapacity, date.appendLong)
  }

  @Test("pages show the day in Japanese and in its era with the weekday")
  func shown() throws {
    let date = try DateText.parse("2019-05-01")
    #expect(date.japaneseText == "2019年5月1日")
    #expect(date.eraText == "令和元年5月1日（水）")
    #expect(long(date) == "2019年（令和元年）5月1日（水）")
    #expect(long(try DateText.parse("9999-12-31")) == "9999年（令和7981年）12月31日（金）")
    #expect(try DateText.parse("1926-12-24").eraText == "1926年12月24日（金）")
  }

  @Test("every day from 1926 to 2030 agrees with Foundation's calendars")
  func foundation() throws {
    var gregorian = Calendar(identifier: .gregorian)
    gregorian.timeZone = .gmt
    var japanese = Calendar(identifier: .japanese)
    japanese.timeZone = .gmt
    let first = try DateText.parse("1926-12-26").dayNumber
    let last = try DateText.parse("2030-12-31").dayNumber
    var disagreeing: [Int] = []
    for day in first...last {
      let moment = Date(timeIntervalSince1970: Double(day) * 86400)
      let parts = gregorian.dateComponents([.year, .month, .day, .weekday], from: moment)
      let yearOfEra = japanese.component(.year, from: moment)
      let date = CivilDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
      let weekday = Weekday.allCases.firstIndex { $0 == date?.weekday }.map { $0 + 1 }
      let year = yearOfEra == 1 ? "元" : String(yearOfEra)
      let isSame =
        date?.dayNumber == day && weekday == parts.weekday
        && date?.eraText.dropFirst(2).hasPrefix(year + "年") == true
      if !isSame { disagreeing.append(day) }
    }
    #expect(disagreeing == [])
  }
}
