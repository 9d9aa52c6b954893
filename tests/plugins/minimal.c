/* The smallest exporter, in C99: the document's title. Compiled several times, each time with one thing another way. */
#include <attache/plugin.h>

#ifndef VARIANT_VERSION
#define VARIANT_VERSION ATTACHE_ABI_VERSION
#endif
#ifndef VARIANT_DRAFT
#define VARIANT_DRAFT ATTACHE_ABI_DRAFT
#endif
#ifndef VARIANT_ENTRY
#define VARIANT_ENTRY attache_plugin_v1
#endif
#ifndef VARIANT_OPTIONS
#define VARIANT_OPTIONS 0
#endif
#ifndef VARIANT_DEFAULT
#define VARIANT_DEFAULT "5"
#endif
#ifndef VARIANT_EXTENSIONS
#define VARIANT_EXTENSIONS "min;txt"
#endif
#ifdef VARIANT_UNDEFINED
void attache_nobody_provides_this(void);
void _ZN7attache6nobodyEi(int); /* attache::nobody(int) */
#endif

#ifdef VARIANT_NEEDS
int attache_from_nowhere(void);
#endif
#ifdef VARIANT_SECOND_SYMBOL
ATTACHE_EXPORT void minimal_second_symbol(void);
ATTACHE_EXPORT void minimal_second_symbol(void) {}
#endif
#ifdef VARIANT_TEXTREL /* an address among the code */
__asm__(".pushsection .text\n.balign 8\n.quad attache_plugin_v1\n.popsection");
#endif

static attache_status export_document(const attache_plugin* plugin, const attache_host* host, attache_call* call,
                                      const attache_request* request) {
  ATTACHE_NEW(attache_sink, sink);
  const attache_str media_type = {"text/plain", 10};
  attache_str title = host->meta(request->document, "title");
  attache_status status = host->open_artifact(call, request->output_name, media_type, &sink);
  (void)plugin;
#ifdef VARIANT_NEEDS
  if (attache_from_nowhere() == 0) return ATTACHE_ERR_INTERNAL;
#endif
#ifdef VARIANT_UNDEFINED
  attache_nobody_provides_this();
  _ZN7attache6nobodyEi(1);
#endif
  if (status == ATTACHE_OK && title.size > 0) status = sink.write(sink.self, title.data, title.size);
  if (status == ATTACHE_OK) status = host->close_artifact(call, &sink);
  return status;
}

static const attache_option size = {
    .struct_size = sizeof(attache_option),
    .type = ATTACHE_OPTION_INT,
    .id = "size",
    .title = "Size",
    .description = "Declared by variants only",
    .default_text = VARIANT_DEFAULT,
    .min = 1,
    .max = 9,
};
static const attache_option* const options[] = {&size, &size};

static const attache_plugin descriptor = {
    .struct_size = sizeof(attache_plugin),
    .abi_version = VARIANT_VERSION,
    .abi_draft = VARIANT_DRAFT,
    .flags = ATTACHE_PLUGIN_DETERMINISTIC,
    .id = "minimal",
    .title = "Minimal",
    .description = "The document's title",
    .version = "1.0.0",
    .vendor = "attache tests",
    .license = "Apache-2.0",
    .url = "",
    .media_type = "text/plain",
    .extensions = VARIANT_EXTENSIONS,
    .option_count = VARIANT_OPTIONS,
    .options = options,
    .export_document = export_document,
};

ATTACHE_EXPORT const attache_plugin* VARIANT_ENTRY(void);
ATTACHE_EXPORT const attache_plugin* VARIANT_ENTRY(void) {
#ifdef VARIANT_ENDLESS
  static volatile int forever = 1;
  while (forever) continue;
#endif
  return &descriptor;
}
