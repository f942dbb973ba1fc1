// Writes the events (game/window/event_script.h) with which a whole encounter is played in the
// window by a rule, with a picture of every decision, and the choices that the kept play must then
// hold.
// usage: play_script SCENARIO LIBRARY best|worst|random|passive SEED PREFIX
// Writes PREFIX.events and PREFIX.choices; the events write PREFIX-1.png and so on, and
// PREFIX-debrief.png.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>

#include "engine/analysis/policy.h"
#include "engine/scenario/loader.h"

namespace {

// Shows a line whole and goes on, so often that the next cards are there; on cards Enter does
// nothing.
void read_on(std::ofstream& events, std::size_t lines) {
  for (std::size_t i = 0; i <= 2 * lines; ++i) events << "settle\nkey Enter\n";
  events << "settle\n";
}

int place_of(const mot::Session& before, mot::ResponseIndex response) {
  const auto shown = before.shown_offers();
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (shown[i] == response) return static_cast<int>(i) + 1;
  }
  return 0;
}

std::string name_of(const mot::Scenario& scenario, mot::ResponseIndex response) {
  return scenario.name_of_response(response);
}

bool write(const mot::Session& played, const std::string& prefix) {
  std::ofstream events(prefix + ".events");
  std::ofstream choices(prefix + ".choices");
  mot::Session session(played.program(), played.seed());
  std::size_t lines = session.opening().size();
  for (std::size_t i = 0; i < played.turns().size(); ++i) {
    const mot::Turn& turn = played.turns()[i];
    const int place = place_of(session, turn.response);
    if (place == 0 || place > 9 || !session.choose(turn.response)) return false;
    read_on(events, lines);
    events << "shot " << prefix << '-' << i + 1 << ".png\nkey " << place << '\n';
    choices << name_of(played.scenario(), turn.response) << '\n';
    lines = turn.lines.size();
  }
  read_on(events, lines + 1);
  events << "shot " << prefix << "-debrief.png\n";
  return events.flush() && choices.flush();
}

int fail(const std::string& why) {
  std::fprintf(stderr, "play_script: %s\n", why.c_str());
  return EXIT_FAILURE;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6) return fail("usage: play_script SCENARIO LIBRARY POLICY SEED PREFIX");
  mot::DiagnosticSink sink;
  mot::LoadOptions options;
  options.library = argv[2];
  const auto scenario = mot::load_scenario(argv[1], options, sink).scenario;
  if (!scenario) return fail(std::string(argv[1]) + " has errors");
  const auto policy = mot::policy_named(argv[3]);
  if (!policy) return fail(std::string(argv[3]) + " is no policy");
  const mot::Program program(*scenario);
  std::optional<mot::Solution> solution;
  if (mot::needs_solution(*policy)) solution.emplace(program);
  const auto seed = static_cast<std::uint32_t>(std::strtoul(argv[4], nullptr, 10));
  const auto played = mot::play_by(*policy, program, seed, solution ? &*solution : nullptr);
  if (!played) return fail(played.error().message);
  return write(*played, argv[5]) ? EXIT_SUCCESS : fail("cannot write the script");
}
