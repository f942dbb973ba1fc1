// docs/playthrough_format.md.
#include "engine/encounter/playthrough.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include "engine/base/json_members.h"
#include "engine/encounter/state.h"

namespace mot {
namespace {

constexpr std::array<std::string_view, 2> kModeNames{"practice", "exam"};
constexpr std::array<std::string_view, 3> kConfidenceNames{"unsaid", "unsure", "sure"};
constexpr std::int64_t kMostPrediction = 10;
/// No way from one choice to the next can meet more fates than a scenario has moments.
constexpr std::size_t kMaxOffers = 32;
constexpr std::int64_t kMaxVotes = 10'000;
constexpr std::size_t kMaxFates = 20'000;
constexpr std::int64_t kMaxBranch = 31;
/// Ten years; what is longer was not measured.
constexpr double kMaxSeconds = 315'360'000;

void read_branches(JsonMembers& members,
                   std::string_view key,
                   std::vector<std::int32_t>& branches) {
  const Json::Array* found = members.list(key, false, kMaxFates);
  if (found == nullptr) return;
  for (const Json& branch : *found) {
    branches.push_back(static_cast<std::int32_t>(members.checked(key, branch, 0, kMaxBranch)));
    if (!members.problem().empty()) return;
  }
}

void read_votes(JsonMembers& members, std::string_view key, std::vector<Vote>& votes) {
  const Json* member = members.member(key);
  if (member == nullptr) return;
  const Json::Object* found = member->object();
  if (found == nullptr) return members.fail(key, "expected a map of response to number");
  if (found->size() > kMaxOffers)
    return members.fail(
        key, fmt::format("{} entries, at most {} are possible", found->size(), kMaxOffers));
  for (const auto& [response, count] : *found) {
    votes.push_back({response, static_cast<int>(members.checked(key, count, 0, kMaxVotes))});
    if (!members.healthy()) return;
  }
}

PlayMode read_mode(JsonMembers& members) {
  std::string word(kModeNames[0]);
  members.text("mode", word);
  for (std::size_t i = 0; i < kModeNames.size(); ++i) {
    if (word == kModeNames[i]) return static_cast<PlayMode>(i);
  }
  members.fail("mode",
               fmt::format("'{}' is neither practice nor exam", JsonMembers::shortened(word)));
  return PlayMode::practice;
}

Confidence read_confidence(JsonMembers& members) {
  std::string word;
  members.text("confidence", word);
  if (word.empty()) return Confidence::unsaid;
  for (const Confidence confidence : {Confidence::unsure, Confidence::sure}) {
    if (word == name_of(confidence)) return confidence;
  }
  members.fail("confidence",
               fmt::format("'{}' is neither unsure nor sure", JsonMembers::shortened(word)));
  return Confidence::unsaid;
}

Result<PlayedChoice> read_choice(const Json& json, std::string where) {
  JsonMembers members(json, std::move(where));
  PlayedChoice choice;
  members.choice_name("choice", choice.choice);
  members.number("seconds", choice.seconds, 0, kMaxSeconds, "a length of time");
  members.boolean("timed_out", choice.timed_out);
  read_branches(members, "fate", choice.fate);
  choice.confidence = read_confidence(members);
  read_votes(members, "votes", choice.votes);
  if (!members.problem().empty()) return refuse(members.problem());
  return choice;
}

Result<Poll> read_poll(const Json& json, std::size_t number) {
  JsonMembers members(json, fmt::format("polls[{}]", number));
  Poll poll;
  if (const Json::Array* after = members.list("after", true, kMaxTurns); after != nullptr) {
    for (const Json& choice : *after) members.choice_name("after", choice, poll.after);
  }
  read_votes(members, "votes", poll.votes);
  members.boolean("revealed", poll.revealed);
  if (!members.healthy()) return refuse(members.problem());
  return poll;
}

/// The choices of `list`; `where` it stands stands before what is wrong.
Result<std::vector<PlayedChoice>> read_choices(const Json::Array& list, const std::string& where) {
  std::vector<PlayedChoice> choices;
  for (const Json& entry : list) {
    Result<PlayedChoice> choice =
        read_choice(entry, fmt::format("{}choices[{}]", where, choices.size()));
    if (!choice) return refuse(choice.error().message);
    choices.push_back(std::move(*choice));
  }
  return choices;
}

Result<Branch> read_branch(const Json& json, std::size_t number) {
  const std::string where = fmt::format("branches[{}]", number);
  JsonMembers members(json, where);
  Branch branch;
  members.boolean("first", branch.first);
  const Json::Array* list = members.list("choices", true, kMaxTurns);
  if (!members.healthy()) return refuse(members.problem());
  Result<std::vector<PlayedChoice>> choices = read_choices(*list, where + ".");
  if (!choices) return refuse(choices.error().message);
  branch.choices = std::move(*choices);
  return branch;
}

/// What a room left beside its choices. What is wrong, or empty.
std::string read_room(JsonMembers& members, Playthrough& played) {
  if (const Json::Array* polls = members.list("polls", false, kMaxPolls); polls != nullptr) {
    for (const Json& entry : *polls) {
      Result<Poll> poll = read_poll(entry, played.polls.size());
      if (!poll) return poll.error().message;
      played.polls.push_back(std::move(*poll));
    }
  }
  if (const Json::Array* list = members.list("branches", false, kMaxBranches); list != nullptr) {
    for (const Json& entry : *list) {
      Result<Branch> branch = read_branch(entry, played.branches.size());
      if (!branch) return branch.error().message;
      played.branches.push_back(std::move(*branch));
    }
  }
  return members.problem();
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
  if (!playthrough.session.empty()) json.set("session", playthrough.session);
  if (!playthrough.group.empty()) json.set("group", playthrough.group);
  if (playthrough.room) json.set("room", true);
  if (playthrough.what_if) json.set("what_if", true);
  if (playthrough.broken_off) json.set("broken_off", true);
  if (playthrough.prediction >= 0) json.set("prediction", playthrough.prediction);
  if (!playthrough.takeaway.empty()) json.set("takeaway", playthrough.takeaway);
  return json;
}

Json votes_to_json(const std::vector<Vote>& votes) {
  Json json = Json::Object{};
  for (const Vote& vote : votes) json.set(vote.response, vote.count);
  return json;
}

Json choice_to_json(const PlayedChoice& choice) {
  Json entry;
  entry.set("choice", choice.choice);
  if (choice.seconds >= 0) entry.set("seconds", choice.seconds);
  if (choice.timed_out) entry.set("timed_out", true);
  if (!choice.fate.empty()) entry.set("fate", branches_to_json(choice.fate));
  if (choice.confidence != Confidence::unsaid) entry.set("confidence", name_of(choice.confidence));
  if (!choice.votes.empty()) entry.set("votes", votes_to_json(choice.votes));
  return entry;
}

Json poll_to_json(const Poll& poll) {
  Json entry;
  Json::Array after;
  for (const std::string& choice : poll.after) after.emplace_back(choice);
  entry.set("after", std::move(after));
  entry.set("votes", votes_to_json(poll.votes));
  if (poll.revealed) entry.set("revealed", true);
  return entry;
}

Json branch_to_json(const Branch& branch) {
  Json entry;
  if (branch.first) entry.set("first", true);
  Json::Array choices;
  for (const PlayedChoice& choice : branch.choices) choices.push_back(choice_to_json(choice));
  entry.set("choices", std::move(choices));
  return entry;
}

template <typename Entries, typename ToJson>
Json list_to_json(const Entries& entries, const ToJson& to_json) {
  Json::Array list;
  for (const auto& entry : entries) list.push_back(to_json(entry));
  return list;
}

/// A member that is a list, one entry a line, so that people can read and compare files.
template <typename Entries, typename ToJson>
std::string lines_of(std::string_view key, const Entries& entries, const ToJson& to_json) {
  std::string text = fmt::format(",\n \"{}\": [", key);
  std::string_view before = "\n  ";
  for (const auto& entry : entries) {
    text += before;
    text += to_json(entry).dump(-1);
    before = ",\n  ";
  }
  return text + (entries.empty() ? "]" : "\n ]");
}

}  // namespace

std::string_view name_of(PlayMode mode) { return kModeNames[static_cast<std::size_t>(mode)]; }
std::string_view name_of(Confidence confidence) {
  return kConfidenceNames[static_cast<std::size_t>(confidence)];
}

Json to_json(const Playthrough& playthrough) {
  Json json = head_to_json(playthrough);
  json.set("choices", list_to_json(playthrough.choices, choice_to_json));
  if (!playthrough.polls.empty()) json.set("polls", list_to_json(playthrough.polls, poll_to_json));
  if (!playthrough.branches.empty()) {
    json.set("branches", list_to_json(playthrough.branches, branch_to_json));
  }
  return json;
}

Result<Playthrough> playthrough_from_json(const Json& json) {
  JsonMembers members(json, "");
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
  members.text("session", played.session);
  members.text("group", played.group);
  members.boolean("room", played.room);
  members.boolean("what_if", played.what_if);
  members.boolean("broken_off", played.broken_off);
  read_branches(members, "opening_fate", played.opening_fate);
  if (json.find("prediction") != nullptr) {
    played.prediction = static_cast<int>(members.integer("prediction", 0, kMostPrediction));
  }
  members.text("takeaway", played.takeaway);
  const Json::Array* list = members.list("choices", true, kMaxTurns);
  if (!members.problem().empty()) return refuse("not a playthrough: " + members.problem());
  Result<std::vector<PlayedChoice>> choices = read_choices(*list, "");
  if (!choices) return refuse("not a playthrough: " + choices.error().message);
  played.choices = std::move(*choices);
  if (const std::string wrong = read_room(members, played); !wrong.empty()) {
    return refuse("not a playthrough: " + wrong);
  }
  return played;
}

std::string write_playthrough(const Playthrough& playthrough) {
  std::string text = head_to_json(playthrough).dump(1);
  text.resize(text.size() - 2);  // "\n}" makes way for the lists
  text += lines_of("choices", playthrough.choices, choice_to_json);
  if (!playthrough.polls.empty()) text += lines_of("polls", playthrough.polls, poll_to_json);
  if (!playthrough.branches.empty()) {
    text += lines_of("branches", playthrough.branches, branch_to_json);
  }
  return text + "\n}\n";
}

Result<Playthrough> read_playthrough(std::string_view text) {
  const Result<Json> json = parse_json(text);
  if (!json) return refuse("not a playthrough: " + json.error().message);
  return playthrough_from_json(*json);
}

}  // namespace mot
