// The parts of the catalogue, one .cpp for each range of codes. Only catalogue.cpp and these files
// include this.
#pragma once

#include <span>

#include "engine/base/catalogue.h"

namespace mot {

/// M0001 … M0013: reading a file, and targets.
std::span<const CatalogueEntry> catalogue_of_reading();
/// M0020 … M0031: keys, types, limits.
std::span<const CatalogueEntry> catalogue_of_form();
/// M0040 … M0057: words and names that are not known.
std::span<const CatalogueEntry> catalogue_of_words();
/// M0060 … M0074: ratings, standards, conditions.
std::span<const CatalogueEntry> catalogue_of_scoring();
/// M0080 … M0089: the graph of moments.
std::span<const CatalogueEntry> catalogue_of_moments();
/// M0090 … M0122: files beside the scenario, recommendations, translations, courses.
std::span<const CatalogueEntry> catalogue_of_libraries();
/// S0001 … S0035: smells.
std::span<const CatalogueEntry> catalogue_of_smells();

}  // namespace mot
