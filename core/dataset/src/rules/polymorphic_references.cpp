#include <algorithm>
#include <map>
#include <set>

#include "../members.hpp"
#include "../suggestions.hpp"
#include "rules.hpp"

namespace attache::dataset {
namespace {

class Ids {
 public:
  explicit Ids(const Dataset& dataset) {
    tables(dataset, [this](const char* name, const auto& rows) {
      names_.emplace_back(name);
      for (const auto& row : rows) ids_[name].insert(row.id);
    });
  }

  [[nodiscard]] const std::vector<std::string>& tables_of_model() const { return names_; }
  [[nodiscard]] bool is_table(const std::string& name) const { return std::find(names_.begin(), names_.end(), name) != names_.end(); }
  [[nodiscard]] bool has(const std::string& table, const std::string& id) const {
    const auto found = ids_.find(table);
    return found != ids_.end() && found->second.contains(id);
  }
  /// On behalf of a row in `file`.
  [[nodiscard]] std::string suggestion(const std::string& file, const std::string& table, const std::string& id) {
    const auto found = ids_.find(table);
    const bool look = found != ids_.end() && suggestions_.take(file);
    const std::string near = look ? did_you_mean(id, {found->second.begin(), found->second.end()}) : "";
    return near.empty() ? "add it to " + table : near;
  }

 private:
  std::vector<std::string> names_;
  std::map<std::string, std::set<std::string>> ids_;
  Suggestions suggestions_;
};

struct Target {
  const char* column;
  std::string table, id;
};

void check_target(Context& context, Ids& ids, const Row& row, const Target& target) {
  if (!ids.is_table(target.table)) {
    const std::string near = did_you_mean(target.table, ids.tables_of_model());
    context.report(
        row, {"foreign-key", target.column, "no table '" + target.table + "'", "", near.empty() ? "name a table of the model" : near});
  } else if (!ids.has(target.table, target.id) && context.is_readable(target.table)) {
    context.report(row, {"foreign-key", target.column, "no row '" + target.id + "' in " + target.table, "",
                         ids.suggestion(row.at.file, target.table, target.id)});
  }
}

}  // namespace

/// References that depend on another cell or on the kind of what they find, which Table Schema cannot say.
void check_polymorphic_references(Context& context) {
  const Dataset& data = context.data;
  Ids ids(data);
  for (const Participation& p : data.participations) {
    if (p.agent.empty() && p.area.empty())
      context.report(p, {"foreign-key", "agent", "'" + p.id + "' names neither agent nor area", "", "fill in one of them"});
  }
  for (const Membership& m : data.memberships) {
    const Area* area = data.agent(m.organisation) == nullptr ? data.area(m.organisation) : nullptr;
    if (area != nullptr && area->kind != "group") {
      context.report(m, {"foreign-key", "organisation", "'" + m.organisation + "' has no members: it is a " + area->kind,
                         "an organisation is an agent or an area of kind group", "correct the kind in areas.csv, or the id here"});
    }
  }
  for (const Note& n : data.notes) {
    const auto colon = n.about.find(':');
    if (colon != std::string::npos) check_target(context, ids, n, {"about", n.about.substr(0, colon), n.about.substr(colon + 1)});
  }
  for (const CitationRow& c : data.citations) check_target(context, ids, c, {ids.is_table(c.table) ? "row" : "table", c.table, c.row});
  for (const Claim& c : data.claims) {
    if (c.base.empty() || ids.has("observations", c.base) || Edtf::parse(c.base) || !context.is_readable("observations")) continue;
    context.report(c, {"foreign-key", "base", "'" + c.base + "' is neither an observation nor a period", "",
                       ids.suggestion(c.at.file, "observations", c.base)});
  }
}

}  // namespace attache::dataset
