// docs/playthrough_format.md.
#include "engine/encounter/playthrough.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include "engine/base/utf8.h"
#include "engine/encounter/state.h"

namespace mot {
namespace {

constexpr std::array<std::string_view, 2> kModeNames{"practice", "exam"};
constexpr std::array<std::string_view, 3> kConfidenceNames{"unsaid", "unsure", "sure"};
constexpr std::size_t kMaxText = 10'000;
constexpr std::size_t kMaxIdLength = 64;
constexpr std::int64_t kMostPrediction = 10;
/// No way from one choice to the next can meet more fates than a scenario has moments.
constexpr std::size_t kMaxFates = 20'000;
constexpr std::int64_t kMaxBranch = 31;
/// Ten years; what is longer was not measured.
constexpr double kMaxSeconds = 315'360'000;

bool is_id(std::string_view text) {
  if (text.empty() || text.size() > kMaxIdLength || text.front() == '-') return false;
  for (const char c : text) {
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) return false;
  }
  return true;
}

bool is_choice_name(std::string_view text) {
  const std::size_t dot = text.find('.');
  return dot != std::string_view::npos && is_id(text.substr(0, dot)) && is_id(text.substr(dot + 1));
}

/// The text as it may be quoted in a message.
std::string shortened(std::string_view text) {
  constexpr std::size_t kShown = 40;
  std::string shown;
  std::size_t at = 0;
  for (std::size_t n = 0; at < text.size() && n < kShown; ++n) {
    const char32_t c = next_code_point(text, at);
    append_code_point(shown, c < 0x20 || c == 0x7F ? U' ' : c);
  }
  return at < text.size() ? shown + "…" : shown;
}

std::string_view type_of(const Json& value) {
  if (value.is_null()) return "null";
  if (value.boolean() != nullptr) return "true or false";
  if (value.is_number()) return "a number";
  if (value.string() != nullptr) return "a text";
  return value.array() != nullptr ? "a list" : "a map";
}

/// Reads members of one JSON object. The first problem is kept; later reads then do nothing.
class MemberReader {
 public:
  MemberReader(const Json& json, std::string where) : json_(json), where_(std::move(where)) {
    if (json.object() == nullptr) fail("", fmt::format("expected a map, found {}", type_of(json)));
  }

  const std::string& problem() const { return problem_; }

  void text(std::string_view key, std::string& value, bool required = false) {
    const Json* member = find(key, required);
    if (member == nullptr) return;
    const std::string* found = member->string();
    if (found == nullptr) return wrong_type(key, "a text", *member);
    if (count_code_points(*found) > kMaxText) {
      return fail(key, fmt::format("longer than {} characters", kMaxText));
    }
    value = *found;
  }

  void id(std::string_view key, std::string& value) {
    text(key, value, true);
    if (problem_.empty() && !is_id(value)) {
      fail(key, fmt::format("'{}' is not an id", shortened(value)));
    }
  }

  void choice_name(std::string_view key, std::string& value) {
    text(key, value, true);
    if (problem_.empty() && !is_choice_name(value)) {
      fail(key, fmt::format("'{}' is not of the form moment.response", shortened(value)));
    }
  }

  void boolean(std::string_view key, bool& value) {
    const Json* member = find(key, false);
    if (member == nullptr) return;
    if (member->boolean() == nullptr) return wrong_type(key, "true or false", *member);
    value = *member->boolean();
  }

  void seconds(std::string_view key, double& value) {
    const Json* member = find(key, false);
    if (member == nullptr) return;
    if (!member->is_number()) return wrong_type(key, "a number", *member);
    const double found = member->number();
    if (!(found >= 0 && found <= kMaxSeconds)) return fail(key, "not a length of time");
    value = found;
  }

  std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most) {
    const Json* member = find(key, true);
    return member == nullptr ? least : checked(key, *member, least, most);
  }

  void branches(std::string_view key, std::vector<std::int32_t>& value) {
    const Json::Array* found = list(key, false, kMaxFates);
    if (found == nullptr) return;
    for (const Json& branch : *found) {
      value.push_back(static_cast<std::int32_t>(checked(key, branch, 0, kMaxBranch)));
      if (!problem_.empty()) return;
    }
  }

  const Json::Array* list(std::string_view key, bool required, std::size_t most) {
    const Json* member = find(key, required);
    if (member == nullptr) return nullptr;
    const Json::Array* found = member->array();
    if (found == nullptr) {
      wrong_type(key, "a list", *member);
    } else if (found->size() > most) {
      fail(key, fmt::format("{} entries, at most {} are possible", found->size(), most));
      return nullptr;
    }
    return found;
  }

  void fail(std::string_view key, std::string_view cause) {
    if (!problem_.empty()) return;
    const std::string_view dot = where_.empty() || key.empty() ? "" : ".";
    const std::string name = fmt::format("{}{}{}", where_, dot, key);
    problem_ = name.empty() ? std::string(cause) : fmt::format("'{}': {}", name, cause);
  }

 private:
  const Json* find(std::string_view key, bool required) {
    if (!problem_.empty()) return nullptr;
    const Json* member = json_.find(key);
    if (member == nullptr && required) fail(key, "is missing");
    return member;
  }

  void wrong_type(std::string_view key, std::string_view expected, const Json& found) {
    fail(key, fmt::format("expected {}, found {}", expected, type_of(found)));
  }

  std::int64_t checked(std::string_view key,
                       const Json& value,
                       std::int64_t least,
                       std::int64_t most) {
    const std::int64_t* number = value.integer();
    if (number == nullptr) {
      fail(key, value.is_number() ? fmt::format("{} is not a whole number", value.number())
                                  : fmt::format("expected a number, found {}", type_of(value)));
    } else if (*number < least || *number > most) {
      fail(key, fmt::format("{} is not in {} … {}", *number, least, most));
    } else {
      return *number;
    }
    return least;
  }

  const Json& json_;
  std::string where_;
  std::string problem_;
};

PlayMode read_mode(MemberReader& members) {
  std::string word(kModeNames[0]);
  members.text("mode", word);
  for (std::size_t i = 0; i < kModeNames.size(); ++i) {
    if (word == kModeNames[i]) return static_cast<PlayMode>(i);
  }
  members.fail("mode", fmt::format("'{}' is neither practice nor exam", shortened(word)));
  return PlayMode::practice;
}

Confidence read_confidence(MemberReader& members) {
  std::string word;
  members.text("confidence", word);
  if (word.empty()) return Confidence::unsaid;
  for (const Confidence confidence : {Confidence::unsure, Confidence::sure}) {
    if (word == name_of(confidence)) return confidence;
  }
  members.fail("confidence", fmt::format("'{}' is neither unsure nor sure", shortened(word)));
  return Confidence::unsaid;
}

Result<PlayedChoice> read_choice(const Json& json, std::size_t number) {
  MemberReader members(json, fmt::format("choices[{}]", number));
  PlayedChoice choice;
  members.choice_name("choice", choice.choice);
  members.seconds("seconds", choice.seconds);
  members.boolean("timed_out", choice.timed_out);
  members.branches("fate", choice.fate);
  choice.confidence = read_confidence(members);
  if (!members.problem().empty()) return refuse(members.problem());
  return choice;
}

Json branches_to_json(const std::vector<std::int32_t>& branches) {
  Json::Array list;
  for (const std::int32_t branch : branches) list.emplace_back(branch);
  return list;
}

/// Everything but the choices.
Json head_to_json(const Playthrough& playthrough) {
  Json json;
  json.set("playthrough", kPlaythroughVersion);
  json.set("scenario", playthrough.scenario);
  json.set("content", playthrough.content);
  json.set("model", playthrough.model);
  json.set("seed", playthrough.seed);
  json.set("mode", name_of(playthrough.mode));
  json.set("language", playthrough.language);
  json.set("learner", playthrough.learner);
  json.set("started", playthrough.started);
  json.set("ended", playthrough.ended);
  json.set("complete", playthrough.complete);
  json.set("opening_fate", branches_to_json(playthrough.opening_fate));
  if (playthrough.prediction >= 0) json.set("prediction", playthrough.prediction);
  if (!playthrough.takeaway.empty()) json.set("takeaway", playthrough.takeaway);
  return json;
}

Json choice_to_json(const PlayedChoice& choice) {
  Json entry;
  entry.set("choice", choice.choice);
  if (choice.seconds >= 0) entry.set("seconds", choice.seconds);
  if (choice.timed_out) entry.set("timed_out", true);
  if (!choice.fate.empty()) entry.set("fate", branches_to_json(choice.fate));
  if (choice.confidence != Confidence::unsaid) entry.set("confidence", name_of(choice.confidence));
  return entry;
}

}  // namespace

std::string_view name_of(PlayMode mode) { return kModeNames[static_cast<std::size_t>(mode)]; }
std::string_view name_of(Confidence confidence) {
  return kConfidenceNames[static_cast<std::size_t>(confidence)];
}

Json to_json(const Playthrough& playthrough) {
  Json json = head_to_json(playthrough);
  Json::Array choices;
  for (const PlayedChoice& choice : playthrough.choices) choices.push_back(choice_to_json(choice));
  json.set("choices", std::move(choices));
  return json;
}

Result<Playthrough> playthrough_from_json(const Json& json) {
  MemberReader members(json, "");
  Playthrough played;
  members.integer("playthrough", kPlaythroughVersion, kPlaythroughVersion);
  members.id("scenario", played.scenario);
  members.text("content", played.content);
  played.model = static_cast<int>(members.integer("model", 1, std::numeric_limits<int>::max()));
  played.seed = static_cast<std::uint32_t>(
      members.integer("seed", 0, std::numeric_limits<std::uint32_t>::max()));
  played.mode = read_mode(members);
  members.text("language", played.language);
  members.text("learner", played.learner);
  members.text("started", played.started);
  members.text("ended", played.ended);
  members.boolean("complete", played.complete);
  members.branches("opening_fate", played.opening_fate);
  if (json.find("prediction") != nullptr) {
    played.prediction = static_cast<int>(members.integer("prediction", 0, kMostPrediction));
  }
  members.text("takeaway", played.takeaway);
  const Json::Array* choices = members.list("choices", true, kMaxTurns);
  if (!members.problem().empty()) return refuse("not a playthrough: " + members.problem());
  for (const Json& entry : *choices) {
    Result<PlayedChoice> choice = read_choice(entry, played.choices.size());
    if (!choice) return refuse("not a playthrough: " + choice.error().message);
    played.choices.push_back(std::move(*choice));
  }
  return played;
}

std::string write_playthrough(const Playthrough& playthrough) {
  std::string text = head_to_json(playthrough).dump(1);
  // "\n}" makes way for the choices: one a line, so that people can read and compare files.
  text.resize(text.size() - 2);
  text += ",\n \"choices\": [";
  std::string_view before = "\n  ";
  for (const PlayedChoice& choice : playthrough.choices) {
    text += before;
    text += choice_to_json(choice).dump(-1);
    before = ",\n  ";
  }
  return text + (playthrough.choices.empty() ? "]\n}\n" : "\n ]\n}\n");
}

Result<Playthrough> read_playthrough(std::string_view text) {
  const Result<Json> json = parse_json(text);
  if (!json) return refuse("not a playthrough: " + json.error().message);
  return playthrough_from_json(*json);
}

}  // namespace mot
