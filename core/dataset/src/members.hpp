#pragma once

#include <concepts>
#include <type_traits>

#include "dataset/dataset.hpp"

/// Every table's members by column name, for whatever goes over all of them: `members(row, visit)` calls visit("name", row.name) …
/// The schemas and these lists are held together by a test.
namespace attache::dataset {

template <class T, class Row>
concept RowOf = std::same_as<std::remove_const_t<T>, Row>;

template <RowOf<Area> R, class V>
void members(R& r, V& visit) {
  visit("kind", r.kind), visit("iso3", r.iso3), visit("m49", r.m49), visit("iso3166_2", r.iso3166_2), visit("wikidata", r.wikidata);
  visit("parent", r.parent), visit("valid_from", r.valid_from), visit("valid_to", r.valid_to), visit("name", r.name);
}
template <RowOf<AreaSuccession> R, class V>
void members(R& r, V& visit) {
  visit("from", r.from), visit("to", r.to), visit("type", r.type), visit("date", r.date);
}
template <RowOf<Agent> R, class V>
void members(R& r, V& visit) {
  visit("kind", r.kind), visit("wikidata", r.wikidata), visit("area", r.area), visit("name", r.name), visit("short_name", r.short_name);
  visit("bio", r.bio), visit("aliases", r.aliases);
}
template <RowOf<Office> R, class V>
void members(R& r, V& visit) {
  visit("agent", r.agent), visit("area", r.area), visit("title", r.title), visit("from", r.from), visit("to", r.to);
}
template <RowOf<Mission> R, class V>
void members(R& r, V& visit) {
  visit("sender", r.sender), visit("host", r.host), visit("city", r.city), visit("type", r.type), visit("name", r.name);
  visit("from", r.from), visit("to", r.to), visit("head", r.head);
}
template <RowOf<Relationship> R, class V>
void members(R& r, V& visit) {
  visit("kind", r.kind), visit("first", r.first), visit("second", r.second), visit("agreement", r.agreement), visit("title", r.title);
  visit("from", r.from), visit("to", r.to);
}
template <RowOf<Event> R, class V>
void members(R& r, V& visit) {
  visit("type", r.type), visit("grade", r.grade), visit("series", r.series), visit("ordinal", r.ordinal), visit("date", r.date);
  visit("place", r.place), visit("place_certainty", r.place_certainty), visit("host", r.host), visit("chair", r.chair);
  visit("invited_by", r.invited_by), visit("part_of", r.part_of), visit("status", r.status), visit("title", r.title),
      visit("agenda", r.agenda);
  visit("outcome", r.outcome), visit("outcome_status", r.outcome_status), visit("outcome_count", r.outcome_count);
}
template <RowOf<Participation> R, class V>
void members(R& r, V& visit) {
  visit("event", r.event), visit("agent", r.agent), visit("area", r.area), visit("role", r.role), visit("office", r.office);
}
template <RowOf<Agreement> R, class V>
void members(R& r, V& visit) {
  visit("type", r.type), visit("parties", r.parties), visit("title", r.title), visit("signed_on", r.signed_on),
      visit("in_force", r.in_force);
  visit("place", r.place), visit("status", r.status), visit("subject", r.subject), visit("unts", r.unts);
}
template <RowOf<AgreementAction> R, class V>
void members(R& r, V& visit) {
  visit("agreement", r.agreement), visit("party", r.party), visit("action", r.action), visit("date", r.date);
}
template <RowOf<Membership> R, class V>
void members(R& r, V& visit) {
  visit("organisation", r.organisation), visit("area", r.area), visit("status", r.status), visit("from", r.from), visit("to", r.to);
}
template <RowOf<Link> R, class V>
void members(R& r, V& visit) {
  visit("kind", r.kind), visit("first", r.first), visit("second", r.second), visit("title", r.title), visit("from", r.from),
      visit("to", r.to);
  visit("list_open", r.list_open);
}
template <RowOf<Indicator> R, class V>
void members(R& r, V& visit) {
  visit("name", r.name), visit("definition", r.definition), visit("unit", r.unit), visit("aggregation", r.aggregation);
  visit("decimals", r.decimals);
}
template <RowOf<Observation> R, class V>
void members(R& r, V& visit) {
  visit("indicator", r.indicator), visit("area", r.area), visit("counterpart", r.counterpart), visit("reporter", r.reporter);
  visit("period", r.period), visit("value", r.value), visit("value_low", r.value_low), visit("value_high", r.value_high);
  visit("bound", r.bound), visit("unit", r.unit), visit("multiplier", r.multiplier), visit("decimals", r.decimals);
  visit("currency", r.currency), visit("price_basis", r.price_basis), visit("adjustment", r.adjustment), visit("comparison", r.comparison);
  visit("status", r.status), visit("confidentiality", r.confidentiality), visit("rank", r.rank);
}
template <RowOf<Flow> R, class V>
void members(R& r, V& visit) {
  visit("release", r.release), visit("reporter", r.reporter), visit("partner", r.partner), visit("flow", r.flow);
  visit("frequency", r.frequency), visit("period", r.period), visit("classification", r.classification), visit("product", r.product);
  visit("value", r.value), visit("net_weight", r.net_weight), visit("quantity", r.quantity), visit("quantity_unit", r.quantity_unit);
  visit("currency", r.currency), visit("multiplier", r.multiplier), visit("status", r.status), visit("confidentiality", r.confidentiality);
}
template <RowOf<Claim> R, class V>
void members(R& r, V& visit) {
  visit("kind", r.kind), visit("subject", r.subject), visit("observation", r.observation), visit("event", r.event), visit("base", r.base);
  visit("value", r.value), visit("unit", r.unit), visit("bound", r.bound), visit("period", r.period), visit("asserted_by", r.asserted_by);
  visit("as_office", r.as_office), visit("asserted_on", r.asserted_on), visit("speech", r.speech), visit("modality", r.modality);
  visit("rank", r.rank), visit("reason", r.reason), visit("contradicts", r.contradicts), visit("topic", r.topic), visit("within", r.within);
  visit("statement", r.statement);
}
template <RowOf<Source> R, class V>
void members(R& r, V& visit) {
  visit("type", r.type), visit("publisher", r.publisher), visit("title", r.title), visit("url", r.url), visit("licence", r.licence);
  visit("language", r.language), visit("published", r.published), visit("accessed", r.accessed), visit("tier", r.tier);
}
template <RowOf<Release> R, class V>
void members(R& r, V& visit) {
  visit("dataset", r.dataset), visit("file", r.file), visit("sha256", r.sha256), visit("format", r.format), visit("options", r.options);
  visit("replaces", r.replaces), visit("released", r.released), visit("retrieved", r.retrieved), visit("trade_system", r.trade_system);
  visit("valuation_exports", r.valuation_exports), visit("valuation_imports", r.valuation_imports);
  visit("partner_concept", r.partner_concept), visit("currency", r.currency);
}
template <RowOf<Coverage> R, class V>
void members(R& r, V& visit) {
  visit("release", r.release), visit("reporter", r.reporter), visit("flow", r.flow), visit("frequency", r.frequency);
  visit("classification", r.classification), visit("covered", r.covered), visit("period", r.period);
}
template <RowOf<TextBlock> R, class V>
void members(R& r, V& visit) {
  visit("block", r.block), visit("language", r.language), visit("audience", r.audience), visit("marking", r.marking), visit("body", r.body);
  visit("review_by", r.review_by);
}
template <RowOf<Note> R, class V>
void members(R& r, V& visit) {
  visit("about", r.about), visit("text", r.text);
}
template <RowOf<CitationRow> R, class V>
void members(R& r, V& visit) {
  visit("table", r.table), visit("row", r.row);
}

/// The members of a row, those every row has included.
template <class R, class V>
void all_members(R& row, V& visit) {
  visit("id", row.id);
  members(row, visit);
  visit("source", row.source), visit("locator", row.locator), visit("quote", row.quote), visit("note", row.note);
}

/// visit("areas", dataset.areas) … for every table, in the order of the schemas.
template <class D, class V>
void tables(D& d, V&& visit) {
  visit("areas", d.areas), visit("area_successions", d.area_successions), visit("agents", d.agents), visit("offices", d.offices);
  visit("missions", d.missions), visit("relationships", d.relationships), visit("events", d.events);
  visit("participations", d.participations), visit("agreements", d.agreements), visit("agreement_actions", d.agreement_actions);
  visit("memberships", d.memberships), visit("links", d.links), visit("indicators", d.indicators), visit("observations", d.observations);
  visit("flows", d.flows), visit("claims", d.claims), visit("sources", d.sources), visit("releases", d.releases);
  visit("coverage", d.coverage), visit("texts", d.texts), visit("notes", d.notes), visit("citations", d.citations);
}

}  // namespace attache::dataset
