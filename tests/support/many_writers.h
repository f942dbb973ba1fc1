// Many processes that fill one store at the same time.
#pragma once

#include <cstddef>
#include <string>

namespace mot::test {

/// So many processes begin at once, and each puts so many attempts of its own into the store.
/// Checks that none of them failed, that all are there, and none twice.
void check_many_writers(const std::string& uri, std::size_t processes, std::size_t each);

}  // namespace mot::test
