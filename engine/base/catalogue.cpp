#include "engine/base/catalogue.h"

#include <algorithm>

namespace mot {

const std::vector<CatalogueEntry>& catalogue() {
  static const std::vector<CatalogueEntry> entries;
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
