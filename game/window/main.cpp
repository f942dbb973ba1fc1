// mot-window: options in, a window out. Exit codes: 0 done, 2 wrong usage, 3 the machine refused.
#include <cstdio>
#include <string>
#include <vector>

#include "game/screens/gallery.h"
#include "game/window/app.h"
#include "game/window/assets.h"
#include "game/window/options.h"

int main(int argc, char** argv) {
  const mot::WindowOptions options =
      mot::parse_window_options(std::vector<std::string>(argv + std::min(argc, 1), argv + argc));
  if (options.help) {
    std::printf("%s", mot::window_help().c_str());
    return 0;
  }
  if (options.version) {
    std::printf("mot-window %s\n", MOT_VERSION);
    return 0;
  }
  if (!options.error.empty()) {
    std::fprintf(stderr, "mot-window: %s\n", options.error.c_str());
    return 2;
  }
  if (const std::string why = mot::missing_display(); !why.empty()) {
    std::fprintf(stderr, "mot-window: %s\n", why.c_str());
    return 3;
  }
  const std::filesystem::path assets = mot::find_assets(options.assets);
  if (assets.empty()) {
    std::fprintf(
        stderr, "mot-window: the game's pictures are missing%s; --assets DIR says where they are\n",
        options.assets.empty() ? "" : (" in " + options.assets).c_str());
    return 3;
  }
  mot::App app(options, assets);
  return app.run(mot::make_gallery(app.toolkit()));
}
