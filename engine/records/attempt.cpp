// Attempts as JSON: docs/records.md, "The format".
#include "engine/records/attempt.h"

#include <fmt/format.h>

#include <limits>

#include "engine/base/json_members.h"
#include "engine/encounter/state.h"

namespace mot {
namespace {

constexpr std::array<std::string_view, 5> kGradeNames{"best", "good", "fair", "weak", "harmful"};
constexpr std::size_t kMostResponses = 32;
/// Needs or standards of a scenario: no file of 16 MiB has more.
constexpr std::size_t kMostIds = 100'000;
constexpr int kMostPoints = 1000;

Json texts_json(const std::vector<std::string>& texts) {
  Json list(Json::Array{});
  for (const std::string& text : texts) list.push(text);
  return list;
}

template <class Names>
Json names_json(const Names& names, BitSet8 set) {
  Json list(Json::Array{});
  for (std::size_t i = 0; i < names.size(); ++i) {
    if ((unsigned{set} >> i & 1U) != 0) list.push(names[i]);
  }
  return list;
}

template <class T>
void set_if(Json& json, const char* key, const std::optional<T>& value) {
  if (value) json.set(key, *value);
}

Json choice_json(const ScoredChoice& choice) {
  Json json(Json::Object{});
  if (choice.scored) json.set("gap", choice.gap);
  json.set("mood", choice.mood);
  set_if(json, "regret", choice.regret);
  set_if(json, "luck", choice.luck);
  if (choice.grade) json.set("grade", name_of(*choice.grade));
  if (!choice.best.empty()) json.set("best", choice.best);
  json.set("options", choice.options);
  if (choice.dimensions != 0)
    json.set("dimensions", names_json(kDimensionNames, choice.dimensions));
  if (choice.behaviours != 0)
    json.set("behaviours", names_json(kBehaviourNames, choice.behaviours));
  set_if(json, "recommend_if_met", choice.recommend_if_met);
  return json;
}

Json score_json(const AttemptScore& score) {
  Json json(Json::Object{});
  if (score.ending) json.set("ending", name_of(*score.ending));
  set_if(json, "satisfaction", score.satisfaction);
  set_if(json, "recommend", score.recommend);
  set_if(json, "best", score.best);
  set_if(json, "worst", score.worst);
  set_if(json, "score", score.score);
  Json skills(Json::Object{});
  for (std::size_t i = 0; i < kDimensions; ++i) {
    if (score.dimensions[i]) skills.set(std::string(kDimensionNames[i]), *score.dimensions[i]);
  }
  for (std::size_t i = 0; i < kBehaviours; ++i) {
    if (score.behaviours[i]) skills.set(std::string(kBehaviourNames[i]), *score.behaviours[i]);
  }
  json.set("skills", std::move(skills));
  json.set("needs_found", texts_json(score.needs_found));
  json.set("needs_missed", texts_json(score.needs_missed));
  json.set("standards_met", texts_json(score.standards_met));
  json.set("standards_broken", texts_json(score.standards_broken));
  Json choices(Json::Array{});
  for (const ScoredChoice& choice : score.choices) choices.push(choice_json(choice));
  return json.set("choices", std::move(choices));
}

void read_optional(JsonMembers& members,
                   std::string_view key,
                   std::optional<double>& value,
                   double least,
                   double most) {
  if (members.member(key) == nullptr) return;
  double number = 0;
  members.number(key, number, least, most, "in range");
  value = number;
}

void read_optional(JsonMembers& members,
                   std::string_view key,
                   std::optional<int>& value,
                   int least,
                   int most) {
  if (members.member(key) == nullptr) return;
  value = static_cast<int>(members.integer(key, least, most));
}

/// The place of a member's word in a list of words, or nothing.
template <std::size_t N>
std::optional<std::size_t> read_word(JsonMembers& members,
                                     std::string_view key,
                                     const std::array<std::string_view, N>& words) {
  std::string word;
  members.text(key, word);
  if (word.empty()) return std::nullopt;
  const std::optional<std::size_t> index = index_of(words, word);
  if (!index) members.fail(key, fmt::format("'{}' is not known", JsonMembers::shortened(word)));
  return index;
}

std::vector<std::string> read_texts(JsonMembers& members, std::string_view key, std::size_t most) {
  std::vector<std::string> texts;
  const Json::Array* list = members.list(key, false, most);
  if (list == nullptr) return texts;
  for (const Json& entry : *list) {
    if (entry.string() == nullptr) {
      members.fail(key, "is not a list of texts");
      return {};
    }
    texts.push_back(*entry.string());
  }
  return texts;
}

template <std::size_t N>
BitSet8 read_set(JsonMembers& members,
                 std::string_view key,
                 const std::array<std::string_view, N>& names) {
  BitSet8 set = 0;
  for (const std::string& name : read_texts(members, key, N)) {
    const std::optional<std::size_t> index = index_of(names, name);
    if (!index) {
      members.fail(key, fmt::format("'{}' is not known", JsonMembers::shortened(name)));
      return 0;
    }
    set = static_cast<BitSet8>(set | (1U << *index));
  }
  return set;
}

ScoredChoice read_choice(JsonMembers& members) {
  ScoredChoice choice;
  std::optional<int> gap;
  read_optional(members, "gap", gap, -kMostPoints, kMostPoints);
  choice.scored = gap.has_value();
  choice.gap = gap.value_or(0);
  choice.mood = static_cast<int>(members.integer("mood", -100, 100));
  // Regret and luck are differences of two satisfactions.
  read_optional(members, "regret", choice.regret, -10, 10);
  read_optional(members, "luck", choice.luck, -10, 10);
  if (const auto grade = read_word(members, "grade", kGradeNames)) {
    choice.grade = static_cast<Grade>(*grade);
  }
  members.text("best", choice.best);
  choice.options =
      static_cast<int>(members.integer("options", 1, static_cast<std::int64_t>(kMostResponses)));
  choice.dimensions = read_set(members, "dimensions", kDimensionNames);
  choice.behaviours = read_set(members, "behaviours", kBehaviourNames);
  read_optional(members, "recommend_if_met", choice.recommend_if_met, 0, 10);
  return choice;
}

void read_skills(JsonMembers& members, AttemptScore& score) {
  const Json* skills = members.member("skills");
  if (skills == nullptr) return;
  JsonMembers inside(*skills, "score.skills");
  for (std::size_t i = 0; i < kDimensions; ++i) {
    read_optional(inside, kDimensionNames[i], score.dimensions[i], 0, 100);
  }
  for (std::size_t i = 0; i < kBehaviours; ++i) {
    read_optional(inside, kBehaviourNames[i], score.behaviours[i], 0, 100);
  }
  if (!inside.healthy()) members.fail("skills", inside.problem());
}

void read_scored_choices(JsonMembers& members, AttemptScore& score) {
  const Json::Array* choices = members.list("choices", true, kMaxTurns);
  if (choices == nullptr) return;
  for (const Json& entry : *choices) {
    JsonMembers inside(entry, fmt::format("score.choices[{}]", score.choices.size()));
    score.choices.push_back(read_choice(inside));
    if (!inside.healthy()) return members.fail("choices", inside.problem());
  }
}

AttemptScore read_score(JsonMembers& members) {
  AttemptScore score;
  if (const auto ending = read_word(members, "ending", kEndingKindNames)) {
    score.ending = static_cast<EndingKind>(*ending);
  }
  read_optional(members, "satisfaction", score.satisfaction, 0, kMostPoints);
  read_optional(members, "recommend", score.recommend, 0, 10);
  read_optional(members, "best", score.best, 0, 10);
  read_optional(members, "worst", score.worst, 0, 10);
  read_optional(members, "score", score.score, 0, 100);
  read_skills(members, score);
  score.needs_found = read_texts(members, "needs_found", kMostIds);
  score.needs_missed = read_texts(members, "needs_missed", kMostIds);
  score.standards_met = read_texts(members, "standards_met", kMostIds);
  score.standards_broken = read_texts(members, "standards_broken", kMostIds);
  read_scored_choices(members, score);
  return score;
}

}  // namespace

Json to_json(const Attempt& attempt) {
  Json json;
  json.set("attempt", kAttemptVersion);
  json.set("id", attempt.id);
  json.set("group", attempt.group);
  json.set("session", attempt.session);
  json.set("playthrough", to_json(attempt.play));
  json.set("score", attempt.score ? score_json(*attempt.score) : Json());
  return json;
}

Result<Attempt> attempt_from_json(const Json& json) {
  JsonMembers members(json, "");
  Attempt attempt;
  members.integer("attempt", 1, kAttemptVersion);
  members.text("id", attempt.id, true);
  if (members.healthy() && !is_uuid(attempt.id)) {
    members.fail("id", fmt::format("'{}' is not a UUID", JsonMembers::shortened(attempt.id)));
  }
  members.text("group", attempt.group);
  members.text("session", attempt.session);
  const Json* play = members.member("playthrough");
  if (play == nullptr) members.fail("playthrough", "is missing");
  if (const Json* score = members.member("score"); score != nullptr) {
    JsonMembers inside(*score, "score");
    attempt.score = read_score(inside);
    if (!inside.healthy()) members.fail("", inside.problem());
  }
  if (!members.healthy() || play == nullptr) return refuse("not an attempt: " + members.problem());
  Result<Playthrough> played = playthrough_from_json(*play);
  if (!played) return refuse("not an attempt: " + played.error().message);
  attempt.play = std::move(*played);
  if (attempt.score && attempt.score->choices.size() != attempt.play.choices.size()) {
    return refuse("not an attempt: 'score.choices' has not one entry for each choice");
  }
  return attempt;
}

}  // namespace mot
