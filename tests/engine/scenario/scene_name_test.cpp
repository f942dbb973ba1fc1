#include "engine/scenario/scene_name.h"

#include <catch2/catch.hpp>

using mot::split_scene_name;
using mot::TimeOfDay;

TEST_CASE("a scene's name is a room, and a time after it where it is not day") {
  CHECK(split_scene_name("hotel-reception").room == "hotel-reception");
  CHECK(split_scene_name("hotel-reception").time == TimeOfDay::day);
  CHECK(split_scene_name("hotel-reception-morning").time == TimeOfDay::morning);
  CHECK(split_scene_name("hotel-reception-night").room == "hotel-reception");
  CHECK(split_scene_name("hotel-reception-night").time == TimeOfDay::night);
  CHECK(split_scene_name("kitchen-evening").room == "kitchen");
  CHECK(split_scene_name("kitchen-evening").time == TimeOfDay::evening);
}

TEST_CASE("what only looks like a time belongs to the room") {
  for (const char* name : {"night", "-night", "kitchen-day", "kitchen-nights", "kitchen-", ""}) {
    INFO(name);
    CHECK(split_scene_name(name).room == name);
    CHECK(split_scene_name(name).time == TimeOfDay::day);
  }
}
