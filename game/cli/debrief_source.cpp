#include "game/cli/debrief_source.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>
#include <utility>

#include "engine/base/file.h"
#include "engine/encounter/playthrough.h"
#include "engine/records/attempt.h"
#include "engine/scenario/reading.h"
#include "game/cli/console.h"
#include "game/cli/interface_language.h"
#include "game/cli/records_access.h"

namespace mot {
namespace {

tl::expected<Playthrough, int> read_play(const std::string& path) {
  const Result<std::string> text = read_file(path);
  if (!text) return tl::unexpected(complain(text.error().message, kMachineRefused));
  if (text->empty()) return tl::unexpected(complain(path + ": the file is empty", kNotGood));
  Result<Playthrough> playthrough = read_playthrough(*text);
  if (!playthrough) {
    return tl::unexpected(
        complain(fmt::format("{}: {}", path, playthrough.error().message), kNotGood));
  }
  return *std::move(playthrough);
}

tl::expected<Playthrough, int> recorded_play(const std::string& id,
                                             const KeptPlayOptions& options) {
  RecordsOptions records;
  records.store = options.store;
  records.library = options.library;
  records.language = options.language;
  records.filter.id = id;
  auto found = recorded_attempts(records);
  if (!found) return tl::unexpected(found.error());
  if (found->empty()) {
    return tl::unexpected(
        complain(fmt::format("no attempt {} is in the records; `mot records list --json` has the "
                             "ids of those that are",
                             id),
                 kWrongUsage));
  }
  return std::move(found->front().play);
}

tl::expected<Playthrough, int> play_named(const std::string& name, const KeptPlayOptions& options) {
  std::error_code error;
  const bool is_file = std::filesystem::exists(name, error);
  return is_uuid(name) && !is_file ? recorded_play(name, options) : read_play(name);
}

tl::expected<OpenedScenario, int> scenario_of(const Playthrough& playthrough,
                                              const std::string& path,
                                              const KeptPlayOptions& options) {
  const std::string library = library_folder(options.library);
  if (!options.scenario.empty()) return open_scenario(options.scenario, library, options.language);
  auto opened = open_scenario(playthrough.scenario, library, options.language);
  if (!opened && opened.error() == kWrongUsage) {
    complain(fmt::format("{} was played in '{}'; name its file with --scenario, or the folder it "
                         "is in with --library",
                         path, playthrough.scenario),
             kWrongUsage);
  }
  return opened;
}

/// What the replay says of the file; the exit code.
int told(const std::string& path, const Replay& replayed) {
  if (replayed.diverged_at) {
    return complain(fmt::format("{}: diverged at choice {}: {}", path, *replayed.diverged_at + 1,
                                replayed.reason),
                    kNotGood);
  }
  if (replayed.content_changed) {
    complain(fmt::format("{}: the scenario was changed since it was played; all choices still fit, "
                         "the figures are those of the new one",
                         path),
             kDone);
  }
  return kDone;
}

}  // namespace

tl::expected<ReplayedPlay, int> open_play(const std::string& path, const KeptPlayOptions& options) {
  auto playthrough = play_named(path, options);
  if (!playthrough) return tl::unexpected(playthrough.error());
  auto opened = scenario_of(*playthrough, path, options);
  if (!opened) return tl::unexpected(opened.error());
  Result<Replay> replayed = replay(*opened->program, *playthrough);
  if (!replayed) {
    return tl::unexpected(
        complain(fmt::format("{}: {}", path, replayed.error().message), kNotGood));
  }
  const int code = told(path, *replayed);
  PlayAnalysis analysis = analyse_play(replayed->session);
  Scorecard card = score(replayed->session, analysis.play ? &analysis.play->session : nullptr);
  return ReplayedPlay{path,
                      *std::move(opened),
                      *std::move(playthrough),
                      *std::move(replayed),
                      std::move(analysis),
                      std::move(card),
                      code};
}

DebriefLanguage::DebriefLanguage(const std::string& option)
    : tag(interface_language(option)), words(load_ui_strings(tag)) {}

Debrief debrief_of(const ReplayedPlay& play,
                   const DebriefLanguage& language,
                   const std::vector<Scorecard>& earlier,
                   const std::string& library) {
  const Reading reading(*play.opened.scenario, language.tag);
  NextChoices next;
  if (!library.empty()) next.library = glance_at_library(library, language.tag);
  return debrief({play.replayed.session, play.card, play.analysis, reading, language.words,
                  play.playthrough, &play.replayed, earlier, std::move(next)});
}

}  // namespace mot
