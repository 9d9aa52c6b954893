// What a plugin's file must be, read without running any of it.
#include <algorithm>
#include <filesystem>

#include <attache/plugin.h>

#include "host/src/check/rule.hpp"
#include "value/joined.hpp"

namespace attache::host::check {
namespace {

constexpr std::string_view use_the_package = "build it with attache_add_plugin, or link it with the flags of attache-sdk.pc";

/// The first few of a list that may be long.
std::string some_of(std::vector<std::string> names) {
  constexpr std::size_t few = 5;
  std::sort(names.begin(), names.end());
  const std::size_t left_out = names.size() > few ? names.size() - few : 0;
  names.resize(names.size() - left_out);
  return joined(names) + (left_out > 0 ? " and " + std::to_string(left_out) + " more" : "");
}

Judgement trusted_file(const Evidence& evidence) {
  return evidence.subject.trusted ? kept() : broken(evidence.subject.trusted.error().what, evidence.subject.trusted.error().next);
}

Judgement is_library(const Evidence& evidence) {
  return evidence.subject.file ? kept() : broken(evidence.subject.file.error().what, evidence.subject.file.error().next);
}

Judgement one_entry(const Evidence& evidence) {
  if (!evidence.subject.file->exports(ATTACHE_ENTRY_NAME))
    return broken("it exports no " ATTACHE_ENTRY_NAME, "define it as ATTACHE_EXPORT const attache_plugin* attache_plugin_v1(void)");
  std::vector<std::string> others;
  for (const std::string& symbol : evidence.subject.file->exported) {
    if (symbol != ATTACHE_ENTRY_NAME) others.push_back(symbol);
  }
  return others.empty() ? kept() : broken("it also exports " + some_of(std::move(others)), std::string(use_the_package));
}

Judgement id_and_file(const Evidence& evidence) {
  const std::string name = std::filesystem::path(evidence.subject.path).filename().string();
  const auto& info = evidence.subject.described ? evidence.subject.described : evidence.subject.manifest;
  if (!info) return not_judged("its id is not known: it has no manifest and cannot be described");
  const std::string wanted = info->id + ".attache.so";
  return name == wanted ? kept() : broken("its id is '" + info->id + "' and its file '" + name + "'", "name the file " + wanted);
}

Judgement has_manifest(const Evidence& evidence) {
  if (!evidence.subject.file->manifest.empty()) return kept();
  return broken("it must be loaded to be listed", "let the build run 'attache plugins pack FILE'");
}

Judgement text_relocations(const Evidence& evidence) {
  return evidence.subject.file->text_relocations ? broken("its code is changed while it is loaded", "compile every part of it with -fPIC")
                                                 : kept();
}

Judgement executable_stack(const Evidence& evidence) {
  if (!evidence.subject.file->executable_stack) return kept();
  return broken("it makes the stack of the whole process executable",
                "link with -Wl,-z,noexecstack; assembler files need a .note.GNU-stack section");
}

Judgement run_path(const Evidence& evidence) {
  std::vector<std::string> foreign;
  for (const std::string& folder : evidence.subject.file->run_paths) {
    const bool own = folder == "$ORIGIN" || folder == "${ORIGIN}" || folder.starts_with("$ORIGIN/") || folder.starts_with("${ORIGIN}/");
    if (!own || folder.find("/..") != std::string::npos) foreign.push_back("'" + folder + "'");
  }
  return foreign.empty() ? kept()
                         : broken("it loads libraries from " + some_of(std::move(foreign)),
                                  "name no folder but $ORIGIN and those below it (CMake: INSTALL_RPATH, BUILD_WITH_INSTALL_RPATH)");
}

Judgement link_flags(const Evidence& evidence) {
  std::vector<std::string> missing;
  if (!evidence.subject.file->bound_at_load) missing.emplace_back("-z now");
  if (!evidence.subject.file->never_unloaded) missing.emplace_back("-z nodelete");
  return missing.empty() ? kept() : broken("it was linked without " + joined(missing), std::string(use_the_package));
}

}  // namespace

std::vector<Rule> file_rules() {
  using enum Severity;
  return {
      {"trusted-file", "only root or you can change the file and the folders above it", error, Needs::file, trusted_file},
      {"is-library", "the file is a shared library for this machine", error, Needs::file, is_library},
      {"one-entry", "it exports attache_plugin_v1 and nothing else", error, Needs::library, one_entry},
      {"id-and-file", "the file is named <id>.attache.so", error, Needs::library, id_and_file},
      {"has-manifest", "the file carries its manifest, so that it is listed without being run", warning, Needs::library, has_manifest},
      {"textrel", "its code needs no relocation (position independent)", error, Needs::library, text_relocations},
      {"exec-stack", "it asks for no executable stack", error, Needs::library, executable_stack},
      {"rpath", "it loads libraries from the system or its own folder only", error, Needs::library, run_path},
      {"link-flags", "its symbols are bound when it is loaded and it is never unloaded", warning, Needs::library, link_flags},
  };
}

}  // namespace attache::host::check
