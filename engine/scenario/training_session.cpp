#include "engine/scenario/training_session.h"

#include <fmt/format.h>

#include <array>
#include <set>
#include <string_view>
#include <vector>

#include "engine/base/file.h"
#include "engine/base/utc.h"
#include "engine/scenario/course_files.h"
#include "engine/scenario/library.h"
#include "engine/scenario/node_reader.h"

namespace mot {
namespace {

constexpr std::string_view kVersion = "mot-session";
constexpr std::array<std::string_view, 11> kKeys{kVersion,   "id",    "title", "scenario",
                                                 "course",   "mode",  "timer", "feedback",
                                                 "language", "group", "due"};
constexpr std::array<std::string_view, 2> kModes{"practice", "exam"};
constexpr std::array<std::string_view, 3> kFeedback{"full", "score", "none"};
constexpr double kLongestTimer = 4;
constexpr std::size_t kDayLength = 10;

class SessionReader {
 public:
  SessionReader(const YamlDocument& document, const LoadOptions& options, DiagnosticSink& sink)
      : reader_(document, sink), options_(options) {}

  std::shared_ptr<const TrainingSession> read() {
    const std::size_t errors_before = reader_.sink().errors_added();
    const YamlNode root = reader_.document().root();
    Fields fields;
    if (!reader_.version_is_known(kVersion) || !reader_.fields(root, "a session", kKeys, fields)) {
      return nullptr;
    }
    for (const std::string_view key : {kVersion, std::string_view("id")}) {
      reader_.require(fields, root, "a session", key);
    }
    if (const auto id = reader_.id(fields["id"], "the session's id")) session_->id = *id;
    read_what(root, fields);
    read_how(fields);
    if (const auto title = reader_.text(fields["title"], "'title'")) session_->title = *title;
    if (const auto group = reader_.text(fields["group"], "'group'")) session_->group = *group;
    read_due(fields["due"]);
    return reader_.sink().errors_added() == errors_before ? session_ : nullptr;
  }

 private:
  void read_what(YamlNode root, const Fields& fields) {
    if (fields.lacks("scenario") && fields.lacks("course")) {
      reader_.missing(root, "a session", "scenario", "or 'course', to play its lessons in order");
    }
    if (fields.contains("scenario") && fields.contains("course")) {
      reader_.report(fields.key("course"), "M0123",
                     "a session has a scenario or a course, not both", "take one of them away");
    }
    if (const auto id = reader_.id(fields["scenario"], "the scenario")) {
      session_->scenario = *id;
      check_known(fields["scenario"], *id, "scenario", scenario_names());
    }
    if (const auto id = reader_.id(fields["course"], "the course")) {
      session_->course = *id;
      check_known(fields["course"], *id, "course", course_ids(options_.library));
    }
  }

  void read_how(const Fields& fields) {
    if (const auto mode = reader_.word(fields["mode"], "mode", kModes, "M0058")) {
      session_->exam = *mode == 1;
    }
    session_->timer = reader_.number(fields["timer"], "'timer'", 0, kLongestTimer);
    if (const auto feedback = reader_.word(fields["feedback"], "feedback", kFeedback, "M0058")) {
      session_->feedback = static_cast<SessionFeedback>(*feedback);
    }
    if (const auto language = reader_.language(fields["language"])) session_->language = *language;
  }

  void read_due(YamlNode node) {
    const auto due = reader_.text(node, "'due'");
    if (!due) return;
    // There and back, so that a 31st of a shorter month is seen.
    const auto seconds = due->size() == kDayLength ? seconds_of_utc(*due) : std::nullopt;
    if (seconds && utc_of_seconds(*seconds).substr(0, kDayLength) == *due) {
      session_->due = *due;
      return;
    }
    reader_.report(node, "M0124", fmt::format("'due' is a day, not {}", in_quotes(*due)),
                   "year, month, day, as in 2026-12-01");
  }

  std::vector<std::string> scenario_names() const {
    if (options_.library.empty()) return {};
    std::vector<std::string> names = scenario_ids(options_.library);
    // A library that is not there is said elsewhere.
    if (names.empty()) return names;
    for (std::string& inner : scenario_inner_ids(options_.library)) {
      names.push_back(std::move(inner));
    }
    return names;
  }

  void check_known(YamlNode node,
                   std::string_view id,
                   std::string_view what,
                   const std::vector<std::string>& names) const {
    const std::set<std::string_view> known(names.begin(), names.end());
    if (known.empty() || known.count(id) > 0) return;
    reader_.report(node, "M0123", fmt::format("there is no {} '{}' in the library", what, id),
                   reader_.suggest(id, std::vector<std::string_view>(known.begin(), known.end())));
  }

  NodeReader reader_;
  const LoadOptions& options_;
  std::shared_ptr<TrainingSession> session_ = std::make_shared<TrainingSession>();
};

}  // namespace

std::shared_ptr<const TrainingSession> read_training_session(const YamlDocument& document,
                                                             const LoadOptions& options,
                                                             DiagnosticSink& sink) {
  return SessionReader(document, options, sink).read();
}

std::shared_ptr<const TrainingSession> load_training_session(const std::string& path,
                                                             const LoadOptions& options,
                                                             DiagnosticSink& sink) {
  const std::size_t errors_before = sink.errors_added();
  const auto source = read_source(path, sink);
  const auto document = source ? YamlDocument::parse(source, sink) : nullptr;
  if (!document || sink.errors_added() != errors_before) return nullptr;
  return read_training_session(*document, options, sink);
}

bool names_training_session(const std::string& path) {
  const std::string_view ending = ".yaml";
  if (path.size() > ending.size() &&
      path.compare(path.size() - ending.size(), ending.size(), ending) == 0) {
    return true;
  }
  const Result<std::string> text = read_file(path);
  const std::size_t first = text ? text->find_first_not_of(" \t\r\n") : std::string::npos;
  return first != std::string::npos && (*text)[first] != '{';
}

}  // namespace mot
