// Who is on the stage, as in a play: whoever speaks stands in front; whoever spoke before stays a
// little aside and listens, as long as both are in the same place.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario/model.h"
#include "game/stage/character.h"

namespace mot {

class Troupe {
 public:
  // Both borrowed.
  Troupe(Wardrobe& wardrobe, const Scenario& scenario, bool still);

  // A member of the cast (empty: the customer) speaks in `place`, with that face. Whoever spoke
  // last stays and listens, if it was there; whoever else is on the stage leaves. `at_once` without
  // a transition.
  void bring(const std::string& cast_id,
             Feeling feeling,
             const std::string& place = {},
             bool at_once = false);
  // Nobody is on the stage.
  void clear();
  // Who speaks. Requires a call of bring().
  Puppet& puppet() { return speaker_->character.puppet(); }
  // Who listens: a member of the cast (empty: the customer); null where nobody does.
  const std::string* listener() const { return listener_ == nullptr ? nullptr : &listener_->id; }

  void update(float dt, bool calm);
  void draw(Canvas& canvas, Colour tint);
  // Renders one more layer somebody will need; false when there is none left. Only of who is on the
  // stage while `busy`.
  bool prepare_one(Canvas& canvas, bool busy);
  bool moving() const;
  bool busy() const;

 private:
  // Where and how somebody stands: the axis of the body, the drawing's top, its size, how light.
  struct Spot {
    float x = 0;
    float y = 0;
    float zoom = 1;
    float light = 1;
    friend bool operator==(const Spot&, const Spot&) = default;
  };
  struct Actor {
    std::string id;
    Character character;
    bool on_left = false;
    Spot from, to;
    Tween way{1};

    Spot spot() const;
    void go(const Spot& where, float seconds);
  };

  Actor& actor(const std::string& cast_id);
  void dismiss(Actor& gone, bool at_once);
  void take_places(bool comes, bool at_once);
  static void draw(Canvas& canvas, Actor& actor, Colour tint);

  Wardrobe& wardrobe_;
  const Scenario& scenario_;
  bool still_;
  std::map<std::string, std::unique_ptr<Actor>> actors_;
  std::string place_;
  Actor* speaker_ = nullptr;
  Actor* listener_ = nullptr;
  std::vector<Actor*> leaving_;
};

}  // namespace mot
