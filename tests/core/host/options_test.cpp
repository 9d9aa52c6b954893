#include "host/src/options.hpp"

#include <doctest/doctest.h>

using namespace attache;

namespace {

host::PluginInfo plugin() {
  host::PluginInfo info;
  info.id = "sample";
  const auto add = [&](const char* id, const char* type) -> host::OptionInfo& {
    host::OptionInfo option;
    option.id = id;
    option.type = type;
    return info.options.emplace_back(option);
  };
  auto& header = add("header", "bool");
  header.has_default = true;
  header.default_text = "true";
  auto& copies = add("copies", "int");
  copies.min = 1;
  copies.max = 9;
  add("memory", "size");
  auto& profile = add("profile", "choice");
  profile.choices = {"rfc4180", "excel-eu", "tsv"};
  add("ratio", "float");
  add("logo", "path");
  return info;
}

std::string error_of(const std::string& key, const std::string& value) {
  const auto parsed = host::parse_options(plugin(), {{key, value}});
  REQUIRE_FALSE(parsed.has_value());
  CHECK(parsed.error().failure == Failure::usage);
  return parsed.error().what + "; " + parsed.error().next;
}

}  // namespace

TEST_CASE("defaults fill what is not given, and unset stays unset") {
  const auto parsed = host::parse_options(plugin(), {});
  REQUIRE(parsed.has_value());
  CHECK((*parsed)[0].is_set);
  CHECK((*parsed)[0].integer == 1);
  CHECK_FALSE((*parsed)[1].is_set);
}

TEST_CASE("values are read as their option's type") {
  const auto parsed =
      host::parse_options(plugin(), {{"header", "no"}, {"copies", "9"}, {"memory", "16M"}, {"profile", "tsv"}, {"ratio", "0.5"}});
  REQUIRE(parsed.has_value());
  CHECK((*parsed)[0].integer == 0);
  CHECK((*parsed)[1].integer == 9);
  CHECK((*parsed)[2].integer == 16 * 1024 * 1024);
  CHECK((*parsed)[3].choice == 2);
  CHECK((*parsed)[3].text == "tsv");
  CHECK((*parsed)[4].real == 0.5);
}

TEST_CASE("an unknown option is an error with the nearest name") {
  CHECK(error_of("heder", "true") == "sample: no option 'heder'; did you mean 'header'?");
  CHECK(error_of("zzzzzzzz", "1") == "sample: no option 'zzzzzzzz'; its options are header, copies, memory, profile, ratio, logo");
}

TEST_CASE("a wrong value says what the option takes") {
  CHECK(error_of("copies", "10") == "sample: option 'copies' cannot be '10'; it takes a whole number from 1 to 9");
  CHECK(error_of("copies", "1x") == "sample: option 'copies' cannot be '1x'; it takes a whole number from 1 to 9");
  CHECK(error_of("copies", "") == "sample: option 'copies' cannot be ''; it takes a whole number from 1 to 9");
  CHECK(error_of("profile", "exel-eu") ==
        "sample: option 'profile' cannot be 'exel-eu'; it takes one of rfc4180, excel-eu, tsv; did you mean 'excel-eu'?");
  CHECK(error_of("memory", "16MB").find("a size in bytes") != std::string::npos);
  CHECK(error_of("memory", "99999999999999999T").find("a size in bytes") != std::string::npos);
  CHECK(error_of("ratio", "inf").find("a number") != std::string::npos);
  CHECK(error_of("logo", "/no/such/file").find("an existing file") != std::string::npos);
}

TEST_CASE("an option given twice and a required one left out are errors") {
  const auto twice = host::parse_options(plugin(), {{"copies", "1"}, {"copies", "2"}});
  REQUIRE_FALSE(twice.has_value());
  CHECK(twice.error().what == "sample: option 'copies' is given twice");
  auto needs = plugin();
  needs.options[1].required = true;
  const auto missing = host::parse_options(needs, {});
  REQUIRE_FALSE(missing.has_value());
  CHECK(missing.error().next.starts_with("give --option " + needs.options[1].id + "=VALUE, "));
}
