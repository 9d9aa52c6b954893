#include "host/src/elf_file.hpp"

#include <elf.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace attache::host {
namespace {

struct Machine {
  Elf64_Half number;
  const char* name;
};
constexpr std::array<Machine, 9> machines = {{{EM_X86_64, "x86-64"},
                                              {EM_386, "i386"},
                                              {EM_AARCH64, "aarch64"},
                                              {EM_ARM, "arm"},
                                              {EM_RISCV, "riscv64"},
                                              {EM_PPC64, "ppc64"},
                                              {EM_S390, "s390x"},
                                              {EM_MIPS, "mips"},
                                              {EM_LOONGARCH, "loongarch64"}}};

#if defined(__x86_64__)
constexpr Elf64_Half own_machine = EM_X86_64;
#elif defined(__aarch64__)
constexpr Elf64_Half own_machine = EM_AARCH64;
#elif defined(__riscv)
constexpr Elf64_Half own_machine = EM_RISCV;
#elif defined(__powerpc64__)
constexpr Elf64_Half own_machine = EM_PPC64;
#elif defined(__s390x__)
constexpr Elf64_Half own_machine = EM_S390;
#else
#error "add this machine's e_machine"
#endif
constexpr unsigned char own_order = std::endian::native == std::endian::little ? ELFDATA2LSB : ELFDATA2MSB;

std::string name_of(Elf64_Half machine) {
  for (const Machine& known : machines) {
    if (known.number == machine) return known.name;
  }
  return "machine " + std::to_string(machine);
}

tl::unexpected<Problem> no_library(const std::string& what) { return fail(Failure::plugin, what, "rebuild it for this system"); }

tl::unexpected<Problem> cut_off() { return fail(Failure::plugin, "it is cut off", "copy or build it again"); }

/// The parts of an ELF file that the section table leads to; every read is checked against the file's end.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  Outcome<> open() {
    const auto* magic = reinterpret_cast<const unsigned char*>(bytes_.data());
    if (bytes_.empty()) return fail(Failure::plugin, "it is empty", "copy or build it again");
    if (bytes_.size() < EI_NIDENT || std::memcmp(magic, ELFMAG, SELFMAG) != 0)
      return fail(Failure::plugin, "it is not an ELF file", "a plugin is a shared library that attache_add_plugin makes");
    if (magic[EI_CLASS] != ELFCLASS64) return no_library("it is a 32-bit library, this program has 64 bits");
    if (magic[EI_DATA] != own_order) return no_library("it was built for a machine with another byte order");
    if (!read(0, header_)) return cut_off();
    if (header_.e_machine != own_machine)
      return no_library("it was built for " + name_of(header_.e_machine) + ", this program for " + name_of(own_machine));
    if (header_.e_type != ET_DYN) return no_library("it is not a shared library");
    if (header_.e_shoff == 0 || header_.e_shentsize != sizeof(Elf64_Shdr))
      return fail(Failure::plugin, "it has no section table, where its manifest is found",
                  "strip it without --strip-section-headers, or build it again");
    sections_.resize(header_.e_shnum);
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      if (!read(header_.e_shoff + i * sizeof(Elf64_Shdr), sections_[i])) return cut_off();
    }
    if (header_.e_shstrndx >= sections_.size()) return no_library("its section table is damaged");
    return {};
  }

  [[nodiscard]] const Elf64_Ehdr& header() const { return header_; }
  /// No header that says otherwise means an executable stack.
  [[nodiscard]] bool executable_stack() const {
    for (std::size_t i = 0; i < header_.e_phnum; ++i) {
      Elf64_Phdr segment{};
      if (!read(header_.e_phoff + i * sizeof segment, segment)) break;
      if (segment.p_type == PT_GNU_STACK) return (segment.p_flags & PF_X) != 0;
    }
    return true;
  }
  [[nodiscard]] const std::vector<Elf64_Shdr>& sections() const { return sections_; }
  [[nodiscard]] std::string_view body(const Elf64_Shdr& section) const {
    const bool outside =
        section.sh_type == SHT_NOBITS || section.sh_offset > bytes_.size() || bytes_.size() - section.sh_offset < section.sh_size;
    return outside ? std::string_view{} : bytes_.substr(section.sh_offset, section.sh_size);
  }
  [[nodiscard]] std::string name(const Elf64_Shdr& section) const { return text(body(sections_[header_.e_shstrndx]), section.sh_name); }
  [[nodiscard]] std::string_view linked(const Elf64_Shdr& section) const {
    return section.sh_link < sections_.size() ? body(sections_[section.sh_link]) : std::string_view{};
  }
  /// The NUL-terminated text at an offset of a string table.
  [[nodiscard]] static std::string text(std::string_view table, std::uint64_t offset) {
    if (offset >= table.size()) return {};
    table.remove_prefix(offset);
    return std::string(table.substr(0, table.find('\0')));
  }

 private:
  template <class T>
  bool read(std::uint64_t offset, T& value) const {
    if (offset > bytes_.size() || bytes_.size() - offset < sizeof(T)) return false;
    std::memcpy(&value, bytes_.data() + offset, sizeof(T));
    return true;
  }

  std::string_view bytes_;
  Elf64_Ehdr header_{};
  std::vector<Elf64_Shdr> sections_;
};

/// Calls f for each entry of a table of T.
template <class T, class F>
void for_each_entry(std::string_view body, F f) {
  for (; body.size() >= sizeof(T); body.remove_prefix(sizeof(T))) {
    T entry{};
    std::memcpy(&entry, body.data(), sizeof(T));
    f(entry);
  }
}

/// "a:b" as its parts.
void add_parts(std::vector<std::string>& parts, const std::string& list) {
  for (std::size_t start = 0; start < list.size();) {
    const std::size_t end = std::min(list.find(':', start), list.size());
    if (end > start) parts.push_back(list.substr(start, end - start));
    start = end + 1;
  }
}

void take_dynamic(ElfFacts& facts, const Elf64_Dyn& entry, std::string_view names) {
  const auto value = entry.d_un.d_val;
  switch (entry.d_tag) {
    case DT_NEEDED:
      facts.needed.push_back(Reader::text(names, value));
      break;
    case DT_RPATH:
    case DT_RUNPATH:
      add_parts(facts.run_paths, Reader::text(names, value));
      break;
    case DT_TEXTREL:
      facts.text_relocations = true;
      break;
    case DT_BIND_NOW:
      facts.bound_at_load = true;
      break;
    case DT_FLAGS:
      facts.text_relocations = facts.text_relocations || (value & DF_TEXTREL) != 0;
      facts.bound_at_load = facts.bound_at_load || (value & DF_BIND_NOW) != 0;
      break;
    case DT_FLAGS_1:
      facts.bound_at_load = facts.bound_at_load || (value & DF_1_NOW) != 0;
      facts.never_unloaded = (value & DF_1_NODELETE) != 0;
      break;
    default:
      break;
  }
}

template <class T>
std::string_view bytes_of(const T& value) {
  return {reinterpret_cast<const char*>(&value), sizeof value};
}

}  // namespace

bool ElfFacts::exports(std::string_view symbol) const { return std::find(exported.begin(), exported.end(), symbol) != exported.end(); }

Outcome<ElfFacts> read_elf(std::string_view bytes) {
  Reader file(bytes);
  if (auto opened = file.open(); !opened) return fail(opened.error());
  ElfFacts facts;
  facts.executable_stack = file.executable_stack();
  for (const Elf64_Shdr& section : file.sections()) {
    const std::string_view names = file.linked(section);
    if (section.sh_type == SHT_DYNSYM) {
      for_each_entry<Elf64_Sym>(file.body(section), [&](const Elf64_Sym& symbol) {
        std::string name = Reader::text(names, symbol.st_name);
        const auto binding = ELF64_ST_BIND(symbol.st_info);
        if (name.empty() || binding == STB_LOCAL) return;
        if (symbol.st_shndx != SHN_UNDEF)
          facts.exported.push_back(std::move(name));
        else if (binding != STB_WEAK)
          facts.undefined.push_back(std::move(name));
      });
    } else if (section.sh_type == SHT_DYNAMIC) {
      for_each_entry<Elf64_Dyn>(file.body(section), [&](const Elf64_Dyn& entry) { take_dynamic(facts, entry, names); });
    } else if (file.name(section) == manifest_section) {
      facts.manifest = file.body(section);
    }
  }
  return facts;
}

// Known by what a stripped file still holds: the places that Rust's panics name, and the names of C++'s own types of types, which are in
// the C++ library alone.
std::string language_runtime(std::string_view bytes, const ElfFacts& facts) {
  if (bytes.find("library/std/src/") != std::string_view::npos) return "Rust";
  const bool shared = std::any_of(facts.needed.begin(), facts.needed.end(),
                                  [](const std::string& name) { return name.find("c++.so") != std::string::npos; });
  return !shared && bytes.find("N10__cxxabiv117__class_type_infoE") != std::string_view::npos ? "C++" : "";
}

Outcome<std::string> with_section(std::string_view bytes, std::string_view name, std::string_view content) {
  Reader file(bytes);
  if (auto opened = file.open(); !opened) return fail(opened.error());
  std::string out(bytes);
  const auto align = [&out] { out.resize((out.size() + 7) / 8 * 8); };
  const auto append = [&](std::string_view part) {
    align();
    const std::size_t offset = out.size();
    out += part;
    return offset;
  };
  std::vector<Elf64_Shdr> sections = file.sections();
  Elf64_Ehdr header = file.header();
  auto found = std::find_if(sections.begin(), sections.end(), [&](const Elf64_Shdr& section) { return file.name(section) == name; });
  if (found == sections.end()) {
    Elf64_Shdr& names = sections[header.e_shstrndx];
    std::string table(file.body(names));
    Elf64_Shdr added{};
    added.sh_name = static_cast<Elf64_Word>(table.size());
    added.sh_type = SHT_PROGBITS;
    added.sh_addralign = 1;
    table.append(name).push_back('\0');
    names.sh_offset = append(table);
    names.sh_size = table.size();
    sections.push_back(added);
    found = sections.end() - 1;
    header.e_shnum = static_cast<Elf64_Half>(sections.size());
  }
  found->sh_offset = append(content);
  found->sh_size = content.size();
  align();
  header.e_shoff = out.size();
  for (const Elf64_Shdr& section : sections) out += bytes_of(section);
  out.replace(0, sizeof header, bytes_of(header));
  return out;
}

}  // namespace attache::host
