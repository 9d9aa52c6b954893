#include "dataset/dataset.hpp"
#include "host/src/worker.hpp"
#include "report/report.hpp"

namespace attache::host {
namespace {

/// The first error, and how many more there are.
Problem first_error(const std::vector<Problem>& problems, const std::string& dataset) {
  Problem shown{Failure::data, Severity::error, {}, "the dataset '" + dataset + "' cannot be used", {}, {}, {}};
  int errors = 0;
  for (const Problem& problem : problems) {
    if (problem.severity != Severity::error) continue;
    if (++errors == 1) shown = problem;
  }
  if (errors > 1) {
    shown.next += (shown.next.empty() ? "" : "; ") + std::string("there are ") + std::to_string(errors - 1) +
                  " more errors: attache data check '" + dataset + "'";
  }
  return shown;
}

/// The first warning as the error it is under --strict.
Problem strict_error(const std::vector<Problem>& warnings, const std::string& dataset) {
  Problem shown = warnings.front();
  shown.severity = Severity::error;
  shown.next += shown.next.empty() ? "" : "; ";
  if (const std::size_t more = warnings.size() - 1; more > 0) {
    shown.next += (more == 1 ? "there is 1 more warning" : "there are " + std::to_string(more) + " more warnings") +
                  ": attache data check '" + dataset + "'; ";
  }
  shown.next += "or build without --strict";
  return shown;
}

}  // namespace

Outcome<BuiltDocument> build_document(const ExportJob& job) {
  const auto loaded = dataset::load(job.dataset);
  if (!loaded) return fail(loaded.error());
  if (!loaded->dataset) return fail(first_error(loaded->problems, job.dataset));
  const auto definition = report::Definition::find(job.request.report, loaded->dataset->folder);
  if (!definition) return fail(definition.error());
  auto document = report::build(*loaded->dataset, *definition, job.request);
  if (!document) return fail(document.error());
  if (job.request.strict && !loaded->problems.empty()) return fail(strict_error(loaded->problems, job.dataset));
  BuiltDocument built;
  if (!job.trace.empty()) built.trace_json = report::trace_json(*document);
  built.document = std::move(*document);
  return built;
}

Outcome<ExportResult> run_export(const ExportJob& job) { return run_export_of(job, build_document); }

int worker_main(int, char**) { return run_worker(build_document); }

}  // namespace attache::host
