// A scenario that somebody edits: its text with undo and redo, a journal with each edit, and a save
// that never goes over what somebody else wrote. Nothing typed is ever lost: before an edit returns
// it is in the journal, so that it is offered after a kill at any instant, and a moment later it is
// on the disk, for when the machine stops. No edit waits for the disk, the first of a journal
// neither; only a journal that is left of an earlier sitting, and cannot be gone on with, is
// replaced by one that is on the disk.
#pragma once

#include <cstddef>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/authoring/journal_file.h"
#include "engine/authoring/text_edit.h"
#include "engine/base/file_lock.h"
#include "engine/base/result.h"

namespace mot {

/// What saving found.
enum class SaveResult : unsigned char {
  saved,
  /// The file is not what was read or saved last; nothing was written.
  changed_outside,
};

/// An open file. The journal is ".<name>.mot-journal" beside it, and is there while something is
/// not saved; ".<name>.mot-journal.lock" is there as long as the file is open.
class ScenarioDocument {
 public:
  /// Reads a file, or begins one that is not there. Where a journal is left of it, the text is what
  /// the last edit made of it, and recovered() says so. Refuses what cannot be read, a journal too,
  /// and a file that is open already, here or in another program.
  static Result<ScenarioDocument> open(const std::string& path);

  const std::string& path() const { return path_; }
  /// With line feeds alone and without a byte order mark; a file that has others keeps them.
  const std::string& text() const { return history_.text(); }
  bool can_undo() const { return history_.can_undo(); }
  bool can_redo() const { return history_.can_redo(); }
  /// The text is not what was read or saved last.
  bool is_changed() const { return history_.text() != saved_; }
  /// It was opened with edits that had not been saved.
  bool recovered() const { return recovered_; }
  /// It was recovered, and the file has been changed since by somebody else.
  bool file_is_newer() const;

  /// Does an edit and puts it into the journal without waiting for the disk (see journal_file.h).
  /// Refuses an edit that does not fit (then nothing changes), and a journal that cannot be written
  /// (then the edit is done all the same, in memory).
  Result<bool> apply(TextEdit edit);
  /// Replaces the whole text, as one edit of what differs.
  Result<bool> replace(std::string_view text) { return apply(difference(history_.text(), text)); }
  /// The same for the way back and forth, so many edits as one record; false: there is nothing.
  Result<bool> undo(std::size_t edits = 1);
  Result<bool> redo(std::size_t edits = 1);

  /// Writes the file, all of it or nothing, and ends the journal. `force`: also over what somebody
  /// else wrote, now or before what was recovered.
  Result<SaveResult> save(bool force = false);
  /// Whether the file on disk is another than was read or saved last.
  bool changed_outside() const;
  /// What stands in the file now, as text() would have it. Refuses where there is no file or none
  /// that can be read.
  Result<std::string> text_on_disk() const;
  /// The text that was read or saved last: what the edits go out from, unless file_is_newer().
  const std::string& text_read() const { return saved_; }
  /// What is in the file now counts as read, and `text`, which somebody has made of it and of the
  /// edits here, takes the place of the text; nothing is written to the file. It can be undone.
  /// Refuses, and changes nothing, where the file holds another text than `theirs`; and a journal
  /// that cannot be written (then it is done all the same, in memory).
  Result<bool> join(std::string_view theirs, std::string_view text);
  /// Goes back to what is on disk; the journal ends. It can be undone. Refuses, and keeps text and
  /// journal, where there is no file or none that can be read.
  Result<bool> reload();
  /// The file was taken away: nothing of the text is saved any more, and all of it goes into the
  /// journal. Refuses a journal that cannot be written.
  Result<bool> file_is_gone();

 private:
  /// How the file is written, beside its text.
  struct Form {
    bool has_mark = false;
    bool has_crlf = false;
    friend bool operator==(const Form&, const Form&) = default;
  };
  struct Content {
    std::string text;
    Form form;
  };
  ScenarioDocument(std::string path, Content content, FileLock lock);
  static Result<Content> decoded(const std::string& path, Result<std::string> raw);
  std::string encoded(std::string_view text) const;
  void note_saved(std::string text);
  void prepare_journal();
  Result<bool> step(bool (EditHistory::*move)(), const char* name, std::size_t edits);
  Result<bool> journal(const std::string& record);
  Result<bool> begin_journal(const std::string& text, const std::string& record);
  void end_journal();
  bool end_journal_if_saved();
  Result<bool> read_journal();

  FileLock lock_;
  std::string path_;
  std::string journal_path_;
  std::unique_ptr<JournalFile> journal_file_ = std::make_unique<JournalFile>();
  Form form_;
  EditHistory history_;
  /// The text that was read or saved last.
  std::string saved_;
  /// Hash of the text of the file that the edits go out from: of saved_, unless a journal is left
  /// of an older file.
  std::string base_;
  bool has_journal_ = false;
  /// How many edits were done when the journal began; it knows nothing of those before. Nothing:
  /// what was undone of those is an edit in the journal, and so is all that is undone or done again
  /// since.
  std::optional<std::size_t> journal_begin_;
  /// What a journal that begins with saved_ begins with, worked out ahead; not valid: it is not.
  std::shared_future<std::string> begin_;
  bool recovered_ = false;
};

/// Where the journal of a file is.
std::string journal_path(const std::string& path);

}  // namespace mot
