#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>

#include "commands/commands.hpp"
#include "host/host.hpp"
#include "invocation.hpp"
#include "messages.hpp"
#include "templates.hpp"

namespace attache::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_name = 32;  // as long as a file extension may be: the name is also that

bool is_lower_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// The id nearest to what was meant: "House Style 2" → "house-style-2"; "" when nothing of it can stay.
std::string id_like(const std::string& name) {
  std::string id;
  for (const char c : name) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (is_lower_or_digit(lower)) {
      id += lower;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  const auto letter = std::find_if(id.begin(), id.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  id.erase(id.begin(), letter);
  id.resize(std::min(id.size(), longest_name));
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id;
}

Outcome<> check_name(const std::string& name) {
  if (host::is_plugin_id(name) && name.size() <= longest_name) return {};
  Problem problem;
  problem.failure = Failure::usage;
  problem.what = "a plugin cannot be called '" + name + "'";
  problem.why = "its name is a lower-case letter, then letters a–z, digits and dashes, " + std::to_string(longest_name) + " at most";
  const std::string near = id_like(name);
  problem.next = near.empty() ? "write one such as 'house-style'" : "did you mean '" + near + "'?";
  return fail(std::move(problem));
}

/// "house-style" as it is written in the code (house_style), as a type (HouseStyle) and for people (House style).
struct Spellings {
  explicit Spellings(const std::string& name) : id(name), code(name), people(name) {
    std::replace(code.begin(), code.end(), '-', '_');
    std::replace(people.begin(), people.end(), '-', ' ');
    people.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(people.front())));
    bool first = true;
    for (const char c : name) {
      if (c != '-') type += first ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
      first = c == '-';
    }
  }
  /// `text` of a template with these in the place of the template's own.
  [[nodiscard]] std::string in(std::string_view text) const {
    std::string out(text);
    replace(out, "my-format", id);
    replace(out, "my_format", code);
    replace(out, "MyFormat", type);
    replace(out, "My format", people);
    return out;
  }
  std::string id, code, type, people;

 private:
  static void replace(std::string& text, std::string_view from, const std::string& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
  }
};

Problem cannot_create(const fs::path& path, const std::string& why, const std::string& next) {
  Problem problem;
  problem.failure = Failure::cannot_create;
  problem.what = "cannot create '" + path.string() + "'";
  problem.why = why;
  problem.next = next;
  return problem;
}

Outcome<> write_file(const fs::path& path, const std::string& text) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error) return fail(cannot_create(path.parent_path(), error.message(), {}));
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) return fail(cannot_create(path, "it cannot be written", "free some space or write elsewhere"));
  return {};
}

Outcome<> make_folder(const fs::path& folder) {
  std::error_code error;
  if (fs::exists(fs::symlink_status(folder, error))) {
    return fail(cannot_create(folder, "it exists already", "choose another name, or another folder with --into"));
  }
  error.clear();
  if (folder.has_parent_path()) fs::create_directories(folder.parent_path(), error);
  if (!error) fs::create_directory(folder, error);
  if (error) return fail(cannot_create(folder, error.message(), "choose a folder you may write to with --into"));
  return {};
}

/// What to type next. Where the SDK lies in a place that CMake does not search by itself, its prefix belongs to it.
std::string next_steps(const fs::path& folder) {
  std::string configure = "cmake -B build";
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path prefix = program.parent_path().parent_path();
  if (!error && prefix != "/usr" && prefix != "/usr/local" && fs::exists(prefix / "share/cmake/attache-sdk", error)) {
    configure += " -DCMAKE_PREFIX_PATH=" + prefix.string();
  }
  return "cd " + folder.string() + " && " + configure + " && cmake --build build && ctest --test-dir build";
}

Outcome<int> run(Invocation& call) {
  const std::string name = call.argument("NAME");
  const std::string language = call.text("language");
  if (auto good = check_name(name); !good) return fail(good.error());
  const fs::path folder = fs::path(call.text("into")) / name;
  if (auto made = make_folder(folder); !made) return fail(made.error());
  const Spellings spellings(name);
  for (const TemplateFile& file : template_files()) {
    if (file.language != language) continue;
    if (auto written = write_file(folder / spellings.in(file.path), spellings.in(file.text)); !written) {
      std::error_code ignored;
      fs::remove_all(folder, ignored);  // this call made it
      return fail(written.error());
    }
  }
  messages::info("wrote " + folder.string() + "; next: " + next_steps(folder));
  return 0;
}

}  // namespace

Command plugins_new_command() {
  return {.path = "plugins new",
          .summary = "Begin a plugin of your own",
          .description =
              "Writes a project that builds, is tested, installs and exports every report as it stands, into a new folder NAME. NAME "
              "is also the plugin's id and the extension of its files.",
          .arguments = {{.name = "NAME", .help = "lower-case letters, digits and dashes"}},
          .options =
              {{.name = "language",
                .value = Value::choice,
                .placeholder = "LANG",
                .help = "what it is written in",
                .choices = {"c++", "c", "rust"},
                .required = true},
               {.name = "into", .value = Value::folder, .placeholder = "DIR", .help = "make the folder NAME in this one instead of here"}},
          .examples = {{"Begin a plugin in C++", "attache plugins new house-style --language c++"}},
          .run = run};
}

}  // namespace attache::cli
