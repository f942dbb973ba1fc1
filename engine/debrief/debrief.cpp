#include "engine/debrief/debrief.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/debrief/telling.h"
#include "engine/text/numbers.h"

namespace mot {
namespace {

DebriefHead head_of(const DebriefSource& source, const Telling& telling) {
  const Scenario& scenario = telling.scenario();
  DebriefHead head;
  head.title = telling.text(scenario.title);
  head.customer = telling.text(scenario.customer.name);
  head.role = telling.text(scenario.customer.role);
  head.learner = source.playthrough.learner;
  head.started = source.playthrough.started;
  head.mode = source.playthrough.mode;
  head.seed = source.session.seed();
  head.language = source.words.language();
  head.complete = source.card.complete;
  if (source.card.ending) head.ending = telling.word("ending", name_of(*source.card.ending));
  for (const Turn& turn : source.session.turns()) head.seconds += std::max(0.0, turn.seconds);
  head.takeaway = source.playthrough.takeaway;
  return head;
}

std::string bounds_text(const UiStrings& words, const PlayBounds& bounds) {
  return words.text("notice.not-exact",
                    {{"low", points_text(static_cast<int>(bounds.best.low))},
                     {"high", points_text(static_cast<int>(bounds.best.high))}});
}

std::vector<DebriefNotice> notices_of(const DebriefSource& source) {
  using Kind = DebriefNotice::Kind;
  std::vector<DebriefNotice> notices;
  const auto add = [&notices](Kind kind, std::string text) {
    notices.push_back({kind, std::move(text)});
  };
  const Replay* replayed = source.replayed;
  if (replayed != nullptr && replayed->diverged_at) {
    add(Kind::diverged,
        source.words.text("notice.diverged",
                          {{"number", fmt::format("{}", *replayed->diverged_at + 1)},
                           {"cause", replayed->reason}}));
  } else if (replayed != nullptr && replayed->content_changed) {
    add(Kind::changed, source.words.text("notice.changed"));
  }
  if (!source.card.complete) add(Kind::unfinished, source.words.text("debrief.unfinished-means"));
  const bool scored = std::any_of(source.card.moments.begin(), source.card.moments.end(),
                                  [](const MomentScore& moment) { return moment.scored; });
  if (!scored) add(Kind::nothing_scored, source.words.text("notice.nothing-scored"));
  if (!source.analysis.play) {
    add(Kind::not_exact, bounds_text(source.words, source.analysis.bounds));
  }
  return notices;
}

/// Without an account: the most painful moments stand in for the turning points.
std::vector<std::size_t> low_points(const Scorecard& card) {
  constexpr std::size_t kMost = 3;
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < card.moments.size(); ++i) {
    if (card.moments[i].scored && card.moments[i].gap < 0) found.push_back(i);
  }
  std::stable_sort(found.begin(), found.end(), [&card](std::size_t a, std::size_t b) {
    return card.moments[a].gap < card.moments[b].gap;
  });
  if (found.size() > kMost) found.resize(kMost);
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

std::string_view name_of(DebriefNotice::Kind kind) {
  constexpr std::array<std::string_view, 5> kNames{"unfinished", "diverged", "changed", "not-exact",
                                                   "nothing-scored"};
  return kNames[static_cast<std::size_t>(kind)];
}

Debrief debrief(const DebriefSource& source) {
  const Telling telling{source.session, source.card, source.reading, source.words};
  const SolvedPlay* solved = source.analysis.play ? &*source.analysis.play : nullptr;
  Debrief made;
  made.head = head_of(source, telling);
  made.notices = notices_of(source);
  made.score = source.card.score;
  if (solved != nullptr) made.account = account_of(*solved, source.card);
  const Session* best = solved != nullptr && solved->best ? &*solved->best : nullptr;
  made.timeline = timeline_of(source.session, source.card, source.reading, best);
  made.voice = customers_voice(telling, made.timeline, source.playthrough.prediction);
  const Reckoning reckoning{solved, made.account ? &*made.account : nullptr};
  for (std::size_t i = 0; i < source.card.moments.size(); ++i) {
    made.moments.push_back(review_moment(telling, i, reckoning));
  }
  made.skills = review_skills(telling, source.earlier);
  if (source.card.complete) made.crowd = review_crowd(telling);
  made.advice = advice_for(telling, made.skills, made.moments,
                           made.account ? made.account->turning_points : low_points(source.card),
                           source.next);
  return made;
}

}  // namespace mot
