#include "trade/store_builder.hpp"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <thread>

#include "trade/src/append.hpp"
#include "trade/src/checksums.hpp"
#include "trade/src/condenser.hpp"
#include "trade/src/hand_over.hpp"
#include "trade/src/publication.hpp"
#include "trade/src/release_writer.hpp"
#include "trade/src/row_stream.hpp"
#include "trade/src/summary.hpp"
#include "trade/src/totals.hpp"
#include "value/digest.hpp"

namespace attache::trade {

namespace {

struct DetailLess {
  bool operator()(const TradeRow& a, const TradeRow& b) const { return compare_keys(a, b) < 0; }
};
struct CellLess {
  bool operator()(const Cell& a, const Cell& b) const {
    if (a.reporter != b.reporter) return a.reporter < b.reporter;
    if (a.partner != b.partner) return a.partner < b.partner;
    if (a.flow != b.flow) return a.flow < b.flow;
    if (a.period != b.period) return a.period < b.period;
    return Product::first_of(a.total.series) < Product::first_of(b.total.series);
  }
};

/// Reads the inputs' rows in key order and turns them into what the store's tables hold: the totals at once, through a HandOver, the
/// rest to be read when they have ended.
class Preparation {
 public:
  Preparation(const Import& import, const std::string& folder)
      : import_(import),
        folder_(folder),
        condenser_(names(import.inputs)),
        totals_(folder, import.memory_bytes / 8 * 3),
        details_(folder, import.memory_bytes / 16),
        cells_(folder, import.memory_bytes / 16) {}

  /// Opens the inputs; `sort` when merging them has shown that they are out of order.
  [[nodiscard]] Outcome<> open(CodeBook& codes, bool sort) {
    if (sort) {
      auto sorted = SortedRows::open(import_.inputs, codes, folder_, import_.memory_bytes / 2);
      if (!sorted) return fail(sorted.error());
      stream_ = std::move(*sorted);
      return {};
    }
    auto merged = MergedRows::open(import_.inputs, codes);
    if (!merged) return fail(merged.error());
    merged_ = merged->get();
    stream_ = std::move(*merged);
    return {};
  }

  [[nodiscard]] bool is_disordered() const { return merged_ != nullptr && merged_->is_disordered(); }

  /// The work of the second thread.
  void run(HandOver<TradeRow>& out) {
    try {
      if (auto done = prepare(out); !done) out.fail(done.error());
    } catch (const std::exception& thrown) {  // an end of memory, or a reader that throws, ends the import and not the program
      out.fail({.failure = Failure::internal,
                .rule = {},
                .what = std::string("the import failed: ") + thrown.what(),
                .where = {},
                .why = {},
                .next = {}});
    }
  }

  [[nodiscard]] Outcome<> read_details(std::vector<TradeRow>& batch) { return details_.read(batch, RowReader::batch_rows); }
  [[nodiscard]] Outcome<> read_products(std::vector<ProductSum>& batch) {
    if (auto read = totals_.read(batch, RowReader::batch_rows); !read) return read;
    for (const ProductSum& sum : batch) checksums_.add(sum);
    return {};
  }
  [[nodiscard]] Outcome<> read_cells(std::vector<Cell>& batch) {
    if (auto read = cells_.read(batch, RowReader::batch_rows); !read) return read;
    for (const Cell& cell : batch) {
      summary_.add(cell);
      checksums_.add(cell);
    }
    return {};
  }

  [[nodiscard]] const Condenser& condenser() const { return condenser_; }
  [[nodiscard]] const SummaryMaker& summary() const { return summary_; }
  [[nodiscard]] const Checksums& checksums() const { return checksums_; }

 private:
  static std::vector<std::string> names(const std::vector<RowInput>& inputs) {
    std::vector<std::string> out;
    for (const RowInput& input : inputs) out.push_back(input.path);
    return out;
  }

  [[nodiscard]] Outcome<> prepare(HandOver<TradeRow>& out) {
    std::vector<SourcedRow> batch;
    for (bool more = true; more;) {
      if (auto read = stream_->read(batch); !read) return read;
      more = !batch.empty();
      std::vector<TradeRow> rows, details;
      rows.reserve(batch.size() + 1);
      auto done = more ? condenser_.add(batch, rows, details) : condenser_.finish(rows);
      if (!done) return done;
      if (auto added = details_.add(details); !added) return added;
      if (auto added = count(rows); !added) return added;
      if (!rows.empty() && !out.give(std::move(rows))) return {};
    }
    if (is_disordered()) {
      static_cast<void>(out.give({}));
      return {};
    }
    std::vector<Cell> cells;
    if (auto finished = totals_.finish(cells); !finished) return finished;
    if (auto added = cells_.add(cells); !added) return added;
    if (auto finished = cells_.finish(); !finished) return finished;
    if (auto finished = details_.finish(); !finished) return finished;
    static_cast<void>(out.give({}));
    return {};
  }

  [[nodiscard]] Outcome<> count(const std::vector<TradeRow>& rows) {
    std::vector<Cell> cells;
    for (const TradeRow& row : rows) {
      if (auto added = totals_.add(row, cells); !added) return added;
    }
    return cells_.add(cells);
  }

  const Import& import_;
  std::string folder_;
  std::unique_ptr<RowStream> stream_;
  const MergedRows* merged_ = nullptr;
  Condenser condenser_;
  Totals totals_;
  ExternalSort<TradeRow, DetailLess> details_;
  ExternalSort<Cell, CellLess> cells_;
  SummaryMaker summary_;
  Checksums checksums_;
};

/// Appends the rows while a second thread prepares them; false when the inputs turned out to be out of order.
Outcome<bool> append_prepared(Database& store, std::int64_t release, Preparation& preparation) {
  HandOver<TradeRow> between;
  std::thread worker([&] { preparation.run(between); });
  auto rows = append_rows(store, release, [&](std::vector<TradeRow>& batch) { return between.take(batch); });
  between.give_up();
  worker.join();
  if (!rows) return fail(rows.error());
  return !preparation.is_disordered();
}

Outcome<> append_rest(Database& store, StoredRelease& release, Preparation& preparation) {
  const auto details = append_details(store, release.id, [&](auto& batch) { return preparation.read_details(batch); });
  if (!details) return fail(details.error());
  const auto cells = append_cells(store, release.id, [&](auto& batch) { return preparation.read_cells(batch); });
  if (!cells) return fail(cells.error());
  const auto products = append_products(store, release.id, [&](auto& batch) { return preparation.read_products(batch); });
  if (!products) return fail(products.error());
  preparation.summary().finish(release.summary);
  release.summary.detail_rows = *details;
  return preparation.checksums().write(store, release.id);
}

/// Writes the rows of the release; a second time, sorted, if need be.
Outcome<Imported> write_rows(Database& store, const Import& import, StoredRelease& release, const std::string& folder, CodeBook& codes) {
  const CodeBook before = codes;
  for (const bool sort : {false, true}) {
    if (auto begun = store.run("SAVEPOINT rows"); !begun) return fail(begun.error());
    Preparation preparation(import, folder);
    if (auto opened = preparation.open(codes, sort); !opened) return fail(opened.error());
    const auto ordered = append_prepared(store, release.id, preparation);
    if (!ordered) return fail(ordered.error());
    if (!*ordered) {
      codes = before;
      if (auto undone = store.run("ROLLBACK TO rows; RELEASE rows"); !undone) return fail(undone.error());
      continue;
    }
    if (auto rest = append_rest(store, release, preparation); !rest) return fail(rest.error());
    if (auto kept = store.run("RELEASE rows"); !kept) return fail(kept.error());
    const Condenser& condenser = preparation.condenser();
    return Imported{.unchanged = false,
                    .generation = release.summary.generation,
                    .rows = release.summary.rows,
                    .detail_rows = release.summary.detail_rows,
                    .summed = condenser.summed(),
                    .duplicates = condenser.duplicates(),
                    .notes = condenser.duplicate_notes(),
                    .sorted = sort};
  }
  return fail(Failure::internal, "sorted rows are out of order");
}

StoredRelease to_be_stored(const Import& import, const std::vector<StoredRelease>& former) {
  StoredRelease out;
  for (const StoredRelease& each : former) out.id = std::max(out.id, each.id);
  ++out.id;
  Sha256 inputs;
  for (const RowInput& each : import.inputs) inputs.add(each.sha256 + ' ' + std::to_string(each.bytes) + '\n');
  out.inputs = inputs.hex();
  out.options = import.options;
  out.tool = import.tool;
  out.summary.release = import.release;
  const Release& r = import.release;
  Sha256 all;
  for (const std::string& part : {out.inputs, out.options, out.tool, r.id, r.title, r.source, r.currency, std::to_string(r.value_scale),
                                  std::to_string(r.weight_scale), std::to_string(r.quantity_scale), r.valuation_exports,
                                  r.valuation_imports, r.trade_system, std::to_string(int{r.reconciled})}) {
    all.add(std::to_string(part.size()) + ':' + part);
  }
  out.summary.generation = all.hex();
  return out;
}

/// The release of that id in the store, when it may be built anew: same inputs and options, another tool.
Outcome<const StoredRelease*> to_be_replaced(const StoredRelease& release, const std::vector<StoredRelease>& former,
                                             const std::string& store) {
  const auto same_id = [&](const StoredRelease& each) { return each.summary.release.id == release.summary.release.id; };
  const auto at = std::find_if(former.begin(), former.end(), same_id);
  if (at == former.end()) return nullptr;
  if (at->inputs == release.inputs && at->options == release.options && at->summary.release == release.summary.release) return &*at;
  return fail(Failure::data, "release '" + release.summary.release.id + "' is in '" + store + "' already, with other contents",
              "give the new one an id of its own: a release never changes");
}

Outcome<> check_whole(const Database& store) {
  const auto answer = store.text_of("PRAGMA quick_check(1)");
  if (!answer) return fail(answer.error());
  if (*answer != "ok")
    return fail(Failure::io, "the new trade store is damaged as it was written: " + answer->value_or(""), "check that disk");
  return {};
}

}  // namespace

Outcome<Imported> import_release(const Import& import) {
  auto publication = Publication::begin(import.store);
  if (!publication) return fail(publication.error());
  std::vector<StoredRelease> former;
  CodeBook codes;
  std::error_code ignored;
  const bool is_new = !std::filesystem::exists(publication->target(), ignored);
  if (!is_new) {
    const auto store = open_store(publication->target());
    if (!store) return fail(store.error());
    auto releases = read_releases(*store);
    if (!releases) return fail(releases.error());
    auto book = read_codes(*store);
    if (!book) return fail(book.error());
    former = std::move(*releases);
    codes = std::move(*book);
  }
  StoredRelease release = to_be_stored(import, former);
  const auto replaced = to_be_replaced(release, former, import.store);
  if (!replaced) return fail(replaced.error());
  if (*replaced != nullptr && (*replaced)->summary.generation == release.summary.generation) {
    const ReleaseSummary& summary = (*replaced)->summary;
    return Imported{
        .unchanged = true, .generation = summary.generation, .rows = summary.rows, .detail_rows = summary.detail_rows, .notes = {}};
  }

  if (!is_new) {
    if (auto copied = publication->copy_former(); !copied) return fail(copied.error());
  }
  auto store = Database::open_exclusive(publication->temporary());
  if (!store) return fail(store.error());
  if (auto prepared = prepare_for_writing(*store); !prepared) return fail(prepared.error());
  if (auto begun = store->run("BEGIN IMMEDIATE"); !begun) return fail(begun.error());
  if (is_new) {
    if (auto created = create_tables(*store); !created) return fail(created.error());
  }
  if (*replaced != nullptr) {
    if (auto removed = remove_release(*store, (*replaced)->id); !removed) return fail(removed.error());
  }
  auto imported = write_rows(*store, import, release, publication->folder(), codes);
  if (!imported) return imported;
  if (auto written = write_lists(*store, release, import.inputs, codes); !written) return fail(written.error());
  if (auto committed = store->run("COMMIT"); !committed) return fail(committed.error());
  if (auto checked = check_whole(*store); !checked) return fail(checked.error());
  if (auto closed = store->close(); !closed) return fail(closed.error());
  if (auto published = publication->publish(); !published) return fail(published.error());
  return imported;
}

}  // namespace attache::trade
