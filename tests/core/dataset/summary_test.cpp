#include "dataset/summary.hpp"

#include <doctest/doctest.h>

#include "support/dataset_folder.hpp"

using namespace attache;
using test::DatasetFolder;

TEST_CASE("the report of a check counts and places its problems") {
  DatasetFolder folder;
  folder.settings(R"({"version": 1, "pairs": ["KAZ-USA"]})");
  folder.table("events", "id,type,status,date,place,source,title@en\nv,visitt,held,1980,KAZ,paper,T\n");
  const std::string json = dataset::check_json(folder.load());
  const auto has = [&json](const std::string& part) { return json.find(part) != std::string::npos; };
  CHECK(has("\"valid\": false"));
  CHECK(has("\"errors\": 2,\n    \"warnings\": 1,\n    \"tables\": 6,\n    \"rows\": 11"));
  CHECK(has("\"rule\": \"enum\""));
  CHECK(has("\"file\": \"" + folder.path() +
            "/events.csv\",\n          \"line\": 2,\n          \"column\": 3,\n          \"field\": \"type\""));
  CHECK(has("\"next\": \"did you mean 'visit'?\""));
  CHECK(has("\"rule\": \"pair\""));
  CHECK(has("\"severity\": \"warning\""));
}

TEST_CASE("the report of a sound dataset is valid") {
  const DatasetFolder folder;
  CHECK(dataset::check_json(folder.load()).starts_with("{\n  \"valid\": true,"));
}

TEST_CASE("bytes that are not UTF-8 do not break the report") {
  DatasetFolder folder;
  folder.table("events", "id,type,status,source\nv,\xE9,held,paper\n");
  CHECK(dataset::check_json(folder.load()).find("0xE9") != std::string::npos);
}

TEST_CASE("the info says what is in a dataset") {
  DatasetFolder folder;
  folder.table("events",
               "id,type,status,date,title@ru,source\na,visit,held,1994-03,Визит,paper\nb,visit,planned,2015-10-16/..,Саммит,paper\n");
  const auto info = dataset::info(*folder.load().dataset);
  CHECK(info.name == "test");
  CHECK(info.pairs == std::vector<std::string>{"KAZ-RUS"});
  CHECK(info.rows == 12);
  CHECK(info.sources == 1);
  CHECK(info.first_day == "1994-03-01");
  CHECK(info.last_day == "1994-03-31");
  CHECK(info.as_of == "2015-10-15");
  CHECK(info.languages == std::vector<std::string>{"en", "ru"});
  CHECK(dataset::info_json(info).find("\"first\": \"1994-03-01\"") != std::string::npos);
}
