#include "game/stage/standing_reader.h"

#include <utility>

#include "engine/base/utc.h"
#include "engine/curriculum/courses.h"
#include "engine/records/own_records.h"
#include "engine/scenario/course_files.h"
#include "game/stage/game_context.h"

namespace mot {
namespace {

// On another thread.
Standing read_standing(const std::string& store_uri,
                       const std::string& learner,
                       const std::string& language,
                       const LoadOptions& options,
                       std::int64_t now) {
  std::vector<std::shared_ptr<const Course>> courses;
  for (const std::string& path : course_files(options.library)) {
    DiagnosticSink unheard;
    if (auto course = load_course(path, language, options, unheard)) {
      courses.push_back(std::move(course));
    }
  }
  const Result<std::unique_ptr<Store>> store = open_to_read(store_uri);
  if (store && *store == nullptr) {
    return standing_of({}, courses, now);
  }
  AttemptFilter own;
  own.learner = learner;
  Result<std::vector<Attempt>> attempts =
      store ? attempts_with_waiting(**store, outbox_of_store(store_uri), own)
            : Result<std::vector<Attempt>>(refuse(store.error().message));
  Standing standing =
      standing_of(attempts ? std::move(*attempts) : std::vector<Attempt>(), courses, now);
  if (!attempts) {
    standing.problem = attempts.error().message;
  }
  return standing;
}

}  // namespace

void StandingReader::read() {
  records_ = context_.records_version();
  language_ = context_.language();
  asked_for_ = learner_;
  coming_ = Background<Standing>([store = context_.store(), learner = learner_,
                                  language = language_, options = context_.load_options(),
                                  now = seconds_of_utc(context_.now()).value_or(0)] {
    return read_standing(store, learner, language, options, now);
  });
}

bool StandingReader::news(std::size_t& seen) {
  learner_ = context_.settings.learner;
  if (coming_.ready()) {
    standing_ = coming_.take();
    read_for_ = asked_for_;
    ++version_;
  }
  const bool known = records_ == context_.records_version() && language_ == context_.language() &&
                     asked_for_ == learner_;
  if (!coming_.valid() && (version_ == 0 || !known)) {
    read();
  }
  return std::exchange(seen, version_) != version_;
}

}  // namespace mot
