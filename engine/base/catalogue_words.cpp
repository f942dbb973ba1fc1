// M0040 … M0057: words and names that are not known.
#include "engine/base/catalogue_parts.h"

namespace mot {
namespace {

constexpr Severity kError = Severity::error;
constexpr Severity kWarning = Severity::warning;

constexpr CatalogueEntry kEntries[] = {
    {"M0040", kError, "unknown stage", "A moment names a stage that its journey does not have.",
     R"yaml(journey: property-service
moments:
  - id: first-call
    stage: problem-solving   # the journey has problem-handling
)yaml",
     "Take a stage of the journey, or add this one to the journey's `stages`."},
    {"M0041", kError, "unknown channel",
     "The channel says how customer and trainee meet: phone, counter, visit, chat, web, "
     "email or letter.",
     R"yaml(channel: telephone
)yaml",
     "Write one of the seven words, here `phone`."},
    {"M0042", kError, "unknown feeling",
     "Every portrait has eight faces: delighted, pleased, neutral, confused, anxious, "
     "annoyed, angry, relieved. There is none for this word.",
     R"yaml(says: There is water coming through my ceiling!
feels: terrified
)yaml",
     "Take the nearest of the eight, here `anxious`; the rest is for the words."},
    {"M0043", kError, "unknown dimension",
     "Service is judged in five dimensions: reliability, responsiveness, assurance, "
     "empathy, tangibles.",
     R"yaml(expects:
  friendliness: 8
)yaml",
     "Take the dimension that it belongs to. Warmth and attention are empathy, speed is "
     "responsiveness, knowledge and courtesy are assurance, a kept promise is reliability, "
     "what can be seen and touched is tangibles."},
    {"M0044", kError, "unknown standard",
     "A response meets or breaks a standard that the scenario does not list under "
     "`standards`.",
     R"yaml(standards:
  repair-24h: Every repair request is answered within 24 hours.
…
  meets: [repair-48h]
)yaml",
     "Correct the spelling, or add the standard to the list."},
    {"M0045", kError, "unknown need",
     "A response uncovers a need, or a condition asks for one, that the scenario does not "
     "list under `needs`.",
     R"yaml(needs:
  baby-asleep: The baby sleeps right under the leak.
…
  uncovers: [baby-sleeping]
)yaml",
     "Correct the spelling, or add the need to the list."},
    {"M0046", kError, "unknown variable",
     "A condition or a `set` uses a variable that is not listed under `variables`. There it "
     "gets its starting value, and with it its type.",
     R"yaml(variables:
  promised_minutes: 0
…
  set: { promised_minuets: 25 }
)yaml",
     "Correct the spelling, or add the variable with its starting value."},
    {"M0047", kError, "unknown behaviour",
     "The behaviours of a moment of truth are four: explore, offer, act, confirm.",
     R"yaml(behaviours: [explore, apologise]
)yaml",
     "Name those of the four that the response shows, or leave the key out."},
    {"M0048", kError, "unknown kind of expectation",
     "An expectation is of one of three kinds: performance (more is better), must-be (taken "
     "for granted) or attractive (a pleasant surprise).",
     R"yaml(expects:
  empathy: { level: 7, kind: basic }
)yaml",
     "Write one of the three words, here probably `must-be`."},
    {"M0049", kError, "unknown kind of ending",
     "An encounter ends in one of four ways: resolved, unresolved, lost, escalated.",
     R"yaml(- id: calm-end
  ending: happy
)yaml",
     "Write one of the four words, here `resolved`."},
    {"M0050", kError, "unknown speaker",
     "A line is spoken by someone who is not listed under `cast`. Without `speaker` it is "
     "the customer who speaks.",
     R"yaml(cast:
  mr-li: { name: Mr Li }
…
  speaker: mr-lee
)yaml",
     "Correct the spelling, or add the person to the cast."},
    {"M0051", kError, "unknown customer",
     "The customer's file was found neither in `customers` beside the scenario, nor in "
     "`customers` one folder up, nor in the library.",
     R"yaml(customer: mrs-chan         # the file is customers/mrs-chen.yaml
)yaml",
     "Correct the spelling, write the file, or describe the customer right here in the "
     "scenario."},
    {"M0052", kError, "unknown journey",
     "The journey's file was found neither in `journeys` beside the scenario, nor in "
     "`journeys` one folder up, nor in the library.",
     R"yaml(journey: property-services # the file is journeys/property-service.yaml
)yaml",
     "Correct the spelling, write the file, or list the stages right here in the scenario."},
    {"M0053", kError, "unknown survey category",
     "What a customer writes in the survey is kept by category: promoter (9 or 10), passive "
     "(7 or 8), detractor (0 to 6).",
     R"yaml(verbatim:
  fan: They called back before I had to.
)yaml",
     "Write one of the three words, here `promoter`."},
    {"M0054", kWarning, "unknown scene",
     "There is no picture of this name, so the default one is shown. The scenario can be "
     "played all the same.",
     R"yaml(scene: servicedesk         # service-desk
)yaml",
     "Correct the spelling, take one of the scenes that come with the game, or use a "
     "picture of your own with `image`."},
    {"M0055", kWarning, "unknown portrait or part of one",
     "There is no person of this name in the table of portraits, or no such hair, outfit or "
     "other part. The default is shown instead.",
     R"yaml(portrait: { like: lin, hair: curlly }
)yaml",
     "Correct the spelling; the message names the nearest part where there is one."},
    {"M0056", kError, "unknown skill",
     "A lesson trains something that is not among the skills: the five dimensions "
     "(reliability, responsiveness, assurance, empathy, tangibles) and the four behaviours "
     "(explore, offer, act, confirm).",
     R"yaml(lessons:
  - { id: first-call, scenario: leaking-ceiling, trains: [listening] }
)yaml",
     "Name the skills that the scenario gives practice in, here `empathy` and `explore`."},
    {"M0057", kError, "unknown word for the attempt that counts",
     "Of several attempts at a lesson, the first, the best or the last counts.",
     R"yaml(counts: highest
)yaml",
     "Write `first`, `best` or `last`."},
    {"M0058", kError, "unknown word in a session",
     "`mode` is `practice` or `exam`; `feedback`, what is shown afterwards, is `full`, `score` or "
     "`none`.",
     R"yaml(mode: test
)yaml",
     "Write one of these words, or leave the key out for the first of them."},
};

}  // namespace

std::span<const CatalogueEntry> catalogue_of_words() { return kEntries; }

}  // namespace mot
