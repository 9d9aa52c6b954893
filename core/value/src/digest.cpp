#include "value/digest.hpp"

#include <openssl/evp.h>

#include <cassert>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>
#include <vector>

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
  const auto complain = [&path](Failure failure, const char* verb) {
    const int reason = errno;
    Problem problem;
    problem.failure = failure;
    problem.what = std::string("cannot ") + verb + " '" + path + "'";
    problem.why = std::generic_category().message(reason);
    return fail(std::move(problem));
  };
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!file) return complain(errno == ENOENT ? Failure::missing_input : Failure::io, "open");
  Sha256 sha;
  std::vector<char> buffer(std::size_t{1} << 16U);
  for (;;) {
    const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), file.get());
    if (n == 0) break;
    sha.add({buffer.data(), n});
  }
  if (std::ferror(file.get()) != 0) return complain(Failure::io, "read");
  return sha.hex();
}

}  // namespace attache
