#include <doctest/doctest.h>

#include "support/dataset_folder.hpp"

using namespace attache;
using test::DatasetFolder;
using Texts = std::vector<std::string>;

TEST_CASE("an area is used within its validity") {
  DatasetFolder folder;
  folder.table("areas",
               "id,kind,valid_from,valid_to\n"
               "KAZ,country,1991-12-16,\nRUS,country,,\nSUN,former,1922-12-30,1991-12-26\nnur-sultan,city,2019-03,2022-09\n");
  folder.table("events",
               "id,type,status,date,place,source\n"
               "a,visit,held,1994-03,nur-sultan,paper\n"
               "b,visit,held,2020,nur-sultan,paper\n"
               "c,visit,held,2019,nur-sultan,paper\n"
               "d,visit,held,,nur-sultan,paper\n"
               "e,visit,planned,2022-10,nur-sultan,paper\n");
  folder.table("agreements", "id,type,status,title@en,parties,signed_on,source\nt,treaty,signed,T,KAZ;SUN,1998,paper\n");
  CHECK(folder.found("area-validity") == Texts{"agreements.csv:2:19 'SUN' is used for 1998, after it ended",
                                               "events.csv:2:22 'nur-sultan' is used for 1994-03, before it began",
                                               "events.csv:6:25 'nur-sultan' is used for 2022-10, after it ended"});
}

TEST_CASE("an area's end is not before its beginning") {
  DatasetFolder folder;
  folder.table("areas", "id,kind,valid_from,valid_to\nKAZ,country,,\nRUS,country,1991,1990\n");
  CHECK(folder.found("period-order") == Texts{"areas.csv:3:18 'RUS' ends before it begins"});
}
