// M0090 … M0122: files beside the scenario, recommendations, translations, courses.
#include "engine/base/catalogue_parts.h"

namespace mot {
namespace {

constexpr Severity kError = Severity::error;
constexpr Severity kWarning = Severity::warning;

constexpr CatalogueEntry kEntries[] = {
    {"M0090", kError, "picture or sound outside the scenario's folder",
     "A scenario may use pictures and sounds in its own folder and the folders below it "
     "only. So it can be passed on as a whole, and a scenario from elsewhere cannot look "
     "around on your computer.",
     R"yaml(image: ../../photos/ceiling.svg
sound: /home/me/drip.wav
)yaml",
     "Copy the file below the scenario's folder, and name it from there: `image: "
     "images/ceiling.svg`."},
    {"M0091", kError, "picture or sound that is missing",
     "There is no file of this name where the scenario looks for it.",
     R"yaml(image: images/cieling.svg
)yaml",
     "Correct the spelling, capital letters included, or add the file. The path starts at "
     "the scenario's own folder."},
    {"M0092", kError, "two files with the same id",
     "Two scenarios of the library, or two customers, two journeys or two courses, have the "
     "same id. Records and courses could not tell them apart.",
     R"yaml(# property/leaking-ceiling.yaml
id: leaking-ceiling
# hotel/leaking-ceiling.yaml
id: leaking-ceiling
)yaml",
     "Rename one of them, its file and its `id`."},
    {"M0093", kWarning, "id that differs from the file's name",
     "In a library a file is named after its id. Otherwise it is hard to find.",
     R"yaml(# property/leaking-ceiling.yaml
id: water-through-the-ceiling
)yaml",
     "Rename the file, or change the id. Records and courses go by the id, so once a "
     "scenario is in use rather rename the file."},
    {"M0100", kWarning, "recommended key that is missing",
     "The scenario works without it, but somebody will miss it: the trainee who chooses "
     "from the library, or the one who wants to know why a response was weak.",
     R"yaml(id: leaking-ceiling
title: Water through the ceiling
# summary, brief, minutes and difficulty are missing
)yaml",
     "Add the key that the message names."},
    {"M0101", kWarning, "response without a coach's reason",
     "After the encounter the debrief explains each choice in the coach's words. For this "
     "response it would have only numbers to show.",
     R"yaml(- id: act
  say: I am sending Mr Li now.
  delivers: { empathy: 8 }
  next: technician-arrives
)yaml",
     "Add `coach` with one or two sentences: what this does to the customer, and why."},
    {"M0102", kWarning, "variant that can never be taken",
     "Of several texts or routes the first whose condition holds is taken. One before this "
     "has no condition, so it always is.",
     R"yaml(next:
  - { go: calm-end }
  - { when: promised_minutes > 20, go: angry-end }
)yaml",
     "Put the entry without `when` last."},
    {"M0103", kWarning, "entry written twice in a list",
     "The same entry stands twice in a list. The second makes no difference.",
     R"yaml(meets: [repair-24h, repair-24h]
)yaml",
     "Remove one of the two, or write the one that was meant."},
    {"M0104", kWarning, "on_timeout without a time limit",
     "The moment says what happens when the time is up, but not when that is. It never will "
     "be.",
     R"yaml(- id: first-call
  on_timeout: transfer
)yaml",
     "Add `time_limit`, in seconds, or remove `on_timeout`."},
    {"M0110", kError, "translation of a text that is not there",
     "The path leads to no text of the original: a moment or a response was renamed or "
     "removed, or the path is misspelt.",
     R"yaml(of: leaking-ceiling
texts:
  moments.frist-call.says: 我家天花板在漏水！
)yaml",
     "Correct the path, or remove the line. `mot translate` writes all paths of a scenario "
     "for you."},
    {"M0111", kWarning, "text that is not translated",
     "The original has a text here that the translation lacks. The trainee sees it in the "
     "original language.",
     R"yaml(of: leaking-ceiling
language: zh-CN
texts:
  title: 漏水的天花板
  # summary: is missing
)yaml",
     "Add the translation. `mot translate` lists what is missing."},
    {"M0112", kWarning, "translation older than its source text",
     "The original text was changed after it was translated, so the two may no longer say "
     "the same.",
     R"yaml(texts:
  title: 漏水的天花板
sources:
  title: "3f2a91c0"        # the title was another one then
)yaml",
     "Compare the two and correct the translation; `mot translate` then notes that it is up "
     "to date."},
    {"M0113", kError, "translation of an unknown file",
     "A translation names the id of what it translates, and there is no file with this id "
     "beside it.",
     R"yaml(mot-translation: 1
of: leaking-celing
language: zh-CN
)yaml",
     "Correct the id under `of`, or move the translation beside its original."},
    {"M0114", kError, "ill-formed language tag",
     "A language is written as a tag: two or three letters, then perhaps script and "
     "country, joined by hyphens.",
     R"yaml(language: chinese_simplified
)yaml",
     "Write for example `en`, `de`, `zh-CN` or `zh-Hant`."},
    {"M0115", kError, "translation into the file's own language",
     "The original is already written in this language, so the translation would never be "
     "shown.",
     R"yaml(# leaking-ceiling.yaml
language: en
# leaking-ceiling.en.yaml
mot-translation: 1
language: en
)yaml",
     "Correct the tag, or move better wording into the original and remove this file."},
    {"M0116", kWarning, "language that differs from the file's name",
     "The translation says that it is in one language, and its file is named after another: "
     "often a copy in which `language` was not changed. It is `language` that counts.",
     R"yaml(# leaking-ceiling.de.yaml
mot-translation: 1
of: leaking-ceiling
language: zh-CN
)yaml",
     "Correct `language`, or rename the file."},
    {"M0120", kError, "course with an unknown scenario",
     "A lesson names a scenario that is not in the library.",
     R"yaml(lessons:
  - { id: first-call, scenario: leaking-celing }
)yaml",
     "Correct the spelling, or add the scenario to the library."},
    {"M0121", kError, "course with an unknown lesson",
     "A lesson comes after one that the course does not have.",
     R"yaml(lessons:
  - { id: first-call, scenario: leaking-ceiling }
  - { id: second-call, scenario: broken-lift, after: [frist-call] }
)yaml",
     "Correct the spelling, or add the lesson. `after` takes ids of lessons, not of "
     "scenarios."},
    {"M0122", kError, "lessons that wait for each other",
     "Each of these lessons comes after another of them, so none can ever be the first.",
     R"yaml(lessons:
  - { id: first-call, scenario: leaking-ceiling, after: [second-call] }
  - { id: second-call, scenario: broken-lift, after: [first-call] }
)yaml",
     "Take one of the `after` entries out."},
    {"M0123", kError, "session without one thing to play",
     "A session names one scenario or one course of the library; this one names what is not there, "
     "or both.",
     R"yaml(mot-session: 1
id: monday-morning
scenario: leaking-celing
)yaml",
     "Correct the spelling, or keep one of `scenario` and `course`."},
    {"M0124", kError, "ill-formed day", "A session's last day is written as year, month and day.",
     R"yaml(due: 1.12.2026
)yaml",
     "Write it as in `due: 2026-12-01`."},
};

}  // namespace

std::span<const CatalogueEntry> catalogue_of_libraries() { return kEntries; }

}  // namespace mot
