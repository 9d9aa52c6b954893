#include <algorithm>

#include "commands/commands.hpp"
#include "commands/common.hpp"
#include "diagnosis/diagnosis.hpp"
#include "messages.hpp"

namespace attache::cli {

namespace {

using State = Finding::State;

std::size_t wrong(const std::vector<Section>& sections) {
  std::size_t number = 0;
  for (const Section& section : sections) {
    number += static_cast<std::size_t>(
        std::count_if(section.findings.begin(), section.findings.end(), [](const Finding& each) { return each.state == State::wrong; }));
  }
  return number;
}

std::string as_json(const std::vector<Section>& sections) {
  JsonWriter json;
  json.begin_object().field("wrong", wrong(sections)).key("sections").begin_array();
  for (const Section& section : sections) {
    json.begin_object().field("name", section.name).key("findings").begin_array();
    for (const Finding& each : section.findings) {
      json.begin_object().field("state", name_of(each.state)).field("name", each.name).field("detail", each.detail);
      if (!each.next.empty()) json.field("next", each.next);
      json.end_object();
    }
    json.end_array().end_object();
  }
  return json.end_array().end_object().text();
}

std::string as_text(const std::vector<Section>& sections) {
  std::string out;
  for (const Section& section : sections) {
    out += (out.empty() ? "" : "\n") + section.name + '\n';
    std::vector<std::vector<std::string>> rows;
    for (const Finding& each : section.findings) {
      const std::string mark = each.state == State::fine ? "  " : each.state == State::note ? "  note:" : "  WRONG:";
      rows.push_back({mark, each.name, each.detail + (each.next.empty() ? "" : "; " + each.next)});
    }
    out += aligned(rows);
  }
  return out;
}

Outcome<int> run(Invocation& call) {
  const std::vector<Section> sections = {diagnose_program(),
                                         diagnose_configuration(call),
                                         diagnose_plugins(host::discover(call.plugin_folders())),
                                         diagnose_fonts(call.text("theme")),
                                         diagnose_languages(),
                                         diagnose_temporary_folder()};
  const std::size_t number = wrong(sections);
  const int code = number > 0 ? 69 : 0;
  if (call.flag("json")) return printed(as_json(sections), code);
  return printed(as_text(sections) + '\n' +
                     (number == 0 ? "nothing is wrong" : counted(number, "thing") + (number == 1 ? " is" : " are") + " wrong") + '\n',
                 code);
}

}  // namespace

Command doctor_command() {
  return {
      .path = "doctor",
      .summary = "Look at the installation and say what is missing",
      .description =
          "Prints versions, every setting and where it came from, plugins, fonts, languages and the folder for temporary files. "
          "Ends with 69 when something is missing or wrong.",
      .options =
          {{.name = "theme", .value = Value::file, .placeholder = "FILE", .help = "look at the fonts of this theme", .configurable = true},
           json_option(),
           plugin_dir_option()},
      .examples = {{"Why does it not work here", "attache doctor"}, {"The same for a machine to read", "attache doctor --json"}},
      .run = run};
}

}  // namespace attache::cli
