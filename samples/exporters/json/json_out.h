/* SPDX-License-Identifier: Apache-2.0
 * JSON texts, numbers and dates, written to an artifact. */
#ifndef JSON_OUT_H
#define JSON_OUT_H

#include <attache/plugin.h>

struct json_out {
  const attache_host* host;
  attache_call* call;
  attache_sink file;
  attache_status status; /* of the first failure; after it nothing more is written */
};

/* Bytes that are JSON already: brackets, commas, keys. */
void put_raw(struct json_out* out, const char* json);
/* A string: quotes, backslashes and controls escaped, all else as it is (UTF-8). */
void put_string(struct json_out* out, attache_str text);
/* "key": */
void put_key(struct json_out* out, const char* key);
void put_integer(struct json_out* out, int64_t value);
/* value × 10^-scale with all its digits. */
void put_decimal(struct json_out* out, int64_t value, int32_t scale);
/* The shortest digits that read back as the same double, whatever the locale. */
void put_double(struct json_out* out, double value);
/* EDTF: "2015-10-14", "2015-01/2015-06", "1994-03~", "2015/..". */
void put_date(struct json_out* out, attache_date start, attache_date end);

#endif
