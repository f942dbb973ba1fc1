#include "game/stage/rig.h"

#include <fmt/format.h>

namespace mot {
namespace {

// NOLINTNEXTLINE(readability-function-size): a table.
const std::array<Expression, kFeelings>& expressions() {
  static const std::array<Expression, kFeelings> table{{
      {"raised",
       "happy",
       "open",
       1.2F,
       "grin",
       {"open-talk-1", "open-talk-2", "grin"},
       "extra-blush",
       -3,
       0,
       -4,
       -4,
       "open"},
      {"neutral",
       "open",
       "",
       0,
       "smile",
       {"open-talk-1", "open-talk-2", "smile"},
       "extra-blush",
       -2,
       0,
       0,
       0,
       "rest"},
      {"neutral",
       "open",
       "",
       0,
       "neutral",
       {"open-talk-1", "open-talk-2", "neutral"},
       "",
       0,
       0,
       0,
       0,
       "rest"},
      {"quizzical",
       "aside",
       "",
       0,
       "tight",
       {"open-talk-1", "open-talk-2", "tight"},
       "",
       5,
       0,
       0,
       0,
       "think"},
      {"worried",
       "wide",
       "",
       0,
       "frown",
       {"open-talk-1", "open-talk-2", "frown"},
       "extra-sweat",
       2,
       0,
       4,
       -6,
       "clasp"},
      {"stern", "narrowed", "", 0, "tight", {"open-talk-1", "tight"}, "", -3, 0, 2, 0, "crossed"},
      {"angry",
       "open",
       "",
       0,
       "frown",
       {"shout", "open-talk-2", "open-talk-1"},
       "extra-flush",
       0,
       0,
       6,
       -4,
       "point"},
      {"worried",
       "closed",
       "open",
       0.9F,
       "smile",
       {"open-talk-1", "open-talk-2", "smile"},
       "extra-blush",
       2,
       0,
       2,
       6,
       "chest"},
  }};
  return table;
}

std::string cloth_rules(const std::string& name, const Ramp& c) {
  return fmt::format(
      ".{0}{{fill:{1}}}.{0}-sh{{fill:{2}}}.{0}-hi{{fill:{3}}}.{0}-line{{stroke:{4}}}", name, c[0],
      c[1], c[2], c[3]);
}

std::string colour_rules(const Cast& cast, const Look& look) {
  const Ramp& s = cast.skins.at(look.skin);
  const Ramp& h = cast.hair_colours.at(look.hair_colour);
  const auto cloth = [&](const char* part) -> const Ramp& {
    const auto own = look.colours.find(part);
    return cast.cloths.at(own != look.colours.end() ? own->second : look.colours.at("inner"));
  };
  // Light hair has darker strands and brows, dark hair lighter strands.
  const bool pale = look.hair_colour == "silver" || look.hair_colour == "white";
  const bool light = pale || look.hair_colour == "grey";
  const std::string& brow = pale ? h[1] : h[0];
  std::string css = fmt::format(
      ".skin{{fill:{0}}}.skin-sh{{fill:{1}}}.skin-hi{{fill:{2}}}.skin-line{{stroke:{3}}}"
      ".finger{{stroke:{0}}}.finger-sh{{stroke:{1}}}.blush{{fill:{4}}}.gs-blush{{stop-color:{4}}}"
      ".lip{{fill:{5}}}.lip-line{{stroke:{6}}}\n",
      s[0], s[1], s[2], s[3], s[4], s[5], s[6]);
  css += fmt::format(
      ".hair{{fill:{0}}}.hair-sh{{fill:{1}}}.hair-hi{{fill:{2}}}.hair-line{{stroke:{3}}}"
      ".brow{{fill:{4};stroke:{4};stroke-width:{5}}}.lash{{fill:{6}}}.lash-line{{stroke:{6}}}\n",
      h[0], h[1], h[2], light ? h[1] : h[2], brow, look.brow, h[3]);
  css += fmt::format(".iris{{fill:{}}}.iris-hi{{fill:{}}}.frame{{stroke:{}}}", look.iris[0],
                     look.iris[1], look.frame);
  css += cloth_rules("top", cloth("top")) + cloth_rules("slv", cloth("sleeve")) +
         cloth_rules("inner", cloth("inner")) + cloth_rules("acc", cloth("accent"));
  css +=
      fmt::format(".cuff{{fill:{}}}.slv-edge{{stroke:{}}}\n", cloth("cuff")[2], cloth("sleeve")[2]);
  return css;
}

std::string shown_ids(const Cast& cast, const Look& look, bool variants) {
  std::string ids = fmt::format("#head-{},#neck-{},#nose-{},#outfit-{}", look.head, look.neck,
                                look.nose, look.outfit);
  if (look.beard != "none" && !look.beard.empty()) {
    ids += fmt::format(",#beard-{}", look.beard);
  }
  if (look.age_lines) {
    ids += ",#age-lines";
  }
  for (const std::string& part : cast.hairs.at(look.hair)) {
    ids += fmt::format(",#{}", part);
  }
  for (const std::string& thing : look.wears) {
    ids += fmt::format(",#{}", cast.wears.at(thing));
  }
  if (variants) {
    ids +=
        ",#prop-paper,#mouth>.v,#eyes>.v,#brows>.v,#arms>g>.v,#extras>.v,#extra-blush,#extra-flush";
  }
  return ids;
}

void replace_once(std::string& text, const std::string& from, const std::string& to) {
  if (const auto at = text.find(from); at != std::string::npos) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

const Expression& expression_of(Feeling feeling) {
  return expressions()[static_cast<std::size_t>(feeling)];
}

std::string dressed(const std::string& rig, const Cast& cast, const Look& look, bool variants) {
  std::string text = rig;
  const auto begin = text.find("/*THEME-BEGIN*/");
  const auto end = text.find("/*THEME-END*/");
  if (begin == std::string::npos || end == std::string::npos) {
    return text;
  }
  std::string css = colour_rules(cast, look);
  css += shown_ids(cast, look, variants) + "{display:inline}\n";
  if (look.lashes) {
    css += ".wing,.lips{display:inline}\n";
  }
  text.replace(begin, end - begin, css);
  const auto squeeze = [](float k, float axis) { return axis * (1 - k); };
  replace_once(text, "<g id=\"eyes\">",
               fmt::format("<g id=\"eyes\" transform=\"translate({:.2f} {:.2f}) scale({} {})\">",
                           squeeze(look.eyes[0], 296), squeeze(look.eyes[1], 257), look.eyes[0],
                           look.eyes[1]));
  for (const char* id : {"body", "arms"}) {
    replace_once(text, fmt::format("<g id=\"{}\">", id),
                 fmt::format("<g id=\"{}\" transform=\"translate({:.2f} 0) scale({} 1)\">", id,
                             squeeze(look.build, kBodyAxis), look.build));
  }
  return text;
}

std::string key_of(const Look& look) {
  std::string key = fmt::format(
      "{}/{}/{}/{}/{}/{}/{}/{}/{}/{}/{}/{}/{}/{}/{}/{}/{}", look.skin, look.hair, look.hair_colour,
      look.head, look.neck, look.nose, look.beard, look.outfit, look.iris[0], look.iris[1],
      look.frame, look.brow, look.lashes, look.age_lines, look.build, look.eyes[0], look.eyes[1]);
  for (const auto& [part, cloth] : look.colours) {
    key += fmt::format("/{}={}", part, cloth);
  }
  for (const std::string& thing : look.wears) {
    key += fmt::format("/{}", thing);
  }
  return key;
}

}  // namespace mot
