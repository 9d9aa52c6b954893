#pragma once
/// The tables of the conformance check's documents.

#include "host/src/check/sample_tables.hpp"

namespace attache::test {

using host::check::empty_table;
using host::check::large_table;
using host::check::one_row_table;
using host::check::sample_date;
using host::check::sample_point;
using host::check::types_table;
using host::check::yearly_table;

}  // namespace attache::test
