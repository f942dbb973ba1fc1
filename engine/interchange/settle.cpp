// Makes an imported story fit the format. Part of imported_story.h.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "engine/base/trim.h"
#include "engine/base/utf8.h"
#include "engine/interchange/import.h"
#include "engine/interchange/story_ways.h"
#include "engine/scenario/node_reader.h"

namespace mot {
namespace {

constexpr std::size_t kMostResponses = 32;
/// Longer ids are right, and hard to read.
constexpr std::size_t kMomentIdLength = 40;
constexpr std::size_t kResponseIdLength = 28;

/// Byte offset at which a text is cut so that at most kMaxTextLength code points are before it: at
/// the end of a paragraph, a line, a sentence or a word where one is near, else anywhere.
std::size_t cut_of(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size() && count < kMaxTextLength; ++count)
    next_code_point(text, at);
  if (at == text.size()) return at;
  const std::string_view head = text.substr(0, at);
  for (const std::string_view end : {"\n\n", "\n", ". ", "。", " "}) {
    const std::size_t found = head.rfind(end);
    if (found != std::string_view::npos && found > head.size() / 2) return found + end.size();
  }
  return at;
}

class Settler {
 public:
  Settler(ImportedStory& story, const UiStrings& words) : story_(story), words_(words) {}

  void run() {
    name_all();
    find_targets();
    settle_kinds();
    break_circles();
    add_ways_out();
    take_single_ways();
    cut_short_texts();
    // Texts first, so that only the last piece stands above each part of a long list.
    split_long_texts();
    split_long_lists();
    add_near_endings();
    give_ids();
  }

 private:
  void notice(std::string_view kind, const ImportedMoment& moment, std::string_view what) {
    story_.notices.push_back({kind, title_of(moment), in_one_line(what), moment.line});
  }
  static std::string title_of(const ImportedMoment& moment) {
    return in_one_line(moment.title.empty() ? moment.name : moment.title);
  }

  void name_all() {
    for (std::size_t i = 0; i < story_.moments.size(); ++i) {
      ImportedMoment& moment = story_.moments[i];
      if (moment.name.empty()) notice("no-name", moment, moment.says);
      if (!index_.emplace(moment.name, i).second && !moment.name.empty())
        notice("same-name", moment, moment.name);
    }
    if (const auto found = index_.find(story_.start); found != index_.end()) {
      story_.start_index = found->second;
    } else if (!story_.start.empty()) {
      story_.notices.push_back({"no-start", {}, in_one_line(story_.start), 0});
    }
  }

  /// The moment that a link names; an ending where there is none.
  std::size_t target(const std::string& name, std::size_t from) {
    const auto found = index_.find(name);
    if (found != index_.end()) return found->second;
    notice("dangling-link", story_.moments[from], name);
    ImportedMoment missing;
    missing.name = name;
    missing.ending = EndingKind::unresolved;
    missing.ending_guessed = true;
    missing.remarks.push_back(words_.text("import.remark.missing", {{"name", in_one_line(name)}}));
    missing.line = story_.moments[from].line;
    story_.moments.push_back(std::move(missing));
    index_.emplace(name, story_.moments.size() - 1);
    return story_.moments.size() - 1;
  }

  void find_targets() {
    const std::size_t count = story_.moments.size();
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t r = 0; r < story_.moments[i].responses.size(); ++r) {
        const std::size_t to = target(story_.moments[i].responses[r].target, i);
        story_.moments[i].responses[r].to = to;
      }
      if (story_.moments[i].next.empty()) continue;
      const std::size_t to = target(story_.moments[i].next, i);
      story_.moments[i].to = to;
      story_.moments[i].is_line = story_.moments[i].responses.empty();
    }
  }

  void settle_kinds() {
    for (ImportedMoment& moment : story_.moments) {
      const bool leads_on = !moment.responses.empty() || moment.is_line;
      if (moment.ending && leads_on) {
        notice("ending-goes-on", moment, {});
        moment.ending.reset();
      }
      if (!leads_on && !moment.ending) {
        moment.ending = EndingKind::resolved;
        moment.ending_guessed = true;
      }
      settle_fate(moment);
      for (ImportedResponse& response : moment.responses) {
        if (moment.is_fate) break;
        response.text = std::string(trimmed(response.text));
        if (!response.text.empty()) continue;
        response.text = words_.text("import.text.go-on");
        notice("no-words", moment, response.text);
      }
      moment.says = std::string(trimmed(moment.says));
      if (!moment.says.empty() || moment.ending || moment.is_fate) continue;
      moment.says = "…";
      moment.remarks.push_back(words_.text("import.remark.nothing-said"));
      notice("nothing-said", moment, {});
    }
  }

  /// Fate has two to 32 branches, and nobody speaks.
  void settle_fate(ImportedMoment& moment) {
    if (!moment.is_fate) return;
    if (moment.responses.size() < 2 || moment.responses.size() > kMostResponses) {
      notice("fate", moment, {});
      moment.is_fate = false;
    } else if (!moment.says.empty()) {
      notice("fate-speaks", moment, moment.says);
      moment.says.clear();
    }
  }

  /// Moments that ask nothing and lead in a circle would never come to an end: one of each circle
  /// becomes a decision.
  void break_circles() {
    std::vector<char> seen(story_.moments.size(), 0);  // 0 new, 1 on this walk, 2 done
    struct Step {
      std::size_t moment;
      std::size_t way;
    };
    std::vector<Step> walk;
    for (std::size_t first = 0; first < story_.moments.size(); ++first) {
      if (seen[first] != 0 || is_stop(story_.moments[first])) continue;
      walk.assign(1, {first, 0});
      seen[first] = 1;
      while (!walk.empty()) {
        Step& step = walk.back();
        const ImportedMoment& moment = story_.moments[step.moment];
        const std::size_t ways = moment.is_line ? 1 : moment.responses.size();
        if (step.way == ways || is_stop(moment)) {
          seen[step.moment] = 2;
          walk.pop_back();
          continue;
        }
        const std::size_t to = moment.is_line ? moment.to : moment.responses[step.way].to;
        ++step.way;
        if (is_stop(story_.moments[to]) || seen[to] == 2) continue;
        if (seen[to] == 1) {
          make_decision(step.moment);
        } else {
          seen[to] = 1;
          walk.push_back({to, 0});
        }
      }
    }
  }

  void make_decision(std::size_t index) {
    ImportedMoment& moment = story_.moments[index];
    notice("circle", moment, {});
    if (moment.says.empty()) moment.says = "…";
    if (moment.is_fate) {
      moment.is_fate = false;
      for (ImportedResponse& response : moment.responses)
        response.text = words_.text("import.text.go-on");
      return;
    }
    moment.is_line = false;
    moment.responses.push_back({});
    moment.responses.back().text = words_.text("import.text.go-on");
    moment.responses.back().to = moment.to;
  }

  /// Where one could go round for ever, a way out is added, and an ending if there is none.
  void add_ways_out() {
    for (const std::size_t decision : closed_rounds(story_.moments))
      add_way_out(decision, "no-way-out", "import.remark.added-way-out");
  }

  /// Where an ending is too far away, what cannot be chosen takes no choice.
  void take_single_ways() {
    if (far_from_end(story_.moments, story_.start_index, kMostResponses).empty()) return;
    for (ImportedMoment& moment : story_.moments) {
      if (moment.is_fate || moment.responses.size() != 1) continue;
      const ImportedResponse& only = moment.responses.front();
      const bool says_more = !only.reply.empty() || !only.coach.empty() || is_rated(only);
      if (says_more) continue;
      notice("single-way", moment, only.text);
      moment.left_out.push_back(in_one_line(only.text));
      moment.to = only.to;
      make_line(moment);
    }
    break_circles();
  }

  static bool is_rated(const ImportedResponse& response) {
    return std::any_of(response.delivers.begin(), response.delivers.end(),
                       [](int level) { return level > 0; });
  }

  /// Where an ending is too far away still, ways out are added; last, as the pieces of long lists
  /// take choices, too.
  void add_near_endings() {
    constexpr int kMostRounds = 8;
    for (int round = 0; round < kMostRounds && !is_too_long(); ++round) {
      const auto decisions = far_from_end(story_.moments, story_.start_index, kMostResponses);
      if (decisions.empty()) return;
      for (const std::size_t decision : decisions)
        add_way_out(decision, "far-from-end", "import.remark.added-near-end");
      split_long_lists();
    }
  }

  void add_way_out(std::size_t decision, std::string_view kind, std::string_view remark) {
    notice(kind, story_.moments[decision], {});
    const std::size_t ending = way_out_ending();
    ImportedMoment& moment = story_.moments[decision];
    moment.remarks.push_back(words_.text(remark));
    ImportedResponse leave;
    leave.id = "leave";
    leave.text = words_.text("import.text.leave");
    leave.is_action = true;
    leave.to = ending;
    // So that it stays where the list is divided.
    const std::size_t at = std::min(moment.responses.size(), kMostResponses - 2);
    moment.responses.insert(moment.responses.begin() + static_cast<std::ptrdiff_t>(at),
                            std::move(leave));
  }

  std::size_t way_out_ending() {
    if (way_out_) return *way_out_;
    ImportedMoment ending;
    ending.id = "left";
    ending.ending = EndingKind::unresolved;
    ending.ending_guessed = true;
    story_.moments.push_back(std::move(ending));
    way_out_ = story_.moments.size() - 1;
    return *way_out_;
  }

  void cut(std::string& text, const ImportedMoment& moment) {
    const std::size_t end = cut_of(text);
    if (end == text.size()) return;
    notice("text-cut", moment, text.substr(end));
    text = std::string(trimmed(std::string_view(text).substr(0, end)));
  }

  void cut_short_texts() {
    for (ImportedMoment& moment : story_.moments) {
      for (std::string* text : {&moment.thinks, &moment.hint, &moment.touchpoint})
        cut(*text, moment);
      for (ImportedResponse& response : moment.responses) {
        for (std::string* text : {&response.text, &response.reply, &response.coach})
          cut(*text, moment);
      }
      if (moment.ending) cut(moment.says, moment);
    }
    ImportedMoment head;
    cut(story_.title, head);
    cut(story_.summary, head);
    cut(story_.brief, head);
  }

  /// Another moment with what `moment` has, to go on with.
  static ImportedMoment continuation_of(const ImportedMoment& moment) {
    ImportedMoment rest = moment;
    rest.title = title_of(moment);
    rest.id.clear();
    rest.name.clear();
    rest.left_out.clear();
    rest.remarks.clear();
    return rest;
  }

  bool is_too_long() const { return story_.moments.size() > kMaxImportMoments; }

  /// More responses than a decision may have: the last of them leads to the rest.
  void split_long_lists() {
    const std::size_t count = story_.moments.size();
    for (std::size_t i = 0; i < count && !is_too_long(); ++i) {
      if (story_.moments[i].responses.size() > kMostResponses) split_list(i);
    }
  }

  void split_list(std::size_t moment) {
    auto all = std::exchange(story_.moments[moment].responses, {});
    notice("many-responses", story_.moments[moment], fmt::format("{}", all.size()));
    const ImportedMoment rest = continuation_of(story_.moments[moment]);
    auto next = std::make_move_iterator(all.begin());
    const auto end = std::make_move_iterator(all.end());
    while (end - next > static_cast<std::ptrdiff_t>(kMostResponses) && !is_too_long()) {
      auto& kept = story_.moments[moment].responses;
      kept.assign(next, next + (kMostResponses - 1));
      next += kMostResponses - 1;
      moment = story_.moments.size();
      kept.push_back({});
      kept.back().text = words_.text("import.text.more");
      kept.back().is_action = true;
      kept.back().to = moment;
      story_.moments.push_back(rest);
    }
    story_.moments[moment].responses.assign(next, end);
  }

  /// A text beyond the limit becomes several lines; what is chosen stays with the last.
  void split_long_texts() {
    const std::size_t count = story_.moments.size();
    for (std::size_t i = 0; i < count && !is_too_long(); ++i) {
      const std::string& says = story_.moments[i].says;
      if (cut_of(says) < says.size()) split_text(i);
    }
  }

  void split_text(std::size_t moment) {
    notice("text-split", story_.moments[moment], {});
    const std::string says = std::exchange(story_.moments[moment].says, {});
    ImportedMoment last = continuation_of(story_.moments[moment]);
    make_line(story_.moments[moment]);
    ImportedMoment line = last;
    make_line(line);
    std::string_view rest = says;
    for (std::size_t end = cut_of(rest); end < rest.size() && !is_too_long(); end = cut_of(rest)) {
      ImportedMoment& head = story_.moments[moment];
      head.says = std::string(trimmed(rest.substr(0, end)));
      rest = trimmed(rest.substr(end));
      moment = story_.moments.size();
      head.to = moment;
      story_.moments.push_back(line);
    }
    last.says = std::string(rest);
    story_.moments.back() = std::move(last);
  }

  static void make_line(ImportedMoment& moment) {
    moment.responses.clear();
    moment.expects = {};
    moment.hint.clear();
    moment.is_line = true;
  }

  /// `wish` where it is free, else with the first number that makes it so.
  static std::string unique(const std::string& wish, std::unordered_set<std::string>& taken) {
    std::string id = wish;
    for (int n = 2; !taken.insert(id).second; ++n) {
      const std::string number = fmt::format("-{}", n);
      id = wish.substr(0, std::min(wish.size(), kMaxIdLength - number.size())) + number;
    }
    return id;
  }

  void give_ids() {
    if (!is_id(story_.id)) story_.id = id_from(story_.id, kMaxIdLength);
    if (story_.id.empty()) story_.id = id_from(story_.title, kMomentIdLength);
    if (story_.id.empty()) story_.id = "imported";
    std::unordered_set<std::string> taken;
    // What the source calls an id goes before what is made of a name.
    for (ImportedMoment& moment : story_.moments) {
      if (!is_id(moment.id) || !taken.insert(moment.id).second) moment.id.clear();
    }
    std::unordered_map<std::string, int> next_number;
    for (std::size_t i = 0; i < story_.moments.size(); ++i) {
      ImportedMoment& moment = story_.moments[i];
      give_response_ids(moment);
      if (!moment.id.empty()) continue;
      std::string wish =
          id_from(moment.title.empty() ? moment.name : moment.title, kMomentIdLength);
      if (wish.empty()) wish = fmt::format("moment-{}", i + 1);
      // Counted on, so that ten thousand equal names don't each try all numbers.
      int& number = next_number[wish];
      if (number > 1) wish += fmt::format("-{}", number + 1);
      moment.id = unique(wish, taken);
      ++number;
    }
  }

  static void give_response_ids(ImportedMoment& moment) {
    std::unordered_set<std::string> taken;
    for (ImportedResponse& response : moment.responses) {
      if (!is_id(response.id) || !taken.insert(response.id).second) response.id.clear();
    }
    char letter = 'a';
    for (ImportedResponse& response : moment.responses) {
      if (response.id.empty()) {
        std::string wish = id_from(response.text, kResponseIdLength);
        if (wish.empty()) wish = std::string("choice-") + letter;
        response.id = unique(wish, taken);
      }
      letter = letter == 'z' ? 'a' : static_cast<char>(letter + 1);
    }
  }

  ImportedStory& story_;
  const UiStrings& words_;
  std::unordered_map<std::string, std::size_t> index_;
  /// Where added ways out lead.
  std::optional<std::size_t> way_out_;
};

}  // namespace

void settle(ImportedStory& story, const UiStrings& words) { Settler(story, words).run(); }

}  // namespace mot
