#include "schema.hpp"

#include <doctest/doctest.h>

#include <map>
#include <type_traits>

#include "members.hpp"
#include "support/printed_lists.hpp"

using namespace attache;
using namespace attache::dataset;

namespace {

struct Kinds {
  std::map<std::string, Field::Kind> of;

  template <class T>
  void operator()(const char* name, const T&) {
    Field::Kind kind = Field::Kind::text;
    if constexpr (std::is_same_v<T, Edtf>) kind = Field::Kind::edtf;
    if constexpr (std::is_same_v<T, int> || std::is_same_v<T, std::optional<int>>) kind = Field::Kind::integer;
    if constexpr (std::is_same_v<T, std::optional<Decimal>>) kind = Field::Kind::decimal;
    if constexpr (std::is_same_v<T, Localised>) kind = Field::Kind::localised;
    if constexpr (std::is_same_v<T, std::vector<std::string>>) kind = Field::Kind::list;
    CHECK_MESSAGE(of.emplace(name, kind).second, name);
  }
};

template <class Rows>
std::map<std::string, Field::Kind> member_kinds(const Rows&) {
  Kinds kinds;
  typename Rows::value_type row;
  all_members(row, kinds);
  return kinds.of;
}

}  // namespace

TEST_CASE("every table's columns are its struct's members, by name and type") {
  std::vector<std::string> names;
  const Dataset dataset;
  tables(dataset, [&names](const std::string& name, const auto& rows) {
    CAPTURE(name);
    names.push_back(name);
    REQUIRE(schema(name) != nullptr);
    std::map<std::string, Field::Kind> fields;
    for (const Field& field : schema(name)->fields) fields[field.name] = field.kind;
    CHECK(fields == member_kinds(rows));
    CHECK(fields.size() == schema(name)->fields.size());
  });
  CHECK(names == table_names());
}

TEST_CASE("every row has a required, unique id and a reference to its source") {
  for (const TableSchema& table : schemas()) {
    CAPTURE(table.name);
    CHECK(table.field("id")->required);
    CHECK(table.field("id")->unique);
    CHECK(table.field("source")->references == std::vector<std::string>{"sources"});
    CHECK_FALSE(table.field("note")->required);
  }
}

TEST_CASE("a source may be missing only where the schema says why") {
  for (const TableSchema& table : schemas()) {
    const Field& source = *table.field("source");
    CAPTURE(table.name);
    CHECK(source.required == (source.description.find("May be empty: ") == std::string::npos));
  }
  CHECK(schema("claims")->field("source")->required);
  CHECK(schema("observations")->field("source")->required);
  CHECK(schema("events")->field("source")->required);
}

TEST_CASE("every reference is to a table, and every column is explained") {
  for (const TableSchema& table : schemas()) {
    for (const Field& field : table.fields) {
      CAPTURE(table.name);
      CAPTURE(field.name);
      CHECK_FALSE(field.description.empty());
      for (const std::string& target : field.references) CHECK(schema(target) != nullptr);
    }
  }
}

TEST_CASE("area ids are ISO codes or words joined by dashes") {
  const auto& expression = schema("areas")->field("id")->expression;
  for (const char* id : {"KAZ", "KZ-ALA", "RU-50", "astana", "nur-sultan", "astana-2022"}) CHECK(std::regex_match(id, expression));
  for (const char* id : {"Kaz", "KAZA", "kz_ala", "-kaz", "astana-", "KZ-", "Астана", ""}) CHECK_FALSE(std::regex_match(id, expression));
}

TEST_CASE("a schema for other tools has just the columns of the file") {
  const std::string json = schema_json(*schema("events"), {"id", "title@ru", "place", "host"}, {"areas", "events"});
  CHECK(json.find(R"("name": "title@ru")") != std::string::npos);
  CHECK(json.find(R"("name": "chair")") == std::string::npos);
  CHECK(json.find(R"("resource": "areas")") != std::string::npos);
  CHECK(schema_json(*schema("events"), {"id", "place"}, {"events"}).find("foreignKeys") == std::string::npos);
}

TEST_CASE("an unknown table has no schema") { CHECK(schema("claim") == nullptr); }

TEST_CASE("language tags are known by their form") {
  for (const char* tag : {"en", "ru", "kk-Cyrl", "zh-Hant-TW"}) CHECK(is_language_tag(tag));
  for (const char* tag : {"", "e", "EN", "english", "en_GB", "en-"}) CHECK_FALSE(is_language_tag(tag));
}
