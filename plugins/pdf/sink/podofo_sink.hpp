#pragma once
/// PoDoFo as the writer of the file: object model, cross-reference table, trailer and file identifier. Everything else about it stays
/// unused.

#include <map>
#include <memory>

#include "sink/sink.hpp"

namespace attache::pdf {

class PodofoSink : public Sink {
 public:
  PodofoSink();
  ~PodofoSink() override;
  [[nodiscard]] ObjectNumber allocate() override;
  void put(ObjectNumber number, std::string body) override;
  void put_stream(ObjectNumber number, std::vector<std::pair<std::string, std::string>> entries, std::string data) override;
  [[nodiscard]] std::string finish(ObjectNumber root, const std::vector<std::pair<std::string, std::string>>& info) override;

 private:
  struct Object {
    std::string body;
    std::vector<std::pair<std::string, std::string>> entries;
    std::string data;
    bool is_stream = false;
  };
  std::vector<Object> objects_;
};

}  // namespace attache::pdf
