#include "layout/lines.hpp"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdint>

#include "layout/bidi.hpp"
#include "problem.hpp"

namespace attache::pdf {
namespace {

/// Controls become spaces (a newline stays: it is a wish for a new line), characters that only steer breaking vanish after it.
std::string cleaned(const std::string& text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const auto u = static_cast<unsigned char>(c);
    out += (u < 0x20 && c != '\n') || u == 0x7F ? ' ' : c;
  }
  return out;
}

/// Addresses as people read them: percent-encoded UTF-8 decoded, no line end behind "https://".
std::string readable_address(const std::string& url) {
  static constexpr std::string_view digits = "0123456789ABCDEFabcdef";
  const auto value = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10); };
  std::string out;
  for (std::size_t i = 0; i < url.size(); ++i) {
    const bool encoded = url[i] == '%' && i + 2 < url.size() && digits.find(url[i + 1]) != std::string_view::npos &&
                         digits.find(url[i + 2]) != std::string_view::npos;
    const unsigned byte = encoded ? value(url[i + 1]) << 4 | value(url[i + 2]) : 0;
    out += byte >= 0x80 ? static_cast<char>(byte) : url[i];
    if (byte >= 0x80) i += 2;
  }
  if (icu::UnicodeString::fromUTF8(out).indexOf(char16_t{0xFFFD}) >= 0) out = url;  // it was no UTF-8
  if (const auto scheme = out.find("://"); scheme != std::string::npos) out.insert(scheme + 3, "\xE2\x81\xA0");
  return out;
}

bool is_space(char c) { return c == ' ' || c == '\n'; }

std::string without_invisible(std::string_view piece) {
  std::string out;
  for (std::size_t i = 0; i < piece.size();) {
    const auto rest = piece.substr(i);
    if (rest.starts_with("\xC2\xAD")) {  // soft hyphen
      i += 2;
    } else if (rest.starts_with("\xE2\x80\x8B") || rest.starts_with("\xE2\x81\xA0") ||
               rest.starts_with("\xEF\xBB\xBF")) {  // U+200B, U+2060, U+FEFF
      i += 3;
    } else if (rest.starts_with("\xE2\x80\xA8") || rest.starts_with("\xE2\x80\xA9")) {  // U+2028, U+2029 have done their work
      i += 3;
    } else {
      out += piece[i++];
    }
  }
  return out;
}

Role role_of(const Span& span, Role base) {
  if (base == Role::heading && !span.emphasis) return base;
  const bool bold = span.strong || base == Role::bold || base == Role::bold_italic;
  const bool italic = span.emphasis || base == Role::italic || base == Role::bold_italic;
  if (bold && italic) return Role::bold_italic;
  return bold ? Role::bold : italic ? Role::italic : Role::regular;
}

constexpr double slack_tolerance = 0.01;

}  // namespace

std::string citation_text(std::uint32_t number) { return "[" + std::to_string(number) + "]"; }
std::string source_id(std::uint32_t number) { return "source-" + std::to_string(number); }

struct Typesetter::Iterators {
  std::unique_ptr<icu::BreakIterator> lines, characters;
};

Typesetter::Typesetter(Shaper& shaper, const std::string& language, bool right_to_left)
    : shaper_(shaper), right_to_left_(right_to_left), iterators_(std::make_unique<Iterators>()) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(language, status);
  iterators_->lines.reset(icu::BreakIterator::createLineInstance(locale, status));
  iterators_->characters.reset(icu::BreakIterator::createCharacterInstance(locale, status));
  if (U_FAILURE(status))
    throw Problem(ATTACHE_ERR_INTERNAL, std::string("ICU has no line-breaking rules (") + u_errorName(status) + "); reinstall libicu");
}

Typesetter::~Typesetter() = default;

void Typesetter::add_run(std::vector<Token>& out, const Span& span, int index, std::string_view piece, const TextStyle& style) {
  const bool cited = span.citation != 0;
  const Role role = role_of(span, style.role);
  const std::string visible = without_invisible(piece);
  if (visible.empty()) return;
  for (const ShapedText* shaped : shaper_.shape(role, visible)) {
    Token token;
    token.shaped = shaped;
    token.role = role;
    token.size = cited ? std::max(style.size * 0.8, 8.0) : style.size;
    token.raise = cited && style.size > 9 ? style.size * 0.16 : 0;
    token.width = shaped->width * token.size;
    token.colour = cited || !span.href.empty() ? style.link : style.colour;
    token.may_break = false;
    token.span = index;
    out.push_back(token);
  }
}

std::vector<Token> Typesetter::tokens(const Text& text, const TextStyle& style) {
  // One string for the breaking rules, so that they see across spans; then cut where lines may break and where spans change.
  std::string whole;
  std::vector<std::size_t> ends;
  for (const Span& span : text) {
    whole += span.citation != 0       ? "\xE2\x81\xA0" + citation_text(span.citation)
             : span.text == span.href ? readable_address(cleaned(span.text))
                                      : cleaned(span.text);
    ends.push_back(whole.size());
  }
  const auto levels = bidi_levels(whole, right_to_left_);
  std::vector<Token> out;
  UErrorCode status = U_ZERO_ERROR;
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, whole.data(), static_cast<std::int64_t>(whole.size()), &status);
  iterators_->lines->setText(&source, status);
  std::size_t begin = 0, span = 0;
  for (auto at = iterators_->lines->next(); at != icu::BreakIterator::DONE && U_SUCCESS(status); at = iterators_->lines->next()) {
    const auto end = static_cast<std::size_t>(at);
    const bool hard = iterators_->lines->getRuleStatus() >= UBRK_LINE_HARD && end < whole.size();
    std::size_t visible_end = end;
    while (visible_end > begin && is_space(whole[visible_end - 1])) --visible_end;
    for (std::size_t from = begin; from < visible_end;) {
      while (span < ends.size() && ends[span] <= from) ++span;
      const std::size_t to = std::min(visible_end, ends[span]);
      std::size_t run = from;  // up to where the direction changes
      while (run < to && (levels.empty() || levels[run] == levels[from])) run = levels.empty() ? to : run + 1;
      const std::size_t before = out.size();
      add_run(out, text[span], static_cast<int>(span), std::string_view(whole).substr(from, run - from), style);
      for (std::size_t i = before; i < out.size() && !levels.empty(); ++i) out[i].level = levels[from];
      from = run;
    }
    if (!out.empty()) {
      out.back().may_break = true;
      out.back().must_break = out.back().must_break || hard;
      if (visible_end < end) out.back().gap = shaper_.space(out.back().role) * style.size;
    }
    begin = end;
  }
  utext_close(&source);
  return out;
}

double Typesetter::width(const Text& text, const TextStyle& style) { return extent(tokens(text, style)).most; }

Extent extent(const std::vector<Token>& tokens) {
  Extent extent;
  double word = 0, line = 0, gap = 0;
  for (const Token& token : tokens) {
    word += token.width;
    line += gap + token.width;
    gap = token.gap;
    extent.least = std::max(extent.least, word);
    extent.most = std::max(extent.most, line);
    if (token.may_break) word = 0;
    if (token.must_break) line = gap = 0;
  }
  return extent;
}

void Typesetter::cut_wide(std::vector<Token>& tokens, double width) {
  std::vector<Token> out;
  for (std::size_t i = 0; i < tokens.size();) {
    std::size_t end = i;  // a word: tokens up to the next break opportunity
    double word = 0;
    do word += tokens[end].width;
    while (!tokens[end++].may_break && end < tokens.size());
    for (; i < end; ++i) {
      const Token& token = tokens[i];
      if (word <= width + slack_tolerance) {
        out.push_back(token);
        continue;
      }
      const std::string& text = token.shaped->text;
      UErrorCode status = U_ZERO_ERROR;
      UText source = UTEXT_INITIALIZER;
      utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &status);
      iterators_->characters->setText(&source, status);
      std::size_t begin = 0;
      for (auto at = iterators_->characters->next(); at != icu::BreakIterator::DONE; at = iterators_->characters->next()) {
        const auto stop = static_cast<std::size_t>(at);
        for (const ShapedText* shaped : shaper_.shape(token.role, std::string_view(text).substr(begin, stop - begin))) {
          Token part = token;
          part.shaped = shaped;
          part.width = shaped->width * token.size;
          part.may_break = true;
          part.must_break = stop == text.size() && token.must_break;
          part.gap = stop == text.size() ? token.gap : 0;
          out.push_back(part);
        }
        begin = stop;
      }
      utext_close(&source);
    }
  }
  tokens = std::move(out);
}

namespace {

/// The first line that starts at `begin` for each place it may end; calls `take(end, width)` while it fits.
template <class Take>
void each_line_from(const std::vector<Token>& tokens, std::size_t begin, double width, Take take) {
  double used = 0, gap = 0;
  for (std::size_t i = begin; i < tokens.size(); ++i) {
    used += gap + tokens[i].width;
    gap = tokens[i].gap;
    if (used > width + slack_tolerance && i > begin) return;
    const bool last = i + 1 == tokens.size();
    if (tokens[i].may_break || last) take(i + 1, used);
    if (tokens[i].must_break) return;
  }
}

std::vector<Line> greedy(const std::vector<Token>& tokens, double width) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin < tokens.size();) {
    Line line{begin, begin + 1, tokens[begin].width};
    each_line_from(tokens, begin, width, [&](std::size_t end, double used) { line = {begin, end, used}; });
    lines.push_back(line);
    begin = line.end;
  }
  return lines;
}

/// The lines with the least sum of squared empty ends, the last one's and those before forced breaks not counted.
std::vector<Line> optimal(const std::vector<Token>& tokens, double width) {
  constexpr double never = 1e300;
  const std::size_t n = tokens.size();
  std::vector<double> cost(n + 1, never), used(n + 1, 0);
  std::vector<std::size_t> from(n + 1, 0);
  cost[0] = 0;
  for (std::size_t begin = 0; begin < n; ++begin) {
    if (cost[begin] >= never) continue;
    const auto offer = [&](std::size_t end, double line_width) {
      const double slack = width - line_width;
      const bool free_end = end == n || tokens[end - 1].must_break;
      // A last line of one short word looks like a slip; it costs as much as a quarter of the width.
      const double penalty = !free_end ? slack * slack : line_width < width * 0.12 ? width * width / 16 : 0;
      if (cost[begin] + penalty < cost[end]) {
        cost[end] = cost[begin] + penalty;
        from[end] = begin;
        used[end] = line_width;
      }
    };
    bool offered = false;
    each_line_from(tokens, begin, width, [&](std::size_t end, double line_width) {
      offered = true;
      offer(end, line_width);
    });
    if (!offered) offer(begin + 1, tokens[begin].width);
  }
  std::vector<Line> lines;
  for (std::size_t end = n; end > 0; end = from[end]) lines.push_back({from[end], end, used[end]});
  std::reverse(lines.begin(), lines.end());
  return lines;
}

}  // namespace

std::vector<Line> Typesetter::lines(std::vector<Token>& tokens, double width, Fit fit) {
  if (extent(tokens).least > width) cut_wide(tokens, width);
  return fit == Fit::optimal ? optimal(tokens, width) : greedy(tokens, width);
}

}  // namespace attache::pdf
