#include "support/dataset_folder.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

namespace attache::test {

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "attache-test-XXXXXX").string();
  const char* made = mkdtemp(pattern.data());
  REQUIRE(made != nullptr);
  path_ = made;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void TemporaryFolder::write(const std::string& name, const std::string& bytes) const {
  std::filesystem::create_directories((path_ / name).parent_path());
  std::ofstream out(path_ / name, std::ios::binary);
  out << bytes;
  REQUIRE(out.good());
}

DatasetFolder::DatasetFolder() {
  settings(R"({"version": 1, "pairs": ["KAZ-RUS"]})");
  table("areas",
        "id,kind,valid_from\n"
        "KAZ,country,1991-12-16\n"
        "RUS,country,\n"
        "cis,group,\n");
  table("sources",
        "id,type,publisher,title,published\n"
        "paper,news-item,Paper,A story,2015-10-15\n");
  table("relationships",
        "id,kind,first,second,source\n"
        "relations,diplomatic-relations,KAZ,RUS,paper\n");
  table("agents",
        "id,kind,name@en\n"
        "putin,person,Vladimir Putin\n");
  table("indicators",
        "id,name@en,unit\n"
        "turnover,Turnover,USD\n"
        "exports,Exports,USD\n"
        "imports,Imports,USD\n"
        "students,Students,persons\n");
}

DatasetFolder& DatasetFolder::table(const std::string& name, const std::string& csv) {
  tables_[name] = name + ".csv";
  return file(name + ".csv", csv);
}

DatasetFolder& DatasetFolder::without(const std::string& name) {
  tables_.erase(name);
  return *this;
}

DatasetFolder& DatasetFolder::settings(const std::string& json) {
  settings_ = json;
  return *this;
}

DatasetFolder& DatasetFolder::file(const std::string& name, const std::string& bytes) {
  folder_.write(name, bytes);
  return *this;
}

Outcome<dataset::Loaded> DatasetFolder::try_load() const {
  std::string resources;
  for (const auto& [name, file] : tables_) {
    resources += std::string(resources.empty() ? "" : ",") + "\n  {\"name\": \"" + name + "\", \"path\": \"" + file + "\"}";
  }
  folder_.write("datapackage.json",
                "{\"name\": \"test\", \"title\": \"Test\", \"attache\": " + settings_ + ",\n \"resources\": [" + resources + "\n ]}\n");
  return dataset::load(path());
}

dataset::Loaded DatasetFolder::load() const {
  auto loaded = try_load();
  REQUIRE_MESSAGE(loaded.has_value(), (loaded ? std::string() : loaded.error().message()));
  return std::move(*loaded);
}

std::vector<std::string> DatasetFolder::places() const {
  std::vector<std::string> out;
  for (const Problem& problem : load().problems) out.push_back(problem.where.text().substr(path().size() + 1) + " " + problem.rule);
  return out;
}

std::vector<std::string> DatasetFolder::found(const std::string& rule) const {
  std::vector<std::string> out;
  for (const Problem& problem : load().problems) {
    CHECK_FALSE(problem.next.empty());
    if (problem.rule == rule) out.push_back(problem.where.text().substr(path().size() + 1) + " " + problem.what);
  }
  return out;
}

}  // namespace attache::test
