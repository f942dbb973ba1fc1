// `mot records …`: one function and one struct of options each, filled by main_records.cpp. Each
// returns the exit code. Implements docs/command_line.md, "mot records".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/records/cohort.h"
#include "engine/records/store.h"
#include "engine/scenario/course.h"

namespace mot {

/// Which store, and which attempts of it.
struct RecordsOptions {
  std::string store;
  std::string library;
  AttemptFilter filter;
  /// Nothing: all attempts.
  std::optional<CountedAttempt> counts;
  std::string language;
  bool json = false;
};

struct RecordsListOptions {
  RecordsOptions records;
  /// A line for each learner instead of each attempt.
  bool learners = false;
};
int records_list_command(const RecordsListOptions& options);

struct RecordsExportOptions {
  RecordsOptions records;
  /// Files; "-": stdout. None given: JSON on stdout.
  std::string json;
  std::string csv;
  std::string choices;
  std::string xapi;
};
int records_export_command(const RecordsExportOptions& options);

struct RecordsPushOptions {
  RecordsOptions records;
  /// The endpoint of a learning record store.
  std::string lrs;
  /// A file KEY:SECRET; empty: the environment.
  std::string credentials;
  /// A file of certificates; empty: the system's.
  std::string authorities;
  /// Seconds.
  int timeout = 30;
};
/// Sends xAPI statements that were not acknowledged yet.
int records_push_command(const RecordsPushOptions& options);

struct RecordsReportOptions {
  RecordsOptions records;
  /// A file, "-" for stdout; empty: no page.
  std::string html;
  /// The same for a page to print; needs page_drawing().
  std::string pdf;
  /// The score that passes, 0 … 100.
  double pass = CohortQuestion{}.pass;
};
/// What many attempts come to.
int records_report_command(const RecordsReportOptions& options);

struct RecordsImportOptions {
  RecordsOptions records;
  std::vector<std::string> files;
};
int records_import_command(const RecordsImportOptions& options);

struct RecordsDeleteOptions {
  RecordsOptions records;
  /// Do not ask.
  bool yes = false;
};
/// Everything of a learner, or one attempt: from the store, the outbox and the folder of plays.
int records_delete_command(const RecordsDeleteOptions& options);

struct RecordsVerifyOptions {
  RecordsOptions records;
  /// Make summaries anew that are wrong.
  bool repair = false;
};
/// Computes every score again from its playthrough, and every summary from its attempt.
int records_verify_command(const RecordsVerifyOptions& options);

struct RecordsPinOptions {
  RecordsOptions records;
  bool remove = false;
};
/// Sets the trainer's PIN.
int records_pin_command(const RecordsPinOptions& options);

}  // namespace mot
