// Pictures of any kind (SVG, PNG, JPEG) from files, for the images of scenarios.
#pragma once

#include <filesystem>

#include "game/window/pixels.h"

namespace mot {

// The picture, a drawing as big as fits into the box, others as they are; empty when the file
// cannot be read. Needs no display.
Pixels read_picture(const std::filesystem::path& file, int most_width, int most_height);

}  // namespace mot
