#include "game/editor/first_steps_targets.h"

#include <algorithm>

#include "engine/authoring/stake_edits.h"
#include "game/editor/form_fields.h"

namespace mot {
namespace {

using Ids = std::vector<std::string>;
using What = EditorSelection::What;

// Finds the way to a field: the tab, what is to be selected, the field itself.
class Way {
 public:
  Way(const FirstSteps& steps, EditorContext& context, std::string_view panel)
      : steps_(steps), context_(context), panel_(panel) {}

  Ids to(std::string_view part) const {
    switch (steps_.step()) {
      case FirstStep::customer:
        return in_form(What::customer, "", "", part == "name" ? "f-name" : "f-empathy",
                       {"outline-customer"});
      case FirstStep::moment: return to_moment(part);
      case FirstStep::response: return to_response(part, steps_.response());
      case FirstStep::bars: return of_moment(steps_.moment(), "go-" + steps_.response());
      case FirstStep::second: return to_response(part, steps_.second());
      case FirstStep::next:
        return part == "another" ? to_adding("ending") : of_response(steps_.second(), "f-next");
      case FirstStep::ending:
        return of_moment(steps_.ending(), part == "says" ? "f-says" : words_for_the_survey());
      case FirstStep::findings: return {"finding-0"};
      case FirstStep::preview: return to_preview();
      case FirstStep::map: return {"tab-map"};
      case FirstStep::save: return {"save"};
      case FirstStep::publish: break;
    }
    return {"publish", "save"};
  }

 private:
  bool selected(What what, const std::string& moment, const std::string& response) const {
    const EditorSelection& selection = context_.selection();
    return selection.what == what && selection.moment == moment && selection.response == response;
  }

  Ids in_form(What what,
              const std::string& moment,
              const std::string& response,
              const std::string& field,
              const Ids& row) const {
    if (!selected(what, moment, response)) {
      return row;
    }
    return panel_ == "form" ? Ids{field} : Ids{"tab-form"};
  }

  Ids of_moment(const std::string& moment, const std::string& field) const {
    return in_form(What::moment, moment, "", field, {"moment-" + moment});
  }

  Ids of_response(const std::string& response, const std::string& field) const {
    const std::string& moment = steps_.moment();
    return in_form(What::response, moment, response, field,
                   {"response-" + moment + "." + response, "moment-" + moment});
  }

  // A promoter's where the first response leads, a detractor's elsewhere.
  std::string words_for_the_survey() const {
    const std::string next = "moments." + steps_.moment() + ".responses." + steps_.response();
    return context_.value_at(next + ".next") == steps_.ending() ? "f-promoter" : "f-detractor";
  }

  static Ids to_adding(const std::string& what) { return {"add/" + what, "add"}; }

  std::vector<WrittenStake> stakes() const {
    const YamlSpans* spans = context_.seen();
    return spans == nullptr ? std::vector<WrittenStake>()
                            : stakes_at(*spans, "moments." + steps_.moment() + ".expects");
  }

  Ids to_moment(std::string_view part) const {
    if (part == "there") {
      return to_adding("decision");
    }
    if (part == "says") {
      return of_moment(steps_.moment(), "f-says");
    }
    const auto at_stake = stakes();
    for (const std::string& dimension : dimension_names()) {
      if (std::none_of(at_stake.begin(), at_stake.end(),
                       [&](const WrittenStake& stake) { return stake.dimension == dimension; })) {
        return of_moment(steps_.moment(), "f-expects/" + dimension);
      }
    }
    return {};
  }

  Ids to_response(std::string_view part, const std::string& response) const {
    if (part == "say" || part == "coach") {
      return of_response(response, "f-" + std::string(part));
    }
    const auto at_stake = stakes();
    return at_stake.empty() ? Ids{} : of_response(response, "f-" + at_stake.front().dimension);
  }

  Ids to_preview() const {
    if (panel_ != "preview") {
      return {"tab-preview"};
    }
    return {"preview-" + steps_.moment() + "." + steps_.response(), "preview-here",
            "preview-start"};
  }

  const FirstSteps& steps_;
  EditorContext& context_;
  std::string_view panel_;
};

}  // namespace

std::vector<std::string> first_steps_targets(const FirstSteps& steps,
                                             EditorContext& context,
                                             std::string_view panel) {
  // The bars are below what is seen first, so they are still pointed at when their form is there.
  const bool looks = steps.step() == FirstStep::bars;
  const std::string_view part = steps.open_part();
  return part.empty() && !looks ? Ids{} : Way(steps, context, panel).to(part);
}

}  // namespace mot
