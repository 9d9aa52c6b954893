#include "trade/src/store_file.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "trade/src/schema.hpp"
#include "value/decimal.hpp"
#include "value/digest.hpp"
#include "value/regular_file.hpp"

namespace attache::trade {

namespace {

using Header = std::array<unsigned char, 100>;

std::uint32_t word_at(const Header& header, std::size_t at) {
  return std::uint32_t{header[at]} << 24U | std::uint32_t{header[at + 1]} << 16U | std::uint32_t{header[at + 2]} << 8U | header[at + 3];
}

tl::unexpected<Problem> refused(const std::string& path, const std::string& what) {
  return fail(Failure::data, "'" + path + "' " + what, "delete it, or give another file, and import again");
}

/// Offsets are those of SQLite's file format.
Outcome<> check_header(const std::string& path, const Header& header, std::uint64_t bytes) {
  static constexpr std::string_view magic("SQLite format 3\0", 16);
  if (!std::equal(magic.begin(), magic.end(), header.begin())) return refused(path, "is no trade store");
  if (word_at(header, 68) != schema::application_id) return refused(path, "is an SQLite file, but no trade store");
  const std::uint32_t version = word_at(header, 60);
  if (version > schema::version) {
    return fail(Failure::data,
                "the trade store '" + path + "' was written by a newer Attaché (version " + std::to_string(version) + " of its form)",
                "use that version, or delete the store and import again");
  }
  if (version < schema::version) {
    return fail(Failure::data, "the trade store '" + path + "' is of an older form (version " + std::to_string(version) + ")",
                "delete it and import again");
  }
  if (header[18] != 1 || header[19] != 1) return refused(path, "is in write-ahead mode: another program has changed it");
  const std::uint64_t page = std::uint64_t{header[16]} << 8U | header[17];
  const std::uint64_t expected = page * word_at(header, 28);
  if (bytes < expected) {
    return refused(path, "is cut short: " + std::to_string(bytes) + " of " + std::to_string(expected) + " bytes");
  }
  return {};
}

Outcome<> check_tables(const Database& store) {
  auto statement = store.prepare("SELECT name,sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_autoindex%' ORDER BY name");
  if (!statement) return fail(statement.error());
  std::size_t found = 0;
  for (;;) {
    const auto row = statement->step();
    if (!row) return fail(row.error());
    if (!*row) break;
    if (found == schema::objects.size() || statement->text(0) != schema::objects[found].name ||
        statement->text(1) != schema::objects[found].sql) {
      return damaged(store.file(), "it has other tables than Attaché makes");
    }
    ++found;
  }
  if (found != schema::objects.size()) return damaged(store.file(), "it lacks tables");
  const auto complete = store.text_of("SELECT value FROM meta WHERE key='complete'");
  if (!complete) return fail(complete.error());
  if (*complete != "1") return damaged(store.file(), "its import did not end");
  return {};
}

Outcome<std::vector<SeriesSummary>> read_series(const Database& store, std::int64_t release) {
  auto statement = store.prepare("SELECT classification,level,frequency,rows,first,last FROM series WHERE release=?");
  if (!statement) return fail(statement.error());
  statement->bind(1, release);
  std::vector<SeriesSummary> out;
  for (;;) {
    const auto row = statement->step();
    if (!row) return fail(row.error());
    if (!*row) return out;
    const std::int64_t classification = statement->integer(0), level = statement->integer(1), frequency = statement->integer(2);
    SeriesSummary each;
    each.first.packed = static_cast<std::int32_t>(statement->integer(4));
    each.last.packed = static_cast<std::int32_t>(statement->integer(5));
    const bool sound = classification >= 0 && classification < classification_limit && level >= 0 && level <= Product::longest_level &&
                       frequency >= 0 && frequency <= 2 && each.first.is_valid() && each.last.is_valid();
    if (!sound) return damaged(store.file(), "its list of levels makes no sense");
    each.series = {static_cast<Classification>(classification), static_cast<std::uint8_t>(level)};
    each.frequency = static_cast<Frequency>(frequency);
    each.rows = static_cast<std::uint64_t>(statement->integer(3));
    out.push_back(each);
  }
}

Outcome<std::vector<Flow>> read_flows(const Database& store, std::string_view text) {
  std::vector<Flow> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(','), text.size());
    const auto flow = parse_flow(text.substr(0, end));
    if (!flow) return damaged(store.file(), "its list of flows makes no sense");
    out.push_back(*flow);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace

tl::unexpected<Problem> damaged(const std::string& file, const std::string& why) {
  Problem problem;
  problem.failure = Failure::data;
  problem.what = "the trade store '" + file + "' is damaged";
  problem.why = why;
  problem.next = "delete it and import again";
  return fail(std::move(problem));
}

Outcome<Database> open_store(const std::string& path) {
  const auto file = open_regular_file(path);
  if (!file) {
    if (file.error().failure != Failure::missing_input) return fail(file.error());
    return fail(Failure::missing_input, "there is no trade store '" + path + "'", "make it with attache data import");
  }
  struct stat status {};
  if (::fstat(fileno(file->get()), &status) != 0) return fail(Failure::io, "cannot read '" + path + "'", "check that disk");
  if (status.st_size == 0) return refused(path, "is empty");
  Header header{};
  if (std::fread(header.data(), 1, header.size(), file->get()) != header.size()) return refused(path, "is no trade store");
  if (auto checked = check_header(path, header, static_cast<std::uint64_t>(status.st_size)); !checked) return fail(checked.error());
  auto store = Database::open_immutable(path);
  if (!store) return store;
  if (auto checked = check_tables(*store); !checked) return fail(checked.error());
  return store;
}

Outcome<std::vector<StoredRelease>> read_releases(const Database& store) {
  auto statement = store.prepare(
      "SELECT "
      "id,key,title,source,currency,value_scale,weight_scale,quantity_scale,valuation_exports,valuation_imports,trade_system,reconciled,"
      "inputs,options,tool,generation,rows,detail_rows,digest,flows FROM release ORDER BY id");
  if (!statement) return fail(statement.error());
  std::vector<StoredRelease> out;
  for (;;) {
    const auto row = statement->step();
    if (!row) return fail(row.error());
    if (!*row) return out;
    StoredRelease each;
    each.id = statement->integer(0);
    Release& release = each.summary.release;
    release.id = statement->text(1);
    release.title = statement->text(2);
    release.source = statement->text(3);
    release.currency = statement->text(4);
    for (int i = 5; i <= 7; ++i) {
      if (statement->integer(i) < 0 || statement->integer(i) > Decimal::max_scale) return damaged(store.file(), "a scale makes no sense");
    }
    release.value_scale = static_cast<int>(statement->integer(5));
    release.weight_scale = static_cast<int>(statement->integer(6));
    release.quantity_scale = static_cast<int>(statement->integer(7));
    release.valuation_exports = statement->text(8);
    release.valuation_imports = statement->text(9);
    release.trade_system = statement->text(10);
    release.reconciled = statement->integer(11) != 0;
    each.inputs = statement->text(12);
    each.options = statement->text(13);
    each.tool = statement->text(14);
    each.summary.generation = statement->text(15);
    each.summary.rows = static_cast<std::uint64_t>(statement->integer(16));
    each.summary.detail_rows = static_cast<std::uint64_t>(statement->integer(17));
    each.summary.digest = static_cast<std::uint64_t>(statement->integer(18));
    auto flows = read_flows(store, statement->text(19));
    if (!flows) return fail(flows.error());
    each.summary.flows = std::move(*flows);
    auto series = read_series(store, each.id);
    if (!series) return fail(series.error());
    each.summary.series = std::move(*series);
    out.push_back(std::move(each));
  }
}

Outcome<CodeBook> read_codes(const Database& store) {
  auto statement = store.prepare("SELECT kind,id,text FROM code ORDER BY kind,id");
  if (!statement) return fail(statement.error());
  CodeBook::Contents contents;
  for (;;) {
    const auto row = statement->step();
    if (!row) return fail(row.error());
    if (!*row) break;
    const std::string kind = statement->text(0), text = statement->text(2);
    const std::int64_t id = statement->integer(1);
    const auto in_order = [&](std::vector<std::string>& list) {
      if (id != static_cast<std::int64_t>(list.size())) return false;
      list.push_back(text);
      return true;
    };
    bool sound = id >= 0;
    if (kind == "classification") {
      sound = in_order(contents.classifications);
    } else if (kind == "area") {
      sound = in_order(contents.own_areas);
    } else if (kind == "unit") {
      sound = in_order(contents.units);
    } else if (kind == "product") {
      contents.odd_products.emplace(static_cast<std::uint64_t>(id), text);
    } else if (kind == "product label") {
      contents.product_labels.emplace(static_cast<std::uint64_t>(id), text);
    } else if (kind == "area label" && id <= UINT16_MAX) {
      contents.area_labels.emplace(static_cast<AreaCode>(id), text);
    } else {
      sound = false;
    }
    if (!sound) return damaged(store.file(), "its list of codes makes no sense");
  }
  auto book = CodeBook::from(std::move(contents));
  if (!book) return damaged(store.file(), "its lists of codes contradict themselves");
  return book;
}

std::string digest_of_lists(const std::vector<StoredRelease>& releases, const CodeBook& codes) {
  Sha256 sha;
  const auto text = [&](std::string_view part) { sha.add(std::to_string(part.size()) + ':' + std::string(part)); };
  const auto number = [&](auto part) { sha.add(std::to_string(part) + ' '); };
  for (const StoredRelease& each : releases) {
    const ReleaseSummary& summary = each.summary;
    const Release& release = summary.release;
    for (const std::string* part :
         {&release.id, &release.title, &release.source, &release.currency, &release.valuation_exports, &release.valuation_imports,
          &release.trade_system, &each.inputs, &each.options, &each.tool, &summary.generation}) {
      text(*part);
    }
    for (const int scale : {release.value_scale, release.weight_scale, release.quantity_scale, int{release.reconciled}}) number(scale);
    for (const std::uint64_t count : {static_cast<std::uint64_t>(each.id), summary.rows, summary.detail_rows, summary.digest})
      number(count);
    for (const Flow flow : summary.flows) text(flow_code(flow));
    for (const SeriesSummary& level : summary.series) {
      number(static_cast<int>(level.series.classification));
      number(int{level.series.level});
      number(static_cast<int>(level.frequency));
      number(level.rows);
      number(level.first.packed);
      number(level.last.packed);
    }
  }
  const CodeBook::Contents& contents = codes.contents();
  for (const auto* list : {&contents.classifications, &contents.own_areas, &contents.units}) {
    number(list->size());
    for (const std::string& each : *list) text(each);
  }
  const auto map = [&](const auto& entries) {
    number(entries.size());
    for (const auto& [key, value] : entries) {
      number(key);
      text(value);
    }
  };
  map(contents.odd_products);
  map(contents.product_labels);
  map(contents.area_labels);
  return sha.hex();
}

std::string generation_of(const std::vector<StoredRelease>& releases) {
  Sha256 sha;
  for (const StoredRelease& each : releases) sha.add(each.summary.release.id + '\n' + each.summary.generation + '\n');
  return sha.hex();
}

}  // namespace attache::trade
