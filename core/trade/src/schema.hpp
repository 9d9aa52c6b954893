#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace attache::trade::schema {

/// What makes an SQLite file a trade store. A change of a table or of a digest raises the version: stores are rebuilt, never migrated.
inline constexpr std::uint32_t application_id = 0x41545244;  // "ATRD"
inline constexpr std::uint32_t version = 1;
inline constexpr int page_size = 8192;

/// Every table and index, by name. `release` leads each key: a further release is appended, an import of it touches no other.
/// Missing numbers are NULL; `flags` says of which kind (see flags.hpp). `series` is the product shifted right by 20 bits.
/// `seal` is a hash over the row.
struct Object {
  std::string_view name, sql;
};
inline constexpr std::array objects = {
    Object{"checksum",
           "CREATE TABLE checksum(release INTEGER NOT NULL,kind INTEGER NOT NULL,area INTEGER NOT NULL,flow INTEGER NOT NULL,series "
           "INTEGER NOT "
           "NULL,rows INTEGER NOT NULL,seals INTEGER NOT NULL,PRIMARY KEY(release,kind,area,flow,series)) WITHOUT ROWID,STRICT"},
    Object{"code",
           "CREATE TABLE code(kind TEXT NOT NULL,id INTEGER NOT NULL,text TEXT NOT NULL,PRIMARY KEY(kind,id)) WITHOUT ROWID,STRICT"},
    Object{
        "flow",
        "CREATE TABLE flow(release INTEGER NOT NULL,reporter INTEGER NOT NULL,partner INTEGER NOT NULL,flow INTEGER NOT NULL,"
        "period INTEGER NOT NULL,product INTEGER NOT NULL,value INTEGER,net_weight INTEGER,quantity INTEGER,quantity_unit INTEGER NOT NULL,"
        "flags INTEGER NOT NULL,PRIMARY KEY(release,reporter,partner,flow,period,product)) WITHOUT ROWID,STRICT"},
    Object{
        "flow_detail",
        "CREATE TABLE flow_detail(release INTEGER NOT NULL,reporter INTEGER NOT NULL,partner INTEGER NOT NULL,flow INTEGER NOT NULL,"
        "period INTEGER NOT NULL,product INTEGER NOT NULL,partner2 INTEGER NOT NULL,customs INTEGER NOT NULL,transport INTEGER NOT NULL,"
        "supply INTEGER NOT NULL,value INTEGER,net_weight INTEGER,quantity INTEGER,quantity_unit INTEGER NOT NULL,flags INTEGER NOT NULL,"
        "PRIMARY KEY(release,reporter,partner,flow,period,product,partner2,customs,transport,supply)) WITHOUT ROWID,STRICT"},
    Object{"input",
           "CREATE TABLE input(release INTEGER NOT NULL,number INTEGER NOT NULL,path TEXT NOT NULL,sha256 TEXT NOT NULL,bytes INTEGER NOT "
           "NULL,"
           "PRIMARY KEY(release,number)) WITHOUT ROWID,STRICT"},
    Object{"meta", "CREATE TABLE meta(key TEXT PRIMARY KEY,value TEXT NOT NULL) WITHOUT ROWID,STRICT"},
    Object{"pair_total",
           "CREATE TABLE pair_total(release INTEGER NOT NULL,reporter INTEGER NOT NULL,partner INTEGER NOT NULL,flow INTEGER NOT NULL,"
           "period INTEGER NOT NULL,series INTEGER NOT NULL,value INTEGER NOT NULL,net_weight INTEGER NOT NULL,rows INTEGER NOT NULL,"
           "missing_values INTEGER NOT NULL,missing_weights INTEGER NOT NULL,digest INTEGER NOT NULL,seal INTEGER NOT NULL,"
           "PRIMARY KEY(release,reporter,partner,flow,period,series)) WITHOUT ROWID,STRICT"},
    Object{"pair_total_partner",
           "CREATE INDEX pair_total_partner ON pair_total(release,partner,reporter,flow,period,series,value,net_weight,rows,missing_values,"
           "missing_weights,digest,seal)"},
    Object{"product_total",
           "CREATE TABLE product_total(release INTEGER NOT NULL,area INTEGER NOT NULL,side INTEGER NOT NULL,flow INTEGER NOT NULL,"
           "product INTEGER NOT NULL,period INTEGER NOT NULL,value INTEGER NOT NULL,net_weight INTEGER NOT NULL,rows INTEGER NOT NULL,"
           "missing_values INTEGER NOT NULL,missing_weights INTEGER NOT NULL,basis INTEGER NOT NULL,seal INTEGER NOT NULL,"
           "PRIMARY KEY(release,area,side,flow,product,period)) WITHOUT ROWID,STRICT"},
    Object{
        "release",
        "CREATE TABLE release(id INTEGER PRIMARY KEY,key TEXT NOT NULL UNIQUE,title TEXT NOT NULL,source TEXT NOT NULL,currency TEXT NOT "
        "NULL,"
        "value_scale INTEGER NOT NULL,weight_scale INTEGER NOT NULL,quantity_scale INTEGER NOT NULL,valuation_exports TEXT NOT NULL,"
        "valuation_imports TEXT NOT NULL,trade_system TEXT NOT NULL,reconciled INTEGER NOT NULL,inputs TEXT NOT NULL,options TEXT NOT NULL,"
        "tool TEXT NOT NULL,generation TEXT NOT NULL,rows INTEGER NOT NULL,detail_rows INTEGER NOT NULL,digest INTEGER NOT NULL,"
        "flows TEXT NOT NULL) STRICT"},
    Object{"series",
           "CREATE TABLE series(release INTEGER NOT NULL,classification INTEGER NOT NULL,level INTEGER NOT NULL,frequency INTEGER NOT NULL,"
           "rows INTEGER NOT NULL,first INTEGER NOT NULL,last INTEGER NOT NULL,PRIMARY KEY(release,classification,level,frequency)) "
           "WITHOUT ROWID,STRICT"},
};

}  // namespace attache::trade::schema
