#pragma once

#include "context.hpp"

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

/// All of the above.
void check_content(Context& context);

}  // namespace attache::dataset
