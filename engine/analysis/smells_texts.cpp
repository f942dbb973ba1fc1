// Rules about words: too much to read in the time there is, and what nobody wrote.
#include <fmt/format.h>

#include <algorithm>

#include "engine/analysis/smells_parts.h"
#include "engine/base/utf8.h"
#include "engine/scenario/reading.h"
#include "engine/text/word_count.h"

namespace mot {
namespace {

// 200 words a minute (ours); of scripts without spaces 255 signs a minute [TS2012].
constexpr double kSecondsAWord = 60.0 / 200;
constexpr double kSecondsAWideSign = 60.0 / 255;
// More columns than a speech bubble reads well with (ours); a wide sign takes two.
constexpr std::size_t kLongestLine = 320;

double reading_seconds(std::string_view text) {
  const WordCount count = count_words(text);
  return static_cast<double>(count.words) * kSecondsAWord +
         static_cast<double>(count.wide) * kSecondsAWideSign;
}

double longest_to_read(const Scenario& scenario, const Reading& reading, Range lines) {
  double seconds = 0;
  for (const Line& line : scenario.lines_of(lines))
    seconds = std::max(seconds, reading_seconds(reading(line.text)));
  return seconds;
}

// The customer's line and the responses; of those that exclude each other all: at least as much is
// on the screen as without conditions.
double time_needed(const Scenario& scenario, const Moment& moment, const Reading& reading) {
  double seconds = longest_to_read(scenario, reading, moment.says);
  for (const Response& response : scenario.responses_of(moment)) {
    if (response.when.empty()) seconds += reading_seconds(reading(response.text));
  }
  return seconds;
}

void check_length(SmellSearch& search,
                  const Reading& reading,
                  TextId text,
                  SmellPlace place,
                  std::string_view what) {
  const std::size_t columns = display_width(reading.trimmed(text));
  if (columns <= kLongestLine) return;
  search.add("S0032", Severity::warning, place,
             fmt::format("{} is {} columns long in '{}'; {} read well at once", what, columns,
                         reading.language(), kLongestLine),
             "shorten it, or put a line of its own before it");
}

// S32, in one language.
void find_too_long(SmellSearch& search, const std::string& language) {
  const Scenario& scenario = search.scenario;
  const Reading reading(scenario, language);
  for (std::size_t i = 0; i < scenario.moments.size(); ++i) {
    const Moment& moment = scenario.moments[i];
    const SmellPlace here{static_cast<MomentIndex>(i)};
    for (const Line& line : scenario.lines_of(moment.says))
      check_length(search, reading, line.text, here, "'says'");
    if (moment.time_limit == 0) continue;
    const double seconds = time_needed(scenario, moment, reading);
    if (seconds > moment.time_limit)
      search.add("S0032", Severity::warning, here,
                 fmt::format("reading '{}' takes about {:.0f} seconds in '{}', and there are {}",
                             moment.id, seconds, language, moment.time_limit),
                 "give more time, or say it shorter");
  }
  for (std::size_t r = 0; r < scenario.responses.size(); ++r) {
    const Response& response = scenario.responses[r];
    const SmellPlace here{response.moment, static_cast<ResponseIndex>(r)};
    check_length(search, reading, response.text, here, "the response");
    for (const Line& line : scenario.lines_of(response.reply))
      check_length(search, reading, line.text, here, "'reply'");
  }
}

// S27, the part about endings' last words; the reasons of responses are M0101.
void find_silent_endings(SmellSearch& search) {
  for (std::size_t m = 0; m < search.scenario.moments.size(); ++m) {
    const Moment& moment = search.scenario.moments[m];
    if (moment.kind != MomentKind::ending || !moment.says.empty()) continue;
    search.add("S0027", Severity::hint, {static_cast<MomentIndex>(m)},
               fmt::format("the encounter ends at '{}' without a word", moment.id),
               "let the customer say something: `says`");
  }
}

}  // namespace

void find_text_smells(SmellSearch& search) {
  for (const std::string& language : languages_of(search.scenario)) find_too_long(search, language);
  find_silent_endings(search);
}

}  // namespace mot
