#include "value/digest.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

using namespace attache;

TEST_CASE("digests are those of FIPS 180-4") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("a digest does not depend on how the bytes arrive") {
  const std::string text(1000, 'a');
  Sha256 sha;
  for (std::size_t i = 0; i < text.size(); i += 7) sha.add(std::string_view(text).substr(i, 7));
  CHECK(sha.hex() == sha256_hex(text));
}

TEST_CASE("a file's digest is that of its bytes, also beyond one buffer") {
  const auto path = std::filesystem::temp_directory_path() / ("attache-digest-" + sha256_hex(ATTACHE_BINARY_DIR).substr(0, 12));
  const std::string text(200000, '\0');
  std::ofstream(path, std::ios::binary) << text;
  const auto digest = sha256_of_file(path.string());
  std::filesystem::remove(path);
  REQUIRE(digest.has_value());
  CHECK(*digest == sha256_hex(text));
}

TEST_CASE("a file that is not there is a missing input") {
  const auto digest = sha256_of_file("/nonexistent/file");
  REQUIRE_FALSE(digest.has_value());
  CHECK(digest.error().failure == Failure::missing_input);
  CHECK(sha256_of_file("/").error().failure == Failure::data);
}
