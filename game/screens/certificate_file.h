// A course's certificate as a file of the learner's own.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/curriculum/standing.h"

namespace mot {

// Writes the certificate of a course that is finished into `folder` and returns the file's path:
// "<course>-<learner>-<day>.pdf", the learner's name as far as files can be called so.
Result<std::string> write_certificate(const std::string& folder,
                                      const CourseStanding& at,
                                      const std::string& learner,
                                      const FindScenario& find,
                                      const UiStrings& words);

// A name as part of a file's name: letters and digits of any script, the rest as '-'.
std::string name_for_file(std::string_view name);

}  // namespace mot
