#pragma once
/// Each kind of block as strips; and the document as a whole.

#include "layout/composer.hpp"

namespace attache::pdf {

void compose_blocks(Composer& c, const Blocks& blocks);

void compose(Composer& c, const Section& section);
void compose(Composer& c, const Heading& heading);
void compose(Composer& c, const Paragraph& paragraph);
void compose(Composer& c, const List& list);
void compose(Composer& c, const KeyFigures& figures);
void compose(Composer& c, const Table& table);
void compose(Composer& c, const Chart& chart);
void compose(Composer& c, const Timeline& timeline);
void compose(Composer& c, const Quotation& quotation);
void compose(Composer& c, const Note& note);
/// Notes as one paragraph, none as nothing.
void compose_run_in(Composer& c, const std::vector<const Note*>& notes);
void compose(Composer& c, const Conflict& conflict);
void compose(Composer& c, const Sources& sources);
void compose(Composer& c, const Legend& legend);
void compose(Composer& c, const PageBreak& page_break);
void compose(Composer& c, const Contents& contents);

struct Fact {
  std::string label, value;
};

/// Takes what the band shows out of the cover section: the subtitle, and a list whose items are a label and a strong value. Empty when
/// there is none.
[[nodiscard]] std::vector<Fact> take_facts(Section& root, const Document& document);

/// The band with title, areas and marking, and the facts below it; without facts, those of the document's meta values.
void compose_cover(Composer& c, const Document& document, std::vector<Fact> facts);

/// The marking in the document's language.
[[nodiscard]] std::string marking_of(const Document& document, const Phrases& phrases);

/// What a marking of several lines asks of the upper margin.
[[nodiscard]] double header_extra(Composer& c, const Document& document);

/// Running heads and "page x of y", and the draft mark.
void add_furniture(Typesetter& type, const Style& style, const Phrases& phrases, const Document& document, DisplayList& list);

/// The level of a head's element: never deeper than one below the head before it (PDF/UA-1 §7.4.2).
[[nodiscard]] std::string heading_type(Composer& c, int wanted);

}  // namespace attache::pdf
