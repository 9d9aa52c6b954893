#pragma once
/// The whole export: plan, sheets, file.

#include "book.hpp"

namespace attache::xlsx {

constexpr const char* xlsx_media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

void export_workbook(const Call& call, const Options& options);

}  // namespace attache::xlsx
