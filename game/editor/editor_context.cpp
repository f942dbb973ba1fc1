#include "game/editor/editor_context.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace mot {
namespace {

constexpr double kPause = 0.3;          // seconds without a change before the text is looked at
constexpr double kBreath = 0.15;        // seconds without a change before a large text is read anew
constexpr std::size_t kLarge = 40'000;  // bytes; reading less takes no time that anybody notices
constexpr double kSameBreath = 1.5;     // what is typed within it is undone together

std::size_t common_end(const std::string& before, const std::string& after) {
  const std::size_t most = std::min(before.size(), after.size());
  std::size_t first = 0;
  while (first < most && before[first] == after[first]) {
    ++first;
  }
  std::size_t last = 0;
  while (last < most - first &&
         before[before.size() - 1 - last] == after[after.size() - 1 - last]) {
    ++last;
  }
  return after.size() - last;
}

}  // namespace

EditorContext::EditorContext(std::shared_ptr<GameContext> game, ScenarioDocument document)
    : game_(std::move(game)), document_(std::move(document)), check_(game_->load_options()) {}

// ---- the text

void EditorContext::install(Result<YamlSpans> parsed, std::uint64_t version) {
  parsed_version_ = version;
  run_.reset();
  if (!parsed) {
    spans_.reset();
    yaml_problem_ = parsed.error().message;
    return;
  }
  yaml_problem_.clear();
  spans_ = std::make_unique<YamlSpans>(std::move(*parsed));
  outline_ = outline_of(*spans_);
}

void EditorContext::parse() {
  if (parsed_version_ != version_) {
    install(YamlSpans::parse(text()), version_);
  }
}

// A large text is read on another thread once nobody types; what is seen meanwhile is a bit older.
bool EditorContext::may_wait() const {
  return typed_ && parsed_version_ != 0 && text().size() > kLarge;
}

bool EditorContext::step_parsing() {
  if (parsing_.valid()) {
    if (parsing_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
      return false;
    }
    Result<YamlSpans> parsed = parsing_.get();
    if (parsing_version_ != version_ || parsed_version_ == version_) {
      return false;
    }
    install(std::move(parsed), version_);
    return true;
  }
  if (may_wait() && parsed_version_ != version_ && time_ - changed_time_ > kBreath) {
    parsing_version_ = version_;
    parsing_ = std::async(std::launch::async, [text = text()] { return YamlSpans::parse(text); });
  }
  return false;
}

const YamlSpans* EditorContext::spans() {
  parse();
  return spans_.get();
}

const YamlSpans* EditorContext::seen() {
  if (!may_wait()) {
    parse();
  }
  return spans_.get();
}

const std::string& EditorContext::yaml_problem() {
  seen();
  return yaml_problem_;
}

const ScenarioOutline& EditorContext::outline() {
  seen();
  return outline_;
}

std::string EditorContext::value_at(std::string_view path) {
  if (run_ && run_->path == path) {
    return run_->value;
  }
  const YamlSpans* parts = seen();
  const YamlNode node = parts == nullptr ? kNoNode : parts->find(path);
  return node == kNoNode ? std::string() : std::string(parts->document().text(node));
}

bool EditorContext::type(std::string_view path,
                         const std::string& value,
                         ScalarKind kind,
                         std::string_view field) {
  return type_as(path, value, value, kind, field);
}

bool EditorContext::type_value(std::string_view path,
                               const std::string& value,
                               std::string_view field) {
  return type_as(path, value, written_value(value), ScalarKind::word, field);
}

bool EditorContext::type_as(std::string_view path,
                            const std::string& value,
                            const std::string& written,
                            ScalarKind kind,
                            std::string_view field) {
  const bool goes_on = run_ && run_->path == path && run_->version == version_;
  const YamlSpans* base = goes_on ? spans_.get() : spans();
  if (base == nullptr) {
    return false;
  }
  const Result<TextEdit> edit = put_value(*base, path, written, kind);
  if (!edit) {
    return apply(edit, field);
  }
  // The text that the parts are of may be some letters older than the one that stands there now.
  const bool done = replace(applied(*edit, base->text()), field);
  run_.reset();
  if (done && may_wait()) {
    run_ = TypingRun{std::string(path), value, version_};
  }
  return done;
}

// ---- edits

void EditorContext::text_changed() {
  run_.reset();
  typed_ = false;
  ++version_;
  check_due_ = true;
  changed_time_ = time_;
}

bool EditorContext::done(const Result<bool>& result, std::string_view field) {
  text_changed();
  undone_.clear();
  const bool joins = !field.empty() && !steps_.empty() && steps_.back().field == field &&
                     time_ - steps_.back().at < kSameBreath;
  if (!joins) {
    steps_.push_back({0, std::string(field), time_});
  }
  ++steps_.back().edits;
  steps_.back().at = time_;
  if (!result) {
    say(result.error().message, true);
  }
  return true;
}

bool EditorContext::apply(const Result<TextEdit>& edit, std::string_view field) {
  if (!edit) {
    say(edit.error().message, true);
    return false;
  }
  if (edit->changes.empty()) {
    return true;
  }
  const std::string before = text();
  const Result<bool> result = document_.apply(*edit);
  if (text() == before) {
    say(result ? std::string() : result.error().message, true);
    return false;
  }
  changed_at_ = common_end(before, text());
  return done(result, field);
}

bool EditorContext::replace(const std::string& wanted, std::string_view field) {
  const std::uint64_t before = version_;
  const bool done = apply(difference(text(), wanted), field);
  typed_ = typed_ || version_ != before;
  return done;
}

void EditorContext::end_step() {
  if (!steps_.empty()) {
    steps_.back().field.clear();
  }
}

void EditorContext::undo() {
  std::size_t edits = 1;
  if (!steps_.empty()) {
    edits = steps_.back().edits;
    steps_.pop_back();
  }
  const std::string before = text();
  std::size_t undone = 0;
  while (undone < edits && document_.can_undo()) {
    if (const Result<bool> result = document_.undo(); !result) {
      say(result.error().message, true);
    }
    ++undone;
  }
  if (undone > 0) {
    undone_.push_back(undone);
    changed_at_ = common_end(before, text());
    text_changed();
  }
}

void EditorContext::redo() {
  const std::size_t edits = undone_.empty() ? 1 : undone_.back();
  const std::string before = text();
  std::size_t redone = 0;
  while (redone < edits && document_.can_redo()) {
    if (const Result<bool> result = document_.redo(); !result) {
      say(result.error().message, true);
    }
    ++redone;
  }
  if (redone > 0) {
    if (!undone_.empty()) {
      undone_.pop_back();
    }
    steps_.push_back({redone, "", time_});
    changed_at_ = common_end(before, text());
    text_changed();
  }
}

bool EditorContext::reload() {
  const std::string before = text();
  const Result<bool> result = document_.reload();
  if (!result) {
    say(result.error().message, true);
  }
  // It is another one also where only the journal could not be written.
  if (text() != before) {
    changed_at_ = common_end(before, text());
    steps_.push_back({1, "", time_});
    undone_.clear();
    text_changed();
  }
  return result.has_value() || text() != before;
}

void EditorContext::file_is_gone() {
  if (const Result<bool> result = document_.file_is_gone(); !result) {
    say(result.error().message, true);
  }
}

// ---- selection

void EditorContext::select(EditorSelection selection) {
  selection_ = std::move(selection);
  ++selected_times_;
}

std::optional<std::size_t> EditorContext::offset_of_selection() {
  const OutlinedMoment* moment = outline().find(selection_.moment);
  if (moment == nullptr || seen() == nullptr) {
    return selection_.moment.empty() ? std::optional<std::size_t>(0) : std::nullopt;
  }
  for (const OutlinedResponse& response : moment->responses) {
    if (!selection_.response.empty() && response.id == selection_.response) {
      return response.offset;
    }
  }
  return moment->offset;
}

// ---- findings

void EditorContext::set_way(std::vector<std::string> choices) {
  if (way_ != choices) {
    way_ = std::move(choices);
    check_due_ = true;
    changed_time_ = time_;
  }
}

const NamesInText& EditorContext::names() {
  const YamlSpans* parts = seen();
  if (parts != nullptr && (names_version_ != parsed_version_ || names_of_ != last_scenario_)) {
    names_version_ = parsed_version_;
    names_of_ = last_scenario_;
    names_ = names_in(*parts, outline());
    // Stages of a journey with a file of its own are known once that was read.
    if (last_scenario_) {
      names_.stages.clear();
      for (const Stage& stage : last_scenario_->stages) {
        names_.stages.emplace_back(stage.id);
      }
    }
  }
  return names_;
}

void EditorContext::say(std::string sentence, bool is_problem) {
  said_ = std::move(sentence);
  said_problem_ = is_problem;
}

bool EditorContext::step(float dt) {
  time_ += static_cast<double>(dt);
  if (check_due_ && (changed_time_ < 0 || time_ - changed_time_ >= kPause)) {
    check_due_ = false;
    check_.want({version_, document_.path(), text(), way_});
  }
  const bool parsed = step_parsing();
  std::shared_ptr<const LiveFindings> latest = check_.latest();
  if (latest == findings_) {
    return parsed;
  }
  findings_ = std::move(latest);
  if (findings_->scenario) {
    last_scenario_ = findings_->scenario;
  }
  return true;
}

bool EditorContext::checking() const {
  return check_due_ || check_.working() || (may_wait() && parsed_version_ != version_);
}

}  // namespace mot
