// M0020 … M0031: keys, types, limits.
#include "engine/base/catalogue_parts.h"

namespace mot {
namespace {

constexpr Severity kError = Severity::error;

constexpr CatalogueEntry kEntries[] = {
    {"M0020", kError, "unknown key",
     "The format has no such key in this place. It is not passed over in silence, because a "
     "misspelt key would lose what you meant by it.",
     R"yaml(- id: first-call
  say: There is water coming through my ceiling!
  # a moment has `says`; `say` belongs to a response
)yaml",
     "Correct the spelling, or move the key to where it belongs. A remark to other authors "
     "goes into `note`, or behind a `#`."},
    {"M0021", kError, "key written twice",
     "The same key stands twice in one map. Only one of the two could count, and it would "
     "be guesswork which.",
     R"yaml(coach: Name the worry first.
next: technician-arrives
coach: Then give a time.
)yaml",
     "Keep one of the two, or bring both texts together under one key."},
    {"M0022", kError, "wrong type",
     "The key takes another kind of value: a number, a text, true or false, a list, or a "
     "map. The message says which one was expected.",
     R"yaml(minutes: eight             # a number: 8
expects: empathy           # a list or a map: [empathy]
draft: yes                 # true or false
)yaml",
     "Write the value in the form that the message names. A list has a `-` in front of each "
     "entry or stands in square brackets; a map has `key: value` lines."},
    {"M0023", kError, "number out of range", "The number is smaller or larger than the key allows.",
     R"yaml(minutes: 0                 # 1 … 600
difficulty: 7              # 1 … 5
delivers: { empathy: 11 }  # 1 … 10
)yaml",
     "Choose a number within the range that the message names."},
    {"M0024", kError, "missing key",
     "Something without which this part makes no sense is not there: a moment without an "
     "id, a response that leads nowhere, a scored decision without its stage.",
     R"yaml(- id: act
  say: I am sending Mr Li now.
  # next: is missing
)yaml",
     "Add the key that the message names."},
    {"M0025", kError, "key that does not belong on this kind of moment",
     "A moment is a decision, a line, fate or an ending, and each kind has its own keys. An "
     "ending, for instance, leads nowhere and has no responses to hint at.",
     R"yaml(- id: calm-end
  ending: resolved
  time_limit: 30
)yaml",
     "Remove the key, or move it to the moment that it was meant for."},
    {"M0026", kError, "text that is too long",
     "A text has more than 4,000 characters. That is more than two pages, and more than "
     "fits on the stage.",
     R"yaml(says: |
  … five pages of complaint, in one breath …
)yaml",
     "Shorten it, or spread it over several moments. Background belongs in `reference`, "
     "where it can be looked up."},
    {"M0027", kError, "ill-formed id",
     "An id is a short name for use in the file: small letters a to z, digits and hyphens, "
     "beginning with a letter or a digit, at most 64 characters.",
     R"yaml(id: Leaking Ceiling!       # leaking-ceiling
)yaml",
     "Write it in small letters with hyphens instead of spaces. The `title` is what people "
     "see; it may be anything."},
    {"M0028", kError, "id used twice",
     "Two moments of the scenario, or two responses of a moment, have the same id. Whatever "
     "leads there would be ambiguous.",
     R"yaml(moments:
  - id: call-back
    …
  - id: call-back
)yaml",
     "Rename one of the two, and with it the `next` that is meant to lead there."},
    {"M0029", kError, "too many entries",
     "There is a limit on how many of these there may be: 20,000 moments in a scenario, 32 "
     "responses in a moment, 32 branches of fate, 256 variables.",
     R"yaml(responses:
  - { id: option-1, say: …, next: end }
  …
  - { id: option-33, say: …, next: end }
)yaml",
     "Split the part in two. Between more than four or five responses a trainee can hardly "
     "choose well anyway."},
    {"M0030", kError, "empty list or map",
     "There is a list or a map here without a single entry, where at least one is needed.",
     R"yaml(responses: []
expects: {}
)yaml",
     "Add an entry, or remove the key."},
    {"M0031", kError, "empty text",
     "A text is there but has no words in it. A customer who opens her mouth and says "
     "nothing only puzzles the trainee.",
     R"yaml(says: ""
feels: angry
)yaml",
     "Write the text, or remove the key. For a speaking silence, describe it: `says: (She "
     "looks out of the window.)`."},
};

}  // namespace

std::span<const CatalogueEntry> catalogue_of_form() { return kEntries; }

}  // namespace mot
