// Textures, as far as they need no window: pictures rendered in advance.
#include "game/window/textures.h"

#include <catch2/catch.hpp>
#include <filesystem>

using namespace mot;

namespace {

Picture lobby(const char* layer) {
  return {std::filesystem::path(MOT_SOURCE_DIR) / "assets" / "scenes" / "service-desk.svg",
          {layer},
          0.02F,
          {}};
}

// As many frames as it takes a picture that nobody gets to be forgotten; far too many otherwise.
bool forgets(Textures& textures) {
  for (int frame = 0; frame < 50'000'000 && textures.coming() > 0; ++frame) {
    textures.next_frame();
  }
  return textures.coming() == 0;
}

}  // namespace

TEST_CASE("a picture rendered in advance waits to be got") {
  Textures textures;
  textures.prefetch(lobby("bg"));
  textures.prefetch(lobby("bg"));
  CHECK(textures.coming() == 1);
  for (int frame = 0; frame < 600; ++frame) {
    textures.next_frame();
  }
  CHECK(textures.coming() == 1);
}

TEST_CASE("what was rendered in advance and is got by nobody does not stay for ever") {
  Textures textures;
  for (const char* layer : {"bg", "mid", "light", "fg"}) {
    textures.prefetch(lobby(layer));
  }
  CHECK(textures.coming() == 4);
  CHECK(forgets(textures));
}
