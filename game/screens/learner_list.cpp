#include "game/screens/learner_list.h"

#include <algorithm>

#include "engine/records/own_records.h"
#include "engine/records/pin.h"

namespace mot {
namespace {

// Whether the PIN is still what was known of it.
Result<bool> is_as_known(Store& store, const std::optional<std::string>& known) {
  return known ? is_pin(store, *known) : has_pin(store).map([](bool there) { return !there; });
}

}  // namespace

LearnerList read_learners(const std::string& uri) {
  LearnerList list;
  const Result<std::unique_ptr<Store>> store = open_to_read(uri);
  if (!store) {
    list.problem = store.error().message;
    list.guarded = true;  // nobody can be asked
    return list;
  }
  if (*store == nullptr) {
    return list;
  }
  const Result<bool> guarded = has_pin(**store);
  list.guarded = !guarded || *guarded;
  if (Result<std::vector<Learner>> learners =
          learners_with_waiting(**store, outbox_of_store(uri))) {
    list.learners = std::move(*learners);
  } else {
    list.problem = learners.error().message;
  }
  std::erase_if(list.learners, [](const Learner& learner) { return learner.name.empty(); });
  return list;
}

Result<bool> change_pin(const std::string& uri,
                        const std::string& pin,
                        const std::optional<std::string>& known) {
  const Result<std::unique_ptr<Store>> store = open_store(uri, kReadPatience);
  if (!store) {
    return tl::unexpected(store.error());
  }
  return is_as_known(**store, known).and_then([&](bool same) {
    return same ? set_pin(**store, pin, fresh_salt()) : Result<bool>(false);
  });
}

bool may_take(const LearnerList& list, const std::string& current, const std::string& name) {
  if (!list.guarded || name == current) {
    return true;
  }
  return list.problem.empty() &&
         std::none_of(list.learners.begin(), list.learners.end(),
                      [&](const Learner& learner) { return learner.name == name; });
}

}  // namespace mot
