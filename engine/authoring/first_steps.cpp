#include "engine/authoring/first_steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "engine/authoring/stake_edits.h"
#include "engine/customer/constants.h"

namespace mot {
namespace {

/// What stands where a name is still to be given.
constexpr std::string_view kNoName = "…";

std::string_view text_at(const YamlSpans& spans, const std::string& path) {
  const YamlNode node = spans.find(path);
  return node == kNoNode ? std::string_view() : spans.document().text(node);
}

std::string path_of(const std::string& moment, const std::string& response = {}) {
  return response.empty() ? fmt::format("moments.{}", moment)
                          : fmt::format("moments.{}.responses.{}", moment, response);
}

const OutlinedMoment* first_decision(const ScenarioOutline& outline) {
  const auto found = std::find_if(
      outline.moments.begin(), outline.moments.end(),
      [](const OutlinedMoment& moment) { return moment.kind == MomentKind::decision; });
  return found == outline.moments.end() ? nullptr : &*found;
}

/// Whether some dimension at stake is delivered better (or worse) than is expected.
bool differs(const FirstStepsView& view,
             const std::string& moment,
             const std::string& response,
             bool above) {
  const std::vector<WrittenStake> stakes = stakes_at(*view.spans, path_of(moment) + ".expects");
  return std::any_of(stakes.begin(), stakes.end(), [&](const WrittenStake& stake) {
    const auto name = std::find(kDimensionNames.begin(), kDimensionNames.end(), stake.dimension);
    if (name == kDimensionNames.end()) return false;
    const int expected =
        stake.level.value_or(view.levels[static_cast<std::size_t>(name - kDimensionNames.begin())]);
    const std::string_view written =
        text_at(*view.spans, path_of(moment, response) + ".delivers." + stake.dimension);
    int delivered = 0;
    std::from_chars(written.data(), written.data() + written.size(), delivered);
    return delivered > 0 && (above ? delivered > expected : delivered < expected);
  });
}

bool has_verbatim(const FirstStepsView& view, const OutlinedMoment& ending) {
  const YamlNode node = view.spans->find(path_of(ending.id) + ".verbatim");
  return view.spans->is(node, YamlKind::map);
}

}  // namespace

std::string_view name_of(FirstStep step) { return kFirstStepNames[static_cast<std::size_t>(step)]; }

std::optional<FirstStep> first_step_named(std::string_view name) {
  const auto found = std::find(kFirstStepNames.begin(), kFirstStepNames.end(), name);
  if (found == kFirstStepNames.end()) return std::nullopt;
  return static_cast<FirstStep>(found - kFirstStepNames.begin());
}

bool FirstSteps::forward() {
  if (number() == count()) return false;
  step_ = static_cast<FirstStep>(number());
  parts_.clear();
  findings_before_.reset();
  return true;
}

bool FirstSteps::back() {
  if (number() == 1) return false;
  step_ = static_cast<FirstStep>(number() - 2);
  parts_.clear();
  return true;
}

bool FirstSteps::done() const { return !parts_.empty() && open_part().empty(); }

std::string_view FirstSteps::open_part() const {
  const auto open = std::find_if(parts_.begin(), parts_.end(),
                                 [](const FirstStepPart& part) { return !part.done; });
  return open == parts_.end() ? std::string_view() : open->name;
}

void FirstSteps::look(const FirstStepsView& view) {
  if (view.spans == nullptr || view.outline == nullptr) return;
  find_items(view);
  parts_ = parts_of(view);
}

bool FirstSteps::is_written(std::string_view text) const {
  return !text.empty() && text != kNoName && text != untouched_.says && text != untouched_.say &&
         text != untouched_.coach && text != untouched_.touchpoint;
}

void FirstSteps::find_items(const FirstStepsView& view) {
  moment_.clear();
  response_.clear();
  second_.clear();
  ending_.clear();
  if (const OutlinedMoment* decision = first_decision(*view.outline)) {
    moment_ = decision->id;
    if (!decision->responses.empty()) response_ = decision->responses[0].id;
    if (decision->responses.size() > 1) second_ = decision->responses[1].id;
  }
  for (const OutlinedMoment& moment : view.outline->moments) {
    if (moment.kind != MomentKind::ending) continue;
    const bool wants = !is_written(moment.text) || !has_verbatim(view, moment);
    if (ending_.empty() && wants) ending_ = moment.id;
  }
}

std::vector<FirstStepPart> FirstSteps::parts_of(const FirstStepsView& view) {
  switch (step_) {
    case FirstStep::customer: return customer_parts(view);
    case FirstStep::moment: return moment_parts(view);
    case FirstStep::response: return response_parts(view, response_, true);
    case FirstStep::bars:
      return {{"seen", seen(view.panel == "form" && !moment_.empty() && view.moment == moment_)}};
    case FirstStep::second: return response_parts(view, second_, false);
    case FirstStep::next: return next_parts(view);
    case FirstStep::ending: return ending_parts(view);
    case FirstStep::findings: return {{"mended", mended(view.findings)}};
    case FirstStep::preview: return {{"played", seen(view.previewed)}};
    case FirstStep::map: return {{"seen", seen(view.panel == "map")}};
    case FirstStep::save: return {{"saved", view.saved}};
    case FirstStep::publish: break;
  }
  return {{"published", view.saved && view.spans->find("draft") == kNoNode}};
}

bool FirstSteps::seen(bool now) {
  if (now) seen_.insert(step_);
  return seen_.contains(step_);
}

bool FirstSteps::mended(const std::optional<std::size_t>& findings) {
  if (!findings) return seen(false);
  if (!findings_before_) findings_before_ = findings;
  return seen(*findings == 0 || *findings < *findings_before_);
}

std::vector<FirstStepPart> FirstSteps::customer_parts(const FirstStepsView& view) const {
  // An empty page has the usual level everywhere: nobody has thought about it yet.
  const bool thought = std::any_of(view.levels.begin(), view.levels.end(),
                                   [](int level) { return level != 0 && level != kUsualLevel; });
  return {{"name", is_written(text_at(*view.spans, "customer.name"))}, {"expects", thought}};
}

std::vector<FirstStepPart> FirstSteps::moment_parts(const FirstStepsView& view) const {
  const OutlinedMoment* decision = first_decision(*view.outline);
  if (decision == nullptr) return {{"there", false}, {"says", false}, {"stakes", false}};
  const auto stakes = stakes_at(*view.spans, path_of(moment_) + ".expects");
  return {{"there", true}, {"says", is_written(decision->text)}, {"stakes", stakes.size() >= 2}};
}

std::vector<FirstStepPart> FirstSteps::response_parts(const FirstStepsView& view,
                                                      const std::string& response,
                                                      bool above) const {
  const char* rated = above ? "above" : "below";
  if (response.empty()) return {{"say", false}, {rated, false}, {"coach", false}};
  const OutlinedMoment* decision = first_decision(*view.outline);
  const auto found = std::find_if(decision->responses.begin(), decision->responses.end(),
                                  [&](const OutlinedResponse& one) { return one.id == response; });
  return {{"say", is_written(found->text)},
          {rated, differs(view, moment_, response, above)},
          {"coach", is_written(text_at(*view.spans, path_of(moment_, response) + ".coach"))}};
}

std::vector<FirstStepPart> FirstSteps::next_parts(const FirstStepsView& view) const {
  const auto& moments = view.outline->moments;
  const auto endings =
      std::count_if(moments.begin(), moments.end(),
                    [](const OutlinedMoment& moment) { return moment.kind == MomentKind::ending; });
  const auto next = [&](const std::string& response) {
    return text_at(*view.spans, path_of(moment_, response) + ".next");
  };
  const bool apart = !second_.empty() && next(response_) != next(second_);
  return {{"another", endings >= 2}, {"apart", apart}};
}

std::vector<FirstStepPart> FirstSteps::ending_parts(const FirstStepsView& view) const {
  bool says = true;
  bool writes = true;
  for (const OutlinedMoment& moment : view.outline->moments) {
    if (moment.kind != MomentKind::ending) continue;
    says = says && is_written(moment.text);
    writes = writes && has_verbatim(view, moment);
  }
  return {{"says", says}, {"verbatim", writes}};
}

}  // namespace mot
