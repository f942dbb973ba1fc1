#include "game/stage/room_record.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace mot {
namespace {

// Is `part` all of `way`, or how it begins? The same choices have the same luck.
bool begins(const RoomRecord::Way& part, const RoomRecord::Way& way) {
  return part.size() <= way.size() && std::equal(part.begin(), part.end(), way.begin(),
                                                 [](const PlayedChoice& a, const PlayedChoice& b) {
                                                   return a.choice == b.choice;
                                                 });
}

bool stands_at_end_of(const Poll& poll, const RoomRecord::Way& way) {
  return std::equal(
      poll.after.begin(), poll.after.end(), way.begin(), way.end(),
      [](const std::string& name, const PlayedChoice& played) { return name == played.choice; });
}

}  // namespace

RoomRecord::RoomRecord(std::vector<Poll> polls, std::vector<Branch> branches)
    : polls_(std::move(polls)), branches_(std::move(branches)) {}

const Poll* RoomRecord::poll_at(const Way& way) const {
  const auto found = std::find_if(polls_.begin(), polls_.end(),
                                  [&way](const Poll& poll) { return stands_at_end_of(poll, way); });
  return found == polls_.end() ? nullptr : &*found;
}

void RoomRecord::vote(const Way& way, std::vector<Vote> votes, bool revealed) {
  auto found = std::find_if(polls_.begin(), polls_.end(),
                            [&way](const Poll& poll) { return stands_at_end_of(poll, way); });
  if (found == polls_.end()) {
    if (polls_.size() >= kMaxPolls) {
      return;
    }
    Poll poll;
    std::transform(way.begin(), way.end(), std::back_inserter(poll.after),
                   [](const PlayedChoice& played) { return played.choice; });
    found = polls_.insert(polls_.end(), std::move(poll));
  }
  found->votes = std::move(votes);
  found->revealed = revealed;
}

bool RoomRecord::drop_beginnings_of(const Way& way) {
  bool first = false;
  std::erase_if(branches_, [&](const Branch& branch) {
    const bool drop = begins(branch.choices, way);
    first = first || (drop && branch.first);
    return drop;
  });
  return first;
}

void RoomRecord::leave(const Way& way) {
  const bool held = std::any_of(branches_.begin(), branches_.end(), [&way](const Branch& branch) {
    return begins(way, branch.choices);
  });
  if (held || way.empty()) {
    return;
  }
  const bool was_first = drop_beginnings_of(way);
  if (branches_.size() < kMaxBranches) {
    branches_.push_back({way, was_first || !has_first()});
  }
}

void RoomRecord::reach(const Way& way) { drop_beginnings_of(way); }

std::optional<RoomRecord::Way> RoomRecord::take_first() {
  const auto found = std::find_if(branches_.begin(), branches_.end(),
                                  [](const Branch& branch) { return branch.first; });
  if (found == branches_.end()) {
    return std::nullopt;
  }
  Way way = std::move(found->choices);
  branches_.erase(found);
  return way;
}

void RoomRecord::forget_first() {
  for (Branch& branch : branches_) {
    branch.first = false;
  }
}

bool RoomRecord::has_first() const {
  return std::any_of(branches_.begin(), branches_.end(),
                     [](const Branch& branch) { return branch.first; });
}

}  // namespace mot
