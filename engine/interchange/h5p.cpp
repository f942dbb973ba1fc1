// H5P Branching Scenario: a list of contents that name each other by number. Part of import.h.
#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <unordered_map>

#include "engine/base/json.h"
#include "engine/interchange/import.h"
#include "engine/interchange/markup.h"
#include "engine/scenario/node_reader.h"

namespace mot {
namespace {

/// "There is no such content": the scenario ends.
constexpr std::int64_t kEnd = -1;

const Json* at(const Json* json, std::string_view key) {
  return json == nullptr ? nullptr : json->find(key);
}

/// A text as plain words; empty where there is none.
std::string words_at(const Json* json, std::string_view key) {
  const Json* member = at(json, key);
  const std::string* text = member == nullptr ? nullptr : member->string();
  return text == nullptr ? std::string() : plain_text(*text);
}

/// A title; empty for the one that H5P gives where nobody did.
std::string title_at(const Json* json) {
  std::string title = in_one_line(words_at(json, "title"));
  return title.rfind("Untitled", 0) == 0 ? std::string() : title;
}

/// The number without its fraction; nothing for one that no list is as long as.
std::optional<std::int64_t> whole_number(double number) {
  constexpr double kGreatest = 1e15;
  if (!(number > -kGreatest && number < kGreatest)) return std::nullopt;
  return static_cast<std::int64_t>(number);
}

/// A whole number, also one written as a text.
std::optional<std::int64_t> number_at(const Json* json, std::string_view key) {
  const Json* member = at(json, key);
  if (member == nullptr) return std::nullopt;
  if (const std::int64_t* integer = member->integer()) return *integer;
  if (member->is_number()) return whole_number(member->number());
  const std::string* text = member->string();
  if (text == nullptr) return std::nullopt;
  std::int64_t value = 0;
  const char* last = text->data() + text->size();
  const auto [end, error] = std::from_chars(text->data(), last, value);
  return error == std::errc() && end == last ? std::optional(value) : std::nullopt;
}

/// "H5P.BranchingQuestion 1.0" → "BranchingQuestion".
std::string library_of(const Json* type) {
  const Json* member = at(type, "library");
  const std::string* text = member == nullptr ? nullptr : member->string();
  if (text == nullptr) return {};
  std::string name = text->substr(0, text->find(' '));
  return name.rfind("H5P.", 0) == 0 ? name.substr(4) : name;
}

std::string name_of_content(std::int64_t number) { return fmt::format("content {}", number); }

void add_words(std::string& text, std::string_view words) {
  if (!text.empty() && !words.empty()) text += '\n';
  text += words;
}

std::string joined(std::string first, std::string_view second) {
  add_words(first, second);
  return first;
}

class ScenarioReader {
 public:
  ScenarioReader(const Json& scenario, const Json::Array& contents)
      : scenario_(scenario), contents_(contents) {}

  Result<ImportedStory> read() {
    story_.format = "H5P Branching Scenario";
    story_.title = title_at(&scenario_);
    const Json* start = at(&scenario_, "startScreen");
    if (story_.title.empty()) story_.title = in_one_line(words_at(start, "startScreenTitle"));
    story_.brief =
        joined(words_at(start, "startScreenTitle"), words_at(start, "startScreenSubtitle"));
    note_media(at(at(start, "startScreenImage"), "path"), {});
    if (contents_.size() > kMaxImportMoments)
      return refuse("refused.import-screens",
                    {{"count", std::to_string(contents_.size())},
                     {"most", std::to_string(kMaxImportMoments)}},
                    fmt::format("the content has {} screens; a scenario may have {}",
                                contents_.size(), kMaxImportMoments));
    for (std::size_t i = 0; i < contents_.size(); ++i) read_content(i);
    for (ImportedMoment& ending : endings_) story_.moments.push_back(std::move(ending));
    add_default_endings();
    note_scoring();
    return std::move(story_);
  }

 private:
  void notice(std::string_view kind, std::string_view where, std::string_view what) {
    story_.notices.push_back({kind, in_one_line(where), in_one_line(what), 0});
  }

  void note_media(const Json* path, std::string_view where) {
    const std::string* text = path == nullptr ? nullptr : path->string();
    if (text != nullptr) notice("media", where, *text);
  }

  void note_scoring() {
    const Json* option = at(at(&scenario_, "scoringOptionGroup"), "scoringOption");
    const std::string* text = option == nullptr ? nullptr : option->string();
    if (text != nullptr && *text != "no-score") notice("score", {}, *text);
  }

  void read_content(std::size_t index) {
    const Json& content = contents_[index];
    const Json* type = at(&content, "type");
    const Json* params = at(type, "params");
    const std::string library = library_of(type);
    ImportedMoment moment;
    moment.name = name_of_content(static_cast<std::int64_t>(index));
    moment.title = title_at(at(type, "metadata"));
    if (moment.title.empty()) moment.title = in_one_line(words_at(&content, "contentTitle"));
    const std::string where = moment.title.empty() ? moment.name : moment.title;
    const Json* question = at(params, "branchingQuestion");
    if (question != nullptr || library == "BranchingQuestion") {
      read_question(question == nullptr ? params : question, moment, where);
    } else {
      read_screen(library, params, moment, where);
      moment.next = target(number_at(&content, "nextContentId"), at(&content, "feedback"), where);
      note_feedback(content, moment);
    }
    story_.moments.push_back(std::move(moment));
  }

  /// What H5P says between a screen and the next.
  void note_feedback(const Json& content, ImportedMoment& moment) {
    const Json* feedback = at(&content, "feedback");
    const std::string text = joined(words_at(feedback, "title"), words_at(feedback, "subtitle"));
    if (text.empty() || number_at(&content, "nextContentId").value_or(kEnd) < 0) return;
    add_words(moment.says, text);
  }

  void read_question(const Json* question, ImportedMoment& moment, const std::string& where) {
    std::vector<std::string> media;
    const Json* text = at(question, "question");
    if (text != nullptr && text->string() != nullptr)
      moment.says = plain_text(*text->string(), &media);
    for (const std::string& source : media) notice("media", where, source);
    const Json* alternatives = at(question, "alternatives");
    const Json::Array* list = alternatives == nullptr ? nullptr : alternatives->array();
    if (list == nullptr || list->empty()) {
      notice("no-alternatives", where, {});
      return;
    }
    for (const Json& alternative : *list) read_alternative(alternative, moment, where);
  }

  void read_alternative(const Json& alternative, ImportedMoment& moment, const std::string& where) {
    ImportedResponse response;
    response.text = words_at(&alternative, "text");
    const Json* feedback = at(&alternative, "feedback");
    const auto next = number_at(&alternative, "nextContentId");
    response.target = target(next, feedback, where);
    if (next.value_or(kEnd) >= 0)
      response.coach = joined(words_at(feedback, "title"), words_at(feedback, "subtitle"));
    note_media(at(at(feedback, "image"), "path"), where);
    if (number_at(feedback, "endScreenScore").value_or(0) != 0)
      notice("score", where, response.text);
    moment.responses.push_back(std::move(response));
  }

  /// Name of the moment with that number; an ending of its own where the feedback has words.
  std::string target(std::optional<std::int64_t> next,
                     const Json* feedback,
                     const std::string& where) {
    if (next.value_or(kEnd) >= 0) return name_of_content(*next);
    if (!next) notice("no-target", where, {});
    const std::string title = words_at(feedback, "title");
    const std::string text = words_at(feedback, "subtitle");
    if (title.empty() && text.empty()) {
      needs_default_ = true;
      return "end";
    }
    ImportedMoment ending;
    ending.name = fmt::format("end-{}", endings_.size() + 1);
    // Equal words are one ending.
    const auto [known, is_new] = ending_of_words_.emplace(joined(title, text), ending.name);
    if (!is_new) return known->second;
    ending.title = in_one_line(title);
    ending.says = joined(title, text);
    ending.ending = EndingKind::resolved;
    ending.ending_guessed = true;
    endings_.push_back(std::move(ending));
    return endings_.back().name;
  }

  void add_default_endings() {
    const Json* screens = at(&scenario_, "endScreens");
    const Json::Array* list = screens == nullptr ? nullptr : screens->array();
    ImportedMoment ending;
    ending.name = "end";
    ending.ending = EndingKind::resolved;
    ending.ending_guessed = true;
    if (list != nullptr && !list->empty()) {
      const Json* screen = &list->front();
      ending.title = in_one_line(words_at(screen, "endScreenTitle"));
      ending.says =
          joined(words_at(screen, "endScreenTitle"), words_at(screen, "endScreenSubtitle"));
      note_media(at(at(screen, "endScreenImage"), "path"), ending.title);
      if (number_at(screen, "endScreenScore").value_or(0) != 0) notice("score", ending.title, {});
      for (std::size_t i = 1; i < list->size(); ++i)
        notice("other-ending", {}, words_at(&(*list)[i], "endScreenTitle"));
    }
    if (needs_default_) story_.moments.push_back(std::move(ending));
  }

  // ---- screens without a choice

  void read_screen(const std::string& library,
                   const Json* params,
                   ImportedMoment& moment,
                   const std::string& where) {
    if (params == nullptr) {
      notice("no-content", where, library);
      return;
    }
    collect(*params, moment, where, 0);
    if (library != "AdvancedText" && library != "Text" && !library.empty())
      notice("content-type", where, library);
    if (library == "Image" && moment.says.empty()) moment.says = words_at(params, "alt");
    if (!library.empty() && library != "AdvancedText")
      moment.left_out.push_back(in_one_line("H5P." + library + " " + moment.title));
  }

  /// All texts of a content, in their order, and the files that go with it.
  void collect(const Json& json, ImportedMoment& moment, const std::string& where, int depth) {
    constexpr int kDeepest = 40;
    if (depth > kDeepest) return;
    if (const Json::Array* list = json.array()) {
      for (const Json& item : *list) collect(item, moment, where, depth + 1);
      return;
    }
    const Json::Object* object = json.object();
    if (object == nullptr) return;
    for (const auto& [key, value] : *object) {
      const std::string* text = value.string();
      if (text == nullptr) {
        // Words of the player's buttons are no part of the story.
        if (key != "l10n" && key != "behaviour" && key != "override" && key != "metadata" &&
            key != "copyright")
          collect(value, moment, where, depth + 1);
      } else if (key == "text" || key == "question" || key == "title" || key == "description" ||
                 key == "introduction" || key == "answer" || key == "label") {
        std::vector<std::string> media;
        add_words(moment.says, plain_text(*text, &media));
        for (const std::string& source : media) notice("media", where, source);
      } else if (key == "path") {
        notice("media", where, *text);
      }
    }
  }

  const Json& scenario_;
  const Json::Array& contents_;
  ImportedStory story_;
  std::vector<ImportedMoment> endings_;
  /// What they say → their names.
  std::unordered_map<std::string, std::string> ending_of_words_;
  bool needs_default_ = false;
};

/// Title and language from h5p.json.
void take_package(std::string_view package, ImportedStory& story) {
  const Result<Json> json = parse_json(package);
  if (!json) return;
  if (const std::string title = title_at(&*json); !title.empty()) story.title = title;
  const std::string language = words_at(&*json, "language");
  if (language != "und" && is_language_tag(language)) story.language = language;
}

}  // namespace

Result<ImportedStory> import_h5p(std::string_view content, std::string_view package) {
  const Result<Json> json = parse_json(content);
  if (!json)
    return refuse("refused.import-json", {{"reason", json.error().message}},
                  fmt::format("content.json cannot be read: {}; export the content from H5P again",
                              json.error().message));
  const Json* wrapped = json->find("branchingScenario");
  const Json& scenario = wrapped == nullptr ? *json : *wrapped;
  const Json* contents = scenario.find("content");
  if (contents == nullptr || contents->array() == nullptr) {
    if (json->find("mainLibrary") != nullptr)
      return refuse(
          "refused.import-h5p-json", {},
          "this is h5p.json; the story is in content/content.json, or take the .h5p file");
    return refuse("refused.import-no-scenario", {},
                  "this is not the content of an H5P Branching Scenario: it has no list "
                  "'branchingScenario.content'");
  }
  if (contents->array()->empty())
    return refuse("refused.import-no-screen", {},
                  "the Branching Scenario is empty: its list 'content' has no screen");
  Result<ImportedStory> story = ScenarioReader(scenario, *contents->array()).read();
  if (story && !package.empty()) take_package(package, *story);
  return story;
}

}  // namespace mot
