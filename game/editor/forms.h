// The forms of the editor, one for each kind of thing that can be selected.
#pragma once

#include "engine/authoring/stake_edits.h"
#include "game/editor/form_fields.h"

namespace mot {

void draw_scenario_form(ToolUi& ui, EditorContext& context);
void draw_customer_form(ToolUi& ui, EditorContext& context);
// Requires that the moment (and the response) is in the outline.
void draw_moment_form(ToolUi& ui, EditorContext& context, const OutlinedMoment& moment);
void draw_response_form(ToolUi& ui,
                        EditorContext& context,
                        const OutlinedMoment& moment,
                        const OutlinedResponse& response);

// The customer's own levels by Dimension; 0 where that is not known.
std::array<int, kDimensions> own_levels(EditorContext& context);
// Who says it, where there is a cast.
void draw_speaker(FormFields& fields);
// Parts of the scenario's form, in files of their own: when the customer leaves, who else speaks,
// what can be looked up.
void draw_leaves(ToolUi& ui, EditorContext& context);
void draw_cast(ToolUi& ui, EditorContext& context);
void draw_reference(ToolUi& ui, EditorContext& context);
// Whom somebody looks like, and what is different: rows of `form`'s key "portrait".
void draw_portrait_rows(FormFields& form);
// What each response delivers against what the customer expects here.
void draw_expectation_bars(ToolUi& ui, EditorContext& context, const OutlinedMoment& moment);

}  // namespace mot
