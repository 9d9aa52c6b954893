#include "chart_xml.hpp"

#include <cstdint>

#include <doctest/doctest.h>

#include "exported.hpp"
#include "failure.hpp"
#include "package.hpp"

using namespace attache::xlsx;

namespace {

std::string series(int n) {
  const std::string i = std::to_string(n);
  return "<c:ser><c:idx val=\"" + i + "\"/><c:order val=\"" + i +
         "\"/><c:tx><c:v>S</c:v></c:tx><c:spPr><a:ln/></c:spPr><c:cat><c:numRef><c:f>A</c:f>" +
         "<c:numCache><c:pt idx=\"0\"><c:v>2014</c:v></c:pt></c:numCache></c:numRef></c:cat><c:val><c:numRef><c:f>B</c:f>" +
         "<c:numCache><c:pt idx=\"0\"><c:v>0</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>";
}

std::string part(int n) {
  std::string out = "<c:chartSpace xmlns:c=\"c\" xmlns:a=\"a\"><c:plotArea><c:barChart><c:barDir val=\"col\"/>";
  for (int i = 0; i < n; ++i) out += series(i);
  return out +
         "<c:axId val=\"50010001\"/><c:axId val=\"50010002\"/></c:barChart><c:catAx><c:axId val=\"50010001\"/></c:catAx><c:valAx><c:axId "
         "val=\"50010002\"/>" +
         "</c:valAx></c:plotArea></c:chartSpace>";
}

ChartSpec columns_and_line(bool secondary) {
  ChartSpec chart;
  chart.secondary_title = "% & more";
  chart.last_row = 1;
  chart.series = {{"X", ChartKind::column, false, 1, 0x112233, {1.5, std::nullopt}},
                  {"M", ChartKind::column, false, 2, 0x445566, {2, 3}},
                  {"G", ChartKind::line, secondary, 3, 0xC55A11, {-0.5, 1e15}}};
  return chart;
}

}  // namespace

TEST_CASE("a line among columns gets a group of its own on the same axes") {
  const std::string out = finished_chart(part(3), columns_and_line(false));
  CHECK(test::count(out, "<c:barChart>") == 1);
  CHECK(test::count(test::between(out, "<c:barChart>", "</c:barChart>"), "<c:ser>") == 2);
  const std::string line = test::between(out, "<c:lineChart>", "</c:lineChart>");
  CHECK(test::count(line, "<c:ser>") == 1);
  CHECK(line.find("<c:idx val=\"2\"/>") != std::string::npos);
  CHECK(line.find("<c:axId val=\"50010002\"/>") != std::string::npos);
  CHECK(line.find("C55A11") != std::string::npos);
  CHECK(test::count(out, "<c:valAx>") == 1);
  CHECK(test::xml_error(out) == "");
}

TEST_CASE("a second axis stands on the right with its own title") {
  const std::string out = finished_chart(part(3), columns_and_line(true));
  CHECK(test::count(out, "<c:valAx>") == 2);
  CHECK(out.find("<c:crosses val=\"max\"/>") != std::string::npos);
  CHECK(out.find("% &amp; more") != std::string::npos);
  CHECK(test::between(out, "<c:lineChart>", "</c:lineChart>").find("<c:axId val=\"50990002\"/>") != std::string::npos);
  CHECK(test::xml_error(out) == "");
}

TEST_CASE("a chart remembers what its cells hold, gaps included") {
  const std::string out = finished_chart(part(3), columns_and_line(false));
  CHECK(out.find("<c:ptCount val=\"2\"/><c:pt idx=\"0\"><c:v>1.5</c:v></c:pt></c:numCache>") != std::string::npos);
  CHECK(out.find("<c:pt idx=\"1\"><c:v>1e+15</c:v></c:pt>") != std::string::npos);
}

TEST_CASE("a part that is not as expected is refused, not damaged") {
  CHECK_THROWS_AS((void)finished_chart("<c:chartSpace/>", columns_and_line(true)), ExportFailure);
  CHECK_THROWS_AS((void)finished_chart(part(2), columns_and_line(true)), ExportFailure);
}
