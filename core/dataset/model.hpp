#pragma once
/// The room `dataset`: what is known about how countries deal with each other, as rows that each carry their source; its loader
/// (a Frictionless Data Package) and its checks. It knows no report and no file format but its own.
///
/// Each struct is one table; member = column (lists are `a;b;c` in a cell, `name@en` … are Localised, dates are EDTF, numbers exact
/// decimals). A reference is the id of the row it points to. Closed code lists are text here and checked by the loader against the
/// table's schema (core/dataset/schema/*.json, which is the authority on columns, types, constraints and keys).

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "value/decimal.hpp"
#include "value/edtf.hpp"
#include "value/outcome.hpp"

namespace attache::dataset {

/// Text by BCP 47 language.
struct Localised {
  std::map<std::string, std::string, std::less<>> by_language;
  /// The text in `language`, else in English, else in any; "" when there is none.
  [[nodiscard]] std::string_view in(std::string_view language) const;
  [[nodiscard]] bool empty() const { return by_language.empty(); }
};

/// What every row has.
struct Row {
  std::string id;
  std::string source;   ///< id in sources; may be empty only where the schema says so
  std::string locator;  ///< page, table, sentence
  std::string quote;    ///< the source's exact words
  std::string note;     ///< what a reader must know; optional in every table
  Position at;          ///< for messages
};

struct Area : Row {
  std::string kind;  ///< country | former | group | special | subnational | city | facility
  std::string iso3, m49, iso3166_2, wikidata, parent;
  Edtf valid_from, valid_to;
  Localised name;
};
struct AreaSuccession : Row {
  std::string from, to, type;  ///< split | merge | rename | transfer
  Edtf date;
};
struct Agent : Row {
  std::string kind;  ///< person | organisation
  std::string wikidata, area;
  Localised name, short_name, bio;
  std::vector<std::string> aliases;
};
struct Office : Row {
  std::string agent, area;
  Localised title;
  Edtf from, to;
};
struct Mission : Row {
  std::string sender, host, city, type;  ///< embassy | consulate-general | consulate | honorary | trade-office | cultural
  Localised name;
  Edtf from, to;
  std::string head;
};
struct Relationship : Row {
  std::string kind;  ///< diplomatic-relations | strategic-partnership | alliance | customs-union | language-regime | border | other
  std::string first, second, agreement;
  Localised title;
  Edtf from, to;
};
struct Event : Row {
  std::string type;   ///< visit | meeting | summit | session | forum | speech | lecture | election | signing | cross-year | other
  std::string grade;  ///< state | official | working | private | transit | ""
  std::string series;
  std::optional<int> ordinal;
  Edtf date;
  std::string place, place_certainty;  ///< place_certainty: "" | uncertain
  std::string host, chair, invited_by, part_of;
  std::string status;  ///< planned | held | cancelled | unknown
  Localised title, agenda, outcome;
  std::string outcome_status;        ///< "" | planned | held | unknown
  std::optional<int> outcome_count;  ///< documents signed …; empty = number not stated
};
struct Participation : Row {
  std::string event, agent, area, role, office;  ///< role: principal | guest | host | chair | speaker | delegation
};
struct Agreement : Row {
  std::string type;  ///< treaty | agreement | protocol | memorandum | declaration | exchange-of-notes | contract | other
  std::vector<std::string> parties;
  Localised title;
  Edtf signed_on, in_force;
  std::string place, status, subject, unts;  ///< status: signed | in-force | terminated | suspended | planned | unknown
};
struct AgreementAction : Row {
  std::string agreement, party, action;
  Edtf date;
};
struct Membership : Row {
  std::string organisation, area,
      status;  ///< organisation: an area of kind group, or an agent; status: member | observer | associate | applicant
  Edtf from, to;
};
struct Link : Row {
  std::string kind;  ///< subnational-cooperation | near-border | sister-city | joint-venture | study-place | project | other
  std::string first, second;
  Localised title;
  Edtf from, to;
  std::string list_open;  ///< "" | yes: the source's list is not complete ("and other cities")
};
struct Indicator : Row {
  Localised name, definition;
  std::string unit, aggregation;  ///< aggregation: sum | last | none
  std::optional<int> decimals;
};
struct Observation : Row {
  std::string indicator, area, counterpart, reporter;  ///< reporter may be empty: not stated
  Edtf period;
  std::optional<Decimal> value, value_low, value_high;
  std::string bound;   ///< exact | approx | lower | upper | range | open
  std::string unit;    ///< "USD", "km", "persons", "1"; loading fills it from the indicator, and "currency" from currency
  int multiplier = 0;  ///< UNIT_MULT: the value is × 10^multiplier units
  std::optional<int> decimals;
  std::string currency, price_basis, adjustment,
      comparison;                       ///< price_basis: nominal | real | volume | "" not stated; comparison: "previous-year" …
  std::string status, confidentiality;  ///< SDMX OBS_STATUS (empty = A), CONF_STATUS
  std::string rank;                     ///< preferred | normal | deprecated
};
/// Declared statistics: one trade row.
struct Flow : Row {
  std::string release, reporter, partner, flow;  ///< flow: M X RM RX DX FM
  std::string frequency;                         ///< A | Q | M
  Edtf period;
  std::string classification, product;  ///< "HS"/"TOTAL" for totals
  std::optional<Decimal> value, net_weight, quantity;
  std::string quantity_unit, currency;
  int multiplier = 0;
  std::string status, confidentiality;
};
struct Claim : Row {
  std::string kind;                      ///< level | growth | ratio | count_of | description | quotation
  std::string subject;                   ///< what is claimed about, one line: "Kazakhstan–Russia trade turnover"
  std::string observation, event, base;  ///< base: the observation (or period) compared with
  std::optional<Decimal> value;
  std::string unit, bound;
  Edtf period;
  std::string asserted_by, as_office;
  Edtf asserted_on;
  std::string speech;                    ///< direct | indirect | own-voice | unnamed | ambiguous
  std::string modality;                  ///< asserted | claimed | planned | evaluated | quoted | derived
  std::string rank, reason;              ///< preferred | normal | deprecated
  std::vector<std::string> contradicts;  ///< claim ids
  std::string topic;                     ///< claims on one matter share it: "trade-growth-2015"
  std::string within;                    ///< the claim this one is quoted inside ("nested quotation")
  Localised statement;                   ///< in our words, where the quote alone does not say it
};
struct Source : Row {
  std::string type;  ///< statistical-database | official-statement | treaty-register | news-item | document | encyclopedia
  std::string publisher, title, url, licence, language;
  Edtf published, accessed;
  std::optional<int> tier;  ///< 1 official statistics of the reporter … 6 unnamed
};
struct Release : Row {
  std::string dataset, file, sha256, format, options, replaces;
  Edtf released, retrieved;
  std::string trade_system, valuation_exports, valuation_imports, partner_concept, currency;
};
struct Coverage : Row {
  std::string release, reporter, flow, frequency, classification, covered;  ///< covered: full | partial | none
  Edtf period;
};
struct TextBlock : Row {
  std::string block, language, audience, marking, body;  ///< body: Markdown with {{observation-id}} placeholders
  Edtf review_by;
};
struct Note : Row {
  std::string about;  ///< table:id it belongs to, or a topic
  Localised text;
};
struct CitationRow : Row {
  std::string table, row;  ///< the row this is a further citation of
};

/// Settings of `attache` in datapackage.json.
struct Settings {
  std::string name, title;
  std::vector<std::string> pairs;  ///< "KAZ-RUS"
  std::optional<Edtf> as_of;
  std::string language = "en";
  std::string licence;
};

}  // namespace attache::dataset
