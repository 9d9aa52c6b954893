#include "rules.hpp"

namespace attache::dataset {

/// That an event has a title is a constraint of the schema; that documents in the dataset's own language can print it is this rule.
void check_event_titles(Context& context) {
  const std::string& language = context.data.settings.language;
  const std::string column = "title@" + language;
  for (const Event& e : context.data.events) {
    const auto& titles = e.title.by_language;
    if (titles.empty() || titles.contains(language) || titles.contains(language.substr(0, language.find('-')))) continue;
    context.report(
        e, {"title-language", column.c_str(), "'" + e.id + "' has no title in the dataset's language",
            "defaults.language is " + language + ", and the title is given in " + titles.begin()->first + " only", "fill in " + column});
  }
}

}  // namespace attache::dataset
