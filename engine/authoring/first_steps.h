// The first steps of a new author: a scenario made from an empty page in about ten minutes. What
// each step asks for is found in the text itself, so that nobody has to say that they have done it;
// only what leaves no trace there is told by the editor. No words and no controls: those are the
// editor's.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/authoring/new_items.h"
#include "engine/authoring/scenario_outline.h"
#include "engine/customer/dimensions.h"

namespace mot {

/// In their order.
enum class FirstStep : unsigned char {
  customer,
  moment,
  response,
  bars,
  second,
  next,
  ending,
  findings,
  preview,
  map,
  save,
  publish,
};
inline constexpr std::array<std::string_view, 12> kFirstStepNames{
    "customer", "moment",   "response", "bars", "second", "next",
    "ending",   "findings", "preview",  "map",  "save",   "publish"};

std::string_view name_of(FirstStep step);
/// Nothing where no step has that name.
std::optional<FirstStep> first_step_named(std::string_view name);

/// The document, and what the editor shows of it.
struct FirstStepsView {
  /// Null where the text cannot be read just now: nothing is noticed then.
  const YamlSpans* spans = nullptr;
  /// Of the same text.
  const ScenarioOutline* outline = nullptr;
  /// The customer's levels by Dimension; 0: not known.
  std::array<int, kDimensions> levels{};
  /// What stands to the right: errors, warnings and smells that are more than hints. Nothing while
  /// they are counted.
  std::optional<std::size_t> findings{};
  /// Name of the panel that is shown: "form", "map".
  std::string_view panel{};
  /// The moment whose form is shown; empty: that of something else.
  std::string_view moment{};
  /// A response was taken in the preview.
  bool previewed = false;
  /// The text is what is in its file.
  bool saved = false;
};

/// Something that a step asks for.
struct FirstStepPart {
  std::string_view name;
  bool done = false;
  friend bool operator==(const FirstStepPart&, const FirstStepPart&) = default;
};

class FirstSteps {
 public:
  /// `untouched`: the words of new items, which nobody has written.
  explicit FirstSteps(NewItemWords untouched, FirstStep at = FirstStep::customer)
      : untouched_(std::move(untouched)), step_(at) {}

  FirstStep step() const { return step_; }
  /// Numbers from 1.
  std::size_t number() const { return static_cast<std::size_t>(step_) + 1; }
  static constexpr std::size_t count() { return kFirstStepNames.size(); }
  /// To the step after or before; false: there is none.
  bool forward();
  bool back();

  /// Looks what is done of the step.
  void look(const FirstStepsView& view);
  /// What the step asks for, as of the last look; none before the first.
  const std::vector<FirstStepPart>& parts() const { return parts_; }
  bool done() const;
  /// The first part that is not done; empty: all are.
  std::string_view open_part() const;

  /// What is spoken of, by id, as of the last look; empty where it is not there yet. The first
  /// decision, its first two responses, and the ending that wants words.
  const std::string& moment() const { return moment_; }
  const std::string& response() const { return response_; }
  const std::string& second() const { return second_; }
  const std::string& ending() const { return ending_; }

 private:
  void find_items(const FirstStepsView& view);
  std::vector<FirstStepPart> parts_of(const FirstStepsView& view);
  std::vector<FirstStepPart> customer_parts(const FirstStepsView& view) const;
  std::vector<FirstStepPart> moment_parts(const FirstStepsView& view) const;
  std::vector<FirstStepPart> response_parts(const FirstStepsView& view,
                                            const std::string& response,
                                            bool above) const;
  std::vector<FirstStepPart> next_parts(const FirstStepsView& view) const;
  std::vector<FirstStepPart> ending_parts(const FirstStepsView& view) const;
  bool seen(bool now);
  bool mended(const std::optional<std::size_t>& findings);
  bool is_written(std::string_view text) const;

  NewItemWords untouched_;
  FirstStep step_;
  std::vector<FirstStepPart> parts_;
  /// Steps whose doing leaves no trace in the text.
  std::set<FirstStep> seen_;
  /// When the step of the findings began.
  std::optional<std::size_t> findings_before_;
  std::string moment_;
  std::string response_;
  std::string second_;
  std::string ending_;
};

}  // namespace mot
