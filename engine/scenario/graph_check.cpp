// What can be told from the graph of moments alone: every route, branch and leave counts as open,
// whatever its condition.
#include <fmt/format.h>

#include <algorithm>

#include "engine/scenario/read_context.h"

namespace mot {
namespace {

class GraphCheck {
 public:
  explicit GraphCheck(ReadContext& context)
      : context_(context), scenario_(context.scenario), count_(scenario_.moments.size()) {}

  void run(YamlNode moments_key) {
    build_edges();
    bool scored = false;
    bool ending = false;
    for (const Moment& moment : scenario_.moments) {
      scored = scored || moment.scored;
      ending = ending || moment.kind == MomentKind::ending;
    }
    const auto report_all = [&](std::string_view code, std::string message, std::string hint,
                                Severity severity) {
      context_.reader.report(moments_key, code, std::move(message), std::move(hint), severity);
    };
    if (!ending && !context_.unknown_kind)
      report_all("M0084", "no moment is an ending", "add one: { id: goodbye, ending: resolved }",
                 Severity::error);
    if (!scored && !context_.unknown_kind)
      report_all("M0082", "no decision is scored",
                 "give one decision 'expects', so that there is something to judge",
                 context_.unless_draft());
    find_circles();
    reach();
    // What seems cut off may be what a wrong target meant.
    const bool guess = context_.unknown_leave ||
                       std::find(context_.unknown_targets.begin(), context_.unknown_targets.end(),
                                 1) != context_.unknown_targets.end();
    if (!guess) report_unreachable();
    if (ending) report_endless();
    if (scored) report_unscored_endings();
  }

 private:
  using Edges = std::vector<std::vector<MomentIndex>>;

  void add_routes(std::vector<MomentIndex>& out, Range range) {
    for (const Route& route : scenario_.routes_of(range)) {
      if (route.target != kNone) out.push_back(route.target);
    }
  }

  void build_edges() {
    next_.resize(count_);
    for (std::size_t i = 0; i < count_; ++i) {
      const Moment& moment = scenario_.moments[i];
      std::vector<MomentIndex>& out = next_[i];
      switch (moment.kind) {
        case MomentKind::decision:
          for (const Response& response : scenario_.responses_of(moment))
            add_routes(out, response.next);
          break;
        case MomentKind::line: add_routes(out, moment.next); break;
        case MomentKind::fate:
          for (const FateBranch& branch : scenario_.branches_of(moment)) {
            if (branch.target != kNone) out.push_back(branch.target);
          }
          break;
        case MomentKind::ending: break;
      }
      std::sort(out.begin(), out.end());
      out.erase(std::unique(out.begin(), out.end()), out.end());
    }
  }

  // A way out of here leads somewhere that could not be told.
  bool leads_anywhere(std::size_t m) const {
    return (m < context_.unknown_targets.size() && context_.unknown_targets[m] != 0) ||
           (context_.unknown_leave && scenario_.moments[m].kind == MomentKind::decision);
  }

  // All moments reachable from those in `open`, added to `seen`; moments for which `closed` holds
  // are not left.
  template <class Closed>
  void flood(std::vector<MomentIndex> open, std::vector<char>& seen, Closed&& closed) {
    for (const MomentIndex m : open) seen[static_cast<std::size_t>(m)] = 1;
    while (!open.empty()) {
      const auto m = static_cast<std::size_t>(open.back());
      open.pop_back();
      if (closed(m)) continue;
      for (const MomentIndex n : next_[m]) {
        char& mark = seen[static_cast<std::size_t>(n)];
        if (mark != 0) continue;
        mark = 1;
        open.push_back(n);
      }
    }
  }

  // Leaves are checked from the first scored choice on: they open once a scored decision can be
  // reached.
  void reach() {
    const auto never = [](std::size_t) { return false; };
    reached_.assign(count_, 0);
    after_score_.assign(count_, 0);
    flood({scenario_.start}, reached_, never);
    std::vector<MomentIndex> scored;
    for (std::size_t i = 0; i < count_; ++i) {
      if (reached_[i] != 0 && scenario_.moments[i].scored)
        scored.push_back(static_cast<MomentIndex>(i));
    }
    if (scored.empty()) return;
    for (const Leave& leave : scenario_.leaves) {
      if (leave.target != kNone) leave_targets_.push_back(leave.target);
    }
    flood(leave_targets_, reached_, never);
    scored.insert(scored.end(), leave_targets_.begin(), leave_targets_.end());
    flood(scored, after_score_, never);
  }

  void report_unreachable() {
    for (std::size_t i = 0; i < count_; ++i) {
      if (reached_[i] != 0) continue;
      report(i, "M0085", fmt::format("moment '{}' cannot be reached", scenario_.moments[i].id),
             "let something lead to it, or remove it", context_.unless_draft());
    }
  }

  // Backwards from the endings, and from what is wrong already; a decision after a scored one may
  // also be left through `leaves`.
  void report_endless() {
    Edges back(count_);
    for (std::size_t i = 0; i < count_; ++i) {
      for (const MomentIndex n : next_[i])
        back[static_cast<std::size_t>(n)].push_back(static_cast<MomentIndex>(i));
      const bool may_leave =
          scenario_.moments[i].kind == MomentKind::decision && after_score_[i] != 0;
      if (!may_leave) continue;
      for (const MomentIndex n : leave_targets_)
        back[static_cast<std::size_t>(n)].push_back(static_cast<MomentIndex>(i));
    }
    std::vector<char> ends(count_, 0);
    std::vector<MomentIndex> open;
    for (std::size_t i = 0; i < count_; ++i) {
      if (scenario_.moments[i].kind != MomentKind::ending && !leads_anywhere(i) &&
          in_circle_[i] == 0)
        continue;
      ends[i] = 1;
      open.push_back(static_cast<MomentIndex>(i));
    }
    while (!open.empty()) {
      const auto m = static_cast<std::size_t>(open.back());
      open.pop_back();
      for (const MomentIndex b : back[m]) {
        char& mark = ends[static_cast<std::size_t>(b)];
        if (mark != 0) continue;
        mark = 1;
        open.push_back(b);
      }
    }
    for (std::size_t i = 0; i < count_; ++i) {
      if (ends[i] != 0 || reached_[i] == 0) continue;
      report(i, "M0086",
             fmt::format("from moment '{}' no ending can be reached", scenario_.moments[i].id),
             "let a response or route lead towards an ending", context_.unless_draft());
    }
  }

  void report_unscored_endings() {
    std::vector<char> unscored(count_, 0);
    flood({scenario_.start}, unscored, [&](std::size_t m) { return scenario_.moments[m].scored; });
    for (std::size_t i = 0; i < count_; ++i) {
      if (unscored[i] == 0 || scenario_.moments[i].kind != MomentKind::ending) continue;
      report(i, "M0083",
             fmt::format("ending '{}' can be reached without a scored decision",
                         scenario_.moments[i].id),
             "lead every way through a decision with 'expects'", context_.unless_draft());
    }
  }

  // Circles of lines and fate: in such a one the encounter would never ask anything again. Each is
  // reported at its first moment.
  void find_circles() {
    in_circle_.assign(count_, 0);
    std::vector<char> state(count_, 0);  // 0 new, 1 on the path, 2 done
    struct Visit {
      std::size_t moment;
      std::size_t edge;
    };
    std::vector<Visit> path;
    for (std::size_t root = 0; root < count_; ++root) {
      if (state[root] != 0 || !passes(root)) continue;
      path.assign(1, {root, 0});
      state[root] = 1;
      while (!path.empty()) {
        Visit& top = path.back();
        if (top.edge == next_[top.moment].size()) {
          state[top.moment] = 2;
          path.pop_back();
          continue;
        }
        const auto n = static_cast<std::size_t>(next_[top.moment][top.edge++]);
        if (!passes(n) || state[n] == 2) continue;
        if (state[n] == 1) {
          report_circle(path, n);
          continue;
        }
        state[n] = 1;
        path.push_back({n, 0});
      }
    }
  }

  template <class Path>
  void report_circle(const Path& path, std::size_t again) {
    auto first = path.begin();
    while (first->moment != again) ++first;
    std::vector<std::size_t> circle;
    for (auto at = first; at != path.end(); ++at) circle.push_back(at->moment);
    const bool known = std::any_of(circle.begin(), circle.end(),
                                   [&](std::size_t m) { return in_circle_[m] != 0; });
    for (const std::size_t m : circle) in_circle_[m] = 1;
    if (known) return;
    const auto least = std::min_element(circle.begin(), circle.end());
    std::rotate(circle.begin(), least, circle.end());
    std::string names;
    for (const std::size_t m : circle) names += fmt::format("{} → ", scenario_.moments[m].id);
    report(circle.front(), "M0087",
           fmt::format("these moments lead in a circle without a decision: {}{}", names,
                       scenario_.moments[circle.front()].id),
           "put a decision into the circle, or let one of them lead out", Severity::error);
  }

  bool passes(std::size_t m) const {
    const Moment& moment = scenario_.moments[m];
    return (moment.kind == MomentKind::line && !moment.next.empty()) ||
           moment.kind == MomentKind::fate;
  }

  void report(std::size_t moment,
              std::string_view code,
              std::string message,
              std::string hint,
              Severity severity) {
    const Moment& at = scenario_.moments[moment];
    context_.reader.sink().add({code, severity, context_.reader.document().source(), at.position, 1,
                                std::move(message), std::move(hint)});
  }

  ReadContext& context_;
  Scenario& scenario_;
  std::size_t count_;
  Edges next_;
  std::vector<char> reached_;
  std::vector<char> after_score_;
  std::vector<char> in_circle_;
  std::vector<MomentIndex> leave_targets_;
};

}  // namespace

void check_graph(ReadContext& context, YamlNode moments_key) {
  GraphCheck(context).run(moments_key);
}

}  // namespace mot
