#include <cstdlib>
#include <fstream>
#include <sstream>

#include "kazakhstan_russia.hpp"
#include "support/dataset_folder.hpp"
#include "support/document_dump.hpp"

using namespace attache;
using namespace attache::test;

namespace {

constexpr const char* golden_folder = ATTACHE_SOURCE_DIR "/tests/core/report/golden/";

/// Compares with the golden file; ATTACHE_ACCEPT=1 rewrites it and fails once, so that somebody reads the difference.
void check_golden(const std::string& name, const std::string& text) {
  const std::string file = golden_folder + name;
  std::ifstream in(file);
  std::ostringstream before;
  before << in.rdbuf();
  if (before.str() == text) return;
  if (std::getenv("ATTACHE_ACCEPT") != nullptr) std::ofstream(file) << text;
  FAIL_CHECK("differs from " << file << "; read it, then accept with ATTACHE_ACCEPT=1:\n" << text);
}

void fill_small(DatasetFolder& folder) {
  folder.without("relationships");
  folder.settings(R"({"version": 1, "pairs": ["KAZ-RUS"], "defaults": {"as_of": "2015-10-16"}})");
  folder.table("sources",
               "id,type,publisher,title,published,tier\n"
               "paper,news-item,Paper,A story,2015-10-15,6\n"
               "customs,statistical-database,Customs,Trade tables,2015-03-01,1\n");
  folder.table("releases", "id,dataset,source,currency\nr1,Annual,customs,USD\n");
  folder.table("observations",
               "id,indicator,area,counterpart,period,value,bound,unit,multiplier,source\n"
               "t15,turnover,KAZ,RUS,2015-01/2015-06,7.5,exact,USD,9,paper\n"
               "x15,exports,KAZ,RUS,2015-01/2015-06,2.3,exact,USD,9,paper\n"
               "m15,imports,KAZ,RUS,2015-01/2015-06,5.2,exact,USD,9,paper\n");
  folder.table("flows",
               "id,release,reporter,partner,flow,frequency,period,classification,product,value,currency,multiplier,status,source\n"
               "x12,r1,KAZ,RUS,X,A,2012,HS,TOTAL,0,USD,6,,customs\n"
               "m12,r1,KAZ,RUS,M,A,2012,HS,TOTAL,15,USD,6,,customs\n"
               "x13,r1,KAZ,RUS,X,A,2013,HS,TOTAL,10,USD,6,,customs\n"
               "m13,r1,KAZ,RUS,M,A,2013,HS,TOTAL,20,USD,6,,customs\n"
               "x14,r1,KAZ,RUS,X,A,2014,HS,TOTAL,12,USD,6,P,customs\n"
               "m14,r1,KAZ,RUS,M,A,2014,HS,TOTAL,,USD,6,O,customs\n");
  folder.table("events",
               "id,type,grade,date,place,status,title@en,source\n"
               "visit,visit,official,2015-10-14,KAZ,held,Visit of V. Putin to Kazakhstan,paper\n"
               "session,session,,2015-10-16,KAZ,planned,Session of a council,paper\n"
               "year,cross-year,,,RUS,held,Year of Kazakhstan in Russia,paper\n");
}

}  // namespace

TEST_CASE("the briefing of a small dataset reads as it did when it was last read") {
  DatasetFolder folder;
  fill_small(folder);
  const auto loaded = folder.load();
  for (const auto& problem : loaded.problems) CAPTURE(problem.message());
  REQUIRE(loaded.dataset != nullptr);
  const auto document = try_build(*loaded.dataset, "briefing");
  REQUIRE_MESSAGE(document.has_value(), (document ? std::string() : document.error().message()));
  check_golden("small-briefing.txt", dump(*document));
}
