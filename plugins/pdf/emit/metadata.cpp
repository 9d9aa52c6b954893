#include "emit/metadata.hpp"

#include <algorithm>
#include <cstdint>

#include "emit/syntax.hpp"

namespace attache::pdf {
namespace {

struct CivilTime {
  std::int64_t year;
  int month, day, hour, minute, second;
};

/// Proleptic Gregorian, UTC (H. Hinnant, "chrono-compatible low-level date algorithms").
CivilTime civil(std::int64_t epoch) {
  epoch = std::clamp<std::int64_t>(epoch, 0, 253402300799);  // 1970 … 9999: what both notations can write
  const std::int64_t days = epoch / 86400, seconds = epoch % 86400;
  const std::int64_t z = days + 719468, era = z / 146097, doe = z - era * 146097;
  const std::int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365, doy = doe - (365 * yoe + yoe / 4 - yoe / 100),
                     mp = (5 * doy + 2) / 153;
  const auto month = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
  return {yoe + era * 400 + (month <= 2 ? 1 : 0),
          month,
          static_cast<int>(doy - (153 * mp + 2) / 5 + 1),
          static_cast<int>(seconds / 3600),
          static_cast<int>(seconds / 60 % 60),
          static_cast<int>(seconds % 60)};
}

std::string two(std::int64_t value) { return {static_cast<char>('0' + value / 10 % 10), static_cast<char>('0' + value % 10)}; }

std::string pdf_time(std::int64_t epoch) {
  const CivilTime t = civil(epoch);
  return "D:" + two(t.year / 100) + two(t.year % 100) + two(t.month) + two(t.day) + two(t.hour) + two(t.minute) + two(t.second) + "Z";
}

std::string description(const std::string& prefix, const std::string& uri, const std::string& body) {
  return "<rdf:Description rdf:about=\"\" xmlns:" + prefix + "=\"" + uri + "\">" + body + "</rdf:Description>\n";
}

std::string element(const std::string& name, const std::string& value) {
  return value.empty() ? "" : "<" + name + ">" + xml_escaped(value) + "</" + name + ">";
}

std::string localised(const std::string& name, const std::string& value) {
  return value.empty()
             ? ""
             : "<" + name + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + xml_escaped(value) + "</rdf:li></rdf:Alt></" + name + ">";
}

// PDF/A asks for a description of every schema it does not know; PDF/UA's is one.
constexpr const char* ua_schema =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
    "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
    "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA identification "
    "schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li "
    "rdf:parseType=\"Resource\"><pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</"
    "pdfaProperty:category><pdfaProperty:description>PDF/UA part"
    "</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n";

}  // namespace

std::string iso_time(std::int64_t epoch) {
  const CivilTime t = civil(epoch);
  return two(t.year / 100) + two(t.year % 100) + "-" + two(t.month) + "-" + two(t.day) + "T" + two(t.hour) + ":" + two(t.minute) + ":" +
         two(t.second) + "Z";
}

std::string xmp_packet(const FileFacts& facts) {
  const std::string time = iso_time(facts.epoch);
  std::string dublin_core =
      element("dc:format", "application/pdf") + localised("dc:title", facts.title) + localised("dc:description", facts.subject);
  if (!facts.author.empty())
    dublin_core += "<dc:creator><rdf:Seq><rdf:li>" + xml_escaped(facts.author) + "</rdf:li></rdf:Seq></dc:creator>";
  if (!facts.language.empty())
    dublin_core += "<dc:language><rdf:Bag><rdf:li>" + xml_escaped(facts.language) + "</rdf:li></rdf:Bag></dc:language>";
  std::string out =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
      "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n";
  out += description("dc", "http://purl.org/dc/elements/1.1/", dublin_core);
  out += description("xmp", "http://ns.adobe.com/xap/1.0/",
                     element("xmp:CreateDate", time) + element("xmp:ModifyDate", time) + element("xmp:CreatorTool", facts.creator));
  out +=
      description("pdf", "http://ns.adobe.com/pdf/1.3/", element("pdf:Producer", facts.producer) + element("pdf:Keywords", facts.keywords));
  if (facts.conforming) {
    out +=
        description("pdfaid", "http://www.aiim.org/pdfa/ns/id/", "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>");
    out += description("pdfuaid", "http://www.aiim.org/pdfua/ns/id/", "<pdfuaid:part>1</pdfuaid:part>");
    out += ua_schema;
  }
  return out + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

std::vector<std::pair<std::string, std::string>> information(const FileFacts& facts, const std::string& fingerprint) {
  std::vector<std::pair<std::string, std::string>> info;
  const auto add = [&info](const char* key, const std::string& value) {
    if (!value.empty()) info.emplace_back(key, utf16(value));
  };
  add("Title", facts.title);
  add("Subject", facts.subject);
  add("Author", facts.author);
  add("Keywords", facts.keywords);
  add("Creator", facts.creator);
  add("Producer", facts.producer);
  info.emplace_back("CreationDate", pdf_time(facts.epoch));
  info.emplace_back("ModDate", pdf_time(facts.epoch));
  info.emplace_back("ContentFingerprint", fingerprint);
  return info;
}

}  // namespace attache::pdf
