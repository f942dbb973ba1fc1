#include "game/cli/format_table.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace mot {
namespace {

constexpr auto kTalk = static_cast<MomentKeyUse>(kOnDecision | kOnLine | kOnEnding);

constexpr FormatKey kScenarioKeys[] = {
    {"mot", "version", "Format version, always 1.", true},
    {"id", "id", "The scenario's id, the same as the file's name.", true},
    {"title", "text", "Shown in the library and at the start.", true},
    {"language", "language", "Language of the texts in this file, a BCP 47 tag: en, zh-CN.", true},
    {"setting", "id setting", "Kind of place, like property, hotel, appliance or airline."},
    {"journey", "id journey | @inline_journey",
     "The journey whose stages the moments name: an id, or the journey itself. Needed where a "
     "moment has a stage."},
    {"customer", "id customer | @inline_customer",
     "The customer: an id of a file in customers/, or the customer.", true},
    {"scene", "text scene",
     "Default picture behind the conversation: service-desk, hotel-reception, flat-door, "
     "living-room and more; with -morning, -evening or -night after it, at that time."},
    {"summary", "text", "One line for the library."},
    {"brief", "text", "What the trainee knows before the first word."},
    {"minutes", "int 1 600", "Typical length in minutes."},
    {"difficulty", "int 1 5", "From 1, for newcomers, to 5."},
    {"standards", "map id text",
     "Service standards this encounter is judged by: id and what it promises."},
    {"needs", "map id text",
     "What the customer wants but does not say: id and need. Found by asking."},
    {"variables", "map variable start",
     "Integer or boolean variables of the story, with their starting value."},
    {"cast", "map id @cast_member", "Other people who speak, by id."},
    {"reference", "map id @reference_page", "What the trainee may look up while playing, by id."},
    {"leaves", "list @leave",
     "When the customer walks out: checked after every choice from the first scored one on, in "
     "order, each at most once."},
    {"accept", "list @accept", "Smells that are meant, each with a reason."},
    {"draft", "bool",
     "A draft: what is unrated, unscored or unreachable is only warned about. It can be previewed, "
     "not recorded."},
    {"start", "id moment", "The first moment. Default: the first in the list."},
    {"moments", "list+ @moment", "The moments: decisions, lines, fate and endings.", true},
};

constexpr FormatKey kMomentKeys[] = {
    {"id", "id", "The moment's id, unique in the scenario.", true},
    {"stage", "id stage", "A stage of the journey. Required where the decision is scored.", false,
     kTalk},
    {"channel", "word channel", "How they are in contact. Required where the decision is scored.",
     false, kTalk},
    {"touchpoint", "text touchpoint",
     "What this contact is called in reports. Required where the decision is scored.", false,
     kTalk},
    {"scene", "text scene", "Picture behind this moment. Default: the scenario's."},
    {"says", "lines",
     "What is said: a text, or variants of which the first whose condition holds is taken.", false,
     kTalk},
    {"feels", "word feeling", "How the speaker looks. Default: by the mood.", false, kTalk},
    {"speaker", "id cast", "Who speaks: someone of the cast. Default: the customer.", false, kTalk},
    {"thinks", "lines", "The customer's thought, shown in the debrief and in practice on request.",
     false, kTalk},
    {"image", "text", "A picture to show, a file below the scenario's folder.", false, kTalk},
    {"sound", "text", "A sound to play, a file below the scenario's folder.", false, kTalk},
    {"weight", "int 1 5", "Its share in the average of what is remembered. Default 1.", false,
     kOnDecision},
    {"expects", "expects",
     "What is at stake here: a list of dimensions with the customer's own levels, or a map with "
     "levels. Makes the decision a moment of truth.",
     false, kOnDecision},
    {"acceptable_wait", "int 1 100000",
     "Minutes the customer finds acceptable. Needed where a response has a wait.", false,
     kOnDecision},
    {"time_limit", "int 5 600", "Seconds to decide.", false, kOnDecision},
    {"on_timeout", "id answer",
     "The response taken when time runs out; always on offer. Required with time_limit.", false,
     kOnDecision},
    {"hint", "text", "What the coach says when asked, in practice.", false, kOnDecision},
    {"shuffle", "bool", "false: responses keep the file's order. Default true.", false,
     kOnDecision},
    {"responses", "responses", "What the trainee can say or do: makes this moment a decision.",
     true, kOnDecision},
    {"next", "routes", "Where to go on: makes this moment a line.", true, kOnLine},
    {"chance", "branches", "Fate: where it may go on, each way with its odds.", true, kOnFate},
    {"ending", "word ending", "How the encounter ends: makes this moment an ending.", true,
     kOnEnding},
    {"verbatim", "map category text", "What the customer writes in the survey, by category.", false,
     kOnEnding},
};

constexpr FormatKey kResponseKeys[] = {
    {"id", "id", "The response's id, unique in its moment.", true},
    {"say", "text", "What the trainee says. Either this or 'do'."},
    {"do", "text", "What the trainee does instead of speaking."},
    {"when", "condition", "On offer only where this holds."},
    {"once", "bool", "true: once chosen, it is not offered again."},
    {"delivers", "map dimension rating",
     "What the customer gets, 1 … 10 for every dimension at stake."},
    {"wait", "@wait", "The wait this means, instead of a rating for responsiveness."},
    {"behaviours", "list word behaviour", "The behaviours it shows: explore, offer, act, confirm."},
    {"meets", "list id standard", "Standards it honours."},
    {"breaks", "list id standard", "Standards it breaks."},
    {"uncovers", "list id need", "Needs it brings to light."},
    {"set", "map variable expression",
     "Variables it changes: a value, or an expression like promised_minutes + 5."},
    {"reply", "lines", "What is answered, chosen in the state after the choice."},
    {"feels", "word feeling", "How the one who replies looks. Default: by the mood."},
    {"speaker", "id cast", "Who replies: someone of the cast. Default: the customer."},
    {"thinks", "lines", "The customer's thought about it."},
    {"image", "text", "A picture to show with the reply, a file below the scenario's folder."},
    {"sound", "text", "A sound to play with the reply, a file below the scenario's folder."},
    {"coach", "text",
     "What the coach says of it in the debrief: what it did to the customer, and why."},
    {"next", "routes", "Where it leads.", true},
    {"tags", "list id tag", "Free words for tools."},
};

constexpr FormatKey kWaitKeys[] = {
    {"minutes", "int 0 100000", "Minutes endured.", true},
    {"informed", "bool",
     "Whether the customer was told; a wait in the dark feels 36 % longer. Default false."},
};

constexpr FormatKey kLineKeys[] = {
    {"when", "condition",
     "Taken where this holds and no variant before it did. The last has none."},
    {"text", "text", "What is said.", true},
    {"feels", "word feeling", "How the speaker looks."},
    {"speaker", "id cast", "Who speaks: someone of the cast."},
    {"thinks", "text", "The customer's thought with this variant."},
    {"image", "text", "A picture to show, a file below the scenario's folder."},
    {"sound", "text", "A sound to play, a file below the scenario's folder."},
};

constexpr FormatKey kRouteKeys[] = {
    {"when", "condition", "Taken where this holds and no route before it did. The last has none."},
    {"go", "id moment", "The moment it leads to.", true},
};

constexpr FormatKey kBranchKeys[] = {
    {"odds", "int 1 1000", "Relative to the other branches: 3 and 1 make three to one.", true},
    {"next", "id moment", "The moment it leads to.", true},
};

constexpr FormatKey kLeaveKeys[] = {
    {"when", "condition", "The customer leaves when this holds: mood <= -60.", true},
    {"next", "id moment", "Where that leads, usually an ending.", true},
};

constexpr FormatKey kAcceptKeys[] = {
    {"smell", "smell", "Code of the smell: S0014.", true},
    {"where", "text place", "A moment, or moment.response. Default: everywhere."},
    {"because", "text", "Why it is meant.", true},
};

constexpr FormatKey kCastKeys[] = {
    {"name", "text", "The name shown.", true},
    {"portrait", "portrait", "A person of the programme's cast, or that person changed."},
};

constexpr FormatKey kReferenceKeys[] = {
    {"title", "text", "Title of the page.", true},
    {"text", "text", "What it says.", true},
};

constexpr FormatKey kLevelKeys[] = {
    {"level", "int 1 10", "The level expected, 1 … 10."},
    {"kind", "word kind",
     "performance: more is better (default); must-be: excess earns nothing; attractive: lack costs "
     "nothing."},
};

constexpr FormatKey kPortraitKeys[] = {
    {"like", "text person", "A person of the programme's cast."},
    {"hair", "text hair", "Hair style."},
    {"hair_colour", "text hair-colour", "Hair colour."},
    {"skin", "text skin", "Skin colour."},
    {"outfit", "text outfit", "Outfit."},
    {"colours", "map part text colour", "Colours of parts of the clothing: { top: plum }."},
    {"wears", "list text wear", "Accessories, like glasses and earrings."},
};

constexpr FormatKey kVoiceKeys[] = {
    {"pitch", "int 0 100", "Pitch of the voice. Default 50."},
    {"speed", "int 80 450", "Words a minute. Default 170."},
};

constexpr FormatKey kCustomerKeys[] = {
    {"mot", "version", "Format version, always 1.", true},
    {"id", "id", "The customer's id, the same as the file's name.", true},
    {"name", "text", "The name shown.", true},
    {"role", "text", "Who they are to us: Owner, flat 1203."},
    {"age", "int 0 120", "Years."},
    {"about", "text", "What a trainee may know of them."},
    {"portrait", "portrait", "A person of the programme's cast, or that person changed."},
    {"voice", "@voice", "How they sound."},
    {"mood", "int -100 100", "Mood at the start. Default 0."},
    {"expects", "map dimension level", "Their own level of expectation by dimension.", true},
    {"importance", "map dimension importance",
     "What matters to them; default weights 32, 22, 19, 16, 11."},
    {"spread", "number 0 5",
     "How much customers like them differ: standard deviation of expectation. Default 1.0."},
    {"language", "language", "Language of this file. Default en."},
};

constexpr FormatKey kJourneyKeys[] = {
    {"mot", "version", "Format version, always 1.", true},
    {"id", "id", "The journey's id, the same as the file's name.", true},
    {"title", "text", "Its title.", true},
    {"stages", "list+ @stage", "The stages, in order.", true},
    {"language", "language", "Language of this file. Default en."},
};

constexpr FormatKey kStageKeys[] = {
    {"id", "id", "The stage's id; moments name it.", true},
    {"title", "text", "Shown on the stage track.", true},
    {"standard", "text", "What the house promises at this stage."},
    {"about", "text", "What happens at this stage."},
};

constexpr FormatKey kCourseKeys[] = {
    {"mot", "version", "Format version, always 1.", true},
    {"id", "id", "The course's id, the same as the file's name.", true},
    {"title", "text", "Its title.", true},
    {"language", "language", "Language of this file. Default en."},
    {"about", "text", "Who it is for and what it teaches."},
    {"pass", "int 0 100", "Score that counts as passed. Default 60."},
    {"counts", "word counts", "The attempt that counts. Default best."},
    {"lessons", "list+ @lesson", "The lessons, in order.", true},
};

constexpr FormatKey kLessonKeys[] = {
    {"id", "id", "The lesson's id; other lessons name it in 'after'.", true},
    {"scenario", "id scenario", "The scenario it plays.", true},
    {"title", "text", "Its title. Default: the scenario's."},
    {"trains", "list word skill", "Dimensions and behaviours it trains."},
    {"after", "list id", "Lessons to be passed before."},
    {"attempts", "int 0 1000", "Attempts allowed; 0: as many as one likes."},
    {"example", "bool", "true: may be watched before it is played."},
};

constexpr FormatKey kTranslationKeys[] = {
    {"mot-translation", "version", "Format version, always 1.", true},
    {"of", "id scenario", "Id of the file it translates.", true},
    {"language", "language", "Language of the texts here, a BCP 47 tag.", true},
    {"texts", "map path text", "Path of a text, like moments.first-call.says, and its translation.",
     true},
    {"sources", "map path digest",
     "First 8 hex digits of the SHA-256 of each source text, written by `mot translate`; in "
     "quotes."},
};

// Inline, version and language are the scenario's. The first key of the file's table is the
// version, the last the language.
constexpr auto kInlineCustomerKeys =
    std::span(kCustomerKeys).subspan(1, std::size(kCustomerKeys) - 2);
constexpr auto kInlineJourneyKeys = std::span(kJourneyKeys).subspan(1, std::size(kJourneyKeys) - 2);

constexpr FormatMap kMaps[] = {
    {"scenario", "One encounter between a trainee and a customer.", kScenarioKeys},
    {"moment", "One moment: a decision, a line, fate or an ending.", kMomentKeys},
    {"response", "One thing the trainee can say or do.", kResponseKeys},
    {"wait", "A wait that a response means for the customer.", kWaitKeys},
    {"line", "One variant of what is said.", kLineKeys},
    {"route", "One way on.", kRouteKeys},
    {"branch", "One branch of fate.", kBranchKeys},
    {"leave", "A reason for the customer to walk out.", kLeaveKeys},
    {"accept", "A smell that is meant.", kAcceptKeys},
    {"cast_member", "Someone besides the customer who speaks.", kCastKeys},
    {"reference_page", "A page the trainee may look up.", kReferenceKeys},
    {"level", "A level of expectation and its kind.", kLevelKeys},
    {"portrait", "A person of the cast, changed.", kPortraitKeys},
    {"voice", "A voice for a speech synthesiser.", kVoiceKeys},
    {"customer", "A customer in a file of their own.", kCustomerKeys},
    {"inline_customer", "A customer written in the scenario.", kInlineCustomerKeys},
    {"journey", "An ordered list of stages in a file of its own.", kJourneyKeys},
    {"inline_journey", "A journey written in the scenario.", kInlineJourneyKeys},
    {"stage", "One stage of a journey.", kStageKeys},
    {"course", "A curriculum.", kCourseKeys},
    {"lesson", "One lesson of a course.", kLessonKeys},
    {"translation", "The texts of a file in another language.", kTranslationKeys},
};

struct FormatWord {
  std::string_view word;
  std::string_view about;
};

constexpr FormatWord kWords[] = {
    {"reliability", "What was promised is done, rightly and on time."},
    {"responsiveness", "Help comes soon, and willingly."},
    {"assurance", "They know what they do, and one can trust them."},
    {"empathy", "They see me and my situation."},
    {"tangibles", "What can be seen and touched: rooms, papers, clothes."},
    {"promoter", "What a promoter writes, who would recommend with 9 or 10."},
    {"passive", "What a passive writes, who would recommend with 7 or 8."},
    {"detractor", "What a detractor writes, who would recommend with 0 to 6."},
};

}  // namespace

std::string_view format_word_about(std::string_view word) {
  const auto found = std::find_if(std::begin(kWords), std::end(kWords),
                                  [&](const FormatWord& entry) { return entry.word == word; });
  assert(found != std::end(kWords));
  return found->about;
}

std::span<const FormatMap> format_maps() { return kMaps; }

const FormatMap& format_map(std::string_view name) {
  const auto found = std::find_if(std::begin(kMaps), std::end(kMaps),
                                  [&](const FormatMap& map) { return map.name == name; });
  assert(found != std::end(kMaps));
  return *found;
}

}  // namespace mot
