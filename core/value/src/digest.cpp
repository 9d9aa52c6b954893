#include "value/digest.hpp"

#include <openssl/evp.h>

#include <cassert>
#include <cstdio>
#include <vector>

#include "value/regular_file.hpp"

namespace attache {
namespace {

EVP_MD_CTX* context_of(void* context) { return static_cast<EVP_MD_CTX*>(context); }

}  // namespace

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  [[maybe_unused]] const int ok = EVP_DigestInit_ex(context_of(context_), EVP_sha256(), nullptr);
  assert(ok == 1);
}

Sha256::~Sha256() { EVP_MD_CTX_free(context_of(context_)); }

void Sha256::add(std::string_view bytes) { EVP_DigestUpdate(context_of(context_), bytes.data(), bytes.size()); }

std::string Sha256::hex() {
  std::array<unsigned char, 32> digest{};
  EVP_DigestFinal_ex(context_of(context_), digest.data(), nullptr);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(64);
  for (const unsigned char byte : digest) {
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
  return out;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 sha;
  sha.add(bytes);
  return sha.hex();
}

Outcome<std::string> sha256_of_file(const std::string& path) {
  const auto file = open_regular_file(path);
  if (!file) return fail(file.error());
  Sha256 sha;
  std::vector<char> buffer(std::size_t{1} << 16U);
  for (;;) {
    const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), file->get());
    if (n == 0) break;
    sha.add({buffer.data(), n});
  }
  if (std::ferror(file->get()) != 0) return fail(Failure::io, "cannot read " + path, "see that it can be read: cat '" + path + "'");
  return sha.hex();
}

}  // namespace attache
