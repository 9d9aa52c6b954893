#include "json_text.hpp"
#include "report/report.hpp"

namespace attache::report {

namespace {

std::string meta_of(const Document& document, std::string_view key) {
  for (const auto& [name, value] : document.meta) {
    if (name == key) return value;
  }
  return {};
}

std::string entry_json(const TraceEntry& entry) {
  std::string out = "{\"block\":" + json_text(entry.block);
  if (entry.row >= 0) out += ",\"row\":" + std::to_string(entry.row);
  out += ",\"column\":" + json_text(entry.column) + ",\"printed\":" + json_text(entry.printed) + ",\"value\":" + json_text(entry.value) +
         ",\"expression\":" + json_text(entry.expression) + ",\"inputs\":[";
  for (std::size_t i = 0; i < entry.inputs.size(); ++i) out += (i > 0 ? "," : "") + json_text(entry.inputs[i]);
  return out + "]}";
}

}  // namespace

std::string trace_json(const Document& document) {
  std::string out = "{\"report\":" + json_text(meta_of(document, "report")) + ",\"pair\":" + json_text(meta_of(document, "pair")) +
                    ",\"as_of\":" + json_text(meta_of(document, "as_of.iso")) + ",\"figures\":[";
  for (std::size_t i = 0; i < document.trace.size(); ++i) out += (i > 0 ? ",\n" : "\n") + entry_json(document.trace[i]);
  return out + "\n]}\n";
}

}  // namespace attache::report
