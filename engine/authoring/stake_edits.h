// What is at stake in a moment, as its text has it, and that text written anew: `expects` is a list
// of dimensions, or a map with levels and kinds of their own.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/authoring/text_edit.h"
#include "engine/authoring/yaml_spans.h"
#include "engine/base/result.h"
#include "engine/customer/dimensions.h"

namespace mot {

/// One dimension at stake.
struct WrittenStake {
  std::string dimension;
  /// Nothing: the customer's own.
  std::optional<int> level;
  /// Empty: the customer's own.
  std::string kind;
  friend bool operator==(const WrittenStake&, const WrittenStake&) = default;
};

/// What the customer expects of a dimension: her own level, 1 … 10, or the usual one where that is
/// not known. `own`: her levels by Dimension; 0: not known.
int own_level(std::string_view dimension, const std::array<int, kDimensions>& own);

/// The entries of `expects` at a path, in the order of the text; empty where there are none.
std::vector<WrittenStake> stakes_at(const YamlSpans& spans, std::string_view path);

/// As it stands behind `expects:`, in brackets. `own`: the customer's levels as for own_level(),
/// for a map in which one has no level of its own.
std::string written_stakes(const std::vector<WrittenStake>& stakes,
                           const std::array<int, kDimensions>& own);

/// Puts a dimension at stake in a moment with a rating of "just met" in each of its responses, or
/// takes it off with all ratings of it, a wait included. `stakes`: those at stake afterwards.
Result<TextEdit> with_stakes(const YamlSpans& spans,
                             std::string_view moment,
                             const std::vector<WrittenStake>& stakes,
                             const std::array<int, kDimensions>& own,
                             std::string_view dimension);

/// Rates a response in a dimension in which it has no rating yet: 1 … 10. What an import has left
/// to be rated ("# rate me: reliability, empathy") loses that dimension, and goes with the last.
/// `response`: its path.
Result<TextEdit> rate_first(const YamlSpans& spans,
                            const std::string& response,
                            const std::string& dimension,
                            int level);

/// A wait in place of the rating for responsiveness, in one response; the moment gets a wait that
/// is acceptable where it has none. `response`: its path.
Result<TextEdit> rate_by_wait(const YamlSpans& spans,
                              std::string_view moment,
                              const std::string& response);
/// The other way round.
Result<TextEdit> rate_by_level(const YamlSpans& spans, const std::string& response);

}  // namespace mot
