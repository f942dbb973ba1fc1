// Where the courses of a library are, and which ids name them: the one way for all who look for
// one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mot {

/// The files of a library's courses, sorted by path: courses in any folder "courses", translations
/// left out.
std::vector<std::string> course_files(const std::string& library);

/// Path of the course with this id in the library, or empty. By file name first, then by the id
/// inside.
std::string find_course(const std::string& library, std::string_view id);

/// Every id by which find_course() finds one, sorted, each once.
std::vector<std::string> course_ids(const std::string& library);

}  // namespace mot
