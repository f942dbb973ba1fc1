#include "game/stage/room_vote.h"

namespace mot {
namespace {

constexpr std::size_t kMostVotes = 10'000;  // as many as a playthrough keeps

}  // namespace

void RoomVote::begin(std::size_t responses) {
  counts_.assign(responses, 0);
  order_.clear();
  revealed_ = false;
}

void RoomVote::resume(const std::vector<int>& counts, bool revealed) {
  begin(counts.size());
  for (std::size_t response = 0; response < counts.size(); ++response) {
    for (int i = 0; i < counts[response]; ++i) {
      add(response);
    }
  }
  revealed_ = revealed;
}

void RoomVote::add(std::size_t response) {
  if (revealed_ || response >= counts_.size() || order_.size() >= kMostVotes) {
    return;
  }
  ++counts_[response];
  order_.push_back(response);
}

void RoomVote::take_back() {
  if (revealed_ || order_.empty()) {
    return;
  }
  --counts_[order_.back()];
  order_.pop_back();
}

}  // namespace mot
