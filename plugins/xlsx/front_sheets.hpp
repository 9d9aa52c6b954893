#pragma once
/// The sheets before the tables: cover, contents, notes, running text.

#include "book.hpp"
#include "plan.hpp"

namespace attache::xlsx {

void write_cover(Book& book, const Plan& plan);
void write_contents(Book& book, const Plan& plan);
/// Nothing when there is neither a note nor a sign.
void write_notes(Book& book, const Plan& plan);
/// Nothing when the document has no running text.
void write_text_sheet(Book& book, const Plan& plan);

}  // namespace attache::xlsx
