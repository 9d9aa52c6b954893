#include <algorithm>
#include <optional>

#include "context.hpp"
#include "inline_text.hpp"
#include "meta.hpp"
#include "parameters.hpp"
#include "reach.hpp"
#include "theme.hpp"

namespace attache::report {

namespace {

PageHint page_hint(const std::string& word) {
  if (word == "new") return PageHint::new_page;
  if (word == "keep") return PageHint::keep_together;
  return word == "landscape" ? PageHint::landscape : PageHint::automatic;
}

/// The section, or nothing when it has nothing to say.
std::optional<Block> built(Context& context, const SectionSpec& spec) {
  SectionDraft draft;
  draft.id = spec.id;
  draft.section.level = 1;
  draft.section.page = page_hint(spec.options.text("page"));
  draft.section.restricted = spec.options.flag("restricted");
  const std::string title_id = "report.section." + std::string(spec.builder->id);
  draft.section.title = context.language.has_message(title_id) ? context.t(title_id) : std::string();
  if (const auto& title = spec.options.local("title"); !title.empty()) draft.section.title = title.in(context.language);
  const auto mark = context.mark();
  spec.builder->build(context, spec.options, draft);
  if (draft.section.children.empty()) {
    context.undo(mark);
    if (spec.options.text("when") != "always") return std::nullopt;
    draft.add(spec.id + "-nothing", Paragraph{ParagraphRole::body, {{context.t("report.nothing-recorded"), "", Run::plain, 0, ""}}});
  }
  return Block{spec.id, std::move(draft.section)};
}

Outcome<> allowed(const Context& context, const SectionSpec& spec, const Block& block) {
  if (!std::get<Section>(block.data).restricted || !is_public(context.parameters.marking)) return {};
  Problem problem;
  problem.failure = Failure::usage;
  problem.rule = "marking";
  problem.what = "section '" + spec.id + "' is restricted and the document is marked '" +
                 (context.parameters.marking.empty() ? std::string("PUBLIC") : context.parameters.marking) + "'";
  problem.where = spec.at;
  problem.next = "give --marking, or take the section out of the report";
  return fail(std::move(problem));
}

Outcome<Blocks> sections(Context& context, const Definition::Data& report) {
  std::vector<std::optional<Block>> slots(report.sections.size());
  std::vector<std::size_t> order(report.sections.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return report.sections[a].builder->late < report.sections[b].builder->late; });
  for (const std::size_t index : order) {
    const auto& spec = report.sections[index];
    slots[index] = built(context, spec);
    if (!context.problems().empty()) return fail(context.problems().front());
    if (!slots[index]) continue;
    if (auto ok = allowed(context, spec, *slots[index]); !ok) return fail(ok.error());
  }
  Blocks blocks;
  for (auto& slot : slots) {
    if (slot) blocks.push_back(std::move(*slot));
  }
  return blocks;
}

/// Of the document's frame: it says nothing about the pair.
bool is_frame(const Block& block) {
  const SectionRole role = std::get<Section>(block.data).role;
  return role == SectionRole::cover || role == SectionRole::contents || role == SectionRole::notes || role == SectionRole::sources;
}

/// A page that says that there is nothing to say.
Block nothing_known(const Context& context) {
  const auto& p = context.parameters;
  Section section;
  section.title = context.t("report.section.no-data");
  section.children.push_back(
      {"no-data-text", Paragraph{ParagraphRole::body, plain(context.t("report.no-data", {{"first", context.area(p.first)},
                                                                                         {"second", context.area(p.second)},
                                                                                         {"date", context.language.date(p.as_of)}}))}});
  return {"no-data", std::move(section)};
}

}  // namespace

Outcome<Document> build(const dataset::Dataset& dataset, const Definition& definition, const Request& request) {
  auto parameters = resolve(dataset, definition, request);
  if (!parameters) return fail(parameters.error());
  auto language = text::Language::load(request.language.empty() ? dataset.settings.language : request.language);
  if (!language) return fail(language.error());
  auto theme = find_theme(request.theme, dataset.folder);
  if (!theme) return fail(theme.error());

  Context context(dataset, *language, std::move(*parameters));
  if (auto ok = check_pair(context); !ok) return fail(ok.error());
  warn_of_gaps(context);
  context.document.meta = meta(context, definition.data(), request, *theme);
  auto children = sections(context, definition.data());
  if (!children) return fail(children.error());
  if (std::all_of(children->begin(), children->end(), is_frame)) children->push_back(nothing_known(context));
  Section root;
  root.level = 0;
  root.title =
      context.t("report.pair", {{"first", context.area(context.parameters.first)}, {"second", context.area(context.parameters.second)}});
  root.children = std::move(*children);
  Document document = std::move(context.document);
  document.root = {"document", std::move(root)};
  document.source_date_epoch = request.source_date_epoch.value_or(epoch_of_day(context.parameters.as_of_day));
  if (request.strict && !document.warnings.empty()) {
    return fail(Failure::data, document.warnings.front(), "mend it, or build without --strict");
  }
  return document;
}

}  // namespace attache::report
