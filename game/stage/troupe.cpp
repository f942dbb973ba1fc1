#include "game/stage/troupe.h"

#include <algorithm>

namespace mot {
namespace {

constexpr float kMove = 0.420F;  // from one spot to another, as long as somebody enters
constexpr float kAxis = kBodyAxis;
constexpr float kBack = 0.54F;  // size of whoever listens; smaller is farther away
constexpr float kBackY = 122;   // so that the feet are behind the counter, the face above the box
constexpr float kBackLight = 0.8F;  // less light there
constexpr float kFrontLeft = 335;
constexpr float kFrontRight = 600;
constexpr float kBackLeft = 290;
constexpr float kBackRight = 628;

const Portrait& portrait_of(const Scenario& scenario, const std::string& cast_id) {
  for (const CastMember& member : scenario.cast) {
    if (member.id == cast_id) {
      return member.portrait;
    }
  }
  return scenario.customer.portrait;
}

// The same blinks at every run, others for everybody.
std::uint32_t seed_of(const std::string& cast_id) {
  std::uint32_t seed = 1;
  for (const char c : cast_id) {
    seed = seed * 31 + static_cast<unsigned char>(c);
  }
  return seed;
}

Colour dimmed(Colour colour, float light) {
  const auto part = [](std::uint8_t value, float share) {
    return static_cast<std::uint8_t>(static_cast<float>(value) * std::min(1.F, share));
  };
  // Shade is a little blue.
  return {part(colour.r, light), part(colour.g, light), part(colour.b, light + (1 - light) / 4),
          colour.a};
}

}  // namespace

Troupe::Spot Troupe::Actor::spot() const {
  const float t = way.value();
  const auto between = [t](float a, float b) { return a + (b - a) * t; };
  return {between(from.x, to.x), between(from.y, to.y), between(from.zoom, to.zoom),
          between(from.light, to.light)};
}

void Troupe::Actor::go(const Spot& where, float seconds) {
  if (where == to && seconds > 0) {
    return;  // is there, or on the way
  }
  from = spot();
  to = where;
  if (seconds <= 0) {
    from = where;
  }
  way.set(seconds > 0 ? 0.F : 1.F);
  way.go(1, seconds, Easing::in_out_cubic);
}

Troupe::Troupe(Wardrobe& wardrobe, const Scenario& scenario, bool still)
    : wardrobe_(wardrobe), scenario_(scenario), still_(still) {}

Troupe::Actor& Troupe::actor(const std::string& cast_id) {
  std::unique_ptr<Actor>& found = actors_[cast_id];
  if (!found) {
    const Look look = resolve(wardrobe_.cast(), wish_of(portrait_of(scenario_, cast_id)));
    found = std::make_unique<Actor>(
        Actor{cast_id, Character(wardrobe_, look, seed_of(cast_id)), false, {}, {}, Tween(1)});
    found->character.puppet().set_still(still_);
  }
  return *found;
}

void Troupe::dismiss(Actor& gone, bool at_once) {
  gone.character.puppet().talk(false);
  gone.character.puppet().leave();
  if (!at_once) {
    leaving_.push_back(&gone);
  }
}

void Troupe::clear() {
  speaker_ = nullptr;
  listener_ = nullptr;
  leaving_.clear();
  place_.clear();
}

void Troupe::bring(const std::string& cast_id,
                   Feeling feeling,
                   const std::string& place,
                   bool at_once) {
  Actor& wanted = actor(cast_id);
  const bool there = &wanted == speaker_ || &wanted == listener_;
  const bool cut = at_once || speaker_ == nullptr;
  Actor* stays = nullptr;
  if (place == place_) {
    stays = &wanted == speaker_ ? listener_ : speaker_;
  }
  for (Actor* other : {speaker_, listener_}) {
    if (other != nullptr && other != stays && other != &wanted) {
      dismiss(*other, at_once);
    }
  }
  place_ = place;
  speaker_ = &wanted;
  listener_ = stays;
  if (stays != nullptr) {
    // The customer stands on the left, whoever else comes on the side that is free.
    if (wanted.id.empty() || stays->id.empty()) {
      wanted.on_left = wanted.id.empty();
    } else if (!there) {
      wanted.on_left = !stays->on_left;
    }
    stays->on_left = !wanted.on_left;
  }
  std::erase(leaving_, &wanted);
  Puppet& puppet = wanted.character.puppet();
  puppet.listen(Puppet::Listening::no, !there || at_once);
  puppet.set_feeling(feeling, !there || at_once);
  if (!there) {
    puppet.enter();
  }
  take_places(!there, at_once);
  if (cut) {
    puppet.update(1, false);  // is there
  }
}

// `comes`: whoever speaks was not on the stage.
void Troupe::take_places(bool comes, bool at_once) {
  const float seconds = at_once || still_ ? 0 : kMove;
  Spot front{Character::kX + kAxis * Character::kZoom, Character::kY, Character::kZoom, 1};
  if (listener_ != nullptr) {
    front.x = speaker_->on_left ? kFrontLeft : kFrontRight;
    Puppet& puppet = listener_->character.puppet();
    puppet.talk(false);
    puppet.listen(listener_->on_left ? Puppet::Listening::to_right : Puppet::Listening::to_left,
                  at_once);
    listener_->go({listener_->on_left ? kBackLeft : kBackRight, kBackY, kBack, kBackLight},
                  seconds);
  }
  speaker_->go(front, comes ? 0 : seconds);
}

void Troupe::update(float dt, bool calm) {
  for (Actor* actor : leaving_) {
    actor->character.update(dt, calm);
    actor->way.update(dt);
  }
  std::erase_if(leaving_,
                [](const Actor* actor) { return actor->character.puppet().pose().alpha <= 0; });
  for (Actor* actor : {listener_, speaker_}) {
    if (actor != nullptr) {
      actor->character.update(dt, calm);
      actor->way.update(dt);
    }
  }
}

void Troupe::draw(Canvas& canvas, Actor& actor, Colour tint) {
  const Spot spot = actor.spot();
  actor.character.draw(canvas, {spot.x - kAxis * spot.zoom, spot.y}, spot.zoom,
                       dimmed(tint, spot.light), Character::kZoom);
}

void Troupe::draw(Canvas& canvas, Colour tint) {
  for (Actor* actor : leaving_) {
    draw(canvas, *actor, tint);
  }
  for (Actor* actor : {listener_, speaker_}) {
    if (actor != nullptr) {
      draw(canvas, *actor, tint);
    }
  }
}

bool Troupe::prepare_one(Canvas& canvas, bool busy) {
  for (Actor* actor : {speaker_, listener_}) {
    if (actor != nullptr && actor->character.prepare_one(canvas)) {
      return true;
    }
  }
  if (busy) {
    return true;  // there may be more, later
  }
  for (const CastMember& someone : scenario_.cast) {
    if (actor(std::string(someone.id)).character.prepare_one(canvas)) {
      return true;
    }
  }
  return false;
}

bool Troupe::moving() const {
  const auto moves = [](const Actor* actor) {
    return actor != nullptr && (actor->way.moving() || actor->character.puppet().moving());
  };
  return !leaving_.empty() || moves(listener_) || moves(speaker_);
}

bool Troupe::busy() const {
  const auto busy = [](const Actor* actor) {
    return actor != nullptr && (actor->way.moving() || actor->character.puppet().busy());
  };
  return !leaving_.empty() || busy(listener_) || busy(speaker_);
}

}  // namespace mot
