#pragma once

#include <algorithm>
#include <string>

#include "kazakhstan_russia.hpp"
#include "support/dataset_folder.hpp"
#include "support/document_dump.hpp"

namespace attache::test {

inline bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// The document of a small dataset.
inline report::Document build_small(const DatasetFolder& folder, const std::string& name, const std::string& as_of = "2015-10-16") {
  const auto loaded = folder.load();
  REQUIRE_MESSAGE(loaded.dataset != nullptr, (loaded.problems.empty() ? std::string() : loaded.problems.front().message()));
  report::Request request;
  request.as_of = as_of;
  auto document = try_build(*loaded.dataset, name, request);
  REQUIRE_MESSAGE(document.has_value(), (document ? std::string() : document.error().message()));
  return std::move(*document);
}

/// Observations of the two, one a row: "id,indicator,area,counterpart,period,value,bound,unit,multiplier,price_basis,status,rank".
inline void observe(DatasetFolder& folder, const std::string& rows) {
  std::string table = "id,indicator,area,counterpart,period,value,bound,unit,multiplier,price_basis,status,rank,source\n";
  for (std::size_t from = 0; from < rows.size();) {
    const auto end = rows.find('\n', from);
    table += rows.substr(from, end - from) + ",paper\n";
    from = end + 1;
  }
  folder.table("observations", table);
}

/// Annual totals in millions, one a row: "reporter,partner,flow,period,value,currency"; each currency is a release of its own.
inline void declare(DatasetFolder& folder, const std::string& rows) {
  folder.table("releases", "id,dataset,source,currency\nin-usd,Annual,paper,USD\nin-eur,Annual in euro,paper,EUR\n");
  std::string table = "id,release,reporter,partner,flow,frequency,period,classification,product,value,currency,multiplier,status,source\n";
  int number = 0;
  for (std::size_t from = 0; from < rows.size();) {
    const auto end = rows.find('\n', from);
    std::string row = rows.substr(from, end - from);
    const auto period = row.find(',', row.find(',', row.find(',') + 1) + 1);
    row.insert(period, row.size() > period + 5 && row[period + 5] == '-' ? ",M" : ",A");
    const auto value = row.find(',', row.find(',', period + 1) + 1);
    row.insert(value, ",HS,TOTAL");
    const std::string release = row.substr(row.rfind(',') + 1) == "EUR" ? "in-eur" : "in-usd";
    table += "f" + std::to_string(++number) + "," + release + "," + row + ",6,,paper\n";
    from = end + 1;
  }
  folder.table("flows", table);
}

}  // namespace attache::test
