#include "engine/authoring/first_steps.h"

#include <catch2/catch.hpp>
#include <set>

#include "engine/authoring/new_scenario.h"
#include "engine/authoring/value_edits.h"

namespace {

using mot::FirstStep;
using mot::FirstSteps;

const mot::NewItemWords kWords{"What happens here", "What do they say?", "What does one say?",
                               "Why?"};

/// A text that is edited step by step, as an author does it.
class Page {
 public:
  Page()
      : text_(*mot::new_scenario_text(std::string(MOT_SOURCE_DIR) + "/assets",
                                      {"blank", "own", "", "en"})) {}

  void set(const std::string& path,
           const std::string& value,
           mot::ScalarKind kind = mot::ScalarKind::text) {
    edit(mot::put_value(spans(), path, value, kind));
  }
  void add(std::size_t before, const std::string& item) {
    edit(mot::insert_item(spans(), "moments", before, item));
  }
  void take_out(const std::string& path) { edit(mot::take_out(spans(), path)); }
  void replace(std::string text) { text_ = std::move(text); }

  /// Looks at it as it is now; the levels are those that the customer has in the text.
  void look(FirstSteps& steps, mot::FirstStepsView view = {}) const {
    const auto parsed = mot::YamlSpans::parse(text_);
    if (!parsed) return steps.look(view);
    const mot::ScenarioOutline outline = mot::outline_of(*parsed);
    for (std::size_t i = 0; i < mot::kDimensions; ++i) {
      const auto node = parsed->find("customer.expects." + std::string(mot::kDimensionNames[i]));
      if (node != mot::kNoNode)
        view.levels[i] = std::stoi(std::string(parsed->document().text(node)));
    }
    view.spans = &*parsed;
    view.outline = &outline;
    steps.look(view);
  }

 private:
  mot::YamlSpans spans() const { return *mot::YamlSpans::parse(text_); }
  void edit(const mot::Result<mot::TextEdit>& edit) {
    REQUIRE(edit);
    text_ = mot::applied(*edit, text_);
  }
  std::string text_;
};

void go_to(FirstSteps& steps, FirstStep step) {
  while (steps.step() != step) REQUIRE(steps.forward());
}

void decide(Page& page) {
  page.add(0, mot::new_moment(mot::MomentKind::decision, "decision", "first-contact", "good-end",
                              kWords));
}

}  // namespace

TEST_CASE("The first steps have names, an order and two ends") {
  FirstSteps steps(kWords);
  CHECK_FALSE(steps.back());
  std::set<std::string_view> names;
  do {
    names.insert(mot::name_of(steps.step()));
    CHECK(mot::first_step_named(mot::name_of(steps.step())) == steps.step());
  } while (steps.forward());
  CHECK(names.size() == FirstSteps::count());
  CHECK(steps.step() == FirstStep::publish);
  CHECK(steps.number() == FirstSteps::count());
  CHECK(steps.back());
  CHECK(steps.step() == FirstStep::save);
  CHECK_FALSE(mot::first_step_named("dance"));
}

TEST_CASE("Nothing of an empty page is done") {
  const Page page;
  FirstSteps steps(kWords);
  for (;;) {
    CHECK(steps.parts().empty());
    CHECK_FALSE(steps.done());
    page.look(steps);
    INFO(mot::name_of(steps.step()));
    REQUIRE_FALSE(steps.parts().empty());
    CHECK(steps.open_part() ==
          (steps.step() == FirstStep::ending ? "verbatim" : steps.parts()[0].name));
    if (!steps.forward()) break;
  }
}

TEST_CASE("What is written is noticed, in the text itself") {
  Page page;
  FirstSteps steps(kWords);
  const auto open = [&](mot::FirstStepsView view = {}) {
    page.look(steps, view);
    return steps.open_part();
  };

  page.set("customer.name", "Ms Novak");
  CHECK(open() == "expects");
  page.set("customer.expects.empathy", "9", mot::ScalarKind::word);
  CHECK(open().empty());
  CHECK(steps.done());

  go_to(steps, FirstStep::moment);
  CHECK(open() == "there");
  decide(page);
  CHECK(open() == "says");
  CHECK(steps.moment() == "decision");
  page.set("moments.decision.says", "My parcel is gone.");
  CHECK(open() == "stakes");
  page.set("moments.decision.expects", "[empathy, reliability]", mot::ScalarKind::word);
  CHECK(open().empty());

  go_to(steps, FirstStep::response);
  const std::string first = "moments.decision.responses.first";
  CHECK(open() == "say");
  page.set(first + ".say", "I look for it.");
  // Empathy is at 7 there, and she expects 9.
  CHECK(open() == "above");
  page.set(first + ".delivers.empathy", "9", mot::ScalarKind::word);
  CHECK(open() == "above");
  page.set(first + ".delivers.empathy", "10", mot::ScalarKind::word);
  CHECK(open() == "coach");
  page.set(first + ".coach", "It has an owner now.");
  CHECK(open().empty());

  go_to(steps, FirstStep::second);
  const std::string second = "moments.decision.responses.second";
  CHECK(steps.second() == "second");
  CHECK(open() == "say");
  page.set(second + ".say", "Ask your neighbours.");
  CHECK(open() == "coach");  // 7 is below what she expects
  page.set(second + ".coach", "It sends her away.");
  CHECK(open().empty());

  go_to(steps, FirstStep::next);
  CHECK(open() == "another");
  page.add(2, mot::new_moment(mot::MomentKind::ending, "ending", "", "", kWords));
  CHECK(open() == "apart");
  page.set(second + ".next", "ending", mot::ScalarKind::word);
  CHECK(open().empty());

  go_to(steps, FirstStep::ending);
  CHECK(open() == "says");
  CHECK(steps.ending() == "good-end");  // it has no words for the survey
  page.set("moments.ending.says", "Well then.");
  CHECK(open() == "verbatim");
  page.set("moments.good-end.verbatim", "{ promoter: Thanks }", mot::ScalarKind::word);
  CHECK(open() == "verbatim");
  CHECK(steps.ending() == "ending");
  page.set("moments.ending.verbatim", "{ detractor: No }", mot::ScalarKind::word);
  CHECK(open().empty());
  CHECK(steps.ending().empty());

  go_to(steps, FirstStep::publish);
  CHECK(open({.saved = true}) == "published");
  page.take_out("draft");
  CHECK(open() == "published");
  CHECK(open({.saved = true}).empty());
}

TEST_CASE("What leaves no trace in the text is done once it was seen") {
  Page page;
  decide(page);
  FirstSteps steps(kWords);
  go_to(steps, FirstStep::bars);
  page.look(steps, {.panel = "form"});
  CHECK_FALSE(steps.done());
  page.look(steps, {.panel = "form", .moment = "decision"});
  CHECK(steps.done());
  page.look(steps, {.panel = "text"});
  CHECK(steps.done());
  go_to(steps, FirstStep::preview);
  page.look(steps, {.panel = "preview"});
  CHECK_FALSE(steps.done());
  page.look(steps, {.panel = "preview", .previewed = true});
  CHECK(steps.done());
  REQUIRE(steps.forward());
  page.look(steps, {.panel = "form"});
  CHECK_FALSE(steps.done());
  page.look(steps, {.panel = "map"});
  CHECK(steps.done());
}

TEST_CASE("A finding is mended when there is one less, or none at all") {
  const Page page;
  FirstSteps steps(kWords, FirstStep::findings);
  page.look(steps);
  CHECK_FALSE(steps.done());  // still counted
  page.look(steps, {.findings = 3});
  CHECK_FALSE(steps.done());
  page.look(steps, {.findings = 4});
  CHECK_FALSE(steps.done());
  page.look(steps, {.findings = 2});
  CHECK(steps.done());
  FirstSteps clean(kWords, FirstStep::findings);
  page.look(clean, {.findings = 0});
  CHECK(clean.done());
}

TEST_CASE("A text that cannot be read takes nothing back") {
  Page page;
  page.set("customer.name", "Ms Novak");
  FirstSteps steps(kWords);
  page.look(steps);
  const auto before = steps.parts();
  page.replace("moments: [");
  page.look(steps);
  CHECK(steps.parts() == before);
}
