// M0080 … M0089: the graph of moments.
#include "engine/base/catalogue_parts.h"

namespace mot {
namespace {

constexpr Severity kError = Severity::error;

constexpr CatalogueEntry kEntries[] = {
    {"M0080", kError, "moment of two kinds",
     "A moment is one of four things: a decision (`responses`), a line (`next`), fate "
     "(`chance`) or an ending (`ending`). This one has the keys of two.",
     R"yaml(- id: calm-end
  says: I told my neighbour about you.
  next: survey
  ending: resolved
)yaml",
     "Keep one of the keys. What comes after goes into a moment of its own."},
    {"M0081", kError, "moment of no kind",
     "A moment needs one of `responses`, `next`, `chance` or `ending`, or the encounter "
     "would stop here.",
     R"yaml(- id: inspect
  says: Come in, mind the bucket.
)yaml",
     "Add `next` with the id of the moment that follows, `responses` for a decision, or "
     "`ending` if it ends here."},
    {"M0082", kError, "no scored decision",
     "No decision of the scenario says what the customer expects, so there is nothing to "
     "learn from it and nothing to score. In a draft this is a warning.",
     R"yaml(- id: first-call
  says: There is water coming through my ceiling!
  responses:
    - { id: act, say: I am sending Mr Li now., next: calm-end }
)yaml",
     "Give at least one decision `expects`, with `stage`, `channel` and `touchpoint`, and "
     "its responses ratings under `delivers`."},
    {"M0083", kError, "ending without a scored decision before it",
     "There is a way through the scenario to this ending on which nothing is scored. A "
     "trainee who takes it gets no result. In a draft this is a warning.",
     R"yaml(- id: greeting
  says: Hello? Is anybody there?
  responses:
    - { id: hang-up, do: Hang up., next: lost-end }
    - { id: answer, say: Good evening., next: first-call }
)yaml",
     "Put a scored decision before the fork, or score the one that leads here."},
    {"M0084", kError, "no ending",
     "The scenario has no moment with `ending`, so it never comes to a result.",
     R"yaml(moments:
  - id: first-call
    …
  - id: goodbye
    next: first-call
)yaml",
     "Add at least one ending: `ending: resolved`, or unresolved, lost or escalated."},
    {"M0085", kError, "moment that cannot be reached",
     "Nothing leads to this moment, so no trainee will ever see it. In a draft this is a "
     "warning.",
     R"yaml(- id: call-back-next-day
  says: You remembered!
  next: calm-end
# and no other moment has  next: call-back-next-day
)yaml",
     "Lead a response or a route here, or remove the moment."},
    {"M0086", kError, "moment from which no ending can be reached",
     "Whatever the trainee does from here on, the encounter goes round without an end. In a "
     "draft this is a warning.",
     R"yaml(- id: which-form
  says: Which form do I need?
  responses:
    - { id: form-a, say: Form A., next: which-form }
    - { id: form-b, say: Form B., next: which-form }
)yaml",
     "Let at least one response lead onwards to an ending."},
    {"M0087", kError, "circle without a decision",
     "Lines, fate and routes lead back to where they began with no decision in between. The "
     "encounter would go round by itself for ever.",
     R"yaml(- { id: ring, says: It rings., next: wait }
- { id: wait, says: Nobody answers., next: ring }
)yaml",
     "Put a decision into the circle, or lead it onwards."},
    {"M0088", kError, "on_timeout to a response that may be missing",
     "When the time is up, this response is taken. With `when` or `once` it may not be on "
     "offer at that moment.",
     R"yaml(time_limit: 30
on_timeout: ask-again
responses:
  - { id: ask-again, once: true, say: Could you repeat that?, next: first-call }
)yaml",
     "Take a response that is always there: saying nothing is a choice too, and can be a "
     "response of its own."},
    {"M0089", kError, "no response on offer",
     "There is a way to arrive at this decision with all its responses used up (`once`) or "
     "ruled out (`when`). The trainee would be left with nothing to choose.",
     R"yaml(- id: questions
  says: What else do you need to know?
  responses:
    - { id: flat, once: true, say: Which flat?, next: questions }
    - { id: name, once: true, say: And your name?, next: questions }
)yaml",
     "Add a response without `when` and `once`, such as one that moves on."},
};

}  // namespace

std::span<const CatalogueEntry> catalogue_of_moments() { return kEntries; }

}  // namespace mot
