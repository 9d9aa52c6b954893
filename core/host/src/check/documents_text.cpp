// Documents whose texts are hostile: to spreadsheets, to markup, to terminals, to layout.
#include <cstdint>

#include "host/src/check/documents.hpp"
#include "host/src/check/sample_tables.hpp"

namespace attache::host::check {
namespace {

using report::Block;
using report::Cell;

report::Column text_column(std::string id, std::string title) {
  report::Column column;
  column.id = std::move(id);
  column.title = std::move(title);
  column.type = report::Type::text;
  column.role = report::Role::label;
  return column;
}

/// The texts wherever a text may stand: heads, cells, paragraphs, lists, labels, names of sources.
report::Document everywhere(const std::string& title, const std::vector<std::string>& texts) {
  report::Table table;
  table.id = "texts";
  table.title = texts.front();
  table.sheet_name = "Texts";
  table.description = texts.back();
  table.note = plain_words(texts.front());
  table.columns = {text_column("key", "Key"), text_column("text", "Text " + texts.front())};
  report::List list;
  report::KeyFigures figures;
  report::Sources sources;
  report::Timeline timeline;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    table.rows.push_back({Cell(std::to_string(i)), Cell(texts[i])});
    list.items.push_back(plain_words(texts[i]));
    report::KeyFigure figure;
    figure.label = texts[i];
    figure.unit = texts[i];
    figure.note = texts[i];
    figure.value = {Cell(static_cast<std::int64_t>(i)), "A", std::to_string(i)};
    if (i < 6) figures.figures.push_back(std::move(figure));
    report::TimelineEntry entry;
    entry.date = sample_date(2000 + static_cast<int>(i), 0, 0);
    entry.printed_date = std::to_string(2000 + i);
    entry.type = entry.title = entry.place = entry.status = texts[i];
    timeline.entries.push_back(std::move(entry));
    const auto number = static_cast<std::uint32_t>(i + 1);
    sources.entries.push_back({number, "s" + std::to_string(number), texts[i], texts[i], texts[i], "https://example.org/", texts[i],
                               texts[i], "en", plain_words(texts[i])});
  }
  report::Quotation quotation{plain_words(texts.front()), plain_words(texts.back()), texts.front(), texts.front(), texts.back(), 1};
  report::Blocks blocks;
  blocks.push_back({"head", report::Heading{1, plain_words(texts.front())}});
  blocks.push_back({"list", std::move(list)});
  blocks.push_back({"texts-table", report::TableRef{0, 1, texts.back()}});
  blocks.push_back({"figures", std::move(figures)});
  blocks.push_back({"timeline", std::move(timeline)});
  blocks.push_back({"quotation", std::move(quotation)});
  blocks.push_back({"note", report::Note{report::NoteRole::warning, 1, plain_words(texts.front())}});
  blocks.push_back({"legend", report::Legend{{{texts.front(), texts.back()}}}});
  blocks.push_back({"sources", std::move(sources)});
  report::Document document = document_of(title, std::move(blocks), {std::move(table)});
  for (auto& [key, value] : document.meta) {
    if (key == "subtitle" || key == "producer" || key == "marking") value = texts.front();
  }
  return document;
}

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return text;
}

}  // namespace

report::Document hostile_document() {
  return everywhere("=HYPERLINK(\"http://example.org\",\"title\") & <b>'\"",
                    {"=1+1",
                     "+SUM(A1:A9)",
                     "-2+3",
                     "@cmd|' /C calc'!A0",
                     "\t=1",
                     "\"quotes\" 'single' ``back``, commas; semicolons|bars",
                     "two\nlines\r\nthree\rfour",
                     std::string("controls \x01\x02\x07\x08\x0B\x0C\x1B[31m\x1F\x7F"),
                     "]]> <!-- --> <![CDATA[ <script>alert(1)</script> &amp; &#0; &nbsp;",
                     "%s%n%d {0} {name} ${HOME} $(id) `id` %PATH%",
                     "\\ \\n \\0 / .. ../../etc/passwd C:\\",
                     "()<>[]{}%/ (unbalanced ((( endstream endobj",
                     "  blanks around  ",
                     "",
                     " ",
                     "\xEF\xBB\xBF"
                     "byte order mark",
                     "line\xE2\x80\xA8separator\xE2\x80\xA9paragraph\xC2\x85next",
                     "noncharacters \xEF\xBF\xBE \xEF\xBF\xBF \xF4\x8F\xBF\xBF replacement \xEF\xBF\xBD",
                     "e\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85 stacked, \xF0\x9F\x87\xB0\xF0\x9F\x87\xBF flag, "
                     "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 family",
                     "\xE2\x80\x8Bzero\xE2\x80\x8C \xE2\x80\x8Dwidth\xE2\x81\xA0, \xC2\xA0no-break, \xC2\xADsoft, \xE2\x80\xAFnarrow",
                     "0123",
                     "1E5",
                     "TRUE",
                     "2015-10-14",
                     "1/2",
                     "#REF!",
                     "'quoted",
                     "_x0041_",
                     "NULL",
                     "nan"});
}

report::Document bidi_document() {
  return everywhere(
      "\xE2\x80\xAE"
      "override",
      {"עברית 123 (abc) 45%", "العربية ١٢٣ و Latin 4.5", "\xE2\x80\xAEoverridden without end",
       "\xE2\x81\xA7isolated without end \xE2\x81\xA6\xE2\x81\xA8", "\xE2\x80\xAC\xE2\x81\xA9 ends without a beginning",
       "Latin (עברית [العربية] Latin) 12–15 ₸", "\xD8\x9C mark \xE2\x80\x8E left \xE2\x80\x8F right",
       "Қазақстан – Россия – 中国 – ประเทศไทย – हिन्दी – 한국"});
}

report::Document huge_document() {
  constexpr std::size_t large = 60'000;
  report::Table table = one_row_table();
  table.columns.push_back(text_column("long", "Long " + repeated("head ", 500)));
  for (auto& row : table.rows) row.emplace_back(repeated("cell of many words ", large));
  table.rows.push_back({Cell(repeated("x", 5'000)), Cell(Decimal(1, 0)), Cell(repeated("ж", large))});
  report::Blocks blocks;
  blocks.push_back({"words", report::Paragraph{report::ParagraphRole::body, plain_words(repeated("many words in one paragraph ", large))}});
  blocks.push_back({"word", report::Paragraph{report::ParagraphRole::body, plain_words(repeated("w", large))}});
  blocks.push_back({"table", report::TableRef{0, 0, {}}});
  return document_of(repeated("a title of many words ", 3'000), std::move(blocks), {std::move(table)});
}

report::Document links_document() {
  report::List list;
  for (const std::string& href :
       {std::string("javascript:alert(1)"), std::string("file:///etc/passwd"), std::string("data:text/html,x"),
        std::string("#nothing-here"), std::string("#"), std::string("http://"), std::string("https://example.org/ blank\"<>"),
        std::string("https://example.org/\n\x01"), std::string("mailto:a@example.org?subject=x&y"), std::string("//host/share"),
        "https://example.org/" + repeated("long", 4'000), std::string("HTTPS://ПРИМЕР.РФ/путь?ключ=знач")}) {
    report::Run run;
    run.text = "a link";
    run.href = href;
    list.items.push_back({run});
  }
  report::Run cited;
  cited.citation = 4'000'000'000;  // a source that is not listed
  list.items.push_back({cited});
  report::Blocks blocks;
  blocks.push_back({"links", std::move(list)});
  return document_of("Links", std::move(blocks));
}

}  // namespace attache::host::check
