#include "game/cli/encounter_screen.h"

#include <fmt/format.h>

#include <cstdlib>

#include "engine/customer/mood.h"
#include "game/cli/phrases.h"

namespace mot {
namespace {

constexpr std::size_t kIndent = 2;

std::string stage_track(const EncounterView& now) {
  std::string track;
  for (const StageView& stage : now.stages) {
    const std::string_view mark = stage.progress == StageView::Progress::done      ? "✓"
                                  : stage.progress == StageView::Progress::current ? "●"
                                                                                   : "○";
    track += fmt::format("{}{} {}", track.empty() ? "" : "   ", mark, stage.title);
  }
  return track;
}

Ink ink_of_mood(int mood) {
  constexpr int kClear = 10;
  return mood >= kClear ? Ink::good : mood <= -kClear ? Ink::bad : Ink::plain;
}

void show_heading(Screen& screen, const std::string& text) {
  screen.gap();
  screen.paragraph(text, Ink::strong);
}

std::string facts(const PageStyle& style, const Scenario& scenario) {
  std::string out;
  const auto add = [&](const std::string& fact) { out += (out.empty() ? "" : " · ") + fact; };
  if (scenario.minutes > 0) {
    add(style.words.text("common.minutes", {{"count", fmt::format("{}", scenario.minutes)}}));
  }
  if (scenario.difficulty > 0) {
    add(style.words.text("common.difficulty", {{"level", fmt::format("{}", scenario.difficulty)}}));
  }
  add(word(style.words, "mode", name_of(style.mode)));
  return out;
}

}  // namespace

void show_briefing(Screen& screen, const PageStyle& style, const Scenario& scenario) {
  const Reading& reading = style.reading;
  screen.gap();
  screen.paragraph(reading.trimmed(scenario.title), Ink::strong);
  screen.paragraph(facts(style, scenario), Ink::faint);
  if (scenario.draft) screen.paragraph(style.words.text("cli.play.draft"), Ink::bad);
  if (scenario.brief != kNoText) {
    screen.gap();
    screen.paragraph(reading.trimmed(scenario.brief), Ink::plain, kIndent);
  }
  const Customer& customer = scenario.customer;
  std::string name(reading.trimmed(customer.name));
  if (customer.role != kNoText) {
    name =
        style.words.text("cli.play.customer-with-role",
                         {{"name", name}, {"role", std::string(reading.trimmed(customer.role))}});
  }
  show_heading(screen, name);
  if (customer.about != kNoText) {
    screen.paragraph(reading.trimmed(customer.about), Ink::plain, kIndent);
  }
  screen.gap();
}

void show_line(Screen& screen, const PageStyle& style, const LineView& line) {
  if (line.text.empty()) return;
  screen.gap();
  screen.paragraph(
      style.words.text("cli.play.speaker",
                       {{"name", line.speaker_name},
                        {"feeling", word(style.words, "feeling", name_of(line.feeling))}}),
      Ink::accent);
  screen.paragraph(line.text, Ink::plain, kIndent);
}

void show_choice(Screen& screen, const PageStyle& style, const Response& response) {
  const std::string text(style.reading.trimmed(response.text));
  screen.gap();
  screen.paragraph(style.words.text(response.is_action ? "cli.play.you-do" : "cli.play.you-say",
                                    {{"text", text}}),
                   Ink::faint);
}

void show_place(Screen& screen, const PageStyle& style, const EncounterView& now) {
  screen.gap();
  if (!now.stages.empty() && now.stage >= 0) screen.paragraph(stage_track(now), Ink::faint);
  std::string place = now.channel ? word(style.words, "channel", name_of(*now.channel)) : "";
  if (!now.touchpoint.empty()) {
    if (!place.empty()) place += " · ";
    place += now.touchpoint;
  }
  if (!place.empty()) screen.paragraph(place, Ink::faint);
  constexpr std::size_t kHalfBar = 5;
  screen.paragraph(
      style.words.text("cli.play.mood",
                       {{"word", word(style.words, "feeling", name_of(face_of_mood(now.mood)))},
                        {"bar", mood_bar(now.mood, kHalfBar)},
                        {"value", fmt::format("{}{}",
                                              now.mood < 0   ? "−"
                                              : now.mood > 0 ? "+"
                                                             : "",
                                              std::abs(now.mood))}}),
      ink_of_mood(now.mood));
  if (now.satisfaction && style.mode == PlayMode::practice) {
    screen.paragraph(style.words.text("cli.play.satisfaction-so-far",
                                      {{"csat", fmt::format("{:.0f}", *now.satisfaction)}}),
                     Ink::faint);
  }
}

void show_offers(Screen& screen, const PageStyle& style, const EncounterView& now) {
  screen.gap();
  std::size_t number = 0;
  for (const OfferView& offer : now.offers) {
    const std::string text =
        offer.is_action ? style.words.text("cli.play.action", {{"text", offer.text}}) : offer.text;
    screen.paragraph(text, Ink::plain, 0, fmt::format("{:>3}  ", ++number));
  }
  if (now.time_limit > 0) {
    screen.gap();
    screen.paragraph(
        style.words.text("cli.play.time-limit", {{"seconds", fmt::format("{}", now.time_limit)}}),
        Ink::faint);
  }
  screen.gap();
}

void show_reference(Screen& screen, const PageStyle& style, const Scenario& scenario) {
  const Reading& reading = style.reading;
  if (scenario.brief != kNoText) {
    show_heading(screen, style.words.text("cli.play.brief"));
    screen.paragraph(reading.trimmed(scenario.brief), Ink::plain, kIndent);
  }
  if (!scenario.standards.empty()) {
    show_heading(screen, style.words.text("common.standards"));
    for (const NamedText& standard : scenario.standards) {
      screen.paragraph(reading.trimmed(standard.text), Ink::plain, kIndent, "• ");
    }
  }
  for (const ReferencePage& page : scenario.reference) {
    show_heading(screen, std::string(reading.trimmed(page.title)));
    screen.paragraph(reading.trimmed(page.text), Ink::plain, kIndent);
  }
  screen.gap();
}

}  // namespace mot
