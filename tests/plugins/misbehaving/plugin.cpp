#include "behaviour.hpp"

namespace misbehaving {

attache_status write_text(attache_sink& sink, const std::string& text) { return sink.write(sink.self, text.data(), text.size()); }

std::string Export::file() const { return {request->values[1]->text.data, request->values[1]->text.size}; }

attache_status Export::open_main(attache_sink* sink) const {
  return host->open_artifact(call, request->output_name, {"text/plain", 10}, sink);
}

attache_status Export::write(const std::string& name, const std::string& text) const {
  ATTACHE_NEW(attache_sink, sink);
  attache_status status = host->open_artifact(call, {name.data(), name.size()}, {"text/plain", 10}, &sink);
  if (status == ATTACHE_OK) status = write_text(sink, text);
  if (status == ATTACHE_OK) status = host->close_artifact(call, &sink);
  return status;
}

attache_status Export::write_main(const std::string& text) const {
  return write(std::string(request->output_name.data, request->output_name.size), text);
}

namespace {

attache_status export_document(const attache_plugin*, const attache_host* host, attache_call* call, const attache_request* request) {
  const std::string mode(request->values[0]->text.data, request->values[0]->text.size);
  for (const auto list : {of_ends(), of_hangs(), of_floods(), of_files(), of_traces(), of_answers()}) {
    for (const Behaviour& known : list) {
      if (mode == known.name) return known.run({host, call, request});
    }
  }
  return ATTACHE_ERR_OPTION;
}

attache_option option(attache_option_type type, const char* id, const char* title, const char* description, const char* preset) {
  attache_option made{};
  made.struct_size = sizeof made;
  made.type = type;
  made.id = id;
  made.title = title;
  made.description = description;
  made.default_text = preset;
  return made;
}

}  // namespace
}  // namespace misbehaving

ATTACHE_EXPORT const attache_plugin* attache_plugin_v1(void) {
  using namespace misbehaving;
  static const attache_option mode = option(ATTACHE_OPTION_TEXT, "mode", "Fault", "What to do wrong", "well");
  static const attache_option file = option(ATTACHE_OPTION_PATH, "file", "File", "A file that some faults name or write", nullptr);
  static const attache_option* options[] = {&mode, &file};
  static attache_plugin plugin{};
  plugin.struct_size = sizeof plugin;
  plugin.abi_version = ATTACHE_ABI_VERSION;
  plugin.abi_draft = ATTACHE_ABI_DRAFT;
  plugin.id = "misbehaving";
  plugin.title = "Misbehaving";
  plugin.description = "Does what no plugin may do";
  plugin.version = "1.0.0";
  plugin.vendor = "attache tests";
  plugin.license = "Apache-2.0";
  plugin.url = "";
  plugin.media_type = "text/plain";
  plugin.extensions = "txt";
  plugin.option_count = 2;
  plugin.options = options;
  plugin.export_document = export_document;
  return &plugin;
}
