#include "shown_rows.hpp"

#include <algorithm>

#include "events.hpp"
#include "links.hpp"

namespace attache::report {

namespace {

/// The rows of the pair and of the day; each table's rule beside its name.
class Judge {
 public:
  explicit Judge(const Context& context) : context_(context) {}

  [[nodiscard]] bool shows(const dataset::Observation& row) const { return of_two(row.area, row.counterpart) && context_.visible(row); }
  [[nodiscard]] bool shows(const dataset::Flow& row) const { return of_two(row.reporter, row.partner) && context_.visible(row); }
  [[nodiscard]] bool shows(const dataset::Event& row) const { return concerns_pair(context_, row) && context_.visible(row); }
  [[nodiscard]] bool shows(const dataset::Participation& row) const {
    const auto* event = context_.data.event(row.event);
    return event == nullptr || shows(*event);
  }
  [[nodiscard]] bool shows(const dataset::Agreement& row) const {
    return is_between(context_, row) && context_.known(signed_on(context_, row).date, row);
  }
  [[nodiscard]] bool shows(const dataset::AgreementAction& row) const {
    const auto* agreement = context_.data.agreement(row.agreement);
    return (agreement == nullptr || is_between(context_, *agreement)) && context_.known(row.date, row);
  }
  [[nodiscard]] bool shows(const dataset::Relationship& row) const {
    return of_two(row.first, row.second) && context_.known(row.from, row);
  }
  [[nodiscard]] bool shows(const dataset::Mission& row) const { return of_two(row.sender, row.host) && context_.known(row.from, row); }
  [[nodiscard]] bool shows(const dataset::Link& row) const { return of_two(row.first, row.second) && context_.known(row.from, row); }
  [[nodiscard]] bool shows(const dataset::Membership& row) const { return of_one(row.area) && context_.known(row.from, row); }
  [[nodiscard]] bool shows(const dataset::Office& row) const { return of_one(row.area) && context_.known(row.from, row); }
  [[nodiscard]] bool shows(const dataset::Agent& row) const { return of_one(row.area); }
  [[nodiscard]] bool shows(const dataset::Coverage& row) const { return of_one(row.reporter); }
  [[nodiscard]] bool shows(const dataset::Claim& row) const { return context_.visible(row); }
  [[nodiscard]] bool shows(const dataset::Source& row) const { return context_.begun(row.published); }
  [[nodiscard]] bool shows(const dataset::Release& row) const { return context_.known(row.released, row); }
  [[nodiscard]] bool shows(const dataset::AreaSuccession& row) const { return context_.known(row.date, row); }
  [[nodiscard]] bool shows(const dataset::CitationRow& row) const { return context_.known({}, row); }

 private:
  [[nodiscard]] bool of_one(const std::string& area) const {
    if (area.empty()) return true;
    const std::string country = country_of(context_, area);
    return country == context_.parameters.self || country == context_.parameters.other;
  }
  [[nodiscard]] bool of_two(const std::string& a, const std::string& b) const {
    if (a.empty() || b.empty()) return of_one(a.empty() ? b : a);
    return context_.is_pair(country_of(context_, a), country_of(context_, b));
  }

  const Context& context_;
};

/// Both keep the file's order.
template <class Row>
std::vector<bool> judged(const Judge& judge, const std::vector<Row>& rows, std::size_t count) {
  std::vector<bool> shown(count, false);
  for (std::size_t i = 0; i < std::min(count, rows.size()); ++i) shown[i] = judge.shows(rows[i]);
  return shown;
}

}  // namespace

std::vector<bool> shown_rows(const Context& context, const dataset::RawTable& raw) {
  const Judge judge(context);
  const auto& data = context.data;
  const auto of = [&](const auto& rows) { return judged(judge, rows, raw.rows.size()); };
  if (raw.name == "observations") return of(data.observations);
  if (raw.name == "flows") return of(data.flows);
  if (raw.name == "events") return of(data.events);
  if (raw.name == "participations") return of(data.participations);
  if (raw.name == "agreements") return of(data.agreements);
  if (raw.name == "agreement_actions") return of(data.agreement_actions);
  if (raw.name == "relationships") return of(data.relationships);
  if (raw.name == "missions") return of(data.missions);
  if (raw.name == "links") return of(data.links);
  if (raw.name == "memberships") return of(data.memberships);
  if (raw.name == "offices") return of(data.offices);
  if (raw.name == "agents") return of(data.agents);
  if (raw.name == "coverage") return of(data.coverage);
  if (raw.name == "claims") return of(data.claims);
  if (raw.name == "sources") return of(data.sources);
  if (raw.name == "releases") return of(data.releases);
  if (raw.name == "area_successions") return of(data.area_successions);
  if (raw.name == "citations") return of(data.citations);
  return std::vector<bool>(raw.rows.size(), true);  // areas, indicators, texts, notes: of no day
}

}  // namespace attache::report
