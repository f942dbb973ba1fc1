// The parts of the catalogue, one .cpp for each range of codes. Only catalogue.cpp and these files include this.
#pragma once

#include <vector>

#include "engine/base/catalogue.h"

namespace mot {

/// M0001 … M0013: reading a file, and targets.
std::vector<CatalogueEntry> catalogue_of_reading();
/// M0020 … M0031: keys, types, limits.
std::vector<CatalogueEntry> catalogue_of_form();
/// M0040 … M0057: words and names that are not known.
std::vector<CatalogueEntry> catalogue_of_words();
/// M0060 … M0074: ratings, standards, conditions.
std::vector<CatalogueEntry> catalogue_of_scoring();
/// M0080 … M0089: the graph of moments.
std::vector<CatalogueEntry> catalogue_of_moments();
/// M0090 … M0122: files beside the scenario, recommendations, translations, courses.
std::vector<CatalogueEntry> catalogue_of_libraries();

}  // namespace mot
