// Runs the real `mot` as a shell would, and measures it: what end-to-end tests drive.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/json.h"
#include "tests/support/temporary_folder.h"

namespace mot::test {

/// What came of a run.
struct Ran {
  /// The exit code; 128 + signal where one ended it.
  int code = -1;
  std::string out;
  std::string err;
  double seconds = 0;
  /// The same of processors, which other work on the machine does not stretch.
  double processor_seconds = 0;
  /// Largest memory in use, megabytes.
  double megabytes = 0;
};

/// How to run it.
struct Running {
  /// What is on stdin; it ends there.
  std::string input;
  std::map<std::string, std::string> environment;
  /// stdout goes to this file instead.
  std::string out_to;
  /// stdout is closed, or a pipe nobody reads.
  bool out_closed = false;
  bool out_pipe_broken = false;
  /// Sends this signal after so many milliseconds, once this text has come on stdout;
  /// stdin stays open until then.
  int signal = 0;
  int after_milliseconds = 0;
  std::string after_text;
  std::string folder;
};

/// Runs `mot` with these words, in an environment without a display, in plain C locale, with data
/// and config folders of their own.
Ran run_mot(const std::vector<std::string>& words, const Running& running = {});

/// The environment variables that put a user's folders below a path.
std::map<std::string, std::string> home_in(const std::string& path);

/// Path of a file in tests/cli/data or of the checkout.
std::string data(const std::string& name);
std::string source(const std::string& name);

/// Keys of an object in order, joined by spaces.
std::string keys_of(const Json& object);

/// The text as JSON; throws with the text where it is none.
Json json_in(const std::string& text);

/// The files *.json in a data folder's plays/.
std::vector<std::string> plays_in(const std::string& home);

/// Whole content of a file; throws where it cannot be read.
std::string content_of(const std::string& path);

}  // namespace mot::test
