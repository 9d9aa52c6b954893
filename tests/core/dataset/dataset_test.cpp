#include "dataset/dataset.hpp"

#include <doctest/doctest.h>

#include "support/dataset_folder.hpp"

using namespace attache;
using test::DatasetFolder;

TEST_CASE("rows are found by id, in a loaded dataset and in one put together by hand") {
  const DatasetFolder folder;
  const auto loaded = folder.load();
  CHECK(loaded.dataset->area("RUS") == &loaded.dataset->areas[1]);
  CHECK(loaded.dataset->area("USA") == nullptr);
  CHECK(loaded.dataset->source("paper")->publisher == "Paper");
  CHECK(loaded.dataset->agent("putin")->kind == "person");
  CHECK(loaded.dataset->indicator("students")->unit == "persons");
  CHECK(loaded.dataset->claim("x") == nullptr);
  dataset::Dataset by_hand;
  by_hand.events.emplace_back().id = "visit";
  CHECK(by_hand.event("visit") == &by_hand.events[0]);
  CHECK(by_hand.event("talks") == nullptr);
}

TEST_CASE("a copy and a moved dataset find their own rows") {
  const DatasetFolder folder;
  dataset::Dataset copy = *folder.load().dataset;
  CHECK(copy.area("KAZ") == &copy.areas[0]);
  copy.areas.emplace_back().id = "USA";  // unknown to the index
  CHECK(copy.area("USA") == &copy.areas[3]);
  const dataset::Dataset moved = std::move(copy);
  CHECK(moved.area("RUS") == &moved.areas[1]);
}

TEST_CASE("text falls back to the plain language, English, any") {
  dataset::Localised text;
  CHECK(text.in("en").empty());
  text.by_language = {{"kk", "Ресей"}, {"ru", "Россия"}};
  CHECK(text.in("ru-KZ") == "Россия");
  CHECK(text.in("de") == "Ресей");
  text.by_language["en"] = "Russia";
  CHECK(text.in("de") == "Russia");
}

TEST_CASE("the newest date is that of what has happened") {
  DatasetFolder folder;
  CHECK(folder.load().dataset->newest_date().text() == "2015-10-15");  // the source's publication
  folder.table("events", "id,type,status,date,source,title@en\na,visit,held,2015-11,paper,A\nb,visit,planned,2016-01-01,paper,B\n");
  folder.table("observations",
               "id,indicator,area,period,value,status,source\n"
               "a,students,KAZ,2014/..,1,,paper\nb,students,KAZ,2030,1,F,paper\nc,students,KAZ,../2015-06,1,,paper\n");
  CHECK(folder.load().dataset->newest_date().text() == "2015-11-30");
  CHECK(dataset::Dataset().newest_date().is_undated());
}
