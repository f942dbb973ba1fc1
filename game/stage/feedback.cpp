#include "game/stage/feedback.h"

#include <fmt/format.h>

#include <optional>
#include <string>

#include "engine/analysis/background_solver.h"
#include "engine/debrief/moment_review.h"

namespace mot {
namespace {

// "Empathy: 7 expected, 3 delivered", a line each; then the effect.
std::string figures_of(const MomentReview& review, const UiStrings& words) {
  std::string text;
  for (const DimensionReview& dimension : review.dimensions) {
    text += words.text("play.feedback-dimension",
                       {{"dimension", dimension.name},
                        {"expected", fmt::format("{}", dimension.expected)},
                        {"delivered", fmt::format("{}", dimension.delivered)}});
    text += '\n';
  }
  if (review.wait) {
    text += review.wait->text + '\n';
  }
  text += review.chosen().effect;
  while (!text.empty() && text.back() == '\n') {
    text.pop_back();
  }
  return text;
}

}  // namespace

std::vector<NotePart> feedback_on_last_choice(const Play& play,
                                              const UiStrings& words,
                                              SolvedScenario* solved) {
  const Session& session = play.session();
  std::optional<SolvedPlay> against;
  if (solved != nullptr && solved->scenario == play.shared_scenario()) {
    against = solved_play(solved->solution, session);
  }
  const Scorecard card = score(session, against ? &against->session : nullptr);
  const std::optional<Account> account =
      against ? std::optional(account_of(*against, card)) : std::nullopt;
  const Telling telling{session, card, play.reading(), words};
  const MomentReview review =
      review_moment(telling, session.turns().size() - 1,
                    {against ? &*against : nullptr, account ? &*account : nullptr});
  std::vector<NotePart> parts{{"bulb", words.text("play.feedback"), review.chosen().reason}};
  if (const std::string figures = figures_of(review, words); !figures.empty()) {
    parts.push_back({"chart", words.text("play.feedback-figures"), figures});
  }
  return parts;
}

}  // namespace mot
