#include "game/cli/records_access.h"

#include <termios.h>

#include <cstdlib>

#include "engine/records/counted.h"
#include "engine/records/own_records.h"
#include "engine/records/pin.h"
#include "engine/records/play_folder.h"
#include "engine/records/xapi.h"
#include "engine/scenario/library.h"
#include "engine/scenario/loader.h"
#include "game/cli/console.h"
#include "game/cli/interface_language.h"
#include "game/cli/line_input.h"
#include "game/cli/scenario_argument.h"

namespace mot {
namespace {

/// Typed characters are not shown while it lives.
class SilentTerminal {
 public:
  SilentTerminal() {
    ::tcgetattr(kStandardInput, &before_);
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(kStandardInput, TCSAFLUSH, &silent);
  }
  ~SilentTerminal() { ::tcsetattr(kStandardInput, TCSAFLUSH, &before_); }
  SilentTerminal(const SilentTerminal&) = delete;
  SilentTerminal& operator=(const SilentTerminal&) = delete;

 private:
  termios before_{};
};

/// Whether the person may see what is behind the PIN; else the exit code.
tl::expected<bool, int> pass_pin(Store& store, const UiStrings& words) {
  const Result<bool> guarded = has_pin(store);
  if (!guarded) return tl::unexpected(complain(guarded.error().message, kMachineRefused));
  if (!*guarded) return true;
  const char* given = std::getenv("MOT_PIN");
  const std::optional<std::string> pin = given != nullptr
                                             ? std::optional<std::string>(given)
                                             : ask_secret(words.text("cli.records.pin"));
  if (!pin) return tl::unexpected(complain(words.text("cli.records.pin-needed"), kWrongUsage));
  const Result<bool> right = is_pin(store, *pin);
  if (!right) return tl::unexpected(complain(right.error().message, kMachineRefused));
  if (!*right) return tl::unexpected(complain(words.text("cli.records.pin-wrong"), kWrongUsage));
  return true;
}

}  // namespace

std::string store_named(const std::string& option) {
  if (!option.empty()) return option;
  const char* named = std::getenv("MOT_STORE");
  return named == nullptr ? std::string() : std::string(named);
}

ScenarioShelf shelf_of_library(const std::string& library, bool translations) {
  return ScenarioShelf(
      [library, translations](const std::string& id) -> std::shared_ptr<const Scenario> {
        if (library.empty()) return nullptr;
        const std::string path = find_scenario(library, id);
        if (path.empty()) return nullptr;
        DiagnosticSink sink;
        LoadOptions options;
        options.library = library;
        options.translations = translations;
        return load_scenario(path, options, sink).scenario;
      });
}

Result<std::size_t> take_in_plays(AttemptKeeper& keeper, const std::string& library) {
  ScenarioShelf shelf = shelf_of_library(library);
  return keeper.take_in(play_folder(), shelf);
}

std::optional<std::string> ask_secret(const std::string& question) {
  if (!is_terminal(kStandardInput) || !is_terminal(kStandardError)) return std::nullopt;
  write_error(question + ' ');
  LineInput input;
  const SilentTerminal silent;
  std::optional<std::string> line = input.next();
  write_error("\n");
  return line;
}

tl::expected<std::unique_ptr<Store>, int> open_own_records(const RecordsOptions& options) {
  const std::string named = store_named(options.store);
  if (named.empty()) {
    AttemptKeeper keeper({});
    // What is in the way of this is in the way of opening, too, and said there.
    (void)take_in_plays(keeper, library_folder(options.library));
  }
  Result<std::unique_ptr<Store>> store = open_store(store_or_default(named));
  if (!store) return tl::unexpected(complain(store.error().message, kMachineRefused));
  // What is in the way of this is said by what follows.
  if (!named.empty()) (void)outbox_of_store(named).send(**store);
  return std::move(*store);
}

tl::expected<std::unique_ptr<Store>, int> open_records(const RecordsOptions& options) {
  auto store = open_own_records(options);
  if (!store) return store;
  const auto passed = pass_pin(**store, load_ui_strings(interface_language(options.language)));
  if (!passed) return tl::unexpected(passed.error());
  return store;
}

tl::expected<std::vector<Attempt>, int> recorded_attempts(const RecordsOptions& options) {
  const auto store = open_records(options);
  if (!store) return tl::unexpected(store.error());
  Result<std::vector<Attempt>> found = chosen_attempts(**store, options);
  if (!found) return tl::unexpected(complain(found.error().message, kMachineRefused));
  return std::move(*found);
}

Result<std::vector<Attempt>> chosen_attempts(Store& store, const RecordsOptions& options) {
  std::vector<Attempt> chosen;
  const Result<bool> shown = each_chosen(store, options, [&](const Attempt& attempt) {
    chosen.push_back(attempt);
    return true;
  });
  if (!shown) return tl::unexpected(shown.error());
  return chosen;
}

Outbox outbox_of(const RecordsOptions& options) {
  return outbox_of_store(store_named(options.store));
}

Result<bool> each_chosen(Store& store, const RecordsOptions& options, const Store::Visitor& show) {
  const Outbox outbox = outbox_of(options);
  const auto visit = [&](const AttemptFilter& filter, const Store::Visitor& visitor) {
    return visit_with_waiting(store, outbox, filter, visitor);
  };
  return options.counts ? visit_counted(visit, options.filter, *options.counts, show)
                        : visit(options.filter, show);
}

std::vector<Json> statements_of(const Attempt& attempt, ScenarioShelf& shelf) {
  const Program* program = shelf.find(attempt.play.scenario);
  // The texts of a scenario that was changed since are not those that were read.
  const bool same = program != nullptr && program->content() == attempt.play.content;
  return xapi_statements(attempt, same ? &program->scenario() : nullptr, {});
}

}  // namespace mot
