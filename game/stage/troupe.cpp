#include "game/stage/troupe.h"

namespace mot {
namespace {

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

}  // namespace

Troupe::Troupe(Wardrobe& wardrobe, const Scenario& scenario, bool still)
    : wardrobe_(wardrobe), scenario_(scenario), still_(still) {}

Character& Troupe::member(const std::string& cast_id) {
  std::unique_ptr<Character>& member = members_[cast_id];
  if (!member) {
    const Look look = resolve(wardrobe_.cast(), wish_of(portrait_of(scenario_, cast_id)));
    member = std::make_unique<Character>(wardrobe_, look, seed_of(cast_id));
    member->puppet().set_still(still_);
  }
  return *member;
}

void Troupe::bring(const std::string& cast_id, Feeling feeling, bool at_once) {
  Character& wanted = member(cast_id);
  if (&wanted == present_) {
    wanted.puppet().set_feeling(feeling, at_once);
    return;
  }
  if (present_ != nullptr) {
    present_->puppet().talk(false);
    present_->puppet().leave();
    leaving_ = at_once ? nullptr : present_;
  }
  const bool first = present_ == nullptr;
  present_ = &wanted;
  wanted.puppet().set_feeling(feeling, true);
  wanted.puppet().enter();
  if (first || at_once) {
    wanted.puppet().update(1, false);  // is there
  }
}

void Troupe::update(float dt, bool calm) {
  if (leaving_ != nullptr) {
    leaving_->update(dt, calm);
    if (leaving_->puppet().pose().alpha <= 0) {
      leaving_ = nullptr;
    }
  }
  if (present_ != nullptr) {
    present_->update(dt, calm);
  }
}

void Troupe::draw(Canvas& canvas, Colour tint) {
  if (leaving_ != nullptr) {
    leaving_->draw(canvas, {Character::kX, Character::kY}, Character::kZoom, tint);
  }
  if (present_ != nullptr) {
    present_->draw(canvas, {Character::kX, Character::kY}, Character::kZoom, tint);
  }
}

bool Troupe::prepare_one(Canvas& canvas, bool busy) {
  if (present_ != nullptr && present_->prepare_one(canvas)) {
    return true;
  }
  if (busy) {
    return true;  // there may be more, later
  }
  for (const CastMember& someone : scenario_.cast) {
    if (member(std::string(someone.id)).prepare_one(canvas)) {
      return true;
    }
  }
  return false;
}

bool Troupe::moving() const {
  return leaving_ != nullptr || (present_ != nullptr && present_->puppet().moving());
}

bool Troupe::busy() const {
  return leaving_ != nullptr || (present_ != nullptr && present_->puppet().busy());
}

}  // namespace mot
