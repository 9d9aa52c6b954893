#pragma once
/// What every builder works with: the dataset, the language, what was asked for, and the document as it grows: numbers of sources
/// and notes, tables, trace. A section that stays empty is undone as if it had never been tried (mark, undo).

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/dataset.hpp"
#include "definition.hpp"
#include "quantity.hpp"
#include "report/document.hpp"
#include "report/report.hpp"

namespace attache::report {

/// The request with every default filled.
struct Parameters {
  std::string first, second;  ///< as in the pair
  std::string self, other;    ///< self: the perspective, whose exports "exports" are
  std::string perspective;    ///< first | second | both
  Edtf as_of;
  std::int32_t as_of_day = 0;  ///< yyyymmdd
  Period period;
  std::string marking;
  int edition = 1;
  bool draft = false, strict = false;
};

struct Trade;

/// Turnover, exports, imports, near-border turnover: figures of two areas by their meaning, and of what flows in a period.
[[nodiscard]] bool is_trade_of_two(std::string_view indicator);

class Context {
 public:
  Context(const dataset::Dataset& dataset, std::shared_ptr<const text::Language> language, Parameters parameters);
  ~Context();
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  const dataset::Dataset& data;
  const text::Language& language;
  const Parameters parameters;
  Document document;

  /// A message of the catalogue.
  [[nodiscard]] std::string t(std::string_view id, const std::vector<text::Argument>& arguments = {}) const {
    return language.message(id, arguments);
  }
  /// The message of a code of a closed list: "report.event-type.visit"; the code itself if there is none.
  [[nodiscard]] std::string code(std::string_view list, const std::string& code) const;
  [[nodiscard]] std::string in(const dataset::Localised& text) const { return std::string(text.in(language.tag())); }

  // names
  [[nodiscard]] std::string area(const std::string& id) const;
  [[nodiscard]] std::string agent(const std::string& id) const;
  [[nodiscard]] std::string agent_short(const std::string& id) const;

  // as of: what was known and over on that day
  [[nodiscard]] bool visible(const dataset::Observation& row) const;
  [[nodiscard]] bool visible(const dataset::Flow& row) const { return over(row.period); }
  [[nodiscard]] bool visible(const dataset::Event& row) const;
  [[nodiscard]] bool visible(const dataset::Claim& row) const;
  /// What began on that day is known from it; what is undated, from the day its source was published, and always where that is not known.
  [[nodiscard]] bool known(const Edtf& from, const dataset::Row& row) const;
  [[nodiscard]] bool begun(const Edtf& from) const { return from.is_undated() || from.earliest() <= parameters.as_of_day; }
  /// The period's last day is not after the as-of day: what flows in it has all flowed.
  [[nodiscard]] bool over(const Edtf& period) const;
  /// As over, but what is as it is at a time is known from the first day of a month or of an approximate date.
  [[nodiscard]] bool ended(const Edtf& period) const;
  /// The dataset is about this pair alone: what names no areas belongs to it.
  [[nodiscard]] bool is_own_pair() const;
  /// Is the row about the pair (either way round)?
  [[nodiscard]] bool is_pair(const std::string& a, const std::string& b) const;

  // sources: numbered in order of first use
  std::uint32_t cite(const std::string& source);
  /// The row's source and its further citations.
  std::vector<std::uint32_t> citations(std::string_view table, const dataset::Row& row);
  void cite(Inline& text, std::string_view table, const dataset::Row& row);
  void cite(Inline& text, const std::vector<std::string>& sources);
  [[nodiscard]] const std::vector<std::string>& cited() const { return sources_; }

  /// The number of a note; the same text has the same number.
  std::uint32_t note(const std::string& text);
  void note(Inline& text, const std::string& note_text);
  struct NoteText {
    std::string text;
    std::string source;  ///< "" none
  };
  [[nodiscard]] const std::vector<NoteText>& notes() const { return notes_; }
  /// A formula that was used: printed by the section `methods`, once.
  void method(const std::string& message_id);
  [[nodiscard]] const std::vector<std::string>& methods() const { return methods_; }

  std::uint32_t add(Table table);
  void trace(TraceEntry entry) { document.trace.push_back(std::move(entry)); }
  void trace(const std::string& block, const std::string& what, const std::string& printed, const Quantity& quantity);
  void warn(const std::string& text);
  /// The document cannot be built; every problem is kept, the first is reported.
  void refuse(Problem problem) { problems_.push_back(std::move(problem)); }
  [[nodiscard]] const std::vector<Problem>& problems() const { return problems_; }

  [[nodiscard]] const Trade& trade();

  /// A point to return to when a section turns out empty.
  struct Mark {
    std::size_t sources, notes, methods, tables, trace, warnings;
  };
  [[nodiscard]] Mark mark() const;
  void undo(const Mark& mark);

 private:
  std::vector<std::string> sources_;
  std::vector<NoteText> notes_;
  std::vector<std::string> methods_;
  std::vector<Problem> problems_;
  std::unique_ptr<Trade> trade_;
};

}  // namespace attache::report
