// What is to be said after a play: the debrief in the reader's language, at once without the best
// play and again when that is worked out; and earlier attempts to compare with.
#pragma once

#include <future>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/debrief/comparison.h"
#include "engine/debrief/debrief.h"
#include "engine/report/figures.h"
#include "game/stage/game_context.h"
#include "game/stage/play.h"

namespace mot {

struct SolvedScenario;

// Another attempt at the same scenario, replayed and solved.
struct OtherAttempt {
  Playthrough playthrough;
  Session session;
  PlayAnalysis analysis;
  Scorecard card;
  bool is_original = false;  // of the what-if that is looked at
};

class PlayDebrief {
 public:
  // Has the best play worked out and the learner's other attempts read, in the background.
  PlayDebrief(GameContext& context, std::shared_ptr<Play> play);

  // Takes in what has been worked out; true when there is more to show than before.
  bool step();
  bool working() const { return !begun_ || coming_.valid(); }
  // Says everything again, in the language in use.
  void say();

  const Debrief& debrief() const { return debrief_; }
  report::FigureSource figures() const { return {debrief_, context_.words()}; }
  // The original first, then the latest.
  const std::vector<OtherAttempt>& others() const { return others_; }
  // This attempt as the second beside one of the others; both debriefs are kept until another is
  // asked for.
  struct Beside {
    Debrief other;
    Comparison comparison;
  };
  const Beside& beside(std::size_t other);
  // What was taken away the last time; empty where nothing was.
  std::string last_takeaway() const;

 private:
  struct Known {
    PlayAnalysis analysis;
    std::vector<OtherAttempt> others;
    std::vector<std::string> finished;
  };
  // `solved` may be null.
  static Known find_out(const std::shared_ptr<Play>& play,
                        const std::string& folder,
                        const std::shared_ptr<SolvedScenario>& solved);
  bool begin();
  Debrief debrief_of(const Session& session,
                     const Scorecard& card,
                     const PlayAnalysis& analysis,
                     const Playthrough& playthrough) const;

  GameContext& context_;
  std::shared_ptr<Play> play_;
  bool begun_ = false;  // the solver is done; what hangs on it is being found out, or is known
  std::future<Known> coming_;
  PlayAnalysis analysis_;
  std::vector<OtherAttempt> others_;
  NextChoices next_;
  Debrief debrief_;
  std::optional<std::size_t> beside_whom_;
  Beside beside_;
};

}  // namespace mot
