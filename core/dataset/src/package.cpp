#include "package.hpp"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "schema.hpp"
#include "value/joined.hpp"
#include "value/regular_file.hpp"

namespace attache::dataset {
namespace {

using Json = nlohmann::json;

Position place(const std::string& file, std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, byte);
  const auto line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const auto column = std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_start), before.end(),
                                    [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
  return {file, static_cast<int>(lines) + 1, static_cast<int>(column) + 1, ""};
}

class Reader {
 public:
  Reader(Package& package, std::string_view text, std::vector<Problem>& problems) : package_(package), text_(text), problems_(problems) {}

  void read(const Json& json) {
    package_.settings.name = string_of(json, "name");
    package_.settings.title = string_of(json, "title");
    read_licences(json.value("licenses", Json::array()));
    if (!json.contains("attache")) {
      report("package", "attache", "no settings of this program in datapackage.json",
             R"(add "attache": {"version": 1, "pairs": ["KAZ-RUS"]})");
    } else {
      read_settings(json.at("attache"));
    }
    read_resources(json.value("resources", Json::array()));
  }

 private:
  /// The place of "word" in the text: that of the first one, since JSON text keeps no places of its own.
  [[nodiscard]] Position where(const std::string& word) const {
    const auto at = text_.find(Json(word).dump());
    return at == std::string_view::npos ? Position{package_.file, 1, 1, word} : place(package_.file, text_, at);
  }

  /// The place of `"key": "value"`, or of the first "value".
  [[nodiscard]] Position where(const std::string& key, const std::string& value) const {
    const std::string quoted = Json(value).dump();
    for (auto at = text_.find(quoted); at != std::string_view::npos; at = text_.find(quoted, at + 1)) {
      const auto end = text_.find_last_not_of(" \t\r\n:", at == 0 ? 0 : at - 1);
      if (end != std::string_view::npos && text_.substr(0, end + 1).ends_with("\"" + key + "\"")) return place(package_.file, text_, at);
    }
    return where(value);
  }

  void report(const char* rule, const std::string& word, std::string what, std::string next, std::string why = {}) {
    Problem problem;
    problem.failure = Failure::data;
    problem.rule = rule;
    problem.what = std::move(what);
    problem.why = std::move(why);
    problem.next = std::move(next);
    problem.where = where(std::string_view(rule) == "resource" || std::string_view(rule) == "path" ? "name" : "", word);
    problems_.push_back(std::move(problem));
  }

  [[nodiscard]] std::string string_of(const Json& object, const std::string& key) {
    if (!object.contains(key)) return "";
    if (object.at(key).is_string()) return object.at(key);
    report("package", key, key + " is no text", "put it in quotes");
    return "";
  }

  void read_licences(const Json& licences) {
    if (!licences.is_array()) return report("package", "licenses", "licenses is no list", "write a list of objects with name and title");
    for (const Json& licence : licences) {
      if (!licence.is_object()) continue;
      const std::string title = string_of(licence, "title");
      const std::string text = title.empty() ? string_of(licence, "name") : title;
      if (!text.empty()) package_.settings.licence += (package_.settings.licence.empty() ? "" : "; ") + text;
    }
  }

  void check_keys(const Json& object, const std::vector<std::string>& known, const std::string& of) {
    for (const auto& item : object.items()) {
      if (std::find(known.begin(), known.end(), item.key()) != known.end()) continue;
      const std::string suggestion = did_you_mean(item.key(), known);
      report("package", item.key(), of + " has no '" + item.key() + "'", suggestion.empty() ? "delete it" : suggestion);
    }
  }

  void read_settings(const Json& json) {
    if (!json.is_object()) return report("package", "attache", "attache is no object", R"(write {"version": 1, "pairs": ["KAZ-RUS"]})");
    check_keys(json, {"version", "pairs", "defaults"}, "attache");
    if (json.value("version", Json()) != Json(1)) {
      report("package", "version", "attache.version is not 1", "write \"version\": 1", "this program reads version 1 of the layout");
    }
    const Json pairs = json.value("pairs", Json());
    if (!pairs.is_array() || pairs.empty()) report("package", "pairs", "attache.pairs names no pair", R"(write "pairs": ["KAZ-RUS"])");
    for (const Json& pair : pairs) {
      if (pair.is_string()) {
        package_.settings.pairs.push_back(pair);
        package_.pairs_at.push_back(where(package_.settings.pairs.back()));
      }
      if (!pair.is_string()) report("package", "pairs", "a pair is no text", "write it like \"KAZ-RUS\"");
    }
    read_defaults(json.value("defaults", Json::object()));
  }

  void read_defaults(const Json& json) {
    if (!json.is_object()) return report("package", "defaults", "attache.defaults is no object", R"(write {"language": "en"})");
    check_keys(json, {"as_of", "language"}, "attache.defaults");
    const std::string as_of = string_of(json, "as_of");
    if (!as_of.empty()) {
      auto date = Edtf::parse(as_of);
      if (date && !date->is_interval()) package_.settings.as_of = *date;
      if (date && date->is_interval()) report("edtf", as_of, "as_of is an interval", "write a day like 2015-10-16");
      if (!date) report("edtf", as_of, date.error().what, date.error().next, date.error().why);
    }
    const std::string language = string_of(json, "language");
    if (language.empty()) return;
    if (is_language_tag(language)) package_.settings.language = language;
    if (!is_language_tag(language)) report("package", language, "'" + language + "' is no language", "write a BCP 47 tag like en");
  }

  void read_resources(const Json& resources) {
    if (!resources.is_array() || resources.empty())
      return report("package", "resources", "the package names no resources", "list its tables");
    for (const Json& resource : resources) {
      if (resource.is_object()) read_resource(resource);
      if (!resource.is_object())
        report("resource", "resources", "a resource is no object", R"(write {"name": "events", "path": "events.csv"})");
    }
  }

  void read_resource(const Json& json) {
    Resource resource;
    resource.name = string_of(json, "name");
    resource.at = where("name", resource.name);
    if (schema(resource.name) == nullptr) {
      const std::string suggestion = did_you_mean(resource.name, table_names());
      return report("resource", resource.name, "no table '" + resource.name + "'",
                    suggestion.empty() ? "the tables are " + joined(table_names()) : suggestion);
    }
    const auto same = [&resource](const Resource& other) { return other.name == resource.name; };
    if (std::any_of(package_.resources.begin(), package_.resources.end(), same)) {
      return report("resource", resource.name, "a second table '" + resource.name + "'", "keep one file a table");
    }
    const Json path = json.value("path", Json());
    if (!path.is_string())
      return report("path", resource.name, "the table " + resource.name + " has no path", "give one file, like \"events.csv\"");
    resource.path = path;
    check_form(json, resource.name);
    if (!check_path(resource.path, resource.name)) return;
    const Json table_schema = json.value("schema", Json());
    if (table_schema.is_string()) check_path(table_schema, resource.name);
    package_.resources.push_back(std::move(resource));
  }

  void check_form(const Json& json, const std::string& name) {
    std::string encoding = json.contains("encoding") ? string_of(json, "encoding") : "utf-8";
    std::transform(encoding.begin(), encoding.end(), encoding.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (encoding != "utf-8" && encoding != "utf8") report("resource", encoding, "the table " + name + " is not UTF-8", "save it as UTF-8");
    const Json dialect = json.value("dialect", Json::object());
    const bool commas = !dialect.is_object() || dialect.value("delimiter", Json(",")) == Json(",");
    if (!commas) report("resource", "delimiter", "the table " + name + " is not separated by commas", "save it with commas");
  }

  /// Nothing of a package lies outside its folder, not by "..", not by a link.
  bool check_path(const std::string& path, const std::string& name) {
    namespace fs = std::filesystem;
    const fs::path relative(path);
    const bool climbs = std::any_of(relative.begin(), relative.end(), [](const fs::path& part) { return part == ".."; });
    const std::string what = "the path '" + path + "' of the table " + name + " leaves the package";
    if (path.empty() || relative.is_absolute() || climbs || path.find("://") != std::string::npos) {
      report("path", path, what, "put the file into the folder of datapackage.json");
      return false;
    }
    std::error_code error;
    const fs::path root = fs::weakly_canonical(package_.folder, error);
    const fs::path target = fs::weakly_canonical(fs::path(package_.folder) / relative, error);
    if (!error && std::mismatch(root.begin(), root.end(), target.begin(), target.end()).first == root.end()) return true;
    report("path", path, what, "put the file itself there, not a link");
    return false;
  }

  Package& package_;
  std::string_view text_;
  std::vector<Problem>& problems_;
};

constexpr int deepest = 64;  // the library copies and compares by recursion, and no package needs more than six levels

/// The byte at which brackets are nested too deep; npos when they are not.
std::size_t too_deep(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '\\') ++i;
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '[' || c == '{') ++depth;
    if (c == ']' || c == '}') --depth;
    if (depth > deepest) return i;
  }
  return std::string_view::npos;
}

Outcome<Json> parse_json(const std::string& text, const std::string& file) {
  if (const std::size_t at = too_deep(text); at != std::string_view::npos) {
    Problem problem;
    problem.failure = Failure::data;
    problem.rule = "package";
    problem.what = "lists and objects are nested deeper than " + std::to_string(deepest);
    problem.where = place(file, text, at);
    problem.next = "see that every bracket is closed, or make a new file with 'attache data init'";
    return fail(std::move(problem));
  }
  try {
    return Json::parse(text);
  } catch (const Json::parse_error& error) {
    Problem problem;
    problem.failure = Failure::data;
    problem.rule = "package";
    problem.what = "no JSON";
    problem.where = place(file, text, std::min(text.size(), error.byte == 0 ? 0 : error.byte - 1));
    const std::string reason = error.what();
    problem.why = reason.substr(reason.find(": ") == std::string::npos ? 0 : reason.find(": ") + 2);
    problem.next = "correct the text there";
    return fail(std::move(problem));
  }
}

}  // namespace

Outcome<Package> read_package(const std::string& path, std::vector<Problem>& problems) {
  namespace fs = std::filesystem;
  Package package;
  std::error_code error;
  const bool is_folder = fs::is_directory(path, error);
  package.folder = is_folder ? path : fs::path(path).parent_path().string();
  if (package.folder.empty()) package.folder = ".";
  while (package.folder.size() > 1 && package.folder.ends_with('/')) package.folder.pop_back();
  package.file = is_folder ? package.folder + "/datapackage.json" : path;
  auto text = read_regular_file(package.file);
  if (!text) {
    Problem problem = std::move(text.error());
    if (problem.failure == Failure::missing_input) {
      problem.what = "no dataset at '" + path + "'";
      problem.why = "there is no " + package.file;
      problem.next = "name a folder with a datapackage.json, or make one with 'attache data init'";
    }
    return fail(std::move(problem));
  }
  if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
  const auto json = parse_json(*text, package.file);
  if (!json) return fail(json.error());
  if (!json->is_object()) {
    Problem problem;
    problem.failure = Failure::data;
    problem.rule = "package";
    problem.what = "no data package: the file holds no JSON object";
    problem.where = {package.file, 1, 1, ""};
    problem.next = "make one with 'attache data init'";
    return fail(std::move(problem));
  }
  Reader(package, *text, problems).read(*json);
  return package;
}

}  // namespace attache::dataset
