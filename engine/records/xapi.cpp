#include "engine/records/xapi.h"

#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <string_view>

#include "engine/base/utc.h"
#include "engine/encounter/choice_name.h"
#include "engine/scenario/reading.h"

namespace mot {
namespace {

constexpr std::string_view kVerbs = "http://adlnet.gov/expapi/verbs/";
constexpr std::string_view kActivities = "http://adlnet.gov/expapi/activities/";
constexpr double kHundredths = 100.0;

/// "PT12.5S", an ISO 8601 duration.
std::string duration_of(double seconds) {
  return fmt::format("PT{}S", rounded(std::max(seconds, 0.0), 2));
}

/// A text in every language it is there in, as a map from tag to text.
Json language_map(const Scenario& scenario, TextId text) {
  Json map(Json::Object{});
  for (const std::string& tag : languages_of(scenario)) {
    map.set(tag, Reading(scenario, tag).trimmed(text));
  }
  return map;
}

/// Makes the statements of one attempt.
class Teller {
 public:
  Teller(const Attempt& attempt, const Scenario* scenario, const XapiOptions& options)
      : attempt_(attempt), play_(attempt.play), scenario_(scenario), options_(options) {}

  std::vector<Json> tell() {
    add("initialized", "initialized", activity(), Json(), play_.started);
    double elapsed = 0;
    for (std::size_t i = 0; i < play_.choices.size(); ++i) {
      elapsed += std::max(play_.choices[i].seconds, 0.0);
      add(fmt::format("choice-{}", i), "answered", question(i), answer(i), time_after(elapsed));
    }
    if (play_.complete) {
      add("completed", "completed", activity(), outcome(), play_.ended);
      if (const auto score = score_of()) {
        add("verdict", *score >= options_.pass ? "passed" : "failed", activity(), verdict(*score),
            play_.ended);
      }
    }
    if (!play_.takeaway.empty()) {
      add("takeaway", "answered", takeaway_question(), Json().set("response", play_.takeaway),
          play_.ended);
    }
    return std::move(statements_);
  }

 private:
  void add(std::string_view part,
           std::string_view verb,
           Json object,
           Json result,
           const std::string& time) {
    Json statement;
    statement.set("id", named_uuid(fmt::format("xapi {} {}", attempt_.id, part)));
    statement.set("actor", actor());
    statement.set(
        "verb",
        Json().set("id", fmt::format("{}{}", kVerbs, verb)).set("display", Json().set("en", verb)));
    statement.set("object", std::move(object));
    if (!result.is_null()) statement.set("result", std::move(result));
    statement.set("context", context());
    if (seconds_of_utc(time)) statement.set("timestamp", time);
    statement.set("version", "1.0.3");
    statements_.push_back(std::move(statement));
  }

  Json actor() const {
    const std::string name = play_.learner.empty() ? "anonymous" : play_.learner;
    return Json()
        .set("objectType", "Agent")
        .set("name", name)
        .set("account", Json().set("homePage", options_.home).set("name", name));
  }

  std::string scenario_iri() const {
    return fmt::format("{}/scenarios/{}", options_.base, play_.scenario);
  }
  std::string extension(std::string_view name) const {
    return fmt::format("{}/xapi/{}", options_.base, name);
  }

  Json context() const {
    Json extensions;
    extensions.set(extension("mode"), name_of(play_.mode));
    extensions.set(extension("seed"), play_.seed);
    extensions.set(extension("model"), play_.model);
    if (!play_.content.empty()) extensions.set(extension("content"), play_.content);
    if (!attempt_.group.empty()) extensions.set(extension("group"), attempt_.group);
    if (!attempt_.session.empty()) extensions.set(extension("session"), attempt_.session);
    Json context;
    context.set("registration", attempt_.id);
    context.set("platform", "Moments of Truth");
    if (!play_.language.empty()) context.set("language", play_.language);
    return context.set("extensions", std::move(extensions));
  }

  Json activity() const {
    Json definition;
    if (scenario_ != nullptr) definition.set("name", language_map(*scenario_, scenario_->title));
    definition.set("type", fmt::format("{}simulation", kActivities));
    return Json()
        .set("objectType", "Activity")
        .set("id", scenario_iri())
        .set("definition", std::move(definition));
  }

  const Moment* moment_of(std::string_view id) const {
    const MomentIndex index = scenario_ == nullptr ? kNone : scenario_->find_moment(id);
    return index == kNone ? nullptr : &scenario_->moments[static_cast<std::size_t>(index)];
  }

  const ScoredChoice* scored(std::size_t i) const {
    return attempt_.score && i < attempt_.score->choices.size() ? &attempt_.score->choices[i]
                                                                : nullptr;
  }

  Json question(std::size_t i) const {
    const std::string_view id = mot::moment_of(play_.choices[i]);
    Json definition;
    definition.set("type", fmt::format("{}cmi.interaction", kActivities));
    definition.set("interactionType", "choice");
    if (const Moment* moment = moment_of(id)) {
      if (moment->touchpoint != kNoText) {
        definition.set("name", language_map(*scenario_, moment->touchpoint));
      }
      definition.set("choices", choices_of(*moment));
    }
    if (const ScoredChoice* score = scored(i); score != nullptr && !score->best.empty()) {
      definition.set("correctResponsesPattern", Json(Json::Array{}).push(score->best));
    }
    return Json()
        .set("objectType", "Activity")
        .set("id", fmt::format("{}/moments/{}", scenario_iri(), id))
        .set("definition", std::move(definition));
  }

  Json choices_of(const Moment& moment) const {
    Json choices(Json::Array{});
    for (const Response& response : scenario_->responses_of(moment)) {
      choices.push(Json()
                       .set("id", response.id)
                       .set("description", language_map(*scenario_, response.text)));
    }
    return choices;
  }

  Json answer(std::size_t i) const {
    const PlayedChoice& choice = play_.choices[i];
    Json extensions(Json::Object{});
    extensions.set(extension("number"), i + 1);
    if (choice.timed_out) extensions.set(extension("timed-out"), true);
    if (choice.confidence != Confidence::unsaid) {
      extensions.set(extension("confidence"), name_of(choice.confidence));
    }
    Json result;
    result.set("response", response_of(choice));
    if (const ScoredChoice* score = scored(i)) add_score(result, extensions, *score);
    if (choice.seconds >= 0) result.set("duration", duration_of(choice.seconds));
    return result.set("extensions", std::move(extensions));
  }

  void add_score(Json& result, Json& extensions, const ScoredChoice& score) const {
    if (score.grade) {
      result.set("success", *score.grade == Grade::best || *score.grade == Grade::good);
      extensions.set(extension("grade"), name_of(*score.grade));
    }
    if (score.scored) extensions.set(extension("gap"), score.gap / kHundredths);
    if (score.regret) extensions.set(extension("regret"), rounded(*score.regret, 6));
    if (score.luck) extensions.set(extension("luck"), rounded(*score.luck, 6));
    extensions.set(extension("mood"), score.mood);
  }

  std::optional<double> score_of() const {
    return attempt_.score ? attempt_.score->score : std::nullopt;
  }

  static Json score_json(double score) {
    return Json()
        .set("scaled", rounded(score / 100, 4))
        .set("raw", rounded(score, 1))
        .set("min", 0)
        .set("max", 100);
  }

  Json outcome() const {
    Json extensions(Json::Object{});
    if (attempt_.score) {
      const AttemptScore& score = *attempt_.score;
      if (score.ending) extensions.set(extension("ending"), name_of(*score.ending));
      if (score.satisfaction) {
        extensions.set(extension("simulated-satisfaction"), *score.satisfaction / kHundredths);
      }
      if (score.recommend) extensions.set(extension("simulated-recommend"), *score.recommend);
    }
    if (play_.prediction >= 0) extensions.set(extension("prediction"), play_.prediction);
    Json result;
    result.set("completion", true);
    if (const auto score = score_of()) result.set("score", score_json(*score));
    const auto from = seconds_of_utc(play_.started);
    const auto to = seconds_of_utc(play_.ended);
    if (from && to && *to >= *from) {
      result.set("duration", duration_of(static_cast<double>(*to - *from)));
    }
    return result.set("extensions", std::move(extensions));
  }

  Json verdict(double score) const {
    return Json().set("success", score >= options_.pass).set("score", score_json(score));
  }

  Json takeaway_question() const {
    Json definition;
    definition.set("type", fmt::format("{}cmi.interaction", kActivities));
    definition.set("interactionType", "long-fill-in");
    return Json()
        .set("objectType", "Activity")
        .set("id", scenario_iri() + "/takeaway")
        .set("definition", std::move(definition));
  }

  /// The start and so many seconds, not after the end.
  std::string time_after(double seconds) const {
    const auto start = seconds_of_utc(play_.started);
    if (!start) return play_.ended;
    const std::int64_t then = *start + std::llround(seconds);
    const auto end = seconds_of_utc(play_.ended);
    return utc_of_seconds(end ? std::min(then, std::max(*start, *end)) : then);
  }

  const Attempt& attempt_;
  const Playthrough& play_;
  const Scenario* scenario_;
  const XapiOptions& options_;
  std::vector<Json> statements_;
};

}  // namespace

std::vector<Json> xapi_statements(const Attempt& attempt,
                                  const Scenario* scenario,
                                  const XapiOptions& options) {
  return Teller(attempt, scenario, options).tell();
}

}  // namespace mot
