/* Attaché plugin contract, major 1 (draft: see ATTACHE_ABI_DRAFT).  C99, one header, no dependency; these comments are the specification.
 *
 * A plugin is a shared library "<id>.attache.so" that exports exactly one symbol, attache_plugin_v1(). It turns one document
 * (a host-owned, immutable tree of typed blocks and the tables they refer to) into one or more files, called artifacts.
 *
 * Rules that hold everywhere
 *  - OPEN structs begin with `uint32_t struct_size`; members are only ever appended. They travel by pointer or in arrays of
 *    pointers, never by value. A reader tests ATTACHE_HAS() before it touches a member newer than minor 0.
 *  - CLOSED structs (attache_str, attache_date, attache_run, attache_pair, attache_formula) never change in this major.
 *  - Constants never change their value. Enumerations travel as int32_t; a reader must accept values it does not know.
 *  - Memory is freed by the side that allocated it; nothing changes owner. What the host gives lives until the export returns,
 *    batches until the next read_batch of the same table. What the plugin's descriptor points to lives as long as the process.
 *  - All text is valid UTF-8, both ways; file names and paths (output_name, output_stem, PATH options, open_file, temporary_folder) are
 *    bytes as the file system has them. Text from the host is also NUL-terminated and its data is never NULL, except what meta() gives
 *    for an unknown key. Text from the plugin may have data NULL when its size is 0. An array whose count is 0 may be NULL.
 *  - No exception, longjmp or exit() leaves a function of this contract. A plugin never calls exit, setlocale, chdir, umask,
 *    installs no signal handlers, writes nothing to stdout/stderr, writes no file outside its artifacts and
 *    temporary_folder, asks no clock (attache_request.source_date_epoch is the time), and joins every thread it started.
 *    It starts no process (fork, exec, system, posix_spawn): one that is left running, or a forked child that calls a function of the
 *    host or returns from export_document, is ended and makes the export fail.
 *  - Thread tags: [export-thread] only on the thread that called export_document; [any-thread] from every thread of the export.
 */
#ifndef ATTACHE_PLUGIN_H
#define ATTACHE_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#define ATTACHE_ABI_MAJOR 1
#define ATTACHE_ABI_MINOR_LATEST 0
/* While the contract is unfrozen every change bumps this number and the host takes only plugins of the same draft. 0 = frozen. */
#define ATTACHE_ABI_DRAFT 2
#ifndef ATTACHE_TARGET_MINOR /* pin the lowest minor that has what you need; newer members are then not visible */
#define ATTACHE_TARGET_MINOR 0
#endif
#if ATTACHE_TARGET_MINOR > ATTACHE_ABI_MINOR_LATEST
#error "ATTACHE_TARGET_MINOR is newer than this header"
#endif
#define ATTACHE_ABI_VERSION (((UINT32_C(0) + ATTACHE_ABI_MAJOR) << 16) | ATTACHE_TARGET_MINOR)

#define ATTACHE_EXPORT __attribute__((visibility("default")))
/* Does *p, as its maker compiled it, contain member m? */
#ifdef __cplusplus
#define ATTACHE_HAS(p, type, m) ((p)->struct_size >= offsetof(type, m) + sizeof(type::m))
#else
#define ATTACHE_HAS(p, type, m) ((p)->struct_size >= offsetof(type, m) + sizeof(((type*)0)->m))
#endif
/* Declares and starts an OPEN struct that the host fills: ATTACHE_NEW(attache_batch, batch); */
#ifdef __cplusplus
#define ATTACHE_NEW(type, name) \
  type name{};                  \
  name.struct_size = static_cast<uint32_t>(sizeof(type))
#else
#define ATTACHE_NEW(type, name) type name = {.struct_size = (uint32_t)sizeof(type)}
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- closed structs and codes ------------------------------------------------------------------------------------------- */

typedef struct attache_str {
  const char* data;
  size_t size; /* bytes */
} attache_str;

typedef struct attache_pair {
  attache_str key, value;
} attache_pair;

/* One end point of an EDTF level 1 date. A date cell has two: start and end (equal for a single date). */
typedef struct attache_date {
  int32_t year;      /* proleptic Gregorian, astronomical; 0 with precision NONE */
  int8_t month, day; /* 1-based; 0 = not known; months 21 … 24 are the seasons spring … winter */
  uint8_t precision; /* ATTACHE_DATE_* */
  uint8_t flags;     /* ATTACHE_DATE_APPROXIMATE | … */
} attache_date;
enum { ATTACHE_DATE_NONE = 0 /* undated */, ATTACHE_DATE_YEAR = 1, ATTACHE_DATE_MONTH = 2, ATTACHE_DATE_DAY = 3 };
enum {
  ATTACHE_DATE_APPROXIMATE = 1,
  ATTACHE_DATE_UNCERTAIN = 2,
  ATTACHE_DATE_OPEN = 4 /* an end of an interval: ".." */,
  ATTACHE_DATE_UNSPECIFIED = 8 /* had X digits, which ones is in the mask; an end of an interval: not known */
};
/* flags & ATTACHE_DATE_MASK: the digits that were X; precision is what remains. A decade or century has its first year. */
enum {
  ATTACHE_DATE_MASK = 0x70,
  ATTACHE_DATE_MASK_DAY = 0x10 /* 2015-03-XX */,
  ATTACHE_DATE_MASK_MONTH = 0x20 /* 2015-XX */,
  ATTACHE_DATE_MASK_MONTH_AND_DAY = 0x30 /* 2015-XX-XX */,
  ATTACHE_DATE_MASK_DECADE = 0x40 /* 199X */,
  ATTACHE_DATE_MASK_CENTURY = 0x50 /* 19XX */
};

/* A piece of text in one style. href: "" none, "#id" a block of this document, else a URL as the dataset
 * gives it. Make a link of http:, https: and mailto: only, and plain text of every other scheme. */
typedef struct attache_run {
  attache_str text, href;
  uint32_t style;    /* ATTACHE_STYLE_* bits */
  uint32_t citation; /* 0 none, else the number of a source; text is then "" and the exporter prints "[n]" its own way */
  attache_str lang;  /* BCP 47; "" = the document's */
} attache_run;
enum { ATTACHE_STYLE_STRONG = 1, ATTACHE_STYLE_EMPHASIS = 2, ATTACHE_STYLE_CODE = 4 };

typedef int32_t attache_status;
enum {
  ATTACHE_OK = 0,
  ATTACHE_CANCELLED = 1,
  ATTACHE_ERR_OPTION = 2,
  ATTACHE_ERR_UNSUPPORTED = 3,
  ATTACHE_ERR_DATA = 4,
  ATTACHE_ERR_IO = 5,
  ATTACHE_ERR_MEMORY = 6,
  ATTACHE_ERR_INTERNAL = 7,
  ATTACHE_ERR_HOST_TOO_OLD = 8
};

typedef int32_t attache_log_level;
enum { ATTACHE_LOG_TRACE = 0, ATTACHE_LOG_DEBUG = 1, ATTACHE_LOG_INFO = 2, ATTACHE_LOG_WARN = 3, ATTACHE_LOG_ERROR = 4 };

typedef int32_t attache_type;
enum {
  ATTACHE_BOOL = 1,      /* values: uint8_t, 0 or 1 */
  ATTACHE_INT64 = 2,     /* values: int64_t */
  ATTACHE_DECIMAL = 3,   /* values: int64_t; the number is value × 10^-scale, exact */
  ATTACHE_DOUBLE = 4,    /* values: double, finite */
  ATTACHE_DATE = 5,      /* values: attache_date[2] (start, end) */
  ATTACHE_TEXT = 6,      /* values: bytes; offsets: int32_t[length + 1] */
  ATTACHE_DICTIONARY = 7 /* values: int32_t codes into dictionary_offsets/_bytes */
};

/* Why a cell is empty. Zero is a value, not a missing cell. */
typedef int32_t attache_missing;
enum {
  ATTACHE_PRESENT = 0,
  ATTACHE_NOT_AVAILABLE = 1,  /* [x] exists, not known here */
  ATTACHE_NOT_APPLICABLE = 2, /* [z] cannot exist */
  ATTACHE_CONFIDENTIAL = 3,   /* [c] */
  ATTACHE_NOT_COLLECTED = 4,  /* [x] exists, nobody collects it */
  ATTACHE_BLANK = 5           /* nothing belongs here; printed as nothing */
};

typedef int32_t attache_role; /* what a column means */
enum {
  ATTACHE_ROLE_OTHER = 0,
  ATTACHE_ROLE_KEY = 1,   /* identifies the row */
  ATTACHE_ROLE_LABEL = 2, /* names the row for people */
  ATTACHE_ROLE_PERIOD = 3,
  ATTACHE_ROLE_AREA = 4,    /* reporter, partner, member … */
  ATTACHE_ROLE_PRODUCT = 5, /* a classification code: text, leading zeros count */
  ATTACHE_ROLE_MEASURE = 6,
  ATTACHE_ROLE_STATUS = 7,   /* SDMX OBS_STATUS letters of a measure */
  ATTACHE_ROLE_CITATION = 8, /* int64: number of a source */
  ATTACHE_ROLE_NOTE = 9
};

typedef int32_t attache_total;
enum { ATTACHE_TOTAL_NONE = 0, ATTACHE_TOTAL_SUM = 1, ATTACHE_TOTAL_AVERAGE = 2, ATTACHE_TOTAL_LAST = 3, ATTACHE_TOTAL_LABEL = 4 };

/* How a column follows from others of its row (a, b: column indices, −1 unused). Percentages are per cent, not fractions. */
typedef struct attache_formula {
  int32_t op, a, b, c;
} attache_formula;
enum {
  ATTACHE_FORMULA_NONE = 0,
  ATTACHE_FORMULA_SUM = 1,        /* a + b */
  ATTACHE_FORMULA_DIFFERENCE = 2, /* a − b */
  ATTACHE_FORMULA_PERCENT = 3,    /* 100·a/b */
  ATTACHE_FORMULA_GROWTH = 4,     /* 100·(a / a of the row before − 1); only where the two periods are adjacent */
  ATTACHE_FORMULA_SHARE = 5       /* 100·a / a of the total row */
};

typedef int32_t attache_row_kind;
enum { ATTACHE_ROW_BODY = 0, ATTACHE_ROW_SUBTOTAL = 1, ATTACHE_ROW_TOTAL = 2, ATTACHE_ROW_OTHER = 3 /* the rest, residual */ };

/* ---- tables ------------------------------------------------------------------------------------------------------------- */

typedef struct attache_column_info { /* open */
  uint32_t struct_size;
  attache_type type;
  attache_role role;
  attache_total total;
  attache_str id;    /* stable, unique in its table; for the standard tables an SDMX or Comtrade name */
  attache_str title; /* printed head; unique in its table together with group */
  attache_str group; /* head above neighbouring columns of equal group, "" none */
  attache_str unit;  /* printed, "" none: "million USD", "%" */
  attache_str description;
  int32_t scale;           /* DECIMAL: value × 10^-scale */
  int32_t decimals;        /* print this many; −1 = as many as the value has */
  int32_t magnitude;       /* print divided by 10^magnitude (unit says so) */
  int32_t width_hint;      /* characters, 0 none */
  int32_t status_column;   /* index of the column with this one's SDMX status, −1 none */
  int32_t citation_column; /* index of the column with this one's source number, −1 none */
  uint32_t flags;          /* ATTACHE_COLUMN_* */
  attache_formula formula;
} attache_column_info;
enum {
  ATTACHE_COLUMN_DATA_ONLY = 1,  /* for XLSX, CSV, databases; paged formats leave it out (format_cell already prints status signs) */
  ATTACHE_COLUMN_NO_GROUPING = 2 /* integers without thousands separators: years, numbers of sessions */
};

typedef struct attache_inline { /* open: rich text */
  uint32_t struct_size;
  uint32_t run_count;
  const attache_run* runs;
} attache_inline;

typedef struct attache_table { /* open */
  uint32_t struct_size;
  uint32_t column_count;
  const attache_column_info* const* columns;
  attache_str id;         /* [a-z0-9-], unique in the document */
  attache_str title;      /* the caption */
  attache_str sheet_name; /* a short name, at most 31 UTF-16 units, valid and unique as a sheet name */
  attache_str description;
  int64_t row_count;          /* exact; may be millions */
  uint32_t key_columns;       /* the first so many columns identify a row */
  int32_t has_total;          /* 1: the last row is the total, which aggregate each column says */
  const attache_inline* note; /* NULL none */
} attache_table;

typedef struct attache_column { /* open: one column of a batch, Arrow memory layout */
  uint32_t struct_size;
  attache_type type;
  int64_t length, null_count;
  const uint8_t* validity; /* bit (LSB first) 1 = present; NULL = none is missing */
  const uint8_t* missing;  /* attache_missing per row; NULL = none is missing */
  const void* values;
  const int32_t* offsets;
  const int32_t* dictionary_offsets;
  const char* dictionary_bytes;
  int32_t dictionary_size;
  int32_t reserved;
} attache_column;

typedef struct attache_batch { /* open */
  uint32_t struct_size;
  uint32_t column_count;
  int64_t first_row, row_count;
  const attache_column* const* columns;
  const uint8_t* row_kind; /* attache_row_kind per row; NULL, then in every batch of the table = all BODY */
  const uint8_t* indent;   /* level per row, 0…; NULL, then in every batch of the table = all 0 */
} attache_batch;

/* A value that stands alone. */
typedef struct attache_cell { /* open */
  uint32_t struct_size;
  attache_type type; /* never DICTIONARY */
  attache_missing missing;
  int32_t scale;    /* DECIMAL */
  int64_t integer;  /* BOOL, INT64, DECIMAL */
  double real;      /* DOUBLE */
  attache_str text; /* TEXT */
  attache_date start, end;
  attache_str status;  /* SDMX letters, "" = A */
  attache_str printed; /* in the document's language, signs included, unit not */
} attache_cell;

/* ---- blocks ------------------------------------------------------------------------------------------------------------- */

typedef int32_t attache_block_kind;
enum {
  ATTACHE_SECTION = 1,
  ATTACHE_HEADING = 2, /* an unnumbered in-text head; section titles are in attache_section */
  ATTACHE_PARAGRAPH = 3,
  ATTACHE_LIST = 4,
  ATTACHE_KEY_FIGURES = 5,
  ATTACHE_TABLE_REF = 6,
  ATTACHE_CHART = 7,
  ATTACHE_TIMELINE = 8,
  ATTACHE_QUOTATION = 9,
  ATTACHE_NOTE = 10,
  ATTACHE_CONFLICT = 11,
  ATTACHE_SOURCES = 12,
  ATTACHE_LEGEND = 13,
  ATTACHE_PAGE_BREAK = 14, /* no data */
  ATTACHE_CONTENTS = 15    /* no data: the exporter lists the document's sections (and tables) its own way */
};

typedef struct attache_block { /* open: one node of the tree */
  uint32_t struct_size;
  attache_block_kind kind;
  attache_str id;       /* stable, unique: link target, trace key */
  const void* data;     /* the struct of its kind; NULL for PAGE_BREAK and CONTENTS */
  uint32_t child_count; /* only sections have children */
  uint32_t reserved;
  const struct attache_block* const* children;
  const struct attache_block* fallback; /* the same content in older kinds; never NULL for chart, timeline, key figures, quotation,
                                           conflict, contents, and any kind newer than 1.0. It may be a section without title. */
} attache_block;

typedef struct attache_section { /* open */
  uint32_t struct_size;
  int32_t level;          /* 0 the root, 1 … 6 */
  attache_str title;      /* "" = a group without a head */
  attache_str sheet_name; /* as attache_table.sheet_name; "" = take the title */
  int32_t role;           /* ATTACHE_SECTION_* */
  int32_t page_hint;      /* ATTACHE_PAGE_* */
  uint32_t flags;         /* ATTACHE_SECTION_RESTRICTED */
} attache_section;
enum {
  ATTACHE_SECTION_NORMAL = 0,
  ATTACHE_SECTION_COVER = 1,
  ATTACHE_SECTION_CONTENTS = 2,
  ATTACHE_SECTION_SUMMARY = 3,
  ATTACHE_SECTION_NOTES = 4,
  ATTACHE_SECTION_SOURCES = 5,
  ATTACHE_SECTION_BOX = 6 /* a framed aside */
};
enum { ATTACHE_PAGE_AUTO = 0, ATTACHE_PAGE_NEW = 1, ATTACHE_PAGE_KEEP_TOGETHER = 2, ATTACHE_PAGE_LANDSCAPE = 3 };
enum { ATTACHE_SECTION_RESTRICTED = 1 };

typedef struct attache_heading { /* open */
  uint32_t struct_size;
  int32_t level; /* below the section's: 1, 2 … */
  const attache_inline* text;
} attache_heading;

typedef struct attache_paragraph { /* open */
  uint32_t struct_size;
  int32_t role; /* ATTACHE_PARAGRAPH_* */
  const attache_inline* text;
} attache_paragraph;
enum { ATTACHE_PARAGRAPH_BODY = 0, ATTACHE_PARAGRAPH_LEAD = 1, ATTACHE_PARAGRAPH_SMALL = 2 };

typedef struct attache_list { /* open */
  uint32_t struct_size;
  int32_t ordered;
  uint32_t item_count;
  uint32_t reserved;
  const attache_inline* const* items;
} attache_list;

typedef struct attache_key_figure { /* open */
  uint32_t struct_size;
  uint32_t citation;            /* 0 none */
  attache_str label;            /* "Turnover, January–June 2015" */
  attache_str unit;             /* "billion USD" */
  const attache_cell* value;    /* in unit: 7.5 with "billion USD" */
  const attache_cell* previous; /* in unit; NULL none */
  const attache_cell* change;   /* NULL none; per cent */
  attache_str change_label;     /* "on 2013"; "" none */
  attache_str note;             /* "source not named"; "" none */
  int32_t trend_table;          /* index of the table with the series behind it, −1 none */
  int32_t trend_column;
} attache_key_figure;

typedef struct attache_key_figures { /* open */
  uint32_t struct_size;
  uint32_t figure_count;
  const attache_key_figure* const* figures;
} attache_key_figures;

typedef struct attache_table_ref { /* open */
  uint32_t struct_size;
  uint32_t table;       /* index into attache_document.tables */
  int64_t max_rows;     /* paged formats print so many body rows (and the total), 0 = all; XLSX and CSV write all */
  attache_str left_out; /* the sentence that says what max_rows leaves out; "" none */
} attache_table_ref;

typedef struct attache_series { /* open */
  uint32_t struct_size;
  uint32_t column; /* of the chart's table */
  int32_t kind;    /* ATTACHE_SERIES_* */
  int32_t axis;    /* 0 primary, 1 secondary */
  attache_str name;
} attache_series;
enum {
  ATTACHE_SERIES_COLUMN = 1,
  ATTACHE_SERIES_LINE = 2,
  ATTACHE_SERIES_BAR = 3 /* horizontal */,
  ATTACHE_SERIES_AREA = 4,
  ATTACHE_SERIES_STACKED = 5
};

typedef struct attache_chart { /* open; its numbers are the table's */
  uint32_t struct_size;
  uint32_t table;
  uint32_t category_column;
  uint32_t series_count;
  const attache_series* const* series;
  attache_str title, alt_text;
  attache_str axis_unit;           /* of the primary value axis */
  attache_str secondary_axis_unit; /* "" none */
  int32_t zero_baseline;           /* 1: the value axis includes 0 (always so for columns and bars) */
  int64_t first_row, row_count;    /* rows of the table that are drawn; row_count −1 = to the end, without the total */
  const attache_inline* note;      /* NULL none */
} attache_chart;

typedef struct attache_timeline_entry { /* open */
  uint32_t struct_size;
  uint32_t citation;
  attache_date start, end;
  attache_str printed_date; /* "March 1994", "undated" */
  attache_str type;         /* "visit", "agreement" …, in the document's language */
  attache_str title, place;
  const attache_inline* text; /* NULL none */
  int32_t planned;            /* 1: not confirmed to have happened */
  attache_str status;         /* printed: "planned"; "" = held */
} attache_timeline_entry;

typedef struct attache_timeline { /* open */
  uint32_t struct_size;
  uint32_t entry_count;
  const attache_timeline_entry* const* entries;
} attache_timeline;

typedef struct attache_quotation { /* open: somebody's exact words */
  uint32_t struct_size;
  uint32_t citation;
  const attache_inline* text;           /* without quotation marks */
  attache_str speaker, office, context; /* context: where and when; "" none */
  const attache_inline* note;           /* NULL none */
} attache_quotation;

typedef struct attache_note { /* open */
  uint32_t struct_size;
  int32_t role;    /* ATTACHE_NOTE_* */
  uint32_t number; /* 0 = unnumbered */
  uint32_t reserved;
  const attache_inline* text;
} attache_note;
enum { ATTACHE_NOTE_INFO = 0, ATTACHE_NOTE_WARNING = 1, ATTACHE_NOTE_METHOD = 2 };

/* Claims on one matter that do not agree with each other or with the data. */
typedef struct attache_conflict_claim { /* open */
  uint32_t struct_size;
  uint32_t citation;
  attache_str statement;   /* the words or what they say */
  attache_str attribution; /* who, in which office, where, when, how */
  attache_str figure;      /* printed figure and its basis; "" none */
  attache_str rank;        /* "preferred", "normal", "deprecated", in the document's language */
  int32_t official;        /* 1: official statistics or a signed document, the yardstick */
  int32_t reserved;
} attache_conflict_claim;

typedef struct attache_conflict { /* open */
  uint32_t struct_size;
  uint32_t claim_count;
  attache_str topic;
  const attache_conflict_claim* const* claims;
  const attache_inline* assessment; /* what the data say; NULL none */
} attache_conflict;

typedef struct attache_source { /* open */
  uint32_t struct_size;
  uint32_t number; /* what citations print */
  attache_str id, publisher, title, published /* printed date */, url, accessed, licence, language;
  const attache_inline* text; /* the whole reference, printed */
} attache_source;

typedef struct attache_sources { /* open */
  uint32_t struct_size;
  uint32_t source_count;
  const attache_source* const* sources;
} attache_sources;

typedef struct attache_legend { /* open: signs used in this document and their meanings (closed pairs) */
  uint32_t struct_size;
  uint32_t entry_count;
  const attache_pair* entries;
} attache_legend;

typedef struct attache_document { /* open */
  uint32_t struct_size;
  uint32_t table_count;
  const attache_table* const* tables; /* those the blocks name; the last ones may be named by fallbacks only, so walk the blocks */
  const attache_block* root;          /* a section of level 0 */
  uint32_t meta_count;                /* sorted by key. Keys, values "" when unknown:
               report, title, subtitle, pair, first, second (area ids), first.name, second.name, perspective, period, language (BCP 47),
               direction (ltr|rtl), as_of (printed), as_of.iso, edition, marking, embargo, draft (true|false), generator, producer, dataset, licence,
               theme.font.body.file|index|sha256, theme.font.bold.…, theme.font.italic.…, theme.font.heading.…, theme.font.symbols.…,
               theme.color.accent|text|muted|rule|fill|series.1…8 (#RRGGBB), theme.page.size (A4|Letter), theme.page.margin (mm), layout.… (the report's
               [layout] table, dots between the levels: layout.pages.max). Unknown keys are ignored.
               */
  uint32_t reserved;
  const attache_pair* meta;
} attache_document;

/* ---- options: declared statically, parsed, checked, explained and documented by the host ---------------------------------- */

typedef int32_t attache_option_type;
enum {
  ATTACHE_OPTION_BOOL = 1,
  ATTACHE_OPTION_INT = 2,
  ATTACHE_OPTION_FLOAT = 3,
  ATTACHE_OPTION_TEXT = 4,
  ATTACHE_OPTION_CHOICE = 5,
  ATTACHE_OPTION_PATH = 6 /* an existing file, given absolute */,
  ATTACHE_OPTION_SIZE = 7 /* bytes; "16M" */
};
enum { ATTACHE_OPTION_REQUIRED = 1, ATTACHE_OPTION_DEPRECATED = 2 };

typedef struct attache_option { /* open */
  uint32_t struct_size;
  attache_option_type type;
  uint32_t flags;
  uint32_t choice_count;
  const char *id, *title, *description; /* id: [a-z][a-z0-9-]*, unique in the plugin; the others may be NULL */
  const char* default_text;             /* NULL = unset; else a value the option takes, for PATH an absolute one */
  double min, max;                      /* INT, FLOAT, SIZE, both inclusive; unbounded when both are 0 (as when left out) or min > max */
  const char* const* choices;           /* CHOICE */
} attache_option;

typedef struct attache_value { /* open; in the order of attache_plugin.options, one for each */
  uint32_t struct_size;
  int32_t is_set;   /* 0: neither given nor a default */
  int64_t integer;  /* INT, SIZE, BOOL */
  double real;      /* FLOAT */
  attache_str text; /* TEXT, PATH, CHOICE */
  int32_t choice;   /* CHOICE: index */
  int32_t reserved;
} attache_value;

/* ---- what the host gives for one export ----------------------------------------------------------------------------------- */

typedef struct attache_call attache_call; /* opaque: this export */

typedef struct attache_sink { /* open: one artifact being written, front to back. It may be copied; a copy is the same artifact */
  uint32_t struct_size;
  uint32_t reserved;
  void* self;
  /* [export-thread] Writes all of it or fails. After a failure the export should return that status. */
  attache_status (*write)(void* self, const void* data, size_t size);
} attache_sink;

typedef struct attache_request { /* open */
  uint32_t struct_size;
  uint32_t value_count;
  const attache_document* document;
  const attache_value* const* values;
  attache_str language;      /* BCP 47 */
  attache_str output_name;   /* plain file name of the main artifact: "briefing.pdf" */
  attache_str output_stem;   /* the same without extension: "briefing" */
  int64_t source_date_epoch; /* seconds since 1970-01-01T00:00Z: the only clock */
  uint32_t flags;            /* ATTACHE_REQUEST_* */
  uint32_t reserved;
} attache_request;
enum { ATTACHE_REQUEST_SINGLE = 1 /* output goes to one stream: a second artifact fails with ATTACHE_ERR_OPTION */ };

typedef struct attache_host { /* open; lives as long as the process */
  uint32_t struct_size;
  uint32_t abi_version;
  attache_str name, version;
  /* [any-thread] */
  void (*log)(attache_call* call, attache_log_level level, attache_str message);
  /* [any-thread] The host copies the text; the last one wins. A failing export must set one: what, why, what to do. Where a function of
   * the host failed the plugin need not set one: the host has a text of its own, and where an artifact could not be opened, written or
   * closed the host's own text wins (except over a text that comes with ATTACHE_ERR_OPTION). After a success the text is a warning. What
   * kind of failure it is says the status that export_document returns; the one given here is for the plugin's own use and is ignored. */
  void (*set_error)(attache_call* call, attache_status status, attache_str message);
  /* [export-thread] fraction 0 … 1, negative = unknown. Non-zero: stop now and return it. Returning ATTACHE_CANCELLED when nobody
   * cancelled is a fault. */
  attache_status (*progress)(attache_call* call, double fraction, attache_str stage);
  /* [any-thread] Like progress it says so only where the plugin runs in the program's own process (--isolate never, tests): a worker
   * process is ended from outside when the user cancels, and asks nobody. */
  int32_t (*is_cancelled)(attache_call* call);
  /* [any-thread] data NULL = no such key */
  attache_str (*meta)(const attache_document* document, const char* key);
  /* [export-thread] Rows first … first + row_count − 1; row_count is at most max and the rows left, may be less than both, and is at least
   * 1 where both are. So go on after the rows that came. Fills *out; valid until the next read of this table. ATTACHE_ERR_DATA: no such
   * table or rows; the host then has a text for it. */
  attache_status (*read_batch)(attache_call* call, uint32_t table, int64_t first, int64_t max, attache_batch* out);
  /* [export-thread] The printed form of a cell in the document's language, with signs, without unit. Valid until the next call of format_*.
   * For a table, column or row that is not there the text is empty and nothing fails; only read_batch says so. */
  attache_str (*format_cell)(attache_call* call, uint32_t table, uint32_t column, int64_t row);
  /* [export-thread] A number value × 10^-scale with so many decimals (−1 = as it is), grouped as the language does. */
  attache_str (*format_number)(attache_call* call, int64_t value, int32_t scale, int32_t decimals);
  /* [export-thread] */
  attache_str (*format_date)(attache_call* call, attache_date start, attache_date end);
  /* [any-thread] A message of the host's catalogue in the document's language ("exporter.page-of"), with {name} placeholders filled; lives
     as long as the call. An unknown id gives the id itself. The ids, each beginning with "exporter." (where it has placeholders they
     follow): sheet.cover, sheet.contents, sheet.notes, sheet.notes-title, sheet.text, sheet.text-title, sheet.key-figures,
     sheet.timeline, sheet.quotations, sheet.claims, sheet.sources, sheet.as-of {date}, sheet.continued {part} {title}, sheet.page
     {page} {pages}, note-mark {number}, head.sheet, head.content, head.rows, head.mark, head.meaning, head.figure, head.value,
     head.unit, head.previous, head.change-percent, head.change-basis, head.status, head.note, head.source, head.date, head.date-iso,
     head.type, head.event, head.planned, head.place, head.details, head.words, head.speaker, head.office, head.context, head.topic,
     head.statement, head.attribution, head.stated-figure, head.rank, head.official, head.assessment, head.number, head.publisher,
     head.title, head.published, head.accessed, head.licence, head.language, head.address, head.reference, head.why-empty, reason.line
     {column} {reason}, reason.not-available, reason.not-applicable, reason.confidential, reason.not-collected, word.yes, word.no,
     word.draft, cover.pair, cover.perspective, cover.period, cover.as-of, cover.edition, cover.marking, cover.embargo, cover.state,
     cover.producer, cover.dataset, cover.licence, cover.generator, page-of {page} {pages}, as-of, edition, embargo, perspective,
     period, producer, draft, restricted, conflict, official, note-number {number}, no-rows, quote-open, quote-close, head.printed. */
  attache_str (*translate)(attache_call* call, const char* id, const attache_pair* arguments, size_t argument_count);
  /* [export-thread] name: a plain file name; request->output_name for the main one, output_stem + "." + … for further ones. */
  attache_status (*open_artifact)(attache_call* call, attache_str name, attache_str media_type, attache_sink* out);
  /* [export-thread] Every artifact must be closed before a successful return. */
  attache_status (*close_artifact)(attache_call* call, attache_sink* sink);
  /* [any-thread] Optional abilities by id "name/rev"; NULL if the host has none of that name. */
  const void* (*get_interface)(const struct attache_host* host, const char* id);
} attache_host;

/* Interface "attache.file-sink/1": a path for libraries that cannot write to a sink. */
#define ATTACHE_FILE_SINK_ID "attache.file-sink/1"
typedef struct attache_file_sink { /* open */
  uint32_t struct_size;
  uint32_t reserved;
  /* [export-thread] Opens an artifact as a path inside the private staging folder; the plugin (re)creates the file there. */
  attache_status (*open_file)(attache_call* call, attache_str name, attache_str media_type, attache_str* path);
  /* [export-thread] The file is complete. */
  attache_status (*close_file)(attache_call* call, attache_str path);
  /* [export-thread] A private folder for temporary files, removed with everything in it after the export. */
  attache_str (*temporary_folder)(attache_call* call);
} attache_file_sink;

/* ---- what the plugin gives ------------------------------------------------------------------------------------------------ */

typedef struct attache_plugin { /* open */
  uint32_t struct_size;
  uint32_t abi_version; /* ATTACHE_ABI_VERSION as compiled */
  uint32_t abi_draft;   /* ATTACHE_ABI_DRAFT as compiled */
  uint32_t flags;       /* ATTACHE_PLUGIN_* */
  const char* id;       /* what users type: [a-z][a-z0-9-]* */
  /* title, version, media_type and extensions are not empty; description, vendor, license and url may be NULL. */
  const char *title, *description, *version, *vendor, *license, *url;
  const char *media_type, *extensions; /* extensions: "xlsx", several separated by ';', the usual one first; [a-z0-9._-] */
  uint32_t option_count;
  uint32_t reserved;
  const attache_option* const* options;
  /* [export-thread] The whole life of one export. On success every artifact is closed. */
  attache_status (*export_document)(const struct attache_plugin* plugin, const attache_host* host, attache_call* call,
                                    const attache_request* request);
  const void* user; /* the plugin's own */
  /* [any-thread] Optional abilities of the plugin by id; may be NULL. */
  const void* (*get_interface)(const struct attache_plugin* plugin, const char* id);
} attache_plugin;
enum {
  ATTACHE_PLUGIN_DETERMINISTIC = 1, /* same document, options and epoch: same bytes */
  ATTACHE_PLUGIN_REENTRANT = 2,     /* several exports at once on different threads, and again after a failure */
  ATTACHE_PLUGIN_ALL_ROWS = 4       /* writes every row of a table; without it the host knows rows may be left out */
};

/* The one exported symbol. Pure: takes nothing, does nothing, returns a static table. The major version is in its name. */
#define ATTACHE_ENTRY_NAME "attache_plugin_v1"
typedef const attache_plugin* (*attache_plugin_entry)(void);
ATTACHE_EXPORT const attache_plugin* attache_plugin_v1(void);

#ifdef __cplusplus
}
#endif
#endif
