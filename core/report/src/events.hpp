#pragma once
/// Events between the two areas, in order, with their words.

#include <string>
#include <vector>

#include "context.hpp"

namespace attache::report {

/// Visible events that concern the pair, in chronological order, undated last.
[[nodiscard]] std::vector<const dataset::Event*> events(const Context& context);
/// Do its places, hosts and participants come from both (in a dataset about this pair alone: from no other)?
[[nodiscard]] bool concerns_pair(const Context& context, const dataset::Event& event);
/// Planned: its source announces it and does not say that it took place.
[[nodiscard]] inline bool is_planned(const dataset::Event& event) { return event.status == "planned"; }
/// Planned, and its day is not over on the as-of day. What was planned for an earlier day and is not known to have been held is not.
[[nodiscard]] bool is_ahead(const Context& context, const dataset::Event& event);
/// "V. Putin (President of the Russian Federation), N. Nazarbayev": who took part.
[[nodiscard]] std::string participants(const Context& context, const dataset::Event& event);
/// "Burabay", "Burabay (not certain)", "Kazakhstan".
[[nodiscard]] std::string place(const Context& context, const dataset::Event& event);
/// "official visit", "session".
[[nodiscard]] std::string level(const Context& context, const dataset::Event& event);
/// The outcome; planned ones say so, and that the number of documents is not stated.
[[nodiscard]] std::string outcome(const Context& context, const dataset::Event& event);
/// "planned", "planned; outcome not known", "cancelled"; "" for what was held.
[[nodiscard]] std::string status_word(const Context& context, const dataset::Event& event);

/// Are both parties, alone or among others?
[[nodiscard]] bool is_between(const Context& context, const dataset::Agreement& agreement);
/// Agreements between the two (others may be parties too), by date of signature, undated last.
[[nodiscard]] std::vector<const dataset::Agreement*> agreements(const Context& context);
/// The day of signature, from agreement_actions when they know it more precisely; `by` is then that row.
struct SignedOn {
  Edtf date;
  const dataset::AgreementAction* by = nullptr;
};
[[nodiscard]] SignedOn signed_on(const Context& context, const dataset::Agreement& agreement);

}  // namespace attache::report
