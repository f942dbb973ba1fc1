// The journal is a line a record: 8 hex digits of SHA-256 over the rest of the line, a blank, JSON.
// The first record holds the text that the edits begin with; each other one edit ("edit": pieces
// with "at", "out", "in") or a way back or forth ("do", so many "times"). A line that is cut off
// ends it.
#include "engine/authoring/scenario_document.h"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <system_error>
#include <utility>

#include "engine/base/file.h"
#include "engine/base/give_way.h"
#include "engine/base/hash.h"
#include "engine/base/json.h"
#include "engine/base/utf8.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMarkLength = 8;
/// Journals hold the text and all edits of a sitting.
constexpr std::size_t kMaxJournalBytes = std::size_t{1} << 30U;
/// Bytes of a text from which on it takes a while to write it down.
constexpr std::size_t kLarge = 40'000;

std::string line_of(const Json& record) {
  const std::string text = record.dump(-1);
  return sha256_hex(text).substr(0, kMarkLength) + ' ' + text + '\n';
}

/// The first record: the text that the edits begin with, and the hash of the file they are for.
std::string head_of(const std::string& text, const std::string& base) {
  return line_of(Json().set("mot-journal", 1).set("file", base).set("text", text));
}

/// The record of a line; nothing where it was cut off or damaged.
Result<Json> record_of(std::string_view line) {
  if (line.size() <= kMarkLength + 1) return refuse("cut off");
  const std::string_view text = line.substr(kMarkLength + 1);
  if (sha256_hex(text).substr(0, kMarkLength) != line.substr(0, kMarkLength))
    return refuse("damaged");
  return parse_json(text);
}

Json to_json(const TextEdit& edit) {
  Json list(Json::Array{});
  for (const TextChange& change : edit.changes)
    list.push(Json().set("at", change.at).set("out", change.removed).set("in", change.inserted));
  return Json().set("edit", std::move(list));
}

TextEdit edit_of(const Json& list) {
  TextEdit edit;
  for (const Json& change : *list.array()) {
    const Json* at = change.find("at");
    const Json* removed = change.find("out");
    const Json* inserted = change.find("in");
    const bool whole = at != nullptr && at->integer() != nullptr && *at->integer() >= 0 &&
                       removed != nullptr && removed->string() != nullptr && inserted != nullptr &&
                       inserted->string() != nullptr;
    if (!whole) return {};
    edit.changes.push_back(
        {static_cast<std::size_t>(*at->integer()), *removed->string(), *inserted->string()});
  }
  return edit;
}

/// Does what a record says; false where it cannot be done.
bool do_record(const Json& record, EditHistory& history) {
  if (const Json* edit = record.find("edit"); edit != nullptr && edit->array() != nullptr) {
    TextEdit change = edit_of(*edit);
    if (!fits(change, history.text())) return false;
    history.apply(std::move(change));
    return true;
  }
  const Json* step = record.find("do");
  if (step == nullptr || step->string() == nullptr) return false;
  const Json* times = record.find("times");
  std::int64_t left = times == nullptr || times->integer() == nullptr ? 1 : *times->integer();
  const bool back = *step->string() == "undo";
  while (left > 0 && (back ? history.undo() : history.redo())) --left;
  return left <= 0;
}

}  // namespace

std::string journal_path(const std::string& path) {
  const fs::path file(path);
  return (file.parent_path() / ("." + file.filename().string() + ".mot-journal")).string();
}

ScenarioDocument::ScenarioDocument(std::string path, Content content, FileLock lock)
    : lock_(std::move(lock)),
      path_(std::move(path)),
      journal_path_(mot::journal_path(path_)),
      form_(content.form),
      history_(content.text),
      saved_(std::move(content.text)),
      base_(sha256_hex(saved_)) {}

Result<ScenarioDocument::Content> ScenarioDocument::decoded(const std::string& path,
                                                            Result<std::string> raw) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (!raw) return tl::unexpected<Refusal>(raw.error());
  if (find_invalid_utf8(*raw) != std::string::npos)
    return refuse("refused.not-utf8", {{"file", path}},
                  fmt::format("{} is not UTF-8; save it as UTF-8 in your text editor first", path));
  Content content;
  content.form.has_mark = raw->compare(0, kMark.size(), kMark) == 0;
  if (content.form.has_mark) raw->erase(0, kMark.size());
  content.form.has_crlf = raw->find('\r') != std::string::npos;
  if (!content.form.has_crlf) {
    content.text = std::move(*raw);
    return content;
  }
  for (std::size_t i = 0; i < raw->size(); ++i) {
    const bool line_end = (*raw)[i] == '\r' && i + 1 < raw->size() && (*raw)[i + 1] == '\n';
    if (line_end) ++i;
    const bool lone = (*raw)[i] == '\r' || ((*raw)[i] == '\n' && !line_end);
    if (lone)
      return refuse("refused.line-ends", {{"file", path}},
                    fmt::format("{} mixes two kinds of line ends; save it in your text editor with "
                                "one kind first",
                                path));
    content.text += (*raw)[i];
  }
  return content;
}

std::string ScenarioDocument::encoded(std::string_view text) const {
  std::string raw = form_.has_mark ? "\xEF\xBB\xBF" : "";
  for (const char c : text) {
    if (c == '\n' && form_.has_crlf) raw += '\r';
    raw += c;
  }
  return raw;
}

Result<ScenarioDocument> ScenarioDocument::open(const std::string& path) {
  // Two that write one journal would leave nothing of either.
  const std::string lock_path = mot::journal_path(path) + ".lock";
  auto lock = FileLock::within(lock_path, FileLock::Kind::alone, std::chrono::milliseconds{0});
  if (!lock)
    return refuse("refused.open", {{"file", path}},
                  fmt::format("{} is open in another window; close it there first", path));
  lock->take_file_along(lock_path);
  Result<Content> content = decoded(path, read_file_if_there(path));
  if (!content) return tl::unexpected<Refusal>(content.error());
  ScenarioDocument document(path, std::move(*content), std::move(*lock));
  const Result<bool> recovered = document.read_journal();
  if (!recovered) return tl::unexpected<Refusal>(recovered.error());
  document.recovered_ = *recovered;
  document.prepare_journal();
  return document;
}

/// The file holds `text` now.
void ScenarioDocument::note_saved(std::string text) {
  saved_ = std::move(text);
  base_ = sha256_hex(saved_);
  recovered_ = false;
  prepare_journal();
}

/// Works out on another thread what the next journal is likely to begin with.
void ScenarioDocument::prepare_journal() {
  begin_ = {};
  if (saved_.size() < kLarge) return;
  try {
    begin_ = std::async(std::launch::async, [text = saved_, base = base_] {
               give_way();
               return head_of(text, base);
             }).share();
  } catch (const std::system_error&) {
    // It is worked out when it is needed.
  }
}

bool ScenarioDocument::file_is_newer() const { return base_ != sha256_hex(saved_); }

/// Takes over what the journal holds; false: there is none, or nothing in it.
Result<bool> ScenarioDocument::read_journal() {
  const Result<std::string> journal = read_file_if_there(journal_path_, kMaxJournalBytes);
  // Begun anew, it would be lost.
  if (!journal)
    return refuse("refused.journal", {{"reason", journal.error().message}, {"file", path_}},
                  fmt::format("{}; it holds what was not saved of {}: move it away to edit that "
                              "without it",
                              journal.error().message, path_));
  std::string_view rest = *journal;
  const auto next_line = [&rest](std::string_view& line) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) return false;
    line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return true;
  };
  std::string_view line;
  if (!next_line(line)) return false;
  const Result<Json> head = record_of(line);
  const Json* base = head ? head->find("text") : nullptr;
  if (base == nullptr || base->string() == nullptr) return false;
  EditHistory history(*base->string());
  bool whole = true;
  while (whole && next_line(line)) {
    const Result<Json> record = record_of(line);
    whole = record && do_record(*record, history);
  }
  if (history.text() == saved_) {
    if (whole) end_journal();
    return false;
  }
  const Json* file = head->find("file");
  base_ = file == nullptr || file->string() == nullptr ? std::string() : *file->string();
  history_ = std::move(history);
  // Where it was not cut off it goes on; it holds all that can be undone.
  has_journal_ = whole && rest.empty();
  journal_begin_ = 0;
  return true;
}

/// The first record with a text, and the record of what is done with it. One that is left of an
/// earlier sitting gives way only to a whole one on the disk.
Result<bool> ScenarioDocument::begin_journal(const std::string& text, const std::string& record) {
  const bool prepared = begin_.valid() && text == saved_ &&
                        begin_.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
  const std::string begin = (prepared ? begin_.get() : head_of(text, base_)) + record;
  has_journal_ = journal_file_->begin(journal_path_, begin) == 0;
  if (has_journal_) return true;
  Result<bool> written = write_file_atomically(journal_path_, begin);
  has_journal_ = written.has_value();
  return written;
}

Result<bool> ScenarioDocument::journal(const std::string& record) {
  const int error = journal_file_->append(journal_path_, record);
  if (error == 0) return true;
  has_journal_ = false;
  const std::string reason = std::generic_category().message(error);
  return refuse("refused.write", {{"file", journal_path_}, {"reason", reason}},
                fmt::format("cannot write {}: {}", journal_path_, reason));
}

void ScenarioDocument::end_journal() {
  std::error_code ignored;
  fs::remove(journal_path_, ignored);
  journal_file_->forget();
  has_journal_ = false;
}

/// True: the text is what the file holds, and there is nothing to be kept.
bool ScenarioDocument::end_journal_if_saved() {
  if (is_changed()) return false;
  if (std::string base = sha256_hex(saved_); base != base_) {
    base_ = std::move(base);
    prepare_journal();
  }
  end_journal();
  return true;
}

Result<bool> ScenarioDocument::apply(TextEdit edit) {
  if (edit.changes.empty()) return true;
  if (!fits(edit, history_.text()))
    return refuse("refused.changed", {}, "the text has changed since this edit was made");
  for (const TextChange& change : edit.changes) {
    if (find_invalid_utf8(change.inserted) != std::string::npos ||
        find_invalid_utf8(change.removed) != std::string::npos)
      return refuse("refused.put-utf8", {}, "what is put in is not UTF-8");
  }
  const std::string record = line_of(to_json(edit));
  const std::string before = has_journal_ ? std::string() : history_.text();
  const std::size_t done = history_.done();
  history_.apply(std::move(edit));
  if (end_journal_if_saved()) return true;
  if (has_journal_) return journal(record);
  journal_begin_ = done;
  return begin_journal(before, record);
}

Result<bool> ScenarioDocument::undo(std::size_t edits) {
  return step(&EditHistory::undo, "undo", edits);
}

Result<bool> ScenarioDocument::redo(std::size_t edits) {
  return step(&EditHistory::redo, "redo", edits);
}

Result<bool> ScenarioDocument::step(bool (EditHistory::*move)(),
                                    const char* name,
                                    std::size_t edits) {
  const std::string before = history_.text();
  std::size_t done = 0;
  while (done < edits && (history_.*move)()) ++done;
  if (done == 0) return false;
  if (end_journal_if_saved()) return true;
  if (has_journal_ && journal_begin_ && history_.done() >= *journal_begin_)
    return journal(line_of(Json().set("do", name).set("times", static_cast<std::int64_t>(done))));
  journal_begin_.reset();
  const std::string record = line_of(to_json(difference(before, history_.text())));
  return has_journal_ ? journal(record) : begin_journal(before, record);
}

bool ScenarioDocument::changed_outside() const {
  const Result<Content> now = decoded(path_, read_file_if_there(path_));
  if (!now || now->text != saved_) return true;
  return !saved_.empty() && now->form != form_;
}

Result<std::string> ScenarioDocument::text_on_disk() const {
  return decoded(path_, read_file(path_)).map([](const Content& content) { return content.text; });
}

Result<SaveResult> ScenarioDocument::save(bool force) {
  if (!force && (file_is_newer() || changed_outside())) return SaveResult::changed_outside;
  const Result<bool> written = write_file_atomically(path_, encoded(history_.text()));
  if (!written) return tl::unexpected<Refusal>(written.error());
  note_saved(history_.text());
  end_journal();
  return SaveResult::saved;
}

Result<bool> ScenarioDocument::join(std::string_view theirs, std::string_view text) {
  const Result<Content> now = decoded(path_, read_file(path_));
  if (!now) return tl::unexpected<Refusal>(now.error());
  if (now->text != theirs)
    return refuse("refused.changed", {}, "the text has changed since this edit was made");
  const std::string before = history_.text();
  form_ = now->form;
  note_saved(now->text);
  if (before != text) history_.apply(difference(before, text));
  if (end_journal_if_saved()) return true;
  // What it holds goes out from the file as it was: it is written anew, whole.
  journal_begin_.reset();
  return begin_journal(before, line_of(to_json(difference(before, text))));
}

Result<bool> ScenarioDocument::reload() {
  const Result<Content> now = decoded(path_, read_file(path_));
  if (!now) return tl::unexpected<Refusal>(now.error());
  form_ = now->form;
  note_saved(now->text);
  Result<bool> replaced = replace(now->text);
  if (replaced) end_journal();
  return replaced;
}

Result<bool> ScenarioDocument::file_is_gone() {
  note_saved("");
  // No edit that is undone leads back to an empty text.
  journal_begin_.reset();
  return begin_journal("", line_of(to_json(difference("", history_.text()))));
}

}  // namespace mot
