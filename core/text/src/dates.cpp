#include "icu_text.hpp"
#include "language_data.hpp"

namespace attache::text {
namespace {

using Precision = Date::Precision;
using Arguments = std::vector<Argument>;

/// EDTF level 1: 21 spring … 24 winter stand where a month stands.
bool is_season(const Date& date) { return date.precision == Precision::month && date.month > 12; }

/// A decade or a century: 10 or 100 years; else 1.
int years_meant(const Date& date) {
  if (!date.unspecified || date.precision != Precision::year) return 1;
  return date.latest() / 10000 - date.earliest() / 10000 + 1;
}

bool is_calendar_point(const Date& date) { return !is_season(date) && years_meant(date) == 1; }

std::string_view suffix(Precision precision) {
  return precision == Precision::day ? "day" : precision == Precision::month ? "month" : "year";
}

/// Puts dates into the catalogue's patterns. {month} is the month inside a date ("октября"), {month_name} the month alone ("октябрь").
class DateWords {
 public:
  DateWords(const Language& language, const std::array<std::string, 12>& months, const std::array<std::string, 12>& month_names)
      : language_(language), months_(months), month_names_(month_names) {}

  [[nodiscard]] std::string single(const Date& date) const { return qualified(bare(date), date, "date.about"); }

  [[nodiscard]] std::string interval(const Date& from, const Date& to) const {
    const bool open_start = from.precision == Precision::none;
    const bool open_end = to.precision == Precision::none;
    if (open_start && open_end) return language_.message("date.undated");
    if (open_end) return half_open("date.from.", from);
    if (open_start) return half_open("date.until.", to);
    if (from == to) return single(from);
    const bool plain = !from.approximate && !from.uncertain && !to.approximate && !to.uncertain;
    if (plain && from.precision == to.precision && is_calendar_point(from) && is_calendar_point(to)) return joined(from, to);
    return language_.message("date.interval", {{"from", single(from)}, {"to", single(to)}});
  }

 private:
  void add_parts(Arguments& arguments, const std::string& prefix, const Date& date) const {
    arguments.emplace_back(prefix + "year", language_.integer(date.year, false));
    if (date.month >= 1 && date.month <= 12) {
      const auto month = static_cast<std::size_t>(date.month - 1);
      arguments.emplace_back(prefix + "month", months_[month]);
      arguments.emplace_back(prefix + "month_name", month_names_[month]);
    }
    if (date.day > 0) arguments.emplace_back(prefix + "day", language_.integer(date.day, false));
  }

  [[nodiscard]] std::string bare(const Date& date) const {
    Arguments arguments;
    add_parts(arguments, "", date);
    if (is_season(date)) return language_.message("date.season." + std::to_string(date.month), arguments);
    if (years_meant(date) == 10) return language_.message("date.decade", arguments);
    if (years_meant(date) == 100) return language_.message("date.century", {{"century", date.year / 100 + 1}});
    return language_.message("date." + std::string(suffix(date.precision)), arguments);
  }

  [[nodiscard]] std::string half_open(const std::string& ids, const Date& date) const {
    if (!is_calendar_point(date)) return language_.message(ids + "other", {{"date", single(date)}});
    Arguments arguments;
    add_parts(arguments, "", date);
    return qualified(language_.message(ids + std::string(suffix(date.precision)), arguments), date, "date.approximate");
  }

  [[nodiscard]] std::string qualified(std::string text, const Date& date, std::string_view about) const {
    if (date.approximate) text = language_.message(about, {{"date", text}});
    if (date.uncertain) text = language_.message("date.uncertain", {{"date", text}});
    return text;
  }

  /// Both ends with the same precision and nothing to qualify: what they share is said once.
  [[nodiscard]] std::string joined(const Date& from, const Date& to) const {
    Arguments arguments;
    add_parts(arguments, "from_", from);
    add_parts(arguments, "to_", to);
    add_parts(arguments, "", to);
    if (from.precision == Precision::year) return language_.message("date.years", arguments);
    if (from.year == to.year) {
      if (from.precision == Precision::month) return language_.message("date.months-of-year", arguments);
      return language_.message(from.month == to.month ? "date.days-of-month" : "date.days-of-year", arguments);
    }
    return language_.message("date.interval", {{"from", single(from)}, {"to", single(to)}});
  }

  const Language& language_;
  const std::array<std::string, 12>& months_;
  const std::array<std::string, 12>& month_names_;
};

}  // namespace

std::string Language::date(const Edtf& date) const {
  if (date.is_undated()) return message("date.undated");
  const DateWords words(*this, data_->months, data_->month_names);
  return date.is_interval() ? words.interval(date.start(), date.end()) : words.single(date.start());
}

}  // namespace attache::text
