#include "game/editor/form_panel.h"

#include <algorithm>

#include "engine/authoring/copy_branch.h"
#include "engine/authoring/edit_series.h"
#include "engine/authoring/new_items.h"
#include "engine/authoring/rename_edits.h"
#include "engine/base/trim.h"
#include "game/editor/forms.h"
#include "game/tools/text_area.h"

namespace mot {
namespace {

constexpr const char* kRename = "f-id";

class FormPanel : public Panel {
 public:
  std::string name() const override { return "form"; }
  EditedText* own_file() override { return edited_; }

  void draw(ToolUi& ui, EditorContext& context) override {
    edited_ = nullptr;
    if (context.seen() == nullptr) {
      ui.paragraph(context.word("editor.not-yaml"), ToolFont::strong, theme::kCoral800);
      ui.paragraph(context.game().said(*context.story().problem()));
      return;
    }
    const EditorSelection selection = context.selection();
    if (shown_ != selection) {
      shown_ = selection;
      ImGui::SetScrollY(0);  // another form begins with its beginning
    }
    const OutlinedMoment* found = context.outline().find(selection.moment);
    if (found == nullptr) {
      const bool customer = selection.what == EditorSelection::What::customer;
      ui.text(context.word(customer ? "editor.customer" : "editor.scenario"), ToolFont::title);
      EditedText* own = customer ? context.customer().text : nullptr;
      edited_ = own == &context.story() ? nullptr : own;
      customer ? draw_customer_form(ui, context) : draw_scenario_form(ui, context);
      return;
    }
    // The outline is read anew after each edit.
    const OutlinedMoment moment = *found;
    const auto response =
        std::find_if(moment.responses.begin(), moment.responses.end(),
                     [&](const OutlinedResponse& r) { return r.id == selection.response; });
    const bool of_response =
        selection.what == EditorSelection::What::response && response != moment.responses.end();
    draw_head(ui, context, moment, of_response ? &*response : nullptr);
    if (of_response) {
      draw_response_form(ui, context, moment, *response);
    } else {
      draw_moment_form(ui, context, moment);
    }
  }

 private:
  // The id, and what can be done with the whole of it.
  void draw_head(ToolUi& ui,
                 EditorContext& context,
                 const OutlinedMoment& moment,
                 const OutlinedResponse* response) {
    const std::string& id = response != nullptr ? response->id : moment.id;
    const EditorSelection shown = selection_of(moment, response, id);
    if (renaming_ != shown && !ui.types_in(kRename)) {
      renaming_ = shown;
      typed_ = id;
    }
    const TextAreaResult result = text_area(ui, kRename, typed_, {.width = 200});
    if (result.text) {
      typed_ = *result.text;
    }
    const bool other = typed_ != id;
    const bool rename =
        ui.next_button("rename", context.word("editor.rename"), {.enabled = other}) ||
        (result.entered && other);
    const bool copy = ui.next_button("duplicate", context.word("editor.duplicate"));
    const bool up =
        ui.next_button("move-up", "", {.icon = "up", .help = context.word("editor.up")});
    const bool down =
        ui.next_button("move-down", "", {.icon = "down", .help = context.word("editor.down")});
    // A double click deletes one thing, not also what is shown in its place.
    const bool again = ImGui::IsMouseReleased(0) && ImGui::GetIO().MouseClickedLastCount[0] > 1;
    const bool remove =
        ui.next_button("delete", context.word("editor.delete"), {.kind = ToolButton::danger}) &&
        !again;
    if ((rename || copy || up || down || remove) && context.spans() == nullptr) {
      return;  // what was typed last cannot be read
    }
    if (rename) {
      rename_to(std::string(trimmed(typed_)), context, moment, response);
    } else if (copy) {
      duplicate(context, moment, response);
    } else if (up || down) {
      move(context, moment, response, up ? -1 : 1);
    } else if (remove) {
      take_out(context, moment, response);
    }
  }

  static std::string list_of(const OutlinedMoment& moment, const OutlinedResponse* response) {
    return response == nullptr ? "moments" : "moments." + moment.id + ".responses";
  }

  static std::size_t index_of(EditorContext& context,
                              const OutlinedMoment& moment,
                              const OutlinedResponse* response) {
    if (response != nullptr) {
      return static_cast<std::size_t>(response - moment.responses.data());
    }
    const auto& moments = context.outline().moments;
    return static_cast<std::size_t>(
        std::find_if(moments.begin(), moments.end(),
                     [&](const OutlinedMoment& m) { return m.id == moment.id; }) -
        moments.begin());
  }

  static EditorSelection selection_of(const OutlinedMoment& moment,
                                      const OutlinedResponse* response,
                                      const std::string& id) {
    return response == nullptr ? EditorSelection::of_moment(id)
                               : EditorSelection::of_response(moment.id, id);
  }

  static void rename_to(const std::string& id,
                        EditorContext& context,
                        const OutlinedMoment& moment,
                        const OutlinedResponse* response) {
    const YamlSpans& spans = *context.spans();
    const auto edit = response == nullptr ? rename_moment(spans, moment.id, id)
                                          : rename_response(spans, moment.id, response->id, id);
    const std::string list = list_of(moment, response) + ".";
    const std::string& old = response == nullptr ? moment.id : response->id;
    if (context.rename(edit, list + old, list + id)) {
      context.select(selection_of(moment, response, id));
    }
  }

  static void duplicate(EditorContext& context,
                        const OutlinedMoment& moment,
                        const OutlinedResponse* response) {
    const std::string id = response == nullptr ? free_id(moment.id, moment_ids(context.outline()))
                                               : free_id(response->id, response_ids(moment));
    if (context.apply(duplicate_item(*context.spans(), list_of(moment, response),
                                     index_of(context, moment, response), id))) {
      context.select(selection_of(moment, response, id));
    }
  }

  static void move(EditorContext& context,
                   const OutlinedMoment& moment,
                   const OutlinedResponse* response,
                   int by) {
    const std::size_t from = index_of(context, moment, response);
    const std::size_t count =
        response == nullptr ? context.outline().moments.size() : moment.responses.size();
    const std::size_t to = by < 0 ? (from == 0 ? 0 : from - 1) : std::min(from + 1, count - 1);
    if (to != from) {
      context.apply(move_item(*context.spans(), list_of(moment, response), from, to));
    }
  }

  static void take_out(EditorContext& context,
                       const OutlinedMoment& moment,
                       const OutlinedResponse* response) {
    if (context.apply(remove_item(*context.spans(), list_of(moment, response),
                                  index_of(context, moment, response)))) {
      context.select(response == nullptr ? EditorSelection::of_scenario()
                                         : EditorSelection::of_moment(moment.id));
    }
  }

  EditorSelection shown_;         // what the form was of in the last frame
  EditorSelection renaming_;      // what `typed_` was begun for
  std::string typed_;             // its id as it stands in the field
  EditedText* edited_ = nullptr;  // a file beside the scenario's that is shown
};

// What led from a moment to `old_next` leads to `next` now.
void lead_to(EditSeries& series,
             const OutlinedMoment& from,
             const std::string& old_next,
             const std::string& next) {
  const auto turn = [&](const std::string& path) {
    const YamlNode node = series.spans().find(path);
    if (node != kNoNode && series.spans().document().text(node) == old_next) {
      series.add(put_value(series.spans(), path, next, ScalarKind::word));
    }
  };
  const std::string path = "moments." + from.id;
  turn(path + ".next");
  for (const OutlinedResponse& response : from.responses) {
    turn(path + ".responses." + response.id + ".next");
  }
}

}  // namespace

NewItemWords new_words(const EditorContext& context) {
  return {context.word("editor.new-touchpoint"), context.word("editor.new-says"),
          context.word("editor.new-say"), context.word("editor.new-coach")};
}

void add_moment(EditorContext& context, MomentKind kind) {
  if (context.spans() == nullptr) {
    return;
  }
  const ScenarioOutline& outline = context.outline();
  const OutlinedMoment* here = outline.find(context.selection().moment);
  std::size_t before = outline.moments.size();
  if (here != nullptr) {
    before = static_cast<std::size_t>(here - outline.moments.data()) + 1;
  } else {
    // Before the endings, which stand last.
    while (kind != MomentKind::ending && before > 0 &&
           outline.moments[before - 1].kind == MomentKind::ending) {
      --before;
    }
  }
  const auto stages = stage_options(context);
  const std::string stage = here != nullptr && !here->stage.empty() ? here->stage
                            : stages.empty()                        ? ""
                                                                    : stages.front().value;
  // It leads to what follows, so that the story still comes to an end.
  const std::string next = before < outline.moments.size() ? outline.moments[before].id
                           : outline.moments.empty()       ? "end"
                                                           : outline.moments.back().id;
  const char* wanted = kind == MomentKind::decision ? "decision"
                       : kind == MomentKind::line   ? "line"
                       : kind == MomentKind::fate   ? "fate"
                                                    : "ending";
  const std::string id = free_id(wanted, moment_ids(outline));
  EditSeries series(*context.spans());
  series.add(insert_item(series.spans(), "moments", before,
                         new_moment(kind, id, stage, next, new_words(context))));
  if (here != nullptr && kind != MomentKind::ending) {
    lead_to(series, *here, next, id);
  }
  if (!context.apply(series.edit())) {
    return;
  }
  context.select(EditorSelection::of_moment(id));
}

void add_response(EditorContext& context) {
  if (context.spans() == nullptr) {
    return;
  }
  const OutlinedMoment* found = context.outline().find(context.selection().moment);
  if (found == nullptr || found->kind != MomentKind::decision) {
    return;
  }
  // The outline is read anew after each edit.
  const OutlinedMoment moment = *found;
  std::vector<std::string> dimensions;
  for (const WrittenStake& stake :
       stakes_at(*context.spans(), "moments." + moment.id + ".expects")) {
    dimensions.push_back(stake.dimension);
  }
  const std::string first = moment.responses.empty() ? "" : moment.responses.front().id;
  const std::string path = "moments." + moment.id + ".responses";
  std::string next = context.value_at(path + "." + first + ".next");
  if (next.empty()) {
    next = context.outline().moments.back().id;
  }
  const std::string id = free_id("response", response_ids(moment));
  if (context.apply(insert_item(*context.spans(), path, moment.responses.size(),
                                new_response(id, dimensions, next, new_words(context))))) {
    context.select(EditorSelection::of_response(moment.id, id));
  }
}

void add_branch_copy(EditorContext& context) {
  const std::string moment = context.selection().moment;
  if (context.spans() == nullptr) {
    return;
  }
  const Result<CopiedBranch> copy = copy_branch(*context.spans(), moment);
  if (!copy) {
    context.say(copy.error());
  } else if (context.apply(copy->edit)) {
    context.select(EditorSelection::of_moment(copy->id));
    context.say(context.words().text(
        copy->moments == 1 ? "editor.branch-copied-one" : "editor.branch-copied",
        {{"count", std::to_string(copy->moments)}, {"moment", copy->id}}));
  }
}

std::unique_ptr<Panel> make_form_panel() { return std::make_unique<FormPanel>(); }

}  // namespace mot
