#include "game/editor/edited_text.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

#include "engine/base/give_way.h"

namespace mot {
namespace {

constexpr double kBreath = 0.15;        // seconds without a change before a large text is read anew
constexpr std::size_t kLarge = 40'000;  // bytes; reading less takes no time that anybody notices
constexpr double kSameBreath = 1.5;     // what is typed within it is undone together

// Byte of `after` behind all that differs.
std::size_t common_end(const std::string& before, const std::string& after) {
  const TextEdit edit = difference(before, after);
  return edit.changes.empty() ? after.size() : edit.changes[0].at + edit.changes[0].inserted.size();
}

}  // namespace

EditedText::EditedText(ScenarioDocument document, Refused refused)
    : document_(std::move(document)), refused_(std::move(refused)) {}

// ---- the text

void EditedText::install(Result<YamlSpans> parsed, std::uint64_t version) {
  parsed_version_ = version;
  run_.reset();
  edit_.reset();
  if (!parsed) {
    problem_ = parsed.error();
    return;
  }
  problem_.reset();
  read_ = std::make_shared<const YamlSpans>(std::move(*parsed));
}

void EditedText::parse() {
  if (parsed_version_ == version_) {
    return;
  }
  if (read_ == nullptr) {
    install(YamlSpans::parse(text(), path()), version_);
  } else {
    install(read_->after(edit_ ? *edit_ : difference(read_->text(), text())), version_);
  }
}

// A large text is read on another thread once nobody types; what is seen meanwhile is a bit older.
bool EditedText::may_wait() const {
  return typed_ && parsed_version_ != 0 && text().size() > kLarge;
}

bool EditedText::step(float dt) {
  time_ += static_cast<double>(dt);
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
  if (is_behind() && still() > kBreath) {
    parsing_version_ = version_;
    parsing_ = std::async(std::launch::async, [text = text(), path = path(), before = read_] {
      give_way();
      return before == nullptr ? YamlSpans::parse(text, path)
                               : before->after(difference(before->text(), text));
    });
  }
  return false;
}

const YamlSpans* EditedText::spans() {
  parse();
  return current();
}

const YamlSpans* EditedText::seen() {
  if (!may_wait()) {
    parse();
  }
  return current();
}

std::shared_ptr<const YamlDocument> EditedText::read_already() const {
  return current() != nullptr && parsed_version_ == version_ ? read_->shared_document() : nullptr;
}

std::uint64_t EditedText::seen_version() {
  seen();
  return parsed_version_;
}

const std::optional<Refusal>& EditedText::problem() {
  seen();
  return problem_;
}

std::string EditedText::value_at(std::string_view path) {
  if (run_ && run_->path == path) {
    return run_->value;
  }
  const YamlSpans* parts = seen();
  const YamlNode node = parts == nullptr ? kNoNode : parts->find(path);
  return node == kNoNode ? std::string() : std::string(parts->document().text(node));
}

bool EditedText::type(std::string_view path,
                      const std::string& value,
                      ScalarKind kind,
                      std::string_view field) {
  return type_as(path, value, value, kind, field);
}

bool EditedText::type_value(std::string_view path,
                            const std::string& value,
                            std::string_view field) {
  return type_as(path, value, written_value(value), ScalarKind::word, field);
}

bool EditedText::type_as(std::string_view path,
                         const std::string& value,
                         const std::string& written,
                         ScalarKind kind,
                         std::string_view field) {
  const bool goes_on = run_ && run_->path == path && run_->version == version_;
  const YamlSpans* base = goes_on ? current() : spans();
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

void EditedText::text_changed() {
  run_.reset();
  edit_.reset();
  typed_ = false;
  ++version_;
  changed_time_ = time_;
}

bool EditedText::done(const Result<bool>& result, std::string_view field) {
  text_changed();
  undone_.clear();
  const bool joins = !field.empty() && !steps_.empty() && steps_.back().open &&
                     steps_.back().field == field && time_ - steps_.back().at < kSameBreath;
  if (!joins) {
    steps_.push_back({0, std::string(field), time_});
  }
  ++steps_.back().edits;
  steps_.back().at = time_;
  told(result);
  return true;
}

void EditedText::told(const Result<bool>& result) {
  if (!result) {
    refused_(result.error());
  }
}

bool EditedText::apply(const Result<TextEdit>& edit, std::string_view field) {
  if (!edit) {
    refused_(edit.error());
    return false;
  }
  if (edit->changes.empty()) {
    return true;
  }
  const std::string before = text();
  const Result<bool> result = document_.apply(*edit);
  if (text() == before) {
    told(result);
    return false;
  }
  changed_at_ = common_end(before, text());
  const bool was_read = current() != nullptr && parsed_version_ == version_;
  done(result, field);
  if (was_read) {
    edit_ = *edit;
  }
  return true;
}

bool EditedText::replace(const std::string& wanted, std::string_view field) {
  const std::uint64_t before = version_;
  const bool done = apply(difference(text(), wanted), field);
  typed_ = typed_ || version_ != before;
  return done;
}

std::string EditedText::undo() {
  if (!document_.can_undo()) {
    return {};
  }
  Step step{1, {}, 0, false};
  if (!steps_.empty()) {
    step = std::move(steps_.back());
    steps_.pop_back();
  }
  const std::string before = text();
  told(document_.undo(step.edits));
  changed_at_ = common_end(before, text());
  text_changed();
  undone_.push_back(step);
  return step.field;
}

std::string EditedText::redo() {
  if (!document_.can_redo()) {
    return {};
  }
  Step step{1, {}, 0, false};
  if (!undone_.empty()) {
    step = std::move(undone_.back());
    undone_.pop_back();
  }
  const std::string before = text();
  told(document_.redo(step.edits));
  changed_at_ = common_end(before, text());
  text_changed();
  step.open = false;
  steps_.push_back(step);
  return step.field;
}

// The whole text is another, as one step of undo.
bool EditedText::was_replaced(const Result<bool>& result, const std::string& before) {
  told(result);
  // It is another one also where only the journal could not be written.
  if (text() != before) {
    changed_at_ = common_end(before, text());
    steps_.push_back({1, "", time_});
    undone_.clear();
    text_changed();
  }
  return result.has_value() || text() != before;
}

bool EditedText::reload() {
  const std::string before = text();
  return was_replaced(document_.reload(), before);
}

bool EditedText::join(const std::string& theirs, const std::string& joined) {
  const std::string before = text();
  return was_replaced(document_.join(theirs, joined), before);
}

void EditedText::drop() {
  if (!document_.reload()) {
    told(document_.undo(std::numeric_limits<std::size_t>::max()));
  }
  steps_.clear();
  undone_.clear();
  text_changed();
}

void EditedText::file_is_gone() { told(document_.file_is_gone()); }

}  // namespace mot
