#include "engine/base/catalogue.h"

#include <algorithm>

#include "engine/base/catalogue_parts.h"

namespace mot {

const std::vector<CatalogueEntry>& catalogue() {
  static const std::vector<CatalogueEntry> entries = [] {
    std::vector<CatalogueEntry> all;
    for (const auto& part :
         {catalogue_of_reading(), catalogue_of_form(), catalogue_of_words(), catalogue_of_scoring(),
          catalogue_of_moments(), catalogue_of_libraries(), catalogue_of_smells()}) {
      all.insert(all.end(), part.begin(), part.end());
    }
    return all;
  }();
  return entries;
}

const CatalogueEntry* find_catalogue_entry(std::string_view code) {
  const std::vector<CatalogueEntry>& entries = catalogue();
  const auto found = std::lower_bound(
      entries.begin(), entries.end(), code,
      [](const CatalogueEntry& entry, std::string_view wanted) { return entry.code < wanted; });
  return found != entries.end() && found->code == code ? &*found : nullptr;
}

}  // namespace mot
