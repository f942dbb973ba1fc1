// `mot course …`: courses, where a learner stands in one, what to play next. Each function returns
// the exit code. Implements docs/command_line.md, "mot course".
#pragma once

#include <optional>
#include <string>
#include <tl/expected.hpp>

namespace mot {

struct CourseOptions {
  /// An id of the library, or a file; empty for `list`, and for `next` in the whole library.
  std::string course;
  /// Nothing: all attempts of the store.
  std::optional<std::string> learner;
  std::string store;
  std::string library;
  std::string language;
  bool json = false;
};

int course_list_command(const CourseOptions& options);
/// The lessons of a course, and where the learner stands.
int course_show_command(const CourseOptions& options);
/// What to play next, and one sentence why.
int course_next_command(const CourseOptions& options);

/// The scenario of a course that is next for the learner; empty: there is none. Without records
/// that can be read it is the first one, which is said on stderr. An exit code where the course
/// cannot be read.
tl::expected<std::string, int> next_scenario_in_course(const CourseOptions& options);

}  // namespace mot
