#include "rules.hpp"

namespace attache::dataset {

/// Prose goes stale: a text whose day of review lies before the data's as-of date is to be read again.
void check_stale_texts(Context& context) {
  const Edtf as_of = context.as_of();
  if (as_of.is_undated()) return;
  for (const TextBlock& t : context.data.texts) {
    if (t.review_by.is_undated() || t.review_by.latest() >= as_of.earliest()) continue;
    context.report(t, {"stale-text", "review_by", "the text '" + t.id + "' was to be reviewed by " + t.review_by.text(),
                       "the data are as of " + as_of.text(), "read it again and move review_by"});
  }
}

}  // namespace attache::dataset
