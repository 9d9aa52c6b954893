#include "analysis/mirror.hpp"

#include "evaluate.hpp"

namespace attache::analysis {
namespace {

Reports who(const Input& exports, const Input& imports) {
  if (exports) return imports ? Reports::both : Reports::exporter_only;
  return imports ? Reports::importer_only : Reports::none;
}

/// The imports without freight and insurance.
std::optional<Measure> at_border(Measure imports, const std::optional<Decimal>& factor) {
  if (!factor) return imports;
  if (factor->sign() <= 0) return std::nullopt;
  const auto value = imports.value.divided(*factor, working_scale);
  if (!value) return std::nullopt;
  imports.value = *value;
  if (imports.half_unit) imports.half_unit = imports.half_unit->divided(*factor, working_scale);
  return imports;
}

std::optional<Decimal> difference(const Values& v) { return v[1].minus(v[0]); }
std::optional<Decimal> relative(const Values& v) {
  const auto gap = difference(v);
  return divided(gap ? gap->times(Decimal::of(200)) : std::nullopt, v[0].plus(v[1]));
}

}  // namespace

Mirror mirror_asymmetry(const Input& exports_fob, const Input& imports_cif, const std::optional<Decimal>& cif_factor) {
  Mirror mirror;
  mirror.reports = who(exports_fob, imports_cif);
  const auto refuse = [&mirror](Reason reason) {
    mirror.difference = mirror.relative = mirror.quotient = Result::refused(reason);
    return mirror;
  };
  if (mirror.reports != Reports::both) return refuse(Reason::input_missing);
  const auto imports = at_border(*imports_cif, cif_factor);
  if (!imports) return refuse(Reason::not_applicable);
  const Aligned inputs = align({exports_fob, imports});
  if (inputs.reason != Reason::none) return refuse(inputs.reason);
  mirror.difference = evaluate(inputs, difference, inputs.measures[0]);
  const auto sum = inputs[0].plus(inputs[1]);
  const Reason base = sum ? check_base(*sum) : Reason::out_of_range;
  mirror.relative = base != Reason::none ? Result::refused(base) : evaluate(inputs, relative, per_cent());
  const Reason exports_base = check_base(inputs[0]);
  mirror.quotient = exports_base != Reason::none ? Result::refused(exports_base)
                                                 : evaluate(
                                                       inputs, [](const Values& v) { return divided(v[1], v[0]); }, pure_number());
  return mirror;
}

}  // namespace attache::analysis
