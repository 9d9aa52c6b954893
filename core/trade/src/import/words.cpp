#include "trade/src/import/words.hpp"

#include <algorithm>
#include <array>

#include "trade/src/import/letters.hpp"
#include "trade/src/import/number.hpp"

namespace attache::trade {

namespace {

struct FlowWord {
  std::string_view word;
  Flow flow;
};
constexpr std::array flow_words = {
    FlowWord{"1", Flow::m},
    FlowWord{"2", Flow::x},
    FlowWord{"3", Flow::rx},
    FlowWord{"4", Flow::rm},
    FlowWord{"import", Flow::m},
    FlowWord{"imports", Flow::m},
    FlowWord{"export", Flow::x},
    FlowWord{"exports", Flow::x},
    FlowWord{"re-import", Flow::rm},
    FlowWord{"re-imports", Flow::rm},
    FlowWord{"re-export", Flow::rx},
    FlowWord{"re-exports", Flow::rx},
    FlowWord{"импорт", Flow::m},
    FlowWord{"экспорт", Flow::x},
    FlowWord{"реимпорт", Flow::rm},
    FlowWord{"реэкспорт", Flow::rx},
    FlowWord{"domestic export", Flow::dx},
    FlowWord{"foreign import", Flow::fm},
};

// By month, January first; Russian in the nominative and the genitive.
constexpr std::array<std::array<std::string_view, 4>, 12> month_words = {{
    {"january", "январь", "января", "қаңтар"},
    {"february", "февраль", "февраля", "ақпан"},
    {"march", "март", "марта", "наурыз"},
    {"april", "апрель", "апреля", "сәуір"},
    {"may", "май", "мая", "мамыр"},
    {"june", "июнь", "июня", "маусым"},
    {"july", "июль", "июля", "шілде"},
    {"august", "август", "августа", "тамыз"},
    {"september", "сентябрь", "сентября", "қыркүйек"},
    {"october", "октябрь", "октября", "қазан"},
    {"november", "ноябрь", "ноября", "қараша"},
    {"december", "декабрь", "декабря", "желтоқсан"},
}};
constexpr std::size_t shortest_month = 3;  // letters: "Jan.", "янв"

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

int digits_at(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return -1;
  int value = 0;
  for (const char c : text.substr(at, count)) {
    if (!is_digit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<Period> valid(Period period) { return period.is_valid() ? std::optional(period) : std::nullopt; }

/// The period of that frequency a day lies in.
std::optional<Period> of_day(int year, int month, int day, std::optional<Frequency> frequency) {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  if (!frequency) return std::nullopt;
  if (frequency == Frequency::annual) return valid(Period::of_year(year));
  if (frequency == Frequency::quarterly) return valid(Period::of_quarter(year, (month + 2) / 3));
  return valid(Period::of_month(year, month));
}

/// "January 2014", "Aug. 2024", "январь 2006", "Jan.-Dec. 2019".
std::optional<Period> of_month_and_year(std::string_view text) {
  const auto blank = text.find_last_of(" \t");
  if (blank == std::string_view::npos || text.size() - blank != 5) return std::nullopt;
  const std::string_view words = text.substr(0, blank);
  const int year = digits_at(text, blank + 1, 4);
  if (words == "Jan.-Dec." && year > 0) return valid(Period::of_year(year));  // other ranges are sums over part of a year
  const int month = month_of_word(words);
  if (month == 0 || year < 1) return std::nullopt;
  return valid(Period::of_month(year, month));
}

}  // namespace

std::optional<Flow> flow_of_text(std::string_view text) {
  text = trimmed(text);
  if (const auto code = parse_flow(text)) return code;
  std::string word = lower_case(text);
  if (word.size() > 2 && is_digit(word[0]) && word[1] == '-') word.erase(0, 2);
  const auto* const at = std::find_if(flow_words.begin(), flow_words.end(), [&](const FlowWord& each) { return each.word == word; });
  if (at != flow_words.end()) return at->flow;
  return std::nullopt;
}

int month_of_word(std::string_view word) {
  std::string small = lower_case(trimmed(word));
  if (small.ends_with('.')) small.pop_back();
  const std::size_t letters = characters(small).size();
  if (letters < shortest_month) return 0;
  for (std::size_t month = 0; month < month_words.size(); ++month) {
    for (const std::string_view name : month_words[month]) {
      if (name.starts_with(small)) return static_cast<int>(month) + 1;
    }
  }
  return 0;
}

std::optional<Period> period_of_text(std::string_view text, std::optional<Frequency> frequency) {
  text = trimmed(text);
  if (text.starts_with("Y")) text.remove_prefix(1);
  if (text.ends_with(".0")) text.remove_suffix(2);
  if (text.size() == 8 && digits_at(text, 0, 8) > 0)
    return of_day(digits_at(text, 0, 4), digits_at(text, 4, 2), digits_at(text, 6, 2), frequency);
  if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
    return of_day(digits_at(text, 0, 4), digits_at(text, 5, 2), digits_at(text, 8, 2), frequency);
  }
  // 52 in the month's place is Comtrade's whole year: "201952-Jan.-Dec. 2019".
  if (digits_at(text, 0, 6) > 0 && digits_at(text, 4, 2) == 52) return valid(Period::of_year(digits_at(text, 0, 4)));
  if (const auto plain = Period::parse(text)) return plain;
  return of_month_and_year(text);
}

}  // namespace attache::trade
