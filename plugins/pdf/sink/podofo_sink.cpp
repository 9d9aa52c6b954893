#include "sink/podofo_sink.hpp"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wundef"
#include <podofo/podofo.h>
#pragma GCC diagnostic pop

#include <mutex>

#include "problem.hpp"

namespace attache::pdf {
namespace {

using namespace PoDoFo;

/// Bytes that PoDoFo writes as they are. (Its own strings and numbers cost more and print reals by the stream's locale.)
PdfVariant raw(const std::string& bytes) { return PdfVariant(PdfData(bytes.data(), bytes.size())); }

void add_object(PdfVecObjects& objects, const PdfReference& reference, const std::string& body) {
  objects.push_back(new PdfObject(reference, raw(body)));
}

void add_stream(PdfVecObjects& objects, const PdfReference& reference, const std::vector<std::pair<std::string, std::string>>& entries,
                const std::string& data) {
  auto* object = new PdfObject(reference, static_cast<const char*>(nullptr));
  objects.push_back(object);
  const TVecFilters none;
  object->GetStream()->Set(data.data(), static_cast<pdf_long>(data.size()), none);
  // Only now: Set() without filters removes /Filter.
  for (const auto& [key, value] : entries) object->GetDictionary().AddKey(PdfName(key), PdfObject(raw(value)));
}

/// PoDoFo prints to stderr unless told otherwise; the switches are global, so one thread sets them, once.
void be_quiet() {
  static std::once_flag once;
  std::call_once(once, [] {
    PdfError::EnableDebug(false);
    PdfError::EnableLogging(false);
  });
}

}  // namespace

PodofoSink::PodofoSink() = default;
PodofoSink::~PodofoSink() = default;

ObjectNumber PodofoSink::allocate() {
  objects_.emplace_back();
  return static_cast<ObjectNumber>(objects_.size());
}

void PodofoSink::put(ObjectNumber number, std::string body) { objects_[static_cast<std::size_t>(number) - 1].body = std::move(body); }

void PodofoSink::put_stream(ObjectNumber number, std::vector<std::pair<std::string, std::string>> entries, std::string data) {
  Object& object = objects_[static_cast<std::size_t>(number) - 1];
  object.entries = std::move(entries);
  object.data = std::move(data);
  object.is_stream = true;
}

std::string PodofoSink::finish(ObjectNumber root, const std::vector<std::pair<std::string, std::string>>& info) {
  try {
    be_quiet();
    PdfVecObjects objects;
    objects.SetAutoDelete(true);
    objects.Reserve(objects_.size() + 2);
    for (std::size_t i = 0; i < objects_.size(); ++i) {
      const PdfReference reference(static_cast<pdf_objnum>(i + 1), 0);
      const Object& object = objects_[i];
      if (object.is_stream)
        add_stream(objects, reference, object.entries, object.data);
      else
        add_object(objects, reference, object.body);
    }
    const PdfReference info_reference(static_cast<pdf_objnum>(objects_.size() + 1), 0);
    PdfDictionary dictionary;  // a real one: the writer derives the file identifier from it
    for (const auto& [key, value] : info) dictionary.AddKey(PdfName(key), PdfString(value.data(), static_cast<pdf_long>(value.size())));
    objects.push_back(new PdfObject(info_reference, PdfVariant(dictionary)));
    PdfObject trailer;
    trailer.GetDictionary().AddKey("Root", PdfReference(static_cast<pdf_objnum>(root), 0));
    trailer.GetDictionary().AddKey("Info", info_reference);
    PdfWriter writer(&objects, &trailer);
    writer.SetPdfVersion(ePdfVersion_1_7);
    writer.SetWriteMode(ePdfWriteMode_Clean);  // the compact mode leaves out the line ends PDF/A asks for
    PdfRefCountedBuffer buffer;
    PdfOutputDevice device(&buffer);
    writer.Write(&device);
    return {buffer.GetBuffer(), static_cast<std::size_t>(device.GetLength())};
  } catch (const PdfError& error) {
    const char* name = PdfError::ErrorName(error.GetError());
    throw Problem(ATTACHE_ERR_INTERNAL, std::string("PoDoFo could not write the file (") + (name != nullptr ? name : "unknown error") +
                                            "); export again, and report it with the dataset if it stays");
  }
}

}  // namespace attache::pdf
