// A story of two decisions and one ending, for the tests of the stage.
#pragma once

namespace mot::test {

/// Scenario `small`: `first` (good, bad; empathy expected at 5), then `second`, not scored (bye, or
/// again back to the first), then `end`.
inline constexpr const char* kSmallStory = R"(mot: 1
id: small
title: Small
language: en
journey: { id: j, title: J, stages: [ { id: s, title: S } ] }
customer: { id: c, name: Ann, expects: { empathy: 5 } }
moments:
  - id: first
    stage: s
    channel: counter
    touchpoint: T
    expects: [empathy]
    says: Hello?
    responses:
      - { id: good, say: Welcome., delivers: { empathy: 8 }, reply: Thanks., next: second }
      - { id: bad, do: Look away., delivers: { empathy: 2 }, coach: Greet first., next: second }
  - id: second
    says: And now?
    responses:
      - { id: bye, say: Goodbye., next: end }
      - { id: again, say: Once more., next: first }
  - { id: end, ending: resolved, says: Bye. }
)";

}  // namespace mot::test
