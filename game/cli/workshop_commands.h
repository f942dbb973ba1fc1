// The commands of `mot` for those who write scenarios: one function and one struct of options each,
// filled by main_workshop.cpp. Each returns the exit code. Implements docs/command_line.md.
#pragma once

#include <string>

namespace mot {

struct ImportOptions {
  std::string file;
  /// Where it is written, "-" for stdout; empty: ID.yaml in the folder.
  std::string output;
  std::string folder = ".";
  /// The scenario's id; empty: made of the title.
  std::string id;
  /// Language the story is written in; empty: told from its texts.
  std::string texts;
  /// Replace a file that is there.
  bool force = false;
  bool json = false;
  std::string language;
};
/// Takes a story of another program over as a draft.
int import_command(const ImportOptions& options);

}  // namespace mot
