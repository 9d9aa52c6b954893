// How fast trade files are read: bench_import [MILLION ROWS] [FOLDER]. Writes a BACI-like and a 47-column file to the folder, reads them
// from the page cache, and prints rows and bytes per second of processor time.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "trade/code_book.hpp"
#include "trade/import.hpp"
#include "trade/src/import/csv.hpp"

namespace {

using namespace attache;
using namespace attache::trade;

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6; };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

void write_baci(const std::string& path, std::uint64_t rows) {
  std::ofstream out(path, std::ios::binary);
  out << "t,i,j,k,v,q\n";
  for (std::uint64_t n = 0; n < rows; ++n) {
    out << "2021," << 4 + n / 200000 % 800 << ',' << 8 + n / 5000 % 800 << ',' << 10121 + n % 5000 * 197 << ',' << n * 7919 % 1000000 << '.'
        << 100 + n % 900 << ',' << n * 104729 % 100000 << '.' << 100 + n % 899 << '\n';
  }
}

void write_comtrade(const std::string& path, std::uint64_t rows) {
  std::ofstream out(path, std::ios::binary);
  out << "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,partnerCode,"
         "partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,classificationSearchCode,"
         "isOriginalClassification,"
         "cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,"
         "altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,"
         "primaryValue,legacyEstimationFlag,isReported,isAggregate\n";
  for (std::uint64_t n = 0; n < rows; ++n) {
    const std::uint64_t code = 100000 + n % 5000 * 177, weight = n * 104729 % 1000000, value = n * 7919 % 100000000;
    out << "C,A,20220101,2022,52,2022," << 4 + n / 200000 % 800 << ",KAZ,Kazakhstan,M,Import," << 8 + n / 5000 % 800
        << ",RUS,Russian Federation,0,W00,World,H6,HS,True," << code << ",\"Fish; frozen, \"\"whole\"\", of heading " << code / 100
        << "\",6,True,C00,TOTAL CPC,0,0,TOTAL MOT,8,kg," << weight << ",False,-1,N/A,,False," << weight << ",False,,False," << value
        << ".0,," << value << ".0,0,False,True\n";
  }
}

void report(const char* what, std::uint64_t rows, std::uint64_t bytes, double seconds) {
  std::printf("%-34s %8.2f M rows/CPU s %7.2f GB/CPU s\n", what, static_cast<double>(rows) / seconds * 1e-6,
              static_cast<double>(bytes) / seconds * 1e-9);
}

void measure(const std::string& path, const char* name) {
  const std::uint64_t bytes = std::filesystem::file_size(path);
  double start = cpu_seconds();
  CsvReader csv(open_bytes(path, "utf-8").value(), path, ',');
  CsvRecord record;
  std::uint64_t records = 0, fields = 0;
  while (csv.next(record).value()) {
    ++records;
    fields += record.size();
  }
  report((std::string(name) + ": records").c_str(), records, bytes, cpu_seconds() - start);
  ImportOptions options;
  options.set["classification"] = "H0";
  start = cpu_seconds();
  const auto ready = ready_import({path}, options).value();
  report((std::string(name) + ": survey and SHA-256").c_str(), ready.files.at(0).rows, bytes, cpu_seconds() - start);
  CodeBook codes;
  start = cpu_seconds();
  const auto reader = ready.inputs.at(0).open(codes).value();
  std::vector<SourcedRow> batch;
  std::uint64_t rows = 0;
  do {
    if (!reader->read(batch)) std::exit(1);
    rows += batch.size();
  } while (!batch.empty());
  report((std::string(name) + ": trade rows").c_str(), rows, bytes, cpu_seconds() - start);
}

}  // namespace

int main(int count, char** words) {
  const std::uint64_t rows = static_cast<std::uint64_t>((count > 1 ? std::atof(words[1]) : 3.0) * 1e6);
  const std::string folder = count > 2 ? words[2] : std::filesystem::temp_directory_path().string();
  const std::string baci = folder + "/bench-import-baci.csv", comtrade = folder + "/bench-import-comtrade.csv";
  write_baci(baci, rows);
  write_comtrade(comtrade, rows / 3);
  measure(baci, "BACI, 6 columns");
  measure(comtrade, "Comtrade, 47 columns");
  std::filesystem::remove(baci);
  std::filesystem::remove(comtrade);
  return 0;
}
