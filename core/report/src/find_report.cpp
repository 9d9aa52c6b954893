#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "definition.hpp"
#include "embedded.hpp"
#include "find_file.hpp"
#include "json_text.hpp"

namespace attache::report {

namespace fs = std::filesystem;

namespace {

Outcome<Definition::Data> parsed(std::string name, std::string origin, std::string file, const std::string& text) {
  Definition::Data data;
  data.name = std::move(name);
  data.origin = std::move(origin);
  data.file = std::move(file);
  std::vector<Problem> problems;
  read_definition(text, data, problems);
  if (problems.empty()) return data;
  Problem first = problems.front();
  if (const std::size_t more = problems.size() - 1; more > 0)
    first.next += (first.next.empty() ? "" : " ") + ("(and " + std::to_string(more) + (more == 1 ? " more problem" : " more problems")) +
                  " in this file)";
  return fail(std::move(first));
}

std::string option_json(const OptionSpec& spec) {
  std::string out = "{\"id\":" + json_text(spec.id) + ",\"type\":" + json_text(name_of(spec.type)) +
                    ",\"default\":" + json_text(spec.default_text) + ",\"description\":" + json_text(spec.description) + ",\"choices\":[";
  for (std::size_t i = 0; i < spec.choices.size(); ++i) out += (i > 0 ? "," : "") + json_text(spec.choices[i]);
  return out + "]}";
}

std::string section_json(const SectionSpec& section) {
  std::string out = "{\"id\":" + json_text(section.id) + ",\"use\":" + json_text(section.builder->id) +
                    ",\"description\":" + json_text(section.builder->summary) + ",\"line\":" + std::to_string(section.at.line) +
                    ",\"options\":[";
  bool first = true;
  for (const auto* specs : {&common_options(), &section.builder->options}) {
    for (const auto& spec : *specs) {
      out += (first ? "" : ",") + option_json(spec);
      first = false;
    }
  }
  return out + "]}";
}

}  // namespace

Definition::Definition(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Definition::~Definition() = default;
Definition::Definition(Definition&&) noexcept = default;
Definition& Definition::operator=(Definition&&) noexcept = default;
const std::string& Definition::name() const { return data_->name; }
const std::string& Definition::default_plugin() const { return data_->plugin; }
const std::string& Definition::toml() const { return data_->toml; }

Outcome<Definition> Definition::find(const std::string& name, const std::string& dataset_folder) {
  auto found = find_text({"report", "reports", name, dataset_folder}, embedded_reports());
  if (!found) return fail(found.error());
  auto data = parsed(found->name, found->origin, found->file, found->text);
  if (!data) return fail(data.error());
  return Definition(std::make_unique<Data>(std::move(*data)));
}

std::vector<Problem> Definition::check(const std::string& file) {
  auto text = read_text(file);
  if (!text) return {text.error()};
  Data data;
  data.file = file;
  std::vector<Problem> problems;
  read_definition(*text, data, problems);
  return problems;
}

std::string Definition::describe_json() const {
  std::string out = "{\"name\":" + json_text(data_->name) + ",\"origin\":" + json_text(data_->origin) +
                    ",\"plugin\":" + json_text(data_->plugin) + ",\"perspective\":" + json_text(data_->perspective) +
                    ",\"period\":" + json_text(data_->period.text()) + ",\"marking\":" + json_text(data_->marking) + ",\"sections\":[";
  for (std::size_t i = 0; i < data_->sections.size(); ++i) out += (i > 0 ? "," : "") + section_json(data_->sections[i]);
  return out + "]}";
}

std::vector<ReportInfo> list(const std::string& dataset_folder) {
  const auto english = text::Language::load("en");
  std::vector<ReportInfo> infos;
  for (const auto& [name, origin] : names_of("reports", dataset_folder, embedded_reports())) {
    auto definition = Definition::find(origin == "built in" ? name : origin, dataset_folder);
    ReportInfo info{name, {}, {}, {}, origin};
    if (definition) {
      const auto& data = definition->data();
      info.plugin = data.plugin;
      if (english) {
        info.title = data.title.in(**english);
        info.summary = data.summary.in(**english);
      }
    } else {
      info.summary = definition.error().message();
    }
    infos.push_back(std::move(info));
  }
  return infos;
}

}  // namespace attache::report
