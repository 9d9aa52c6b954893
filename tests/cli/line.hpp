#pragma once
/// Runs command lines of the built program the way a user's shell does, in a folder of their own.

#include <map>
#include <string>
#include <vector>

namespace attache::tests {

struct Outcome {
  int code = -1;  ///< 128 + signal when a signal ended it, as in a shell
  std::string out, err;
};

/// A temporary folder with an empty home. Its commands see HOME, XDG_…, PATH and what `environment` adds, and nothing else.
class Shell {
 public:
  Shell();
  ~Shell();
  Shell(const Shell&) = delete;
  Shell& operator=(const Shell&) = delete;

  /// `line` is given to /bin/sh in the folder; `attache` is the built program, $SAMPLES the samples folder.
  [[nodiscard]] Outcome run(const std::string& line) const;
  void write(const std::string& name, const std::string& content) const;
  [[nodiscard]] std::string read(const std::string& name) const;
  /// Names of what lies in the folder, hidden files included, the home left out.
  [[nodiscard]] std::vector<std::string> files() const;
  [[nodiscard]] const std::string& folder() const { return folder_; }

  std::map<std::string, std::string> environment;

 private:
  std::string folder_;
};

/// One line of a table of tests. `out` and `err` are regular expressions that must be found; "" = the stream must be empty.
struct Line {
  std::string line;
  int code;
  std::string out;
  std::string err;
};
void check(const Shell& shell, const std::vector<Line>& lines);

}  // namespace attache::tests
