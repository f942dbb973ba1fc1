// M0001 … M0013: reading a file, and targets.
#include "engine/base/catalogue_parts.h"

namespace mot {
namespace {

constexpr Severity kError = Severity::error;

constexpr CatalogueEntry kEntries[] = {
    {"M0001", kError, "file that cannot be read",
     "There is no such file, it is a folder or a device, or there is no permission to read "
     "it. Nothing in it could be checked.",
     R"yaml(# mot check scenarios/property/leaking-celing.yaml
# the file is called leaking-ceiling.yaml
)yaml",
     "Check the spelling of the path, and that the file opens in your text editor. A whole "
     "folder can be checked too: name the folder."},
    {"M0002", kError, "file larger than 16 MiB",
     "A scenario is text; even a very long one stays far below this limit. A file of this "
     "size is most likely something else, so it is refused before it costs time and memory.",
     R"yaml(# leaking-ceiling.yaml, 21 MiB
title: Water through the ceiling
brief: |
  … the minutes of five years of meetings …
)yaml",
     "Check that it is the right file. If it is, split it into several scenarios; pictures "
     "and sounds belong in files of their own, named with `image` and `sound`."},
    {"M0003", kError, "text that is not UTF-8",
     "Letters can be stored in several ways, and this file uses another one than UTF-8. "
     "Read as it is, accents and Chinese characters would come out garbled.",
     R"yaml(title: Caf� au lait      # saved as Latin-1 or 'ANSI'
)yaml",
     "In your text editor, choose 'save as' and the encoding UTF-8. The position is that of "
     "the first byte that does not fit."},
    {"M0004", kError, "file that is not text",
     "The file holds a zero byte, which no text contains. It is probably a picture, an "
     "archive or a word processor's document with a wrong name.",
     R"yaml(# leaking-ceiling.yaml is a renamed leaking-ceiling.docx
)yaml",
     "Write the scenario in a plain text editor, or in the editor of this game, and save it "
     "as UTF-8."},
    {"M0005", kError, "YAML that cannot be read",
     "The file breaks a rule of YAML, the notation that scenarios are written in. What "
     "follows the position cannot be understood, so there may be more to find once it is "
     "mended.",
     R"yaml(says: Yes: I can hear the water.
# a colon with a space behind it starts a new key
)yaml",
     "Most often: a text with a colon or a `#` needs quotes around it, a line is indented "
     "by another number of spaces than its neighbours, a tab stands where spaces belong, or "
     "a bracket or a quote is not closed."},
    {"M0006", kError, "nested too deeply",
     "Lists and maps stand more than 32 deep in one another. No key of the format needs "
     "that, so a bracket or an indentation has gone astray.",
     R"yaml(responses: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
)yaml",
     "Look for a bracket that is opened and not closed, or for lines that move further and "
     "further to the right."},
    {"M0007", kError, "anchor or alias",
     "YAML can give a part a name with `&name` and repeat it with `*name`. The format does "
     "without: a file should say what it says in one place, and a few such lines can blow "
     "up to gigabytes.",
     R"yaml(customer: &chen mrs-chen
needs:
  said-by: *chen
)yaml",
     "Write the part out where it is needed. If a text merely begins with `&` or `*`, put "
     "quotes around it."},
    {"M0008", kError, "tag",
     "A word with an exclamation mark in front, such as `!important`, tells YAML what type "
     "a value has. The format knows the types of all its keys itself.",
     R"yaml(says: !important Please hurry.
)yaml",
     "Leave the tag out. If the text itself begins with `!`, put quotes around it."},
    {"M0009", kError, "more than one document",
     "A line of three dashes starts a second YAML document. A file holds one scenario, "
     "customer, journey, course or translation.",
     R"yaml(mot: 1
id: leaking-ceiling
---
mot: 1
id: broken-lift
)yaml",
     "Put each document into a file of its own, or remove the line of dashes."},
    {"M0010", kError, "empty file", "The file has nothing in it but blank lines and comments.",
     R"yaml(# Water through the ceiling: to be written
)yaml",
     "Start from the shipped example: `mot new leaking-ceiling` writes a small scenario "
     "that can already be played."},
    {"M0011", kError, "unknown format version",
     "The first key of a file, `mot`, tells which version of the format it is written in. "
     "This program knows version 1.",
     R"yaml(mot: 2
id: leaking-ceiling
)yaml",
     "Write `mot: 1`. If the file comes from a newer version of the game, update the game; "
     "a file of an older version is brought up to date by `mot upgrade`."},
    {"M0012", kError, "target that does not exist",
     "A `next`, a `go` or a `start` names a moment that is not in this scenario. A trainee "
     "who came this way would be stuck.",
     R"yaml(responses:
  - id: apologise
    say: I am sorry about that.
    next: aftrmath          # the moment is called aftermath
)yaml",
     "Correct the spelling, or write the missing moment. Ids are written exactly as after "
     "`- id:`, in small letters."},
    {"M0013", kError, "response that does not exist",
     "An `on_timeout` or a `chose(…)` names a response that is not there. `on_timeout` "
     "takes one of the moment's own responses, `chose` a moment and its response, joined by "
     "a point.",
     R"yaml(time_limit: 30
on_timeout: trasnfer       # the response is called transfer
responses:
  - id: transfer
)yaml",
     "Correct the spelling, or write the missing response."},
};

}  // namespace

std::span<const CatalogueEntry> catalogue_of_reading() { return kEntries; }

}  // namespace mot
