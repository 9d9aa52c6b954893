#pragma once

#include "context.hpp"
#include "dataset/pair.hpp"

/// The rules of content; each file is one concept, and says where its rule comes from.
namespace attache::dataset {

void check_turnover(Context& context);
void check_missing_values(Context& context);
void check_bounds(Context& context);
void check_money(Context& context);
void check_planned_events(Context& context);
void check_citations(Context& context);
void check_polymorphic_references(Context& context);
void check_series(Context& context);
void check_periods(Context& context);
void check_office_holdings(Context& context);
void check_area_validity(Context& context);
void check_stale_texts(Context& context);
void check_placeholders(Context& context);
void check_quotes(Context& context);
void check_growth_claims(Context& context);
void check_contradictions(Context& context);
void check_flow_keys(Context& context);
void check_trade_rows(Context& context);
void check_series_currencies(Context& context);
void check_units(Context& context);
void check_disagreements(Context& context);
void check_scales(Context& context);
void check_sizes(Context& context);
void check_event_titles(Context& context);
void check_offices_in_use(Context& context);

/// All of the above.
void check_content(Context& context);

/// Whether any row or event concerns both areas of the pair; what lies in an area and who comes from it count for it.
[[nodiscard]] bool has_rows_of(const Dataset& data, const Pair& pair);

}  // namespace attache::dataset
