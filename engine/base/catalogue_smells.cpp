// S0001 … S0035: smells, found by the exact analysis. The rules in full: docs/smells.md.
#include "engine/base/catalogue_parts.h"

namespace mot {
namespace {

constexpr Severity kError = Severity::error;
constexpr Severity kWarning = Severity::warning;
constexpr Severity kHint = Severity::hint;

constexpr CatalogueEntry kEntries[] = {
    {"S0001", kHint, "declared and never counted",
     "A need that nothing uncovers, a standard that nothing meets or breaks, a variable that no "
     "condition reads. The debrief speaks of it, and no play can change what it says.",
     R"yaml(needs:
  baby-asleep: The baby sleeps right under the leak.
# and no response has  uncovers: [baby-asleep]
)yaml",
     "Use it somewhere, or leave it out."},
    {"S0005", kHint, "many best ways",
     "More than three in ten of all ways through are as good as the best: little can go wrong, so "
     "little can be learned.",
     R"yaml(responses:
  - { id: a, say: At once., delivers: { reliability: 9 }, next: end }
  - { id: b, say: Right away., delivers: { reliability: 9 }, next: end }
)yaml",
     "Let more of the choices make a difference."},
    {"S0006", kWarning, "best play against the rules",
     "The best play has to take a response that breaks a standard, or one that is tagged rude, "
     "impolite, hostile or passive. Trainees would learn that it pays.",
     R"yaml(- id: take-it-off
  say: I'll have it taken off.
  breaks: [ours-to-give]
  delivers: { reliability: 10 }     # and nothing comes of it later
  next: end
)yaml",
     "Rate it lower, or let its price fall due later on. Else accept it, with a reason."},
    {"S0007", kWarning, "short cut",
     "An encounter that is over after half the choices or fewer scores 60 or more, or best play "
     "itself stops that early. Whoever leaves sooner does not meet the hard moments.",
     R"yaml(responses:
  - { id: sorry, say: Sorry., delivers: { empathy: 9 }, next: calm-end }
  - { id: stay, say: Let me see., delivers: { empathy: 8 }, next: six-more }
)yaml",
     "Let leaving early cost something, or let staying earn something."},
    {"S0012", kHint, "face and rating clash",
     "The customer looks pleased though the moment is one of misery, or cross though it is one of "
     "magic. The trainee reads the face.",
     R"yaml(delivers: { empathy: 2 }            # expected: 8
feels: delighted
)yaml",
     "Correct the one that is wrong."},
    {"S0013", kWarning, "flat choice",
     "All responses of a decision have the same ratings and effects and lead to the same place. "
     "What is chosen makes no difference.",
     R"yaml(responses:
  - { id: yes, say: Yes., next: end }
  - { id: of-course, say: Of course., next: end }
)yaml",
     "Let them differ in ratings, effects or targets, or make the moment a line."},
    {"S0014", kWarning, "the best response gives itself away",
     "In more than half of at least five decisions the best response is the longest, or the first "
     "where the order is fixed. Trainees then learn to measure instead of to judge.",
     R"yaml(- { id: no, say: No., delivers: { empathy: 3 }, next: end }
- id: yes
  say: I see what has happened, and I will see to it right now.
  delivers: { empathy: 9 }
  next: end
)yaml",
     "Shorten some of the best, or let a weak response be the long one."},
    {"S0015", kWarning, "caricature",
     "A response tagged rude, impolite, hostile or passive is the worst wherever it is offered (at "
     "least three decisions), or in most decisions everything but the best response lies four "
     "points or more below it. Nobody has to think about such a choice.",
     R"yaml(- id: rude
  tags: [rude]
  say: Not my problem.
  delivers: { empathy: 1 }
  next: end
)yaml",
     "Offer mistakes that a good colleague could make."},
    {"S0016", kWarning, "no right answer",
     "Nothing on offer meets what is expected, although no mistake was made before. After a "
     "mistake this may be so, and is not reported.",
     R"yaml(expects: { empathy: 9 }
responses:
  - { id: a, say: Well., delivers: { empathy: 5 }, next: end }
  - { id: b, say: So., delivers: { empathy: 6 }, next: end }
)yaml",
     "Let one response meet what is expected, or expect less."},
    {"S0017", kHint, "two responses that differ only in words",
     "Ratings, effects and target are the same: one of the two tests nothing.",
     R"yaml(- { id: a, say: One moment., delivers: { empathy: 6 }, next: end }
- { id: b, say: Just a moment., delivers: { empathy: 6 }, next: end }
- { id: c, say: I am with you., delivers: { empathy: 8 }, next: end }
)yaml",
     "Rate them differently, or leave one out."},
    {"S0018", kHint, "end of the scale",
     "The best play comes to 10.00 or the worst to 1.00. What lies beyond is cut off, so that some "
     "plays look the same and are not.",
     R"yaml(expects: { empathy: 1 }
delivers: { empathy: 10 }
)yaml",
     "Move expectations or ratings towards the middle."},
    {"S0019", kHint, "decision without weight, or with all of it",
     "What is said here moves the result by less than a fiftieth of its range, or can by itself "
     "move it by more than seven tenths.",
     R"yaml(weight: 5                          # all other moments have 1
)yaml",
     "Rate responses further apart, or change the moment's weight."},
    {"S0020", kHint, "skill tested too little or too much",
     "In five or more decisions a dimension is at stake only once, or makes up more than six in "
     "ten of all that is at stake.",
     R"yaml(expects: [reliability]             # in every decision
)yaml",
     "Put it at stake once more, or put other dimensions at stake, too."},
    {"S0021", kWarning, "moment that conditions shut off",
     "The graph leads to this moment, and yet no play arrives there: some condition on the way "
     "never holds.",
     R"yaml(next: [ { when: asked > 5, go: secret }, { go: end } ]   # asked is at most 2
)yaml",
     "Correct the conditions that lead here, or remove the moment."},
    {"S0022", kWarning, "condition that always comes out the same",
     "In every state in which it is asked the condition holds, or in none. It may be misspelt, or "
     "what it guards is never seen.",
     R"yaml(says:
  - { when: mood > 100, text: Wonderful! }    # mood is at most 100
  - { text: Well. }
)yaml",
     "Correct it, or remove what it guards."},
    {"S0023", kError, "no response on offer",
     "There is a way to arrive at this decision with all its responses used up (`once`) or ruled "
     "out (`when`). As a hint: a way on which only one of several is left.",
     R"yaml(responses:
  - { id: flat, once: true, say: Which flat?, next: questions }
)yaml",
     "Add a response without `when` and `once`."},
    {"S0025", kError, "no way to an end",
     "With all conditions counted there is a state from which no ending can be reached. As a "
     "warning: a scored decision that can come round again as often as one likes, until the 500th "
     "choice.",
     R"yaml(- { id: ask-again, say: Again?, delivers: { empathy: 6 }, next: questions }
)yaml",
     "Lead on without a condition, or use `once`."},
    {"S0026", kHint, "success lost long before the end",
     "After this choice no ending is `resolved` any more, and at least four decisions are still to "
     "come. The trainee goes on without knowing.",
     R"yaml(- { id: hang-up, say: Goodbye., next: long-way-to-lost }
)yaml",
     "End sooner, or leave a way to make up for it."},
    {"S0027", kWarning, "ending without its words",
     "An ending has a text for the survey, but none for a category that it can come with. As a "
     "hint: a text for a category that it never comes with, or an ending at which nothing is said.",
     R"yaml(- id: calm-end
  ending: resolved
  verbatim: { promoter: They rang back. }     # and it can be reached with a 7
)yaml",
     "Write the missing text, or remove the one that is never read."},
    {"S0028", kHint, "expectation never met or never missed",
     "No response in any decision meets what is expected of this dimension, or every one does. It "
     "then says nothing about the trainee.",
     R"yaml(expects: { tangibles: 3 }           # every response delivers 5 or more
)yaml",
     "Rate some response on the other side of the level."},
    {"S0029", kWarning, "always the same category",
     "However it is played, the customer ends as a promoter, as a passive, or as a detractor.",
     R"yaml(delivers: { empathy: 7 }            # in all responses
)yaml",
     "Rate good and bad responses further apart."},
    {"S0030", kHint, "stage that can be skipped",
     "There is a way to a `resolved` ending without a decision at a stage that has decisions.",
     R"yaml(next: [ { when: mood > 20, go: calm-end }, { go: follow-up-call } ]
)yaml",
     "Lead every way that ends well through the stage, or accept it."},
    {"S0032", kWarning, "too long to read",
     "A line takes more than 320 columns, or the line and responses of a timed decision can't be "
     "read in its time (200 words or 255 Chinese signs a minute).",
     R"yaml(time_limit: 10
says: (sixty words)
)yaml",
     "Shorten the text or give more time."},
    {"S0034", kHint, "not all states were looked at",
     "The scenario has more states than the limit (20,000 in `mot check`). What was found holds; "
     "what needs every state was not looked for.",
     R"yaml(set: { calls: calls + 1 }           # in a circle, and read by a condition
)yaml",
     "Run `mot analyse`, with a higher `--limit` if need be."},
    {"S0035", kHint, "accept without a smell",
     "An entry of `accept` silences a smell that is not there any more, or an error, which can't "
     "be "
     "accepted.",
     R"yaml(accept:
  - { smell: S0014, because: They are all equally long. }
)yaml",
     "Remove the entry, or correct its code and place."},
};

}  // namespace

std::span<const CatalogueEntry> catalogue_of_smells() { return kEntries; }

}  // namespace mot
