#pragma once

#include <doctest/doctest.h>

#include <string>

#include "report/report.hpp"

namespace attache::test {

/// The sample dataset, loaded once.
inline const dataset::Dataset& kazakhstan_russia() {
  static const auto loaded = dataset::load(ATTACHE_SOURCE_DIR "/samples/kazakhstan-russia");
  REQUIRE(loaded.has_value());
  REQUIRE(loaded->dataset != nullptr);
  return *loaded->dataset;
}

inline Outcome<report::Document> try_build(const dataset::Dataset& data, const std::string& name, report::Request request = {}) {
  auto definition = report::Definition::find(name, data.folder);
  if (!definition) return fail(definition.error());
  request.generator = "attache test";
  return report::build(data, *definition, request);
}

inline report::Document build(const std::string& name, report::Request request = {}) {
  auto document = try_build(kazakhstan_russia(), name, std::move(request));
  if (!document) FAIL(document.error().message());
  return std::move(*document);
}

}  // namespace attache::test
