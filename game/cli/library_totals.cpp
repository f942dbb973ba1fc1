#include "game/cli/library_totals.h"

#include <algorithm>

namespace mot {
namespace {

void add_words(LibraryTotals& totals, const LanguageSize& size) {
  const auto known =
      std::find_if(totals.words.begin(), totals.words.end(),
                   [&size](const auto& entry) { return entry.first == size.language; });
  if (known == totals.words.end()) {
    totals.words.emplace_back(size.language, size.words);
  } else {
    known->second += size.words;
  }
}

void add_share(DecisionShare& sum, const std::optional<DecisionShare>& share) {
  if (!share) return;
  sum.decisions += share->decisions;
  sum.of += share->of;
}

bool speaks(const LibraryRow& row, const std::string& language) {
  return std::any_of(row.contents.languages.begin(), row.contents.languages.end(),
                     [&language](const LanguageSize& size) {
                       return size.language == language && size.untranslated == 0;
                     });
}

}  // namespace

LibraryTotals totals_of(const std::vector<LibraryRow>& rows) {
  LibraryTotals totals;
  for (const LibraryRow& row : rows) {
    const Scenario& scenario = *row.entry.scenario;
    ++totals.scenarios;
    totals.drafts += scenario.draft ? 1 : 0;
    totals.decisions += row.contents.decisions;
    totals.responses += row.contents.responses;
    totals.customers.emplace(scenario.customer.id);
    if (!scenario.setting.empty()) totals.settings.emplace(scenario.setting);
    for (const std::string_view scene : row.contents.scenes) totals.scenes.emplace(scene);
    for (const LanguageSize& size : row.contents.languages) add_words(totals, size);
    if (!row.figures) continue;
    add_share(totals.longest, row.figures->longest);
    add_share(totals.first, row.figures->first);
  }
  for (const auto& [language, words] : totals.words) {
    const bool common = std::all_of(
        rows.begin(), rows.end(),
        [&language = language](const LibraryRow& row) { return speaks(row, language); });
    if (common) totals.common_languages.push_back(language);
  }
  return totals;
}

bool misses_aim(const DecisionShare& share) {
  constexpr std::size_t kFewest = 10;
  return share.of >= kFewest &&
         (share.percent() < kAimGiveawayLeast || share.percent() > kAimGiveawayMost);
}

}  // namespace mot
