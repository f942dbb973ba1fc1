// A room votes on a moment: hands are counted by keys or clicks, the split is shown when the
// trainer says so, then the trainer takes a response.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace mot {

class RoomVote {
 public:
  // A new moment with so many responses, nothing counted.
  void begin(std::size_t responses);

  // The same moment again, with what was counted there; `counts` as begin() has responses.
  void resume(const std::vector<int>& counts, bool revealed);

  // One more for a response; nothing once the split is shown.
  void add(std::size_t response);
  // The last vote was a mistake.
  void take_back();
  void reveal() { revealed_ = true; }

  bool revealed() const { return revealed_; }
  int total() const { return static_cast<int>(order_.size()); }
  const std::vector<int>& counts() const { return counts_; }

 private:
  std::vector<int> counts_;
  std::vector<std::size_t> order_;  // which response got each vote, the first first
  bool revealed_ = false;
};

}  // namespace mot
