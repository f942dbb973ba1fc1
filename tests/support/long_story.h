// Long stories for measuring and for tests of limits, as the text of a file: the same arguments
// give the same text.
#pragma once

#include <cstdint>
#include <string>

namespace mot::test {

/// `depth` decisions one after the other, each with `width` responses (1 … 32), two dimensions
/// rated at random, weights 1 … 5 by turns. No conditions: every play makes `depth` choices.
std::string chain_story(std::uint32_t depth, std::uint32_t width);

/// `depth` layers of `decisions / depth` decisions (fewer in the first, which is one); each
/// response leads to some decision of the next layer. One integer variable is changed by every
/// response and asked by a third of them.
std::string layered_story(std::uint32_t decisions, std::uint32_t depth);

/// `decisions` free decisions that each set a variable of their own, all asked at the end: 3 to the
/// power of `decisions` states, more than can be looked at from 20 on.
std::string endless_story(std::uint32_t decisions);

}  // namespace mot::test
