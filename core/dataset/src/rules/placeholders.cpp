#include "../suggestions.hpp"
#include "rules.hpp"

namespace attache::dataset {
namespace {

class Placeholders {
 public:
  explicit Placeholders(Context& context) : context_(context) {
    for (const Observation& o : context.data.observations) ids_.push_back(o.id);
  }

  void check(const TextBlock& text) {
    const std::string& body = text.body;
    for (auto at = body.find("{{"); at != std::string::npos; at = body.find("{{", at)) {
      const auto end = body.find("}}", at + 2);
      const auto next = body.find("{{", at + 2);
      if (end == std::string::npos || next < end) {
        report(text, "a placeholder is not closed: '" + body.substr(at, 20) + "'", "close it with }}");
        at += 2;
        continue;
      }
      const std::string inside = body.substr(at + 2, end - at - 2);
      const std::string id = inside.substr(0, inside.find('|'));
      if (context_.data.observation(id) == nullptr) {
        const std::string suggestion = suggestions_.take(text.at.file) ? did_you_mean(id, ids_) : "";
        report(text, "no observation '" + id + "' for the placeholder {{" + inside + "}}",
               suggestion.empty() ? "add it to observations.csv" : suggestion);
      }
      at = end + 2;
    }
  }

 private:
  void report(const TextBlock& text, std::string what, std::string next) {
    context_.report(text, {"placeholder", "body", std::move(what), "", std::move(next)});
  }

  Context& context_;
  std::vector<std::string> ids_;
  Suggestions suggestions_;
};

}  // namespace

/// `{{id}}` or `{{id|form}}` in a text stands for an observation.
void check_placeholders(Context& context) {
  Placeholders placeholders(context);
  for (const TextBlock& text : context.data.texts) placeholders.check(text);
}

}  // namespace attache::dataset
