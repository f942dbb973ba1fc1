#include "engine/curriculum/course_progress.h"

#include <algorithm>
#include <array>

#include "engine/records/counted.h"

namespace mot {
namespace {

/// A lesson's attempts in the order they were started, as many as are allowed.
std::vector<Attempt> allowed_attempts(const Lesson& lesson, std::span<const Attempt> attempts) {
  std::vector<Attempt> own;
  for (const Attempt& attempt : attempts) {
    if (counts_for_learner(attempt.play) && attempt.play.scenario == lesson.scenario) {
      own.push_back(attempt);
    }
  }
  std::stable_sort(own.begin(), own.end(), [](const Attempt& a, const Attempt& b) {
    return a.play.started < b.play.started;
  });
  const auto most = static_cast<std::size_t>(lesson.attempts);
  if (most > 0 && own.size() > most) own.resize(most);
  return own;
}

std::optional<double> counted_score(const std::vector<Attempt>& own, CountedAttempt rule) {
  const std::vector<std::size_t> counted = counted_attempts(own, rule);
  if (counted.empty()) return std::nullopt;
  const Attempt& attempt = own[counted.front()];
  return attempt.score ? attempt.score->score : std::nullopt;
}

bool is_passed(const Course& course, const Lesson& lesson, const LessonProgress& progress) {
  if (lesson.example) return progress.attempts > 0;
  return progress.score && *progress.score >= course.pass;
}

/// What is known of a lesson apart from those before it.
LessonProgress own_progress(const Course& course,
                            const Lesson& lesson,
                            std::span<const Attempt> attempts) {
  const std::vector<Attempt> own = allowed_attempts(lesson, attempts);
  LessonProgress progress;
  progress.attempts = static_cast<int>(own.size());
  if (!lesson.example) {
    progress.score = counted_score(own, course.counts);
    progress.card = card_of(own);
  }
  const bool left = lesson.attempts == 0 || progress.attempts < lesson.attempts;
  progress.state = is_passed(course, lesson, progress) ? LessonState::passed
                   : left                              ? LessonState::open
                                                       : LessonState::used_up;
  return progress;
}

}  // namespace

std::string_view name_of(LessonState state) {
  constexpr std::array<std::string_view, 4> kNames{"locked", "open", "passed", "used-up"};
  return kNames[static_cast<std::size_t>(state)];
}

std::optional<double> CourseProgress::score() const {
  double sum = 0;
  int count = 0;
  for (const LessonProgress& lesson : lessons) {
    if (!lesson.score) continue;
    sum += *lesson.score;
    ++count;
  }
  return count == 0 ? std::nullopt : std::optional(sum / count);
}

CourseProgress progress_in(const Course& course, std::span<const Attempt> attempts) {
  CourseProgress progress;
  for (const Lesson& lesson : course.lessons) {
    progress.lessons.push_back(own_progress(course, lesson, attempts));
  }
  for (std::size_t i = 0; i < course.lessons.size(); ++i) {
    LessonProgress& lesson = progress.lessons[i];
    progress.passed += lesson.state == LessonState::passed ? 1U : 0U;
    const auto& after = course.lessons[i].after;
    const bool ready = std::all_of(after.begin(), after.end(), [&](std::size_t other) {
      return progress.lessons[other].state == LessonState::passed;
    });
    // What was played out of turn stays passed.
    if (!ready && lesson.state == LessonState::open) lesson.state = LessonState::locked;
  }
  return progress;
}

}  // namespace mot
