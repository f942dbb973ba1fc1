// A YAML text with its texts and remarks taken out. yaml-cpp asks a dozen questions of every sign
// of a text, and most of a scenario is texts of which the answers are known: "key: some words", all
// on one line. For yaml-cpp one sign stands in the place of each, and its event brings the text
// back. Part of yaml.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mot {

/// A text, or a remark, that one sign stands for.
struct TakenOut {
  /// Byte of that sign in the condensed text.
  std::uint32_t at = 0;
  /// What it stands for in the source, with its quotes: first byte, bytes.
  std::uint32_t offset = 0;
  std::uint32_t size = 0;
  bool quoted = false;

  /// The text itself, out of the source.
  std::string_view text(std::string_view source) const {
    return quoted ? source.substr(offset + 1, size - 2) : source.substr(offset, size);
  }
};

/// What yaml-cpp reads in place of a source. All lines are there.
struct CondensedYaml {
  std::string text;
  /// In the order of the text.
  std::vector<TakenOut> taken;

  /// The byte of the source that a byte of `text`, or its end, stands for.
  std::size_t in_source(std::size_t at) const;
  /// What stands at a byte of `text`; null: nothing was taken out there.
  const TakenOut* taken_at(std::size_t at) const;
};

/// Takes out what is certain to be a scalar of one line in a block map, plain or in quotes with
/// nothing escaped, or a remark. From the first line on that is not certain (a quote or bracket not
/// closed on its line, a tab, an anchor, a second document) everything stays, so that yaml-cpp says
/// of it what it would say of the source. Requires a text that passes_yaml_guard() let by, below
/// 4 GiB.
CondensedYaml condensed(std::string_view source);

}  // namespace mot
