// M0060 … M0074: ratings, standards, conditions.
#include "engine/base/catalogue_parts.h"

namespace mot {
namespace {

constexpr Severity kError = Severity::error;

constexpr CatalogueEntry kEntries[] = {
    {"M0060", kError, "dimension at stake that is not rated",
     "The moment lists what the customer expects here, and a response does not say how well "
     "it delivers one of these. Without the rating the response cannot be scored. In a "
     "draft this is a warning.",
     R"yaml(expects: { responsiveness: 8, empathy: 7 }
responses:
  - id: act
    say: I am sending Mr Li now.
    delivers: { empathy: 8 }     # and responsiveness?
)yaml",
     "Add a number from 1 to 10 under `delivers`; for responsiveness a `wait` does as well. "
     "Or take the dimension out of `expects`."},
    {"M0061", kError, "rated dimension that is not at stake",
     "A response rates a dimension that the moment does not list under `expects`. The "
     "rating would have no effect, which is hardly what you meant.",
     R"yaml(expects: { empathy: 7 }
responses:
  - id: act
    delivers: { empathy: 8, tangibles: 6 }
)yaml",
     "Add the dimension to `expects`, and a rating to every response; or remove the rating."},
    {"M0062", kError, "standard both met and broken",
     "One response lists the same standard under `meets` and under `breaks`.",
     R"yaml(- id: act
  meets: [repair-24h]
  breaks: [repair-24h]
)yaml",
     "Keep the one that is true of this response."},
    {"M0063", kError, "both a wait and a rating for responsiveness",
     "A response says how long the customer waits, and the rating for responsiveness "
     "follows from that. A rating written beside it would contradict it.",
     R"yaml(- id: act
  wait: { minutes: 25, informed: true }
  delivers: { empathy: 8, responsiveness: 6 }
)yaml",
     "Keep the `wait` or the rating, not both."},
    {"M0064", kError, "wait without an acceptable wait",
     "Whether 25 minutes are long depends on what the customer finds acceptable, and the "
     "moment does not say.",
     R"yaml(- id: first-call
  expects: { responsiveness: 8 }
  responses:
    - id: act
      wait: { minutes: 25 }
)yaml",
     "Add `acceptable_wait`, in minutes, to the moment."},
    {"M0065", kError, "no expected level for a dimension at stake",
     "The moment names the dimension without a level, and the customer's own expectations "
     "have none for it either.",
     R"yaml(expects: [tangibles]       # the customer's file has no level for tangibles
)yaml",
     "Give the level here, `expects: { tangibles: 6 }`, or in the customer's file."},
    {"M0066", kError, "say and do together",
     "A response is either words (`say`) or an action (`do`), so that the card on the stage "
     "is clear at a glance.",
     R"yaml(- id: transfer
  say: One moment, please.
  do: Put the call through to the switchboard.
)yaml",
     "Keep one of the two. An action may mention what is said: `do: Ask her to hold, and "
     "put the call through.`."},
    {"M0070", kError, "condition that cannot be read",
     "The condition or expression is not complete, or has a word or a sign in it that "
     "conditions do not have.",
     R"yaml(when: promised_minutes over 20
# promised_minutes > 20
)yaml",
     "Conditions compare with `<`, `<=`, `==`, `!=`, `>`, `>=` and are joined by `and`, "
     "`or`, `not`; the caret stands where reading stopped."},
    {"M0071", kError, "condition that mixes numbers and true/false",
     "Numbers are compared and added, true and false are joined by `and`, `or` and `not`. "
     "Here one stands in the place of the other.",
     R"yaml(variables: { promised_minutes: 0, manager_called: false }
…
when: promised_minutes and manager_called
set: { manager_called: 1 }
)yaml",
     "Compare the number, `promised_minutes > 0 and manager_called`; give a variable the "
     "type of value that it starts with."},
    {"M0072", kError, "variable name that cannot be used",
     "A variable begins with a small letter and goes on with small letters, digits and "
     "underscores. The words that conditions use themselves (and, or, not, true, false, "
     "mood, turn, visited, chose, knows) are taken.",
     R"yaml(variables:
  Promised-Minutes: 0
  mood: 5
)yaml",
     "Choose another name, such as `promised_minutes`."},
    {"M0073", kError, "condition that is too long",
     "A condition may have 500 characters, and parentheses 32 deep. Beyond that nobody can "
     "follow it, the author in a month's time included.",
     R"yaml(when: asked == 1 or asked == 2 or asked == 3 or …
)yaml",
     "Say it shorter (`asked >= 1`), or keep count in a variable with `set` and ask for "
     "that."},
    {"M0074", kError, "condition where none may stand",
     "Of several texts or routes the first whose condition holds is taken. The last one is "
     "for all other cases and has no `when`; a single text has none either.",
     R"yaml(says:
  - { when: promised_minutes > 20, text: You said half past seven. }
  - { when: promised_minutes > 0, text: That was quick. }
)yaml",
     "Remove the `when` of the last entry, or add one without `when` behind it."},
};

}  // namespace

std::span<const CatalogueEntry> catalogue_of_scoring() { return kEntries; }

}  // namespace mot
