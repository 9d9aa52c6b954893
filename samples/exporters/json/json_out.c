/* SPDX-License-Identifier: Apache-2.0 */
#include "json_out.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void put_bytes(struct json_out* out, const char* bytes, size_t size) {
  if (out->status == ATTACHE_OK && size > 0) out->status = out->file.write(out->file.self, bytes, size);
}

void put_raw(struct json_out* out, const char* json) { put_bytes(out, json, strlen(json)); }

static int must_escape(unsigned char c) { return c < 0x20 || c == '"' || c == '\\'; }

void put_string(struct json_out* out, attache_str text) {
  size_t start = 0, i;
  put_raw(out, "\"");
  for (i = 0; i < text.size; ++i) {
    const unsigned char c = (unsigned char)text.data[i];
    char escape[8];
    if (!must_escape(c)) continue;
    put_bytes(out, text.data + start, i - start);
    snprintf(escape, sizeof escape, c < 0x20 ? "\\u%04x" : "\\%c", c);
    put_raw(out, c == '\n' ? "\\n" : c == '\t' ? "\\t" : escape);
    start = i + 1;
  }
  if (text.size > start) put_bytes(out, text.data + start, text.size - start);
  put_raw(out, "\"");
}

void put_key(struct json_out* out, const char* key) {
  const attache_str text = {key, strlen(key)};
  put_string(out, text);
  put_raw(out, ":");
}

void put_integer(struct json_out* out, int64_t value) {
  char text[24];
  snprintf(text, sizeof text, "%" PRId64, value);
  put_raw(out, text);
}

void put_decimal(struct json_out* out, int64_t value, int32_t scale) {
  /* 0 − value as unsigned: right for INT64_MIN, too */
  const uint64_t digits = value < 0 ? UINT64_C(0) - (uint64_t)value : (uint64_t)value;
  char text[64];
  int length;
  if (scale <= 0 || scale > 18) { /* a power of ten that JSON can say itself */
    put_integer(out, value);
    snprintf(text, sizeof text, "e%" PRId32, -scale);
    if (scale != 0) put_raw(out, text);
    return;
  }
  length = snprintf(text, sizeof text, "%0*" PRIu64, scale + 1, digits);
  memmove(text + length - scale + 1, text + length - scale, (size_t)scale + 1);
  text[length - scale] = '.';
  if (value < 0) put_raw(out, "-");
  put_raw(out, text);
}

void put_double(struct json_out* out, double value) {
  char text[40];
  char* comma;
  int digits;
  for (digits = 15; digits <= 17; ++digits) {
    snprintf(text, sizeof text, "%.*g", digits, value);
    if (strtod(text, NULL) == value) break;
  }
  comma = strpbrk(text, ",");
  if (comma != NULL) *comma = '.';
  put_raw(out, text);
}

/* One end point; `text` has room for 24 bytes. */
static void date_text(char* text, attache_date date) {
  const int mask = date.flags & ATTACHE_DATE_MASK;
  int size = 0;
  text[0] = 0;
  if ((date.flags & ATTACHE_DATE_OPEN) != 0) {
    strcpy(text, "..");
    return;
  }
  if (date.precision == ATTACHE_DATE_NONE) return;
  size = sprintf(text, date.year < 0 ? "%05" PRId32 : "%04" PRId32, date.year);
  if (mask == ATTACHE_DATE_MASK_DECADE || mask == ATTACHE_DATE_MASK_CENTURY) text[size - 1] = 'X';
  if (mask == ATTACHE_DATE_MASK_CENTURY) text[size - 2] = 'X';
  if (date.precision >= ATTACHE_DATE_MONTH) size += sprintf(text + size, "-%02d", date.month);
  if (date.precision >= ATTACHE_DATE_DAY) size += sprintf(text + size, "-%02d", date.day);
  if (mask == ATTACHE_DATE_MASK_DAY || mask == ATTACHE_DATE_MASK_MONTH) size += sprintf(text + size, "-XX");
  if (mask == ATTACHE_DATE_MASK_MONTH_AND_DAY) size += sprintf(text + size, "-XX-XX");
  switch (date.flags & (ATTACHE_DATE_APPROXIMATE | ATTACHE_DATE_UNCERTAIN)) {
    case ATTACHE_DATE_APPROXIMATE:
      strcpy(text + size, "~");
      break;
    case ATTACHE_DATE_UNCERTAIN:
      strcpy(text + size, "?");
      break;
    case ATTACHE_DATE_APPROXIMATE | ATTACHE_DATE_UNCERTAIN:
      strcpy(text + size, "%");
      break;
    default:
      break;
  }
}

void put_date(struct json_out* out, attache_date start, attache_date end) {
  char first[24], last[24];
  date_text(first, start);
  date_text(last, end);
  put_raw(out, "\"");
  put_raw(out, first);
  if (strcmp(first, last) != 0) {
    put_raw(out, "/");
    put_raw(out, last);
  }
  put_raw(out, "\"");
}
