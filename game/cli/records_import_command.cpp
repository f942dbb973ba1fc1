// `mot records import`: takes in what `export` wrote, and playthroughs. What is there already is
// not doubled.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "engine/records/exchange.h"
#include "game/cli/console.h"
#include "game/cli/interface_language.h"
#include "game/cli/progress_line.h"
#include "game/cli/records_access.h"
#include "game/cli/records_commands.h"
#include "game/cli/scenario_argument.h"

namespace mot {
namespace {

/// So many at once: whole transactions are quick, and Ctrl-C does not lose them.
constexpr std::size_t kBatch = 500;

/// Puts attempts into a store, many at a time.
class Taking {
 public:
  Taking(Store& store, ScenarioShelf& shelf) : store_(store), shelf_(shelf) {}

  Result<bool> take(Attempt attempt) {
    // A playthrough comes without a score.
    if (!attempt.score) {
      if (auto score = score_again(attempt.play, shelf_)) attempt.score = std::move(*score);
    }
    batch_.push_back(std::move(attempt));
    ++seen_;
    if (progress_.is_due()) progress_.show(fmt::format("{} attempts …", seen_));
    return batch_.size() < kBatch ? Result<bool>(true) : flush();
  }

  Result<bool> flush() {
    const Result<std::size_t> put = store_.put(batch_);
    if (!put) return tl::unexpected(put.error());
    fresh_ += *put;
    batch_.clear();
    return true;
  }

  std::size_t seen() const { return seen_; }
  std::size_t fresh() const { return fresh_; }

 private:
  Store& store_;
  ScenarioShelf& shelf_;
  ProgressLine progress_;
  std::vector<Attempt> batch_;
  std::size_t seen_ = 0;
  std::size_t fresh_ = 0;
};

int take_file(const std::string& path, Taking& taking) {
  std::ifstream in(path, std::ios::binary);
  if (!in || std::filesystem::is_directory(path)) {
    return complain(fmt::format("cannot read {}", path), kMachineRefused);
  }
  const std::string name = std::filesystem::path(path).filename().string();
  const Result<bool> read =
      read_exchange(in, name, [&](Attempt attempt) { return taking.take(std::move(attempt)); });
  // What came before a fault is good.
  const Result<bool> flushed = taking.flush();
  if (!flushed) return complain(flushed.error().message, kMachineRefused);
  return read ? kDone : complain(fmt::format("{}: {}", path, read.error().message), kNotGood);
}

}  // namespace

int records_import_command(const RecordsImportOptions& options) {
  const auto store = open_records(options.records);
  if (!store) return store.error();
  ScenarioShelf shelf = shelf_of_library(library_folder(options.records.library));
  int code = kDone;
  Taking taking(**store, shelf);
  for (const std::string& path : options.files) code = std::max(code, take_file(path, taking));
  const UiStrings words = load_ui_strings(interface_language(options.records.language));
  if (options.records.json) {
    return finish(Json().set("read", taking.seen()).set("new", taking.fresh()).dump() + '\n', code);
  }
  return finish(words.text("cli.records.imported", {{"read", fmt::format("{}", taking.seen())},
                                                    {"new", fmt::format("{}", taking.fresh())}}) +
                    '\n',
                code);
}

}  // namespace mot
