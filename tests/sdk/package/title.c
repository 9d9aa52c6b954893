/* The document's title, in C. */
#include <attache/plugin.h>

static attache_status export_document(const attache_plugin* plugin, const attache_host* host, attache_call* call,
                                      const attache_request* request) {
  ATTACHE_NEW(attache_sink, sink);
  const attache_str media_type = {"text/plain", 10};
  const attache_str title = host->meta(request->document, "title");
  attache_status status = host->open_artifact(call, request->output_name, media_type, &sink);
  (void)plugin;
  if (status == ATTACHE_OK && title.size > 0) status = sink.write(sink.self, title.data, title.size);
  if (status == ATTACHE_OK) status = host->close_artifact(call, &sink);
  return status;
}

static const attache_plugin plugin = {
    .struct_size = sizeof(attache_plugin),
    .abi_version = ATTACHE_ABI_VERSION,
    .abi_draft = ATTACHE_ABI_DRAFT,
    .flags = ATTACHE_PLUGIN_DETERMINISTIC,
    .id = "title",
    .title = "Title",
    .description = "The document's title",
    .version = "1.0.0",
    .vendor = "Somebody",
    .license = "MIT",
    .url = "",
    .media_type = "text/plain",
    .extensions = "title",
    .export_document = export_document,
};

const attache_plugin* attache_plugin_v1(void) { return &plugin; }
