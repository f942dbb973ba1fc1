// From a Scenario back to a file: canonical YAML, so that load(write(s)) means what s means.
// Comments, notes and layout are not kept; who edits an author's file replaces spans of it instead.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/scenario/model.h"

namespace mot {

/// The scenario as a file of the format. A customer or a journey that was read from a file of its
/// own is named by its id, an inline one is written out.
std::string write_scenario(const Scenario& scenario);

/// A condition or expression as text, with the names of the scenario and no more parentheses than
/// it needs; empty for empty code. Compiled again it is the same code.
std::string write_expression(const Scenario& scenario,
                             CodeRange range,
                             ValueType wanted = ValueType::boolean);

/// A text as a YAML scalar that reads back as exactly this text: plain where it can be, in quotes,
/// or as a block where it has several lines. `indent` is the column of the key before it.
std::string write_text(std::string_view text, std::size_t indent);
/// The same for a place inside brackets.
std::string write_flow_text(std::string_view text);
/// A portrait as a map inside brackets; empty for none.
std::string write_portrait(const Portrait& portrait);

}  // namespace mot
