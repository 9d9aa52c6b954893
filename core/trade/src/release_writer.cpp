#include "trade/src/release_writer.hpp"

#include "trade/src/schema.hpp"
#include "value/joined.hpp"

namespace attache::trade {

namespace {

Outcome<> write_release(Database& store, const StoredRelease& stored) {
  auto statement = store.prepare("INSERT INTO release VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  if (!statement) return fail(statement.error());
  const ReleaseSummary& summary = stored.summary;
  const Release& release = summary.release;
  std::vector<std::string> flows;
  for (const Flow flow : summary.flows) flows.emplace_back(flow_code(flow));
  statement->bind(1, stored.id);
  statement->bind(2, std::string_view(release.id));
  statement->bind(3, std::string_view(release.title));
  statement->bind(4, std::string_view(release.source));
  statement->bind(5, std::string_view(release.currency));
  statement->bind(6, std::int64_t{release.value_scale});
  statement->bind(7, std::int64_t{release.weight_scale});
  statement->bind(8, std::int64_t{release.quantity_scale});
  statement->bind(9, std::string_view(release.valuation_exports));
  statement->bind(10, std::string_view(release.valuation_imports));
  statement->bind(11, std::string_view(release.trade_system));
  statement->bind(12, std::int64_t{release.reconciled});
  statement->bind(13, std::string_view(stored.inputs));
  statement->bind(14, std::string_view(stored.options));
  statement->bind(15, std::string_view(stored.tool));
  statement->bind(16, std::string_view(summary.generation));
  statement->bind(17, static_cast<std::int64_t>(summary.rows));
  statement->bind(18, static_cast<std::int64_t>(summary.detail_rows));
  statement->bind(19, static_cast<std::int64_t>(summary.digest));
  statement->bind(20, std::string_view(joined(flows, ",")));
  return statement->run();
}

Outcome<> write_series(Database& store, const StoredRelease& stored) {
  auto statement = store.prepare("INSERT INTO series VALUES(?,?,?,?,?,?,?)");
  if (!statement) return fail(statement.error());
  for (const SeriesSummary& each : stored.summary.series) {
    statement->bind(1, stored.id);
    statement->bind(2, static_cast<std::int64_t>(each.series.classification));
    statement->bind(3, std::int64_t{each.series.level});
    statement->bind(4, static_cast<std::int64_t>(each.frequency));
    statement->bind(5, static_cast<std::int64_t>(each.rows));
    statement->bind(6, std::int64_t{each.first.packed});
    statement->bind(7, std::int64_t{each.last.packed});
    if (auto written = statement->run(); !written) return written;
  }
  return {};
}

Outcome<> write_inputs(Database& store, std::int64_t release, const std::vector<RowInput>& inputs) {
  auto statement = store.prepare("INSERT INTO input VALUES(?,?,?,?,?)");
  if (!statement) return fail(statement.error());
  std::int64_t number = 0;
  for (const RowInput& each : inputs) {
    statement->bind(1, release);
    statement->bind(2, number++);
    statement->bind(3, std::string_view(each.path));
    statement->bind(4, std::string_view(each.sha256));
    statement->bind(5, static_cast<std::int64_t>(each.bytes));
    if (auto written = statement->run(); !written) return written;
  }
  return {};
}

/// The book as a whole: it grows with each release.
Outcome<> write_codes(Database& store, const CodeBook::Contents& contents) {
  if (auto emptied = store.run("DELETE FROM code"); !emptied) return emptied;
  auto statement = store.prepare("INSERT INTO code VALUES(?,?,?)");
  if (!statement) return fail(statement.error());
  Outcome<> done;
  const auto write = [&](std::string_view kind, std::uint64_t id, std::string_view text) {
    if (!done) return;
    statement->bind(1, kind);
    statement->bind(2, static_cast<std::int64_t>(id));
    statement->bind(3, text);
    done = statement->run();
  };
  const auto write_list = [&](std::string_view kind, const std::vector<std::string>& list) {
    for (std::size_t i = 0; i < list.size(); ++i) write(kind, i, list[i]);
  };
  write_list("area", contents.own_areas);
  for (const auto& [area, text] : contents.area_labels) write("area label", area, text);
  write_list("classification", contents.classifications);
  for (const auto& [product, text] : contents.odd_products) write("product", product, text);
  for (const auto& [product, text] : contents.product_labels) write("product label", product, text);
  write_list("unit", contents.units);
  return done;
}

}  // namespace

Outcome<> prepare_for_writing(Database& store) {
  return store.run(
      "PRAGMA locking_mode=EXCLUSIVE; PRAGMA page_size=" + std::to_string(schema::page_size) +
      "; PRAGMA encoding='UTF-8'; PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY");
}

Outcome<> create_tables(Database& store) {
  for (const schema::Object& each : schema::objects) {
    if (auto made = store.run(std::string(each.sql)); !made) return made;
  }
  return store.run("PRAGMA application_id=" + std::to_string(schema::application_id) +
                   "; PRAGMA user_version=" + std::to_string(schema::version));
}

Outcome<> remove_release(Database& store, std::int64_t release) {
  for (const char* table : {"flow", "flow_detail", "pair_total", "product_total", "checksum", "series", "input"}) {
    if (auto gone = store.run(std::string("DELETE FROM ") + table + " WHERE release=" + std::to_string(release)); !gone) return gone;
  }
  return store.run("DELETE FROM release WHERE id=" + std::to_string(release));
}

Outcome<> write_lists(Database& store, const StoredRelease& release, const std::vector<RowInput>& inputs, const CodeBook& codes) {
  if (auto written = write_release(store, release); !written) return written;
  if (auto written = write_series(store, release); !written) return written;
  if (auto written = write_inputs(store, release.id, inputs); !written) return written;
  if (auto written = write_codes(store, codes.contents()); !written) return written;
  const auto releases = read_releases(store);
  if (!releases) return fail(releases.error());
  return store.run("INSERT OR REPLACE INTO meta VALUES('complete','1'),('lists','" + digest_of_lists(*releases, codes) + "')");
}

}  // namespace attache::trade
