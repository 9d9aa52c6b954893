#include "schema.hpp"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "embedded_schemas.hpp"

namespace attache::dataset {
namespace {

using Json = nlohmann::ordered_json;

Field::Kind kind_of(const Json& json) {
  const std::string kind = json.value("attache:kind", "");
  if (kind == "edtf") return Field::Kind::edtf;
  if (kind == "list") return Field::Kind::list;
  if (kind == "localised") return Field::Kind::localised;
  const std::string type = json.at("type");
  return type == "number" ? Field::Kind::decimal : type == "integer" ? Field::Kind::integer : Field::Kind::text;
}

std::optional<Decimal> bound(const Json& constraints, const char* name) {
  const auto found = constraints.find(name);
  if (found == constraints.end()) return std::nullopt;
  return Decimal::of(found->get<std::int64_t>());
}

Field read_field(const Json& json) {
  Field field;
  field.name = json.at("name");
  field.description = json.at("description");
  field.kind = kind_of(json);
  field.fallback = json.value("attache:default", "");
  field.references = json.value("attache:references", std::vector<std::string>{});
  const Json constraints = json.value("constraints", Json::object());
  field.required = constraints.value("required", false);
  field.unique = constraints.value("unique", false);
  field.choices = constraints.value("enum", std::vector<std::string>{});
  field.pattern = constraints.value("pattern", "");
  field.expression.imbue(std::locale::classic());
  if (!field.pattern.empty()) field.expression.assign(field.pattern);
  field.minimum = bound(constraints, "minimum");
  field.maximum = bound(constraints, "maximum");
  return field;
}

TableSchema read_schema(const EmbeddedSchema& embedded) {
  const Json json = Json::parse(embedded.json);
  TableSchema table;
  table.name = embedded.table;
  table.title = json.at("title");
  table.description = json.at("description");
  for (const Json& field : json.at("fields")) table.fields.push_back(read_field(field));
  for (const Json& key : json.value("foreignKeys", Json::array())) {
    const std::string name = key.at("fields"), resource = key.at("reference").at("resource");
    const auto field = std::find_if(table.fields.begin(), table.fields.end(), [&name](const Field& f) { return f.name == name; });
    field->references = {resource.empty() ? table.name : resource};
  }
  return table;
}

Json field_named(const Json& table, std::string_view name) {
  for (const Json& field : table.at("fields")) {
    if (field.at("name") == name) return field;
  }
  return Json::object();
}

}  // namespace

const Field* TableSchema::field(std::string_view wanted) const {
  const auto found = std::find_if(fields.begin(), fields.end(), [wanted](const Field& f) { return f.name == wanted; });
  return found == fields.end() ? nullptr : &*found;
}

const std::vector<TableSchema>& schemas() {
  static const std::vector<TableSchema> all = [] {
    std::vector<TableSchema> out;
    for (const EmbeddedSchema& embedded : embedded_schemas()) out.push_back(read_schema(embedded));
    return out;
  }();
  return all;
}

const TableSchema* schema(std::string_view table) {
  const auto& all = schemas();
  const auto found = std::find_if(all.begin(), all.end(), [table](const TableSchema& s) { return s.name == table; });
  return found == all.end() ? nullptr : &*found;
}

std::vector<std::string> table_names() {
  std::vector<std::string> names;
  for (const TableSchema& table : schemas()) names.push_back(table.name);
  return names;
}

bool is_language_tag(std::string_view text) {
  static const std::regex tag("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
  return text.size() <= 35 && std::regex_match(text.begin(), text.end(), tag);
}

std::string schema_json(const TableSchema& table, const std::vector<std::string>& columns, const std::vector<std::string>& tables) {
  const auto& all = embedded_schemas();
  const auto embedded = std::find_if(all.begin(), all.end(), [&table](const EmbeddedSchema& e) { return e.table == table.name; });
  const Json original = Json::parse(embedded->json);
  Json out = {{"$schema", original.at("$schema")}, {"name", table.name}, {"title", table.title}, {"fields", Json::array()}};
  for (const std::string& column : columns) {
    Json field = field_named(original, std::string_view(column).substr(0, column.find('@')));
    field["name"] = column;
    // One language of several cannot be required by itself.
    if (column.find('@') != std::string::npos && field.contains("constraints")) field["constraints"].erase("required");
    out["fields"].push_back(std::move(field));
  }
  out["missingValues"] = original.at("missingValues");
  out["primaryKey"] = "id";
  Json keys = Json::array();
  for (const Json& key : original.value("foreignKeys", Json::array())) {
    const std::string resource = key.at("reference").at("resource");
    const bool has_table = resource.empty() || std::find(tables.begin(), tables.end(), resource) != tables.end();
    if (has_table && std::find(columns.begin(), columns.end(), key.at("fields").get<std::string>()) != columns.end()) keys.push_back(key);
  }
  if (!keys.empty()) out["foreignKeys"] = keys;
  return out.dump(2) + "\n";
}

}  // namespace attache::dataset
