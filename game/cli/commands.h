// The commands of `mot`: one function and one struct of options each. main.cpp fills the structs
// from the command line; nothing here knows how. Each returns the exit code. Implements
// docs/command_line.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/scenario/training_session.h"

namespace mot {

enum class CheckFormat : unsigned char { text, json, sarif };

struct CheckOptions {
  std::vector<std::string> paths;
  CheckFormat format = CheckFormat::text;
  /// Warnings fail too.
  bool strict = false;
  /// Look for smells with the exact analysis.
  bool smells = true;
  /// Of the findings as text; JSON and SARIF are for programs, and stay English.
  std::string language;
  std::string library;
};
/// Every finding of files and folders, on stdout.
int check_command(const CheckOptions& options);

struct ExplainOptions {
  /// Empty: all codes are listed.
  std::string code;
  /// Of the text; JSON stays English.
  std::string language;
  bool json = false;
};
/// One diagnostic: meaning, bad example, mend.
int explain_command(const ExplainOptions& options);

struct RunOptions {
  std::string scenario;
  /// Exactly one of the three is given.
  std::optional<std::string> choices;
  std::string script;
  std::string replay;
  std::optional<std::uint32_t> seed;
  std::string language;
  std::string library;
  bool json = false;
};
/// One playthrough without a person, and its outcome.
int run_command(const RunOptions& options);

struct AnalyseOptions {
  std::string scenario;
  /// States looked at, 1 … kMostStates.
  std::size_t limit = 2'000'000;
  /// A folder: item statistics of the plays in it are printed instead; empty: none.
  std::string playthroughs;
  std::string language;
  std::string library;
  bool json = false;
};
inline constexpr std::size_t kMostStates = 100'000'000;
/// Best and worst play, ways through, endings, ranges, smells.
int analyse_command(const AnalyseOptions& options);

struct GraphOptions {
  std::string scenario;
  /// Files, "-" for stdout; at least one is given.
  std::string svg;
  std::string dot;
  /// Replace files that are there.
  bool force = false;
  std::string language;
  std::string library;
};
/// The scenario's map.
int graph_command(const GraphOptions& options);

struct LibraryOptions {
  std::string library;
  std::string language;
  /// With the figures of each scenario.
  bool stats = false;
  bool json = false;
};
/// The scenarios of a library, and what they are worth as exercises.
int library_command(const LibraryOptions& options);

struct NewOptions {
  std::string id;
  std::string scenario_template = "complaint";
  /// Where the file is written.
  std::string folder = ".";
  std::string language;
  bool json = false;
};
/// Writes a small scenario to begin from.
int new_command(const NewOptions& options);
/// The names `mot new --template` takes.
std::vector<std::string> template_names();

struct SchemaOptions {
  /// scenario, customer, journey, course, translation; empty: one schema for any of them.
  std::string kind;
  /// A scenario whose own names are offered, too; empty: none. Only with the kind scenario.
  std::string file;
  std::string language;
  std::string library;
};
/// The JSON Schema of the format.
int schema_command(const SchemaOptions& options);

struct DebriefOptions {
  /// The playthrough, or the id of an attempt.
  std::string file;
  /// Earlier attempts of the same scenario, the latest first.
  std::vector<std::string> before;
  /// The scenario's file; empty: the library's.
  std::string scenario;
  /// Written there; empty: not.
  std::string html;
  std::string pdf;
  bool json = false;
  /// Empty: that of the environment.
  std::string language;
  std::string library;
  /// The records an attempt is in; empty: those in use.
  std::string store;
};
/// The debrief of a playthrough.
int debrief_command(const DebriefOptions& options);

struct CompareOptions {
  std::string first;
  std::string second;
  std::string scenario;
  bool json = false;
  std::string language;
  std::string library;
  /// The records an attempt is in; empty: those in use.
  std::string store;
};
/// Two playthroughs side by side.
int compare_command(const CompareOptions& options);

struct PlayOptions {
  /// Empty: chosen from the library.
  std::string scenario;
  bool terminal = false;
  /// practice or exam; empty: practice, or what an unfinished play was begun in.
  std::string mode;
  std::string language;
  std::optional<std::uint32_t> seed;
  std::string name;
  /// The file the play is kept in; empty: a new one in the user's folder. As typed it may name a
  /// trainer's session instead (play_session.h).
  std::string session;
  /// A trainer's session and its file; both empty where there is none.
  TrainingSession training;
  std::string training_file;
  std::string library;
  std::string store;
};
/// Plays in the window, or in the terminal where there is no display.
int play_command(const PlayOptions& options);

}  // namespace mot
