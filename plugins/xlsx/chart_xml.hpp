#pragma once
/// libxlsxwriter draws one kind of series on one pair of axes and remembers 0 for every cell with a formula. The chart it wrote is
/// mended here: series of another kind or of the second axis move to a chart group of their own, and the remembered values are true.

#include <string>

#include "chart.hpp"

namespace attache::xlsx {

/// The chart part, mended. Throws ExportFailure when the part does not look as expected.
[[nodiscard]] std::string finished_chart(const std::string& part, const ChartSpec& chart);

}  // namespace attache::xlsx
