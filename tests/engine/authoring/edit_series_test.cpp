// Several edits as one.
#include "engine/authoring/edit_series.h"

#include <catch2/catch.hpp>

#include "engine/authoring/value_edits.h"

using mot::EditSeries;
using mot::ScalarKind;
using mot::YamlSpans;

namespace {

const std::string kText = "# a remark\na: 1\nb: { c: 2 }\nd: 3\n";

}  // namespace

TEST_CASE("Edits that build on each other are one piece") {
  const YamlSpans spans = YamlSpans::parse(kText).value();
  EditSeries series(spans);
  CHECK(series.add(mot::put_value(series.spans(), "b.e", "4", ScalarKind::word)));
  CHECK(series.add(mot::put_value(series.spans(), "b.e", "5", ScalarKind::word)));
  CHECK(series.take_out("b.c"));
  CHECK(series.take_out("nothing.there"));
  const auto edit = series.edit();
  REQUIRE(edit);
  CHECK(edit->changes.size() == 1);
  CHECK(mot::applied(*edit, kText) == "# a remark\na: 1\nb: { e: 5 }\nd: 3\n");
}

TEST_CASE("A series with an edit that is refused is refused, and nothing done is no edit") {
  const YamlSpans spans = YamlSpans::parse(kText).value();
  EditSeries series(spans);
  CHECK(series.edit()->changes.empty());
  CHECK(series.add(mot::put_value(spans, "a", "7", ScalarKind::word)));
  CHECK_FALSE(series.add(mot::put_value(series.spans(), "no.place", "7", ScalarKind::word)));
  CHECK_FALSE(series.add(mot::put_value(series.spans(), "a", "8", ScalarKind::word)));
  CHECK_FALSE(series.edit());
}
