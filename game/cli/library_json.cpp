// The JSON part of library_output.h.
#include <algorithm>

#include "game/cli/library_output.h"
#include "game/cli/library_totals.h"

namespace mot {
namespace {

Json decimals(const std::optional<double>& value, int places) {
  return value ? Json(rounded(*value, places)) : Json();
}

template <class List>
Json list_json(const List& list) {
  Json json(Json::Array{});
  for (const auto& entry : list) json.push(std::string(entry));
  return json;
}

template <class Names>
Json names_in(BitSet8 set, const Names& names) {
  Json json(Json::Array{});
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (((set >> i) & 1U) != 0) json.push(names[i]);
  }
  return json;
}

Json languages_json(const ScenarioContents& contents) {
  Json json(Json::Array{});
  for (const LanguageSize& size : contents.languages) json.push(size.language);
  return json;
}

Json by_language(const ScenarioContents& contents, std::size_t LanguageSize::*count) {
  Json json(Json::Object{});
  for (const LanguageSize& size : contents.languages) json.set(size.language, size.*count);
  return json;
}

Json share_json(const std::optional<DecisionShare>& share) {
  if (!share) return {};
  return Json()
      .set("decisions", share->decisions)
      .set("of", share->of)
      .set("percent", rounded(share->percent(), 1));
}

Json regret_json(const Scenario& scenario, const std::optional<LargestRegret>& regret) {
  if (!regret) return {};
  return Json()
      .set("response", scenario.name_of_response(regret->response))
      .set("points", rounded(regret->points, 2))
      .set("percent", rounded(regret->percent, 1))
      .set("after", list_json(regret->after));
}

Json players_json(const PlayerFigures& players) {
  return Json()
      .set("score", decimals(players.score, 1))
      .set("plays", players.plays)
      .set("finished", players.finished);
}

Json categories_json(const ScenarioFigures& figures) {
  Json json(Json::Object{});
  for (std::size_t c = 0; c < kCategories; ++c) {
    const auto& reached = figures.categories[c];
    json.set(std::string(kCategoryNames[c]), reached ? Json(*reached) : Json());
  }
  return json;
}

Json head_json(const LibraryRow& row) {
  const Scenario& scenario = *row.entry.scenario;
  return Json()
      .set("id", scenario.id)
      .set("title", scenario.texts[scenario.title].text)
      .set("file", row.entry.path)
      .set("setting", scenario.setting)
      .set("customer", scenario.customer.id)
      .set("minutes", scenario.minutes > 0 ? Json(scenario.minutes) : Json())
      .set("difficulty", scenario.difficulty > 0 ? Json(scenario.difficulty) : Json())
      .set("draft", scenario.draft)
      .set("languages", languages_json(row.contents));
}

void add_contents(Json& json, const ScenarioContents& contents) {
  json.set("moments", contents.moments)
      .set("decisions", contents.decisions)
      .set("scored", contents.scored)
      .set("responses", contents.responses)
      .set("needs", contents.needs)
      .set("waits", contents.waits)
      .set("scenes", list_json(contents.scenes))
      .set("words", by_language(contents, &LanguageSize::words))
      .set("untranslated", by_language(contents, &LanguageSize::untranslated));
}

void add_figures(Json& json, const LibraryRow& row) {
  const Scenario& scenario = *row.entry.scenario;
  const ScenarioFigures& figures = *row.figures;
  const bool known = figures.best && figures.worst;
  json.set("exact", figures.exact)
      .set("states", figures.states)
      .set("paths", figures.paths ? Json(figures.paths->to_string()) : Json())
      .set("best", decimals(figures.best, 6))
      .set("worst", decimals(figures.worst, 6))
      .set("range", known ? Json(rounded(*figures.best - *figures.worst, 6)) : Json())
      .set("categories", categories_json(figures));
  Json skills;
  skills.set("dimensions", names_in(row.contents.dimensions, kDimensionNames))
      .set("behaviours",
           figures.behaviours ? names_in(*figures.behaviours, kBehaviourNames) : Json());
  json.set("skills", std::move(skills))
      .set("longest", share_json(figures.longest))
      .set("first", share_json(figures.first))
      .set("regret", regret_json(scenario, figures.regret))
      .set("regret_on_best_path", regret_json(scenario, figures.regret_on_best_path))
      .set("random", players_json(figures.random))
      .set("passive",
           players_json(figures.passive).set("untagged", rounded(figures.passive.untagged, 1)));
  Json missed(Json::Array{});
  for (const Aimed aim : missed_aims(row.contents, figures)) missed.push(name_of(aim));
  json.set("beyond", std::move(missed));
}

Json totals_json(const std::vector<LibraryRow>& rows, bool stats) {
  const LibraryTotals totals = totals_of(rows);
  Json words(Json::Object{});
  for (const auto& [language, count] : totals.words) words.set(language, count);
  Json json;
  json.set("scenarios", totals.scenarios)
      .set("drafts", totals.drafts)
      .set("decisions", totals.decisions)
      .set("responses", totals.responses)
      .set("customers", totals.customers.size())
      .set("scenes", totals.scenes.size())
      .set("settings", list_json(totals.settings))
      .set("words", std::move(words))
      .set("languages", list_json(totals.common_languages));
  if (stats) json.set("longest", share_json(totals.longest)).set("first", share_json(totals.first));
  return json;
}

}  // namespace

Json library_json(const std::string& library, const std::vector<LibraryRow>& rows, bool stats) {
  Json scenarios(Json::Array{});
  for (const LibraryRow& row : rows) {
    Json json = head_json(row);
    if (stats) {
      add_contents(json, row.contents);
      add_figures(json, row);
    }
    scenarios.push(std::move(json));
  }
  return Json()
      .set("library", library)
      .set("scenarios", std::move(scenarios))
      .set("totals", totals_json(rows, stats));
}

}  // namespace mot
