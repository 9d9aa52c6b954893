#include <doctest/doctest.h>

#include "support/dataset_folder.hpp"

using namespace attache;
using test::DatasetFolder;
using Texts = std::vector<std::string>;

TEST_CASE("a text's placeholders name observations") {
  DatasetFolder folder;
  folder.table("observations", "id,indicator,area,value,source\nstudents-2015,students,KAZ,20000,paper\n");
  folder.table("texts",
               "id,block,language,body\n"
               "a,people,en,There are {{students-2015}} of them ({{students-2015|long}}).\n"
               "b,people,en,There are {{students-2014}} of them.\n"
               "c,people,en,There are {{students-2015 of them.\n"
               "d,people,en,{{x {{students-2015}} {single} }}\n");
  CHECK(folder.found("placeholder") == Texts{"texts.csv:3:13 no observation 'students-2014' for the placeholder {{students-2014}}",
                                             "texts.csv:4:13 a placeholder is not closed: '{{students-2015 of t'",
                                             "texts.csv:5:13 a placeholder is not closed: '{{x {{students-2015}'"});
  CHECK(folder.load().problems[0].next == "did you mean 'students-2015'?");
}

TEST_CASE("a text is stale after its day of review") {
  DatasetFolder folder;
  const auto stale = [&folder](const std::string& review_by) {
    folder.table("texts", "id,block,language,body,review_by\na,people,en,Many.," + review_by + "\n");
    return !folder.found("stale-text").empty();
  };
  folder.settings(R"({"version": 1, "pairs": ["KAZ-RUS"], "defaults": {"as_of": "2015-10-16"}})");
  CHECK(stale("2015-10-15"));
  CHECK(stale("2015-09"));
  CHECK_FALSE(stale("2015-10-16"));
  CHECK_FALSE(stale("2015"));
  CHECK_FALSE(stale(""));
}

TEST_CASE("a quote is a sentence or two") {
  DatasetFolder folder;
  std::string words;
  for (int i = 0; i < 60; ++i) words += "word ";
  folder.table("notes", "id,about,text@en,quote\na,x,A," + words + "\nb,x,B," + words + "more\n");
  CHECK(folder.found("long-quote") == Texts{"notes.csv:3:7 the quote of 'b' has 61 words"});
}
