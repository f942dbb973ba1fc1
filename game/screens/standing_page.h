// What the pages have in common that show where the learner stands: they wait for the records and
// for the scenarios, scroll below the main bar, and say why there are no records.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "game/screens/main_bar.h"
#include "game/stage/standing_reader.h"

namespace mot {

class StandingPage : public Page {
 public:
  StandingPage(Toolkit& toolkit, std::shared_ptr<GameContext> context, MainPage page);

 protected:
  static constexpr float kTop = 64;  // below the main bar

  // There is another standing than before.
  virtual void standing_changed() = 0;
  // Draws from `y` on; where it ends.
  virtual float draw_standing(Canvas& canvas, float y) = 0;

  Request step(const Tick& tick) override;
  bool waiting() const override { return reader_.waiting() || !listed_; }
  // Of the main bar's controls.
  Request use(const std::string& id) override;
  Request key(const Event& event) override;
  void draw_page(Canvas& canvas) override;

  // Good where ready().
  const Standing& standing() const { return reader_.standing(); }
  bool ready() const { return listed_ && reader_.ready(); }
  FindScenario scenarios() { return among(context_->scenarios()); }
  // The scenario's briefing, in place of this page; nothing where there is no scenario.
  Request brief(std::shared_ptr<const Scenario> scenario);

 private:
  float draw_problem(Canvas& canvas, float y);

  MainPage page_;
  StandingReader& reader_;
  std::size_t seen_ = 0;  // of what it has read
  bool listed_ = false;   // the scenarios are known
  float height_ = 0;
};

}  // namespace mot
