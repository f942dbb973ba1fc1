#include "engine/debrief/comparison.h"

#include <algorithm>

namespace mot {
namespace {

/// Lengths of the longest common run of moments, from each pair of places to the ends.
class CommonMoments {
 public:
  CommonMoments(const Debrief& first, const Debrief& second)
      : first_(first), second_(second), width_(second.moments.size() + 1) {
    lengths_.resize((first.moments.size() + 1) * width_);
    for (std::size_t a = first.moments.size(); a-- > 0;) {
      for (std::size_t b = second.moments.size(); b-- > 0;) {
        at(a, b) = same(a, b) ? at(a + 1, b + 1) + 1 : std::max(at(a + 1, b), at(a, b + 1));
      }
    }
  }

  bool same(std::size_t a, std::size_t b) const {
    return first_.moments[a].moment == second_.moments[b].moment;
  }
  /// Leaving out the first's next moment loses nothing.
  bool skip_first(std::size_t a, std::size_t b) const { return get(a + 1, b) >= get(a, b + 1); }

 private:
  int& at(std::size_t a, std::size_t b) { return lengths_[a * width_ + b]; }
  int get(std::size_t a, std::size_t b) const { return lengths_[a * width_ + b]; }

  const Debrief& first_;
  const Debrief& second_;
  std::size_t width_;
  std::vector<int> lengths_;
};

ComparedMoment moment_of(const Debrief& debrief, std::size_t i) {
  return {debrief.moments[i].id, debrief.moments[i].title, {}, {}, false};
}

std::vector<ComparedMoment> side_by_side(const Debrief& first, const Debrief& second) {
  const CommonMoments common(first, second);
  std::vector<ComparedMoment> rows;
  std::size_t a = 0;
  std::size_t b = 0;
  while (a < first.moments.size() || b < second.moments.size()) {
    const bool first_over = a == first.moments.size();
    const bool second_over = b == second.moments.size();
    const bool both = !first_over && !second_over && common.same(a, b);
    const bool take_first = both || second_over || (!first_over && common.skip_first(a, b));
    ComparedMoment row = take_first ? moment_of(first, a) : moment_of(second, b);
    if (take_first) row.first = a++;
    if (both || !take_first) row.second = b++;
    row.same = both && first.moments[*row.first].chosen().response ==
                           second.moments[*row.second].chosen().response;
    rows.push_back(std::move(row));
  }
  return rows;
}

void add_skills(const std::vector<SkillReview>& first,
                const std::vector<SkillReview>& second,
                std::vector<ComparedSkill>& skills) {
  for (std::size_t i = 0; i < first.size(); ++i) {
    skills.push_back({first[i].id, first[i].name, first[i].now, second[i].now});
  }
}

}  // namespace

Comparison compare(const Debrief& first, const Debrief& second, bool same_scenario) {
  Comparison made;
  made.same_scenario = same_scenario;
  if (same_scenario) made.moments = side_by_side(first, second);
  const auto parting = std::find_if(made.moments.begin(), made.moments.end(),
                                    [](const ComparedMoment& moment) { return !moment.same; });
  if (parting != made.moments.end()) {
    made.parting = static_cast<std::size_t>(parting - made.moments.begin());
  }
  add_skills(first.skills.dimensions, second.skills.dimensions, made.skills);
  add_skills(first.skills.behaviours, second.skills.behaviours, made.skills);
  return made;
}

}  // namespace mot
