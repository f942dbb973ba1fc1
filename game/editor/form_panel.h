// What is selected, as a form; and adding to the story.
#pragma once

#include <memory>

#include "engine/authoring/new_items.h"
#include "engine/scenario/model.h"
#include "game/editor/panel.h"

namespace mot {

std::unique_ptr<Panel> make_form_panel();

// What stands in new items until the author has written something else.
NewItemWords new_words(const EditorContext& context);

// Puts a new moment behind the one that is selected, so that what led on from there leads to it;
// else before the endings. Selects it.
void add_moment(EditorContext& context, MomentKind kind);
// Puts a copy of the moment that is selected, with all that only it leads to, behind it; selects
// it.
void add_branch_copy(EditorContext& context);
// Puts a new response behind those of the moment that is selected, and selects it.
void add_response(EditorContext& context);

}  // namespace mot
