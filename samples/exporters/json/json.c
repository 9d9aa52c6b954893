/* SPDX-License-Identifier: Apache-2.0
 * The exporter `json`, in C99: the whole document as one JSON object: meta, blocks, tables with exact numbers, EDTF dates and the kind of
 * each missing cell. A kind of block that is not written as such keeps its name and holds what it falls back to. */
#include <inttypes.h>

#include "json_out.h"

#define ROWS_AT_ONCE 1024

/* ---- blocks ---- */

static void put_inline(struct json_out* out, const char* key, const attache_inline* line) {
  uint32_t i;
  put_raw(out, ",");
  put_key(out, key);
  put_raw(out, "[");
  for (i = 0; line != NULL && i < line->run_count; ++i) {
    const attache_run* run = &line->runs[i];
    put_raw(out, i == 0 ? "{" : ",{");
    if (run->citation != 0) {
      put_raw(out, "\"citation\":");
      put_integer(out, run->citation);
    } else {
      put_raw(out, "\"text\":");
      put_string(out, run->text);
    }
    if (run->href.size > 0) {
      put_raw(out, ",\"href\":");
      put_string(out, run->href);
    }
    if ((run->style & ATTACHE_STYLE_STRONG) != 0) put_raw(out, ",\"strong\":true");
    if ((run->style & ATTACHE_STYLE_EMPHASIS) != 0) put_raw(out, ",\"emphasis\":true");
    if ((run->style & ATTACHE_STYLE_CODE) != 0) put_raw(out, ",\"code\":true");
    put_raw(out, "}");
  }
  put_raw(out, "]");
}

static void put_member(struct json_out* out, const char* key, attache_str text) {
  put_raw(out, ",");
  put_key(out, key);
  put_string(out, text);
}

static void put_number_member(struct json_out* out, const char* key, int64_t value) {
  put_raw(out, ",");
  put_key(out, key);
  put_integer(out, value);
}

static void put_list(struct json_out* out, const attache_list* list) {
  uint32_t i;
  put_raw(out, list->ordered != 0 ? ",\"ordered\":true,\"items\":[" : ",\"ordered\":false,\"items\":[");
  for (i = 0; i < list->item_count; ++i) {
    put_raw(out, i == 0 ? "{\"item\":" : ",{\"item\":");
    put_integer(out, i + 1);
    put_inline(out, "text", list->items[i]);
    put_raw(out, "}");
  }
  put_raw(out, "]");
}

static void put_sources(struct json_out* out, const attache_sources* sources) {
  uint32_t i;
  put_raw(out, ",\"sources\":[");
  for (i = 0; i < sources->source_count; ++i) {
    const attache_source* source = sources->sources[i];
    put_raw(out, i == 0 ? "\n{\"number\":" : ",\n{\"number\":");
    put_integer(out, source->number);
    put_member(out, "id", source->id);
    put_member(out, "publisher", source->publisher);
    put_member(out, "title", source->title);
    put_member(out, "published", source->published);
    put_member(out, "url", source->url);
    put_member(out, "licence", source->licence);
    put_inline(out, "reference", source->text);
    put_raw(out, "}");
  }
  put_raw(out, "]");
}

static void put_legend(struct json_out* out, const attache_legend* legend) {
  uint32_t i;
  put_raw(out, ",\"signs\":[");
  for (i = 0; i < legend->entry_count; ++i) {
    put_raw(out, i == 0 ? "{\"sign\":" : ",{\"sign\":");
    put_string(out, legend->entries[i].key);
    put_member(out, "meaning", legend->entries[i].value);
    put_raw(out, "}");
  }
  put_raw(out, "]");
}

static const char* kind_name(attache_block_kind kind) {
  static const char* const names[] = {"",         "section",   "heading", "paragraph", "list",    "key-figures", "table",      "chart",
                                      "timeline", "quotation", "note",    "conflict",  "sources", "legend",      "page-break", "contents"};
  return kind > 0 && (size_t)kind < sizeof names / sizeof *names ? names[kind] : "unknown";
}

/* 0 for a kind that is not written as such. */
static int put_data(struct json_out* out, const attache_document* document, const attache_block* block) {
  switch (block->kind) {
    case ATTACHE_SECTION: {
      const attache_section* section = block->data;
      put_number_member(out, "level", section->level);
      put_member(out, "title", section->title);
      if ((section->flags & ATTACHE_SECTION_RESTRICTED) != 0) put_raw(out, ",\"restricted\":true");
      return 1;
    }
    case ATTACHE_HEADING:
      put_number_member(out, "level", ((const attache_heading*)block->data)->level);
      return put_inline(out, "text", ((const attache_heading*)block->data)->text), 1;
    case ATTACHE_PARAGRAPH:
      return put_inline(out, "text", ((const attache_paragraph*)block->data)->text), 1;
    case ATTACHE_NOTE:
      put_number_member(out, "number", ((const attache_note*)block->data)->number);
      return put_inline(out, "text", ((const attache_note*)block->data)->text), 1;
    case ATTACHE_LIST:
      return put_list(out, block->data), 1;
    case ATTACHE_TABLE_REF:
      return put_member(out, "table", document->tables[((const attache_table_ref*)block->data)->table]->id), 1;
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

static void put_block(struct json_out* out, const attache_document* document, const attache_block* block) {
  uint32_t i;
  put_raw(out, "\n{\"kind\":");
  put_raw(out, "\"");
  put_raw(out, kind_name(block->kind));
  put_raw(out, "\"");
  put_member(out, "id", block->id);
  if (!put_data(out, document, block) && block->fallback != NULL) {
    put_raw(out, ",\"fallback\":");
    put_block(out, document, block->fallback);
  }
  if (block->child_count > 0) put_raw(out, ",\"blocks\":[");
  for (i = 0; i < block->child_count; ++i) {
    if (i > 0) put_raw(out, ",");
    put_block(out, document, block->children[i]);
  }
  put_raw(out, block->child_count > 0 ? "]}" : "}");
}

/* ---- tables ---- */

static const char* type_name(attache_type type) {
  static const char* const names[] = {"", "bool", "int64", "decimal", "double", "date", "text", "text"};
  return type > 0 && (size_t)type < sizeof names / sizeof *names ? names[type] : "unknown";
}

static void put_columns(struct json_out* out, const attache_table* table) {
  uint32_t i;
  put_raw(out, ",\"columns\":[");
  for (i = 0; i < table->column_count; ++i) {
    const attache_column_info* column = table->columns[i];
    put_raw(out, i == 0 ? "\n{\"id\":" : ",\n{\"id\":");
    put_string(out, column->id);
    put_member(out, "title", column->title);
    put_member(out, "group", column->group);
    put_member(out, "unit", column->unit);
    put_raw(out, ",\"type\":\"");
    put_raw(out, type_name(column->type));
    put_raw(out, "\"");
    if (column->magnitude != 0) put_number_member(out, "printed-in-powers-of-ten", column->magnitude);
    put_raw(out, "}");
  }
  put_raw(out, "]");
}

static int is_present(const attache_column* column, int64_t row) {
  return column->validity == NULL || ((column->validity[row >> 3] >> (row & 7)) & 1) != 0;
}

/* null where nothing belongs; else why there is no value. */
static void put_missing(struct json_out* out, const attache_column* column, int64_t row) {
  switch (column->missing == NULL ? ATTACHE_NOT_AVAILABLE : column->missing[row]) {
    case ATTACHE_BLANK:
      put_raw(out, "null");
      break;
    case ATTACHE_NOT_APPLICABLE:
      put_raw(out, "{\"missing\":\"not-applicable\"}");
      break;
    case ATTACHE_CONFIDENTIAL:
      put_raw(out, "{\"missing\":\"confidential\"}");
      break;
    case ATTACHE_NOT_COLLECTED:
      put_raw(out, "{\"missing\":\"not-collected\"}");
      break;
    default:
      put_raw(out, "{\"missing\":\"not-available\"}");
      break;
  }
}

static attache_str slice(const char* bytes, const int32_t* offsets, int64_t index) {
  const attache_str text = {bytes + offsets[index], (size_t)(offsets[index + 1] - offsets[index])};
  return text;
}

static void put_cell(struct json_out* out, const attache_column_info* info, const attache_column* column, int64_t row) {
  if (!is_present(column, row)) {
    put_missing(out, column, row);
    return;
  }
  switch (column->type) {
    case ATTACHE_BOOL:
      put_raw(out, ((const uint8_t*)column->values)[row] != 0 ? "true" : "false");
      break;
    case ATTACHE_INT64:
      put_integer(out, ((const int64_t*)column->values)[row]);
      break;
    case ATTACHE_DECIMAL:
      put_decimal(out, ((const int64_t*)column->values)[row], info->scale);
      break;
    case ATTACHE_DOUBLE:
      put_double(out, ((const double*)column->values)[row]);
      break;
    case ATTACHE_DATE:
      put_date(out, ((const attache_date*)column->values)[2 * row], ((const attache_date*)column->values)[2 * row + 1]);
      break;
    case ATTACHE_TEXT:
      put_string(out, slice(column->values, column->offsets, row));
      break;
    case ATTACHE_DICTIONARY:
      put_string(out, slice(column->dictionary_bytes, column->dictionary_offsets, ((const int32_t*)column->values)[row]));
      break;
    default: /* a type of a later contract */
      put_raw(out, "{\"missing\":\"not-available\"}");
      break;
  }
}

static void put_row(struct json_out* out, const attache_table* table, const attache_batch* batch, int64_t row) {
  static const char* const kinds[] = {"body", "subtotal", "total", "other"};
  const unsigned kind = batch->row_kind == NULL ? ATTACHE_ROW_BODY : batch->row_kind[row];
  uint32_t i;
  put_raw(out, batch->first_row + row == 0 ? "\n{" : ",\n{");
  if (kind != ATTACHE_ROW_BODY && kind < sizeof kinds / sizeof *kinds) {
    put_raw(out, "\"kind\":\"");
    put_raw(out, kinds[kind]);
    put_raw(out, "\",");
  }
  put_raw(out, "\"cells\":[");
  for (i = 0; i < batch->column_count; ++i) {
    if (i > 0) put_raw(out, ",");
    put_cell(out, table->columns[i], batch->columns[i], row);
  }
  put_raw(out, "]}");
}

static void put_rows(struct json_out* out, uint32_t index, const attache_table* table) {
  int64_t first = 0, row;
  put_raw(out, ",\"rows\":[");
  while (first < table->row_count && out->status == ATTACHE_OK) {
    ATTACHE_NEW(attache_batch, batch);
    out->status = out->host->read_batch(out->call, index, first, ROWS_AT_ONCE, &batch);
    if (out->status != ATTACHE_OK) break;
    for (row = 0; row < batch.row_count; ++row) put_row(out, table, &batch, row);
    first += batch.row_count;
    if (out->status == ATTACHE_OK) out->status = out->host->progress(out->call, (double)first / (double)table->row_count, table->title);
  }
  put_raw(out, "]");
}

static void put_table(struct json_out* out, uint32_t index, const attache_table* table) {
  put_raw(out, index == 0 ? "\n{\"id\":" : ",\n{\"id\":");
  put_string(out, table->id);
  put_member(out, "title", table->title);
  put_inline(out, "note", table->note);
  put_columns(out, table);
  put_rows(out, index, table);
  put_raw(out, "}");
}

/* ---- the plugin ---- */

static void put_document(struct json_out* out, const attache_document* document, int with_blocks) {
  uint32_t i;
  put_raw(out, "{\"meta\":{");
  for (i = 0; i < document->meta_count; ++i) {
    put_raw(out, i == 0 ? "\n" : ",\n");
    put_string(out, document->meta[i].key);
    put_raw(out, ":");
    put_string(out, document->meta[i].value);
  }
  put_raw(out, "}");
  if (with_blocks) {
    put_raw(out, ",\n\"document\":");
    put_block(out, document, document->root);
  }
  put_raw(out, ",\n\"tables\":[");
  for (i = 0; i < document->table_count; ++i) put_table(out, i, document->tables[i]);
  put_raw(out, "]}\n");
}

static attache_status export_document(const attache_plugin* plugin, const attache_host* host, attache_call* call,
                                      const attache_request* request) {
  static const attache_str media_type = {"application/json", 16};
  struct json_out out = {host, call, {.struct_size = (uint32_t)sizeof(attache_sink)}, ATTACHE_OK};
  (void)plugin;
  out.status = host->open_artifact(call, request->output_name, media_type, &out.file);
  if (out.status == ATTACHE_OK) put_document(&out, request->document, request->values[0]->integer != 0);
  if (out.status == ATTACHE_OK) out.status = host->close_artifact(call, &out.file);
  return out.status;
}

static const attache_option blocks = {
    .struct_size = sizeof(attache_option),
    .type = ATTACHE_OPTION_BOOL,
    .id = "blocks",
    .title = "Blocks",
    .description = "Write the document's blocks, not its tables only",
    .default_text = "true",
};
static const attache_option* const options[] = {&blocks};

static const attache_plugin descriptor = {
    .struct_size = sizeof(attache_plugin),
    .abi_version = ATTACHE_ABI_VERSION,
    .abi_draft = ATTACHE_ABI_DRAFT,
    .flags = ATTACHE_PLUGIN_DETERMINISTIC | ATTACHE_PLUGIN_REENTRANT | ATTACHE_PLUGIN_ALL_ROWS,
    .id = "json",
    .title = "JSON",
    .description = "The whole document as one JSON object",
    .version = "1.0.0",
    .vendor = "Attaché samples",
    .license = "Apache-2.0",
    .url = "",
    .media_type = "application/json",
    .extensions = "json",
    .option_count = 1,
    .options = options,
    .export_document = export_document,
};

const attache_plugin* attache_plugin_v1(void) { return &descriptor; }
