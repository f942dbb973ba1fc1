// The courses of a library, in the reader's language.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/scenario/course.h"

namespace mot {

/// Reads a course's file, with its translation into `language` where there is one beside it. Null
/// where it has errors; findings go to the sink.
std::shared_ptr<const Course> load_course(const std::string& path,
                                          std::string_view language,
                                          const LoadOptions& options,
                                          DiagnosticSink& sink);

}  // namespace mot
