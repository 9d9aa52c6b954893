#include "markdown.hpp"

#include <cstdint>
#include <vector>

#include "inline_text.hpp"

namespace attache::report {

namespace {

/// Reads the inline marks of one paragraph or item.
class InlineReader {
 public:
  InlineReader(std::string_view text, const Fact& fact) : rest_(text), fact_(fact) {}

  Inline read() {
    while (!rest_.empty()) {
      if (!fact() && !link() && !mark("**", Run::strong) && !mark("*", Run::emphasis) && !mark("`", Run::code)) {
        word_ += rest_.front();
        rest_.remove_prefix(1);
      }
    }
    flush();
    return std::move(out_);
  }

 private:
  void flush() {
    if (!word_.empty()) out_.push_back(text_run(std::move(word_), style_));
    word_.clear();
  }
  bool mark(std::string_view sign, std::uint32_t style) {
    if (!rest_.starts_with(sign)) return false;
    const bool closes = (style_ & style) != 0;
    if (!closes && rest_.find(sign, sign.size()) == std::string_view::npos) return false;  // a lone star is a star
    flush();
    style_ ^= style;
    rest_.remove_prefix(sign.size());
    return true;
  }
  bool fact() {
    const auto end = rest_.starts_with("{{") ? rest_.find("}}") : std::string_view::npos;
    if (end == std::string_view::npos) return false;
    flush();
    for (auto& run : fact_(rest_.substr(2, end - 2))) {
      run.style |= style_;
      out_.push_back(std::move(run));
    }
    rest_.remove_prefix(end + 2);
    return true;
  }
  bool link() {
    if (!rest_.starts_with("[")) return false;
    const auto middle = rest_.find("](");
    const auto end = middle == std::string_view::npos ? middle : rest_.find(')', middle);
    if (end == std::string_view::npos || rest_.substr(0, middle).find('\n') != std::string_view::npos) return false;
    const std::string_view url = rest_.substr(middle + 2, end - middle - 2);
    const bool is_safe = url.starts_with("https://") || url.starts_with("http://") || url.starts_with("mailto:") || url.starts_with("#");
    flush();
    Run run = text_run(std::string(rest_.substr(1, middle - 1)), style_);
    if (is_safe) run.href = std::string(url);
    out_.push_back(std::move(run));
    rest_.remove_prefix(end + 1);
    return true;
  }

  std::string_view rest_;
  const Fact& fact_;
  std::string word_;
  std::uint32_t style_ = Run::plain;
  Inline out_;
};

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return lines;
}

}  // namespace

void add_markdown(std::string_view text, const Fact& fact, SectionDraft& draft) {
  std::string paragraph;
  List list;
  const auto id = [&] { return draft.id + "-" + std::to_string(draft.section.children.size() + 1); };
  const auto flush = [&] {
    if (!paragraph.empty()) draft.add(id(), Paragraph{ParagraphRole::body, InlineReader(paragraph, fact).read()});
    if (!list.items.empty()) draft.add(id(), std::move(list));
    paragraph.clear();
    list = List{};
  };
  for (const std::string_view line : lines_of(text)) {
    if (line.starts_with("- ") || line.starts_with("* ")) {
      if (!paragraph.empty()) flush();
      list.items.push_back(InlineReader(line.substr(2), fact).read());
    } else if (line.starts_with("#")) {
      flush();
      const auto level = std::min(line.find_first_not_of('#'), line.size());
      const auto from = std::min(line.find_first_not_of(' ', level), line.size());
      draft.add(id(), Heading{static_cast<int>(level), InlineReader(line.substr(from), fact).read()});
    } else if (line.find_first_not_of(' ') == std::string_view::npos) {
      flush();
    } else {
      if (!list.items.empty()) flush();
      paragraph += (paragraph.empty() ? "" : " ") + std::string(line);
    }
  }
  flush();
}

}  // namespace attache::report
