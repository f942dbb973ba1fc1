// `mot debrief FILE`: everything that can be said of a playthrough, as text, JSON, HTML or PDF.
#include <vector>

#include "game/cli/commands.h"
#include "game/cli/console.h"
#include "game/cli/debrief_json.h"
#include "game/cli/debrief_source.h"
#include "game/cli/debrief_text.h"
#include "game/cli/output_file.h"
#include "game/cli/page_drawing.h"

namespace mot {
namespace {

/// Scorecards of earlier attempts, the latest first; an exit code where one cannot be read.
tl::expected<std::vector<Scorecard>, int> earlier_attempts(const DebriefOptions& options,
                                                           const ReplayedPlay& play) {
  std::vector<Scorecard> cards;
  for (const std::string& path : options.before) {
    const auto earlier =
        open_play(path, {play.opened.path, options.library, options.store, options.language});
    if (!earlier) return tl::unexpected(earlier.error());
    cards.push_back(earlier->card);
  }
  return cards;
}

/// Writes the files that were asked for.
int write_files(const DebriefOptions& options, const Debrief& made, const UiStrings& words) {
  int code = kDone;
  if (!options.html.empty()) code = write_page(options.html, page_drawing()->html(made, words));
  if (!options.pdf.empty() && code == kDone) {
    code = write_page(options.pdf, page_drawing()->pdf(made, words));
  }
  return code;
}

}  // namespace

int debrief_command(const DebriefOptions& options) {
  if (const std::string twice = printed_twice({{"--html -", options.html == "-"},
                                               {"--pdf -", options.pdf == "-"},
                                               {"--json", options.json}});
      !twice.empty())
    return complain(twice, kWrongUsage);
  const auto play =
      open_play(options.file, {options.scenario, options.library, options.store, options.language});
  if (!play) return play.error();
  const auto earlier = earlier_attempts(options, *play);
  if (!earlier) return earlier.error();
  const DebriefLanguage language(options.language);
  const Debrief made = debrief_of(*play, language, *earlier, library_folder(options.library));
  if (const int code = write_files(options, made, language.words); code != kDone) return code;
  if (options.json) {
    return finish(debrief_json(made, play->replayed.session, play->card).dump() + '\n', play->code);
  }
  if (!options.html.empty() || !options.pdf.empty()) return play->code;
  Screen screen;
  show_debrief(screen, language.words, made);
  return screen.healthy() ? play->code : kMachineRefused;
}

}  // namespace mot
