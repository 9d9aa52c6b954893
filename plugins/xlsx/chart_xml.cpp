#include "chart_xml.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <string_view>
#include <vector>

#include "failure.hpp"
#include "text_guard.hpp"

namespace attache::xlsx {
namespace {

// libxlsxwriter's axes end in 0001 and 0002; these are the second pair.
constexpr std::string_view second_category_axis = "50990001", second_value_axis = "50990002";

[[noreturn]] void unexpected(const std::string& what) {
  throw ExportFailure(ATTACHE_ERR_INTERNAL, "the chart cannot be finished: " + what);
}

constexpr unsigned marked_points_max = 40;  // more points stand too close for markers

struct Group {
  ChartKind kind;
  bool secondary;
  std::vector<std::string> series;
};

std::string_view element(ChartKind kind) {
  switch (kind) {
    case ChartKind::line:
      return "c:lineChart";
    case ChartKind::area:
      return "c:areaChart";
    default:
      return "c:barChart";
  }
}

std::string hex(std::uint32_t color) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (unsigned shift = 24; shift > 0;) out.push_back(digits[color >> (shift -= 4U) & 0xFU]);
  return out;
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : clean_line(text, 255)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out.push_back(c);
    }
  }
  return out;
}

void cut(std::string& text, std::string_view from, std::string_view to) {
  const std::size_t begin = text.find(from);
  if (begin == std::string::npos) return;
  const std::size_t end = text.find(to, begin);
  if (end == std::string::npos) return;
  text.erase(begin, end + to.size() - begin);
}

/// The series with its values remembered as they are.
std::string with_values(std::string series, const ChartSeries& given) {
  const std::size_t values = series.find("<c:val>");
  const std::string_view open = "<c:numCache>", close = "</c:numCache>";
  const std::size_t begin = values == std::string::npos ? values : series.find(open, values);
  const std::size_t end = begin == std::string::npos ? begin : series.find(close, begin);
  if (end == std::string::npos) unexpected("a series remembers no values");
  std::string cache = "<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"" + std::to_string(given.values.size()) + "\"/>";
  for (std::size_t i = 0; i < given.values.size(); ++i) {
    if (!given.values[i]) continue;
    std::array<char, 40> digits{};
    const auto [stop, error] = std::to_chars(digits.data(), digits.data() + digits.size(), *given.values[i]);
    if (error != std::errc()) continue;
    cache += "<c:pt idx=\"" + std::to_string(i) + "\"><c:v>" + std::string(digits.data(), stop) + "</c:v></c:pt>";
  }
  return series.replace(begin, end + close.size() - begin, cache + std::string(close));
}

/// What a series must have and must not have in a group of its kind.
std::string dressed(std::string series, const ChartSeries& given, std::size_t n, bool marked) {
  constexpr std::array<std::string_view, 4> symbols{"circle", "square", "diamond", "triangle"};
  series = with_values(std::move(series), given);
  cut(series, "<c:marker>", "</c:marker>");
  cut(series, "<c:smooth", "/>");
  if (given.kind != ChartKind::line) return series;
  const std::string_view close = "</c:spPr>";
  const std::size_t at = series.find(close);
  if (at == std::string::npos) unexpected("a series has no line");
  const std::string color = "<a:solidFill><a:srgbClr val=\"" + hex(given.color) + "\"/></a:solidFill>";
  const std::string marker = "<c:marker><c:symbol val=\"" + std::string(marked ? symbols[n % symbols.size()] : "none") +
                             "\"/><c:size val=\"6\"/><c:spPr>" + color + "<a:ln>" + color + "</a:ln></c:spPr></c:marker>";
  return series.insert(at + close.size(), marker);
}

std::string group_xml(const Group& group, std::string_view category_axis, std::string_view value_axis) {
  std::string out = "<" + std::string(element(group.kind)) + ">";
  if (group.kind == ChartKind::bar) out += "<c:barDir val=\"bar\"/>";
  if (group.kind == ChartKind::column || group.kind == ChartKind::stacked) out += "<c:barDir val=\"col\"/>";
  const bool bars = element(group.kind) == "c:barChart";
  out += std::string("<c:grouping val=\"") + (group.kind == ChartKind::stacked ? "stacked" : bars ? "clustered" : "standard") + "\"/>";
  for (const std::string& series : group.series) out += series;
  if (bars) out += "<c:gapWidth val=\"60\"/>";
  if (group.kind == ChartKind::stacked) out += "<c:overlap val=\"100\"/>";
  if (group.kind == ChartKind::line) out += "<c:marker val=\"1\"/>";
  for (const std::string_view axis : {category_axis, value_axis}) out += "<c:axId val=\"" + std::string(axis) + "\"/>";
  return out + "</" + std::string(element(group.kind)) + ">";
}

std::string font(std::string_view rotation) {
  return "<a:bodyPr" + std::string(rotation) +
         "/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"900\" b=\"0\"><a:solidFill><a:srgbClr "
         "val=\"404040\"/></a:solidFill></a:defRPr></a:pPr>";
}

/// The value axis on the right and its hidden category axis.
std::string second_axes(const ChartSpec& chart) {
  const std::string category(second_category_axis), value(second_value_axis);
  std::string title;
  if (!chart.secondary_title.empty()) {
    title = "<c:title><c:tx><c:rich>" + font(" rot=\"-5400000\" vert=\"horz\"") + "<a:r><a:rPr lang=\"en-US\" sz=\"900\" b=\"0\"/><a:t>" +
            escaped(chart.secondary_title) + "</a:t></a:r></a:p></c:rich></c:tx><c:layout/></c:title>";
  }
  return "<c:valAx><c:axId val=\"" + value +
         "\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"r\"/>" + title +
         "<c:numFmt formatCode=\"" + escaped(chart.secondary_format) +
         "\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/>" +
         "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:txPr>" + font("") + "<a:endParaRPr lang=\"en-US\"/></a:p></c:txPr><c:crossAx val=\"" +
         category + "\"/><c:crosses val=\"max\"/><c:crossBetween val=\"between\"/></c:valAx>" + "<c:catAx><c:axId val=\"" + category +
         "\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"1\"/><c:axPos val=\"b\"/><c:tickLblPos "
         "val=\"nextTo\"/><c:crossAx val=\"" +
         value + "\"/><c:crosses val=\"autoZero\"/><c:auto val=\"1\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/></c:catAx>";
}

std::vector<std::string> series_of(const std::string& part, std::size_t begin, std::size_t end) {
  constexpr std::string_view open = "<c:ser>", close = "</c:ser>";
  std::vector<std::string> out;
  for (std::size_t at = begin; (at = part.find(open, at)) < end;) {
    const std::size_t stop = part.find(close, at);
    if (stop == std::string::npos) unexpected("a series has no end");
    out.push_back(part.substr(at, stop + close.size() - at));
    at = stop + close.size();
  }
  return out;
}

std::string axis_id(const std::string& part, std::size_t& at) {
  constexpr std::string_view open = "<c:axId val=\"";
  at = part.find(open, at);
  if (at == std::string::npos) unexpected("no axes");
  at += open.size();
  return part.substr(at, part.find('"', at) - at);
}

}  // namespace

std::string finished_chart(const std::string& part, const ChartSpec& chart) {
  const std::string name(element(main_kind(chart)));
  const std::size_t begin = part.find("<" + name + ">");
  const std::string close = "</" + name + ">";
  const std::size_t end = part.find(close);
  if (begin == std::string::npos || end == std::string::npos) unexpected("no " + name);
  const std::vector<std::string> series = series_of(part, begin, end);
  if (series.size() != chart.series.size()) unexpected("it has " + std::to_string(series.size()) + " series");
  std::size_t at = begin;
  const std::string category_axis = axis_id(part, at), value_axis = axis_id(part, at);

  std::vector<Group> groups;
  bool secondary = false;
  // Areas lie behind columns, columns behind lines.
  for (const ChartKind kind : {ChartKind::area, ChartKind::stacked, ChartKind::column, ChartKind::bar, ChartKind::line}) {
    for (const bool second : {false, true}) {
      Group group{kind, second, {}};
      for (std::size_t n = 0; n < series.size(); ++n) {
        const ChartSeries& given = chart.series[n];
        if (given.kind == kind && given.secondary == second)
          group.series.push_back(dressed(series[n], given, n, chart.last_row - chart.first_row < marked_points_max));
      }
      if (group.series.empty()) continue;
      secondary = secondary || second;
      groups.push_back(std::move(group));
    }
  }
  std::string plot;
  for (const Group& group : groups) {
    plot += group.secondary ? group_xml(group, second_category_axis, second_value_axis) : group_xml(group, category_axis, value_axis);
  }
  std::string out = part.substr(0, begin) + plot + part.substr(end + close.size());
  if (secondary) {
    const std::string_view last = "</c:valAx>";
    const std::size_t axes = out.rfind(last);
    if (axes == std::string::npos) unexpected("no value axis");
    out.insert(axes + last.size(), second_axes(chart));
  }
  return out;
}

}  // namespace attache::xlsx
