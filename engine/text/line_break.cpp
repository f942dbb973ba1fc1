#include "engine/text/line_break.h"

#include <string_view>

#include "engine/base/utf8.h"

namespace mot {
namespace {

/// May not begin a line (GB/T 15834-2011 and the usual kinsoku set).
constexpr std::u32string_view kClosing = U"，。、；：？！”’」』）】》〉〕］｝·…—～％,.;:?!)]}%‰";
/// May not end a line.
constexpr std::u32string_view kOpening = U"“‘「『（【《〈〔［｛([{";

bool is_one_of(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

}  // namespace

bool may_break_between(char32_t before, char32_t after) {
  if (display_width(after) == 0) return false;
  if (is_one_of(kOpening, before) || is_one_of(kClosing, after)) return false;
  return display_width(before) == 2 || display_width(after) == 2 ||
         (is_one_of(kClosing, before) && before > 0x2000 && after > 0x2000);
}

}  // namespace mot
