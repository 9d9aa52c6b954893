#include "iso_codes.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

using attache::text::IsoCodes;

namespace {

/// A folder like /usr/share, gone at the end of the test.
struct Share {
  Share() { std::filesystem::create_directories(path / "iso-codes/json"); }
  ~Share() { std::filesystem::remove_all(path); }
  Share(const Share&) = delete;
  Share& operator=(const Share&) = delete;
  void write(const std::string& name, std::string_view text) const { std::ofstream(path / name) << text; }
  std::filesystem::path path = std::filesystem::temp_directory_path() / ("attache-iso-codes-" + std::to_string(getpid()));
};

}  // namespace

TEST_CASE("without iso-codes every name is empty") {
  IsoCodes codes("/no/such/folder");
  CHECK(codes.name("RU-MOW", "en").empty());
  CHECK(codes.name("RU-MOW", "ru").empty());
}

TEST_CASE("names come from the lists, and what is no name in them is passed over") {
  const Share share;
  share.write("iso-codes/json/iso_3166-2.json",
              R"({"3166-2": [{"code": "KZ-10", "name": "Abai"}, {"code": "KZ-11"}, {"code": 5, "name": "x"}, "text", null]})");
  share.write("iso-codes/json/iso_3166-3.json", R"({"3166-3": [{"alpha_3": "DHY", "name": "Dahomey"}]})");
  IsoCodes codes(share.path);
  CHECK(codes.name("KZ-10", "en") == "Abai");
  CHECK(codes.name("DHY", "en") == "Dahomey");
  CHECK(codes.name("KZ-11", "en").empty());
  CHECK(codes.name("KZ-10", "kk").empty());
}

TEST_CASE("lists that are no JSON or another JSON give no names") {
  const Share share;
  share.write("iso-codes/json/iso_3166-2.json", "{\"3166-2\": [");
  share.write("iso-codes/json/iso_3166-3.json", "[1, 2]");
  IsoCodes codes(share.path);
  CHECK(codes.name("KZ-10", "en").empty());
  CHECK(codes.name("DHY", "en").empty());
}
