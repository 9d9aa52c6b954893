#include "trade/src/import/basis.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "trade/src/import/words.hpp"
#include "value/joined.hpp"

namespace attache::trade {

namespace {

struct Key {
  std::string_view name, allowed;
};
constexpr std::array keys = {
    Key{"flow", "M, X, RM, RX, DX, FM, MIP, MOP, XIP, XOP, MIF or XIF"},
    Key{"freq", "A, Q or M"},
    Key{"unit", "a currency, as USD"},
    Key{"period", "a year, quarter or month, as 2021, 2021-Q1 or 2021-03"},
    Key{"reporter", "an area, as KAZ"},
    Key{"partner", "an area, as RUS or WLD"},
    Key{"classification", "a classification, as HS, H5, S4 or CN"},
    Key{"product", "a code, as TOTAL or 27"},
    Key{"multiplier", "a power of ten, as 1000 or million"},
    Key{"decimals", "a number from 0 to 6"},
};

bool is_currency(const std::string& text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool set_one(const std::string& name, const std::string& value, FileBasis& basis) {
  if (name == "flow") {
    basis.flow = flow_of_text(value);
    return basis.flow.has_value();
  }
  if (name == "freq") {
    if (value.size() != 1 || std::string_view("AQM").find(value) == std::string_view::npos) return false;
    basis.frequency = static_cast<Frequency>(std::string_view("AQM").find(value));
    return true;
  }
  if (name == "unit") {
    basis.currency = value;
    return is_currency(value);
  }
  if (name == "period") {
    basis.period = period_of_text(value, std::nullopt);
    return basis.period.has_value();
  }
  if (name == "reporter" || name == "partner") {
    auto area = area_of_letters(value);
    if (!area && value.size() == 3 && value.find_first_not_of("0123456789") == std::string::npos)
      area = static_cast<AreaCode>(std::stoi(value));
    if (!area) area = area_of_name(value);
    (name == "reporter" ? basis.reporter : basis.partner) = area;
    return area.has_value();
  }
  if (name == "classification") {
    basis.classification = parse_classification(value);
    return basis.classification.has_value();
  }
  if (name == "multiplier") {
    const auto power = power_of(value);
    basis.value_power = power.value_or(0);
    return power.has_value();
  }
  if (name == "product") {
    basis.product = value;
    return !value.empty();
  }
  return value.size() == 1 && value[0] >= '0' && value[0] <= '6';  // decimals
}

}  // namespace

std::optional<int> power_of(std::string_view multiplier) {
  constexpr std::array<std::pair<std::string_view, int>, 4> words = {{{"one", 0}, {"thousand", 3}, {"million", 6}, {"billion", 9}}};
  for (const auto& [word, power] : words) {
    if (word == multiplier) return power;
  }
  if (multiplier.empty() || multiplier.size() > 13 || multiplier[0] != '1') return std::nullopt;
  if (multiplier.find_first_not_of('0', 1) != std::string_view::npos) return std::nullopt;
  return static_cast<int>(multiplier.size()) - 1;
}

Outcome<GivenBasis> given_basis(const std::map<std::string, std::string>& set) {
  GivenBasis given;
  std::vector<std::string> names;
  for (const Key& key : keys) names.emplace_back(key.name);
  for (const auto& [name, value] : set) {
    const auto* const key = std::find_if(keys.begin(), keys.end(), [wanted = &name](const Key& each) { return each.name == *wanted; });
    if (key == keys.end()) {
      const std::string near = did_you_mean(name, names);
      return fail(Failure::usage, "nothing called '" + name + "' can be set", near.empty() ? "there are " + joined(names) : near);
    }
    FileBasis scratch;
    if (!set_one(name, value, scratch)) {
      return fail(Failure::usage, "'" + value + "' is no value for --set " + name, "give " + std::string(key->allowed));
    }
    if (name == "decimals") given.decimals = value[0] - '0';
  }
  given.set = set;
  return given;
}

Outcome<> apply(const GivenBasis& given, FileBasis& basis) {
  for (const auto& [name, value] : given.set) {
    if (!set_one(name, value, basis)) return fail(Failure::internal, "--set " + name + " was not looked at");
  }
  return {};
}

Problem missing_basis(const Layout& layout, const FileBasis& basis, const std::string& file) {
  std::vector<std::string> missing, next;
  const auto need = [&](bool is_there, const char* what, const char* how) {
    if (is_there) return;
    missing.emplace_back(what);
    next.emplace_back(std::string("--set ") + how);
  };
  need(layout.has(Role::reporter_code) || layout.has(Role::reporter_iso) || layout.has(Role::reporter_name) || basis.reporter, "reporter",
       "reporter=KAZ");
  need(layout.has(Role::partner_code) || layout.has(Role::partner_iso) || layout.has(Role::partner_name) || basis.partner, "partner",
       "partner=RUS");
  need(layout.has(Role::flow) || basis.flow, "flow", "flow=X");
  const bool dated = layout.has(Role::period) || layout.has(Role::first_day) || layout.has(Role::year);
  need(dated || basis.period, "period", "period=2021");
  // Of a period like 2021-01-01 only the frequency tells whether it is a year, a quarter or a month.
  need(layout.has(Role::frequency) || basis.frequency || basis.period || layout.format != FileFormat::flows, "frequency", "freq=A");
  need(!basis.currency.empty() || layout.has(Role::currency), "unit", "unit=USD");
  need(layout.has(Role::product) || !basis.product.empty(), "product", "product=TOTAL");
  need(layout.has(Role::classification) || layout.has(Role::family) || basis.classification, "classification", "classification=HS");
  Problem problem;
  if (missing.empty()) return problem;
  problem.failure = Failure::data;
  problem.rule = "basis";
  problem.what = "the file does not say its " + joined(missing);
  problem.where.file = file;
  problem.next = "give " + (missing.size() == 1 ? "it" : std::string("them")) + " with " + joined(next, " ");
  return problem;
}

}  // namespace attache::trade
