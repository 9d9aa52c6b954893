/* SPDX-License-Identifier: Apache-2.0
 * The exporter `my-format`, in C99: a document as plain text. It draws the plain kinds of block; every other kind (charts, timelines, key
 * figures, and what is invented later) arrives as the plain kinds it falls back to. */
#include <attache/plugin.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct writer {
  const attache_host* host;
  attache_call* call;
  const attache_request* request;
  attache_sink file;
  attache_status status; /* of the first failure; after it nothing more is written */
  unsigned char* drawn;  /* one byte a table: a chart falls back to a table that may stand beside it */
};

static void put(struct writer* out, attache_str text) {
  if (out->status == ATTACHE_OK && text.size > 0) out->status = out->file.write(out->file.self, text.data, text.size);
}

static void put_text(struct writer* out, const char* text) {
  const attache_str all = {text, strlen(text)};
  put(out, all);
}

static void put_citation(struct writer* out, uint32_t number) {
  char text[16];
  snprintf(text, sizeof text, "[%" PRIu32 "]", number);
  put_text(out, text);
}

static void put_line(struct writer* out, const char* before, const attache_inline* line, const char* after) {
  uint32_t i;
  put_text(out, before);
  for (i = 0; line != NULL && i < line->run_count; ++i) {
    put(out, line->runs[i].text);
    if (line->runs[i].citation != 0) put_citation(out, line->runs[i].citation);
  }
  put_text(out, after);
}

/* Columns for machines are left out. */
static int is_printed(const attache_column_info* column) { return (column->flags & ATTACHE_COLUMN_DATA_ONLY) == 0; }

static void put_head(struct writer* out, const attache_table* table) {
  const char* between = "";
  uint32_t column;
  for (column = 0; column < table->column_count; ++column) {
    const attache_column_info* info = table->columns[column];
    if (!is_printed(info)) continue;
    put_text(out, between);
    put(out, info->title);
    if (info->unit.size > 0) put_text(out, ", ");
    put(out, info->unit);
    between = " | ";
  }
  put_text(out, "\n");
}

/* One line a row, as the cells are printed in the document's language. */
static void put_rows(struct writer* out, uint32_t index, const attache_table* table) {
  int64_t row;
  uint32_t column;
  for (row = 0; row < table->row_count && out->status == ATTACHE_OK; ++row) {
    const char* between = "";
    for (column = 0; column < table->column_count; ++column) {
      if (!is_printed(table->columns[column])) continue;
      put_text(out, between);
      put(out, out->host->format_cell(out->call, index, column, row));
      between = " | ";
    }
    put_text(out, "\n");
    if (row % 1024 == 0 && out->status == ATTACHE_OK) {
      out->status = out->host->progress(out->call, (double)row / (double)table->row_count, table->title);
    }
  }
}

static void put_table(struct writer* out, uint32_t index) {
  const attache_table* table = out->request->document->tables[index];
  if (out->drawn[index]) return;
  out->drawn[index] = 1;
  put(out, table->title);
  if (table->title.size > 0) put_text(out, "\n");
  put_head(out, table);
  put_rows(out, index, table);
  put_line(out, "", table->note, table->note == NULL ? "\n" : "\n\n");
}

static void put_sources(struct writer* out, const attache_sources* sources) {
  uint32_t i;
  const int wanted = out->request->values[0]->integer != 0; /* the option "sources" */
  for (i = 0; wanted && i < sources->source_count; ++i) {
    put_citation(out, sources->sources[i]->number);
    put_line(out, " ", sources->sources[i]->text, "\n");
  }
  put_text(out, "\n");
}

static void put_list(struct writer* out, const attache_list* list) {
  uint32_t i;
  for (i = 0; i < list->item_count; ++i) put_line(out, "- ", list->items[i], "\n");
  put_text(out, "\n");
}

static void put_legend(struct writer* out, const attache_legend* legend) {
  uint32_t i;
  for (i = 0; i < legend->entry_count; ++i) {
    put(out, legend->entries[i].key);
    put_text(out, " ");
    put(out, legend->entries[i].value);
    put_text(out, "\n");
  }
  put_text(out, "\n");
}

static void render(struct writer* out, const attache_block* block);

static void put_section(struct writer* out, const attache_block* block) {
  const attache_section* section = block->data;
  uint32_t i;
  if (section->title.size > 0) {
    put(out, section->title);
    put_text(out, section->level < 2 ? "\n====\n\n" : "\n----\n\n");
  }
  for (i = 0; i < block->child_count; ++i) render(out, block->children[i]);
}

/* 0 for a kind that is not drawn here. */
static int draw(struct writer* out, const attache_block* block) {
  switch (block->kind) {
    case ATTACHE_SECTION:
      return put_section(out, block), 1;
    case ATTACHE_HEADING:
      return put_line(out, "", ((const attache_heading*)block->data)->text, "\n\n"), 1;
    case ATTACHE_PARAGRAPH:
      return put_line(out, "", ((const attache_paragraph*)block->data)->text, "\n\n"), 1;
    case ATTACHE_NOTE:
      return put_line(out, "Note: ", ((const attache_note*)block->data)->text, "\n\n"), 1;
    case ATTACHE_LIST:
      return put_list(out, block->data), 1;
    case ATTACHE_TABLE_REF:
      return put_table(out, ((const attache_table_ref*)block->data)->table), 1;
    case ATTACHE_SOURCES:
      return put_sources(out, block->data), 1;
    case ATTACHE_LEGEND:
      return put_legend(out, block->data), 1;
    case ATTACHE_PAGE_BREAK:
      return 1;
    default:
      return 0;
  }
}

/* A block, or what it falls back to, or its children. */
static void render(struct writer* out, const attache_block* block) {
  uint32_t i;
  if (draw(out, block)) return;
  if (block->fallback != NULL) {
    render(out, block->fallback);
    return;
  }
  for (i = 0; i < block->child_count; ++i) render(out, block->children[i]);
}

static attache_status export_document(const attache_plugin* plugin, const attache_host* host, attache_call* call,
                                      const attache_request* request) {
  static const attache_str media_type = {"text/plain", 10};
  struct writer out = {host, call, request, {.struct_size = (uint32_t)sizeof(attache_sink)}, ATTACHE_OK, NULL};
  (void)plugin;
  out.drawn = calloc(request->document->table_count + 1, 1);
  if (out.drawn == NULL) {
    static const attache_str why = {"there is no memory for the list of tables; choose a smaller report", 66};
    host->set_error(call, ATTACHE_ERR_MEMORY, why);
    return ATTACHE_ERR_MEMORY;
  }
  out.status = host->open_artifact(call, request->output_name, media_type, &out.file);
  if (out.status == ATTACHE_OK) render(&out, request->document->root);
  if (out.status == ATTACHE_OK) out.status = host->close_artifact(call, &out.file);
  free(out.drawn);
  return out.status;
}

static const attache_option sources = {
    .struct_size = sizeof(attache_option),
    .type = ATTACHE_OPTION_BOOL,
    .id = "sources",
    .title = "Sources",
    .description = "Write the list of sources",
    .default_text = "true",
};
static const attache_option* const options[] = {&sources};

static const attache_plugin descriptor = {
    .struct_size = sizeof(attache_plugin),
    .abi_version = ATTACHE_ABI_VERSION,
    .abi_draft = ATTACHE_ABI_DRAFT,
    .flags = ATTACHE_PLUGIN_DETERMINISTIC | ATTACHE_PLUGIN_REENTRANT | ATTACHE_PLUGIN_ALL_ROWS,
    .id = "my-format",
    .title = "My format",
    .description = "A document as plain text",
    .version = "0.1.0",
    .vendor = "",
    .license = "Apache-2.0",
    .url = "",
    .media_type = "text/plain",
    .extensions = "my-format",
    .option_count = 1,
    .options = options,
    .export_document = export_document,
};

const attache_plugin* attache_plugin_v1(void) { return &descriptor; }
