#include "tests/support/encounter.h"

#include <stdexcept>

#include "engine/base/report.h"
#include "engine/scenario/loader.h"
#include "engine/scenario/reading.h"

namespace mot::test {
namespace {

/// The header's entries, without those whose key begins a line of the body.
std::string with_header(std::string_view body) {
  constexpr std::string_view kHeader[][2] = {
      {"mot:", "mot: 1\n"},
      {"id:", "id: test\n"},
      {"title:", "title: Test\n"},
      {"language:", "language: en\n"},
      {"customer:",
       "customer: { id: somebody, name: Somebody, role: Guest, expects: { reliability: 8, "
       "responsiveness: 8, assurance: 8, empathy: 8, tangibles: 8 } }\n"},
      {"journey:",
       "journey: { id: way, title: Way, stages: [ { id: first, title: First }, "
       "{ id: second, title: Second }, { id: third, title: Third } ] }\n"}};
  std::string text;
  const std::string lines = "\n" + std::string(body);
  for (const auto& [key, entry] : kHeader) {
    if (lines.find("\n" + std::string(key)) == std::string::npos) text += entry;
  }
  return text + std::string(body);
}

}  // namespace

std::shared_ptr<const Scenario> scenario_of(const std::string& yaml) {
  DiagnosticSink sink;
  LoadedScenario loaded = load_scenario_text("test.yaml", yaml, LoadOptions{}, sink);
  if (loaded.scenario) return loaded.scenario;
  std::string errors;
  for (const Diagnostic& finding : sink.sorted()) {
    if (finding.severity == Severity::error) errors += render_text(finding);
  }
  throw std::runtime_error(errors);
}

std::string call_moment(std::initializer_list<std::string_view> responses) {
  std::string text = R"(  - id: a
    stage: first
    channel: phone
    touchpoint: The call
    expects: [empathy]
    says: Hello?
    responses:
)";
  for (const std::string_view response : responses)
    text.append("      - ").append(response).append("\n");
  return text;
}

std::string one_call(int delivered, const std::string& good) {
  return "moments:\n" +
         call_moment({"{ id: " + good + ", say: Yes, delivers: { empathy: " +
                          std::to_string(delivered) + " }, next: end }",
                      "{ id: bad, say: No, delivers: { empathy: 2 }, next: end }"}) +
         "  - { id: end, ending: resolved }\n";
}

Encounter::Encounter(std::string_view body) : Encounter(scenario_of(with_header(body))) {}

Encounter::Encounter(std::shared_ptr<const Scenario> scenario)
    : scenario_(std::move(scenario)), program_(std::make_shared<const Program>(*scenario_)) {}

Session Encounter::play(std::initializer_list<std::string_view> choices, std::uint32_t seed) const {
  Session session = begin(seed);
  for (const std::string_view name : choices) choose(session, name);
  return session;
}

std::string_view place(const Session& session) {
  return session.scenario().moments[static_cast<std::size_t>(session.state().place)].id;
}

std::string offers(const Session& session) {
  std::string ids;
  for (const ResponseIndex r : session.offers()) {
    if (!ids.empty()) ids += ' ';
    ids += session.scenario().responses[static_cast<std::size_t>(r)].id;
  }
  return ids;
}

std::string lines(const Session& session) {
  std::string texts;
  for (const LineView& line : view(session, Reading(session.scenario(), "")).lines) {
    if (!texts.empty()) texts += " | ";
    texts += line.text;
  }
  return texts;
}

std::int32_t variable(const Session& session, std::string_view name) {
  const auto& variables = session.scenario().variables;
  for (std::size_t i = 0; i < variables.size(); ++i) {
    if (variables[i].name == name) return session.state().variables[i];
  }
  throw std::runtime_error("no such variable");
}

void choose(Session& session, std::string_view name) {
  if (const auto made = session.choose(name); !made) throw std::runtime_error(made.error().message);
}

}  // namespace mot::test
