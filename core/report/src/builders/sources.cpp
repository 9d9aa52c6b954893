#include "builders.hpp"

#include <cstdint>

namespace attache::report {

namespace {

/// "en.inform.kz" of "https://en.inform.kz/…": enough to recognise; the link and the entry's own field have the whole address.
std::string host_of(const std::string& url) {
  const auto from = url.find("://");
  if (from == std::string::npos) return url;
  const std::string host = url.substr(from + 3, url.find('/', from + 3) - from - 3);
  return host.starts_with("www.") ? host.substr(4) : host;
}

/// "CC BY 4.0" is printed; a sentence of terms is in the entry's own field and would repeat itself from source to source.
constexpr std::size_t longest_printed_licence = 30;

void build(Context& context, const Options&, SectionDraft& draft) {
  draft.section.role = SectionRole::sources;
  Sources block;
  for (const auto& id : context.cited()) {
    const auto& source = *context.data.source(id);
    SourceEntry entry;
    entry.number = static_cast<std::uint32_t>(block.entries.size()) + 1;
    entry.id = id;
    entry.publisher = source.publisher;
    entry.title = source.title;
    entry.published = source.published.is_undated() ? std::string() : context.language.date(source.published);
    entry.accessed = source.accessed.is_undated() ? std::string() : context.language.date(source.accessed);
    entry.url = source.url;
    entry.licence = source.licence;
    entry.language = source.language;
    Run title = text_run(source.title, Run::emphasis);
    title.lang = source.language;
    entry.text = {text_run(source.publisher + (source.publisher.empty() ? "" : ". ")), title};
    if (!entry.published.empty()) entry.text.push_back(text_run(", " + entry.published));
    entry.text.push_back(text_run("."));
    if (!source.url.empty()) {
      Run link = text_run(host_of(source.url));
      link.href = source.url;
      entry.text.push_back(text_run(" "));
      entry.text.push_back(link);
    }
    if (!entry.accessed.empty()) entry.text.push_back(text_run(" " + context.t("report.source.accessed", {{"date", entry.accessed}})));
    if (!source.licence.empty() && source.licence.size() <= longest_printed_licence)
      entry.text.push_back(text_run(" " + context.t("report.source.licence", {{"licence", source.licence}})));
    block.entries.push_back(std::move(entry));
  }
  if (!block.entries.empty()) draft.add(draft.id + "-list", std::move(block));
}

}  // namespace

Builder sources_builder() { return {"sources", "The numbered sources of everything printed", {}, build, 3}; }

}  // namespace attache::report
