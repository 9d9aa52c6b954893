/* The plugin of errors.md: it fails in the way its option `how` says. */
#include <attache/plugin.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#ifndef FAULTY_DRAFT
#define FAULTY_DRAFT ATTACHE_ABI_DRAFT
#endif

enum how { WELL, DATA, UNSUPPORTED, SILENT, CRASH, EXIT, HANG, LEAVE_OPEN, BAD_NAME, NOISE };
static const char* const hows[] = {"well", "data", "unsupported", "silent", "crash", "exit", "hang", "leave-open", "bad-name", "noise"};

static attache_str str(const char* text) {
  const attache_str out = {text, strlen(text)};
  return out;
}

static attache_status fail(const attache_host* host, attache_call* call, attache_status status, const char* text) {
  host->set_error(call, status, str(text));
  return status;
}

static attache_status misbehave(const attache_host* host, attache_call* call, int32_t how) {
  switch (how) {
    case DATA:
      return fail(host, call, ATTACHE_ERR_DATA, "the report has no table of trade by month; choose another report");
    case UNSUPPORTED:
      return fail(host, call, ATTACHE_ERR_UNSUPPORTED, "right-to-left documents cannot be written; use --plugin pdf");
    case SILENT:
      return ATTACHE_ERR_INTERNAL;
    case CRASH:
      signal(SIGSEGV, SIG_DFL);
      raise(SIGSEGV);
      return ATTACHE_OK;
    case EXIT:
      _exit(0);
    case HANG:
      for (;;) pause();
    case NOISE:
      return write(STDOUT_FILENO, "working...\n", 11) == 11 ? ATTACHE_OK : ATTACHE_ERR_IO;
    default:
      return ATTACHE_OK;
  }
}

static attache_status export_document(const attache_plugin* plugin, const attache_host* host, attache_call* call,
                                      const attache_request* request) {
  const int32_t how = request->values[0]->choice;
  ATTACHE_NEW(attache_sink, sink);
  attache_status status = misbehave(host, call, how);
  (void)plugin;
  if (status == ATTACHE_OK)
    status = host->open_artifact(call, how == BAD_NAME ? str("../x") : request->output_name, str("text/plain"), &sink);
  if (status == ATTACHE_OK) status = sink.write(sink.self, "well\n", 5);
  if (status == ATTACHE_OK && how != LEAVE_OPEN) status = host->close_artifact(call, &sink);
  return status;
}

static const attache_option how = {
    .struct_size = sizeof(attache_option),
    .type = ATTACHE_OPTION_CHOICE,
    .choice_count = sizeof hows / sizeof *hows,
    .id = "how",
    .title = "How",
    .description = "How to fail",
    .default_text = "well",
    .choices = hows,
};
static const attache_option* const options[] = {&how};

static const attache_plugin descriptor = {
    .struct_size = sizeof(attache_plugin),
    .abi_version = ATTACHE_ABI_VERSION,
    .abi_draft = FAULTY_DRAFT,
    .flags = ATTACHE_PLUGIN_DETERMINISTIC,
    .id = "faulty",
    .title = "Faulty",
    .description = "Fails as told",
    .version = "1.0.0",
    .vendor = "Attaché tests",
    .license = "Apache-2.0",
    .media_type = "text/plain",
    .extensions = "txt",
    .option_count = 1,
    .options = options,
    .export_document = export_document,
};

const attache_plugin* attache_plugin_v1(void) { return &descriptor; }
