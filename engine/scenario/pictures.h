// What the programme's own pictures offer, so that a misspelt scene or haircut is a warning and not
// a surprise.
#pragma once

#include <string>

#include "engine/scenario/loader.h"

namespace mot {

/// Reads assets/characters/cast.yaml and the names of assets/scenes/*.svg; the scenes of the format
/// are always known. A folder that is not there gives no names of people and parts, so that those
/// are not checked.
PictureVocabulary load_pictures(const std::string& assets);

/// The same on another thread, so that the scenario itself is read meanwhile; where the machine
/// gives no thread, when it is first asked for.
Pictures load_pictures_meanwhile(const std::string& assets);

}  // namespace mot
