// Who is on the stage: the customer or another member of the cast, and the change from one to the
// next.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "engine/scenario/model.h"
#include "game/stage/character.h"

namespace mot {

class Troupe {
 public:
  // Both borrowed.
  Troupe(Wardrobe& wardrobe, const Scenario& scenario, bool still);

  // Puts a member of the cast (empty: the customer) on the stage with that face. Whoever was there
  // leaves; `at_once` without a transition.
  void bring(const std::string& cast_id, Feeling feeling, bool at_once);
  // Who is there. Requires a call of bring().
  Puppet& puppet() { return present_->puppet(); }

  void update(float dt, bool calm);
  void draw(Canvas& canvas, Colour tint);
  // Renders one more layer somebody will need; false when there is none left. Only of who is on the
  // stage while `busy`.
  bool prepare_one(Canvas& canvas, bool busy);
  bool moving() const;
  bool busy() const;

 private:
  Character& member(const std::string& cast_id);

  Wardrobe& wardrobe_;
  const Scenario& scenario_;
  bool still_;
  std::map<std::string, std::unique_ptr<Character>> members_;
  Character* present_ = nullptr;
  Character* leaving_ = nullptr;
};

}  // namespace mot
