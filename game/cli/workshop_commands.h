// The commands of `mot` for those who write scenarios: one function and one struct of options each,
// filled by main_workshop.cpp. Each returns the exit code. Implements docs/command_line.md.
#pragma once

#include <string>

namespace mot {

enum class PackObstacle : unsigned char;

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
/// Takes a story of another program over as a draft, or opens a pack.
int import_command(const ImportOptions& options);

struct ExportOptions {
  std::string scenario;
  /// Files, "-" for stdout; at least one is given.
  std::string markdown;
  std::string csv;
  /// Replace files that are there.
  bool force = false;
  /// Of the texts; empty: the scenario's own.
  std::string language;
  std::string library;
};
/// A script for paper, a sheet.
int export_command(const ExportOptions& options);

struct PackOptions {
  std::string scenario;
  /// Empty: ID.motpack here.
  std::string output;
  bool force = false;
  bool json = false;
  std::string language;
  std::string library;
};
/// The scenario with all that it needs in one file.
int pack_command(const PackOptions& options);
/// What the process exits with where something stood in the way of a pack.
int exit_code(PackObstacle obstacle);

struct TranslateOptions {
  std::string scenario;
  /// The language it is translated into.
  std::string to;
  /// Only say how far it is; write nothing.
  bool status = false;
  /// What is translated counts as up to date.
  bool accept = false;
  bool json = false;
  std::string language;
  std::string library;
};
/// How far a translation is; writes what the translator goes on with.
int translate_command(const TranslateOptions& options);

struct UpgradeOptions {
  std::string file;
  bool json = false;
  std::string language;
};
/// Carries a file to the newest version of the format.
int upgrade_command(const UpgradeOptions& options);

struct EditOptions {
  std::string scenario;
  std::string language;
  std::string library;
};
/// Opens the editor's window; there is none in the terminal.
int edit_command(const EditOptions& options);

struct ReplayAllOptions {
  std::string scenario;
  /// A folder of plays in place of the records; empty: the records.
  std::string playthroughs;
  std::string store;
  bool json = false;
  std::string language;
  std::string library;
};
/// All kept plays of a scenario against the version at hand.
int replay_all_command(const ReplayAllOptions& options);

}  // namespace mot
