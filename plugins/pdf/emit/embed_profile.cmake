# Writes the bytes of INPUT as a C++ function into OUTPUT.
file(READ ${INPUT} hex HEX)
string(LENGTH "${hex}" digits)
math(EXPR size "${digits} / 2")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
string(REGEX REPLACE "(................................................................................)" "\\1\n    " bytes "${bytes}")
file(WRITE ${OUTPUT} "#include \"emit/srgb_profile.hpp\"

namespace attache::pdf {
namespace {
constexpr unsigned char bytes[] = {
    ${bytes}};
}
std::string srgb_profile() { return {reinterpret_cast<const char*>(bytes), ${size}}; }
}  // namespace attache::pdf
")
