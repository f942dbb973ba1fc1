// `mot records pin`: a PIN before the commands that show other people's records.
#include <cstdlib>

#include "engine/records/pin.h"
#include "game/cli/console.h"
#include "game/cli/interface_language.h"
#include "game/cli/records_access.h"
#include "game/cli/records_commands.h"

namespace mot {
int records_pin_command(const RecordsPinOptions& options) {
  const UiStrings words = load_ui_strings(interface_language(options.records.language));
  const auto store = open_records(options.records);
  if (!store) return store.error();
  std::string pin;
  if (!options.remove) {
    const char* given = std::getenv("MOT_NEW_PIN");
    const std::optional<std::string> typed = given != nullptr
                                                 ? std::optional<std::string>(given)
                                                 : ask_secret(words.text("cli.records.new-pin"));
    if (!typed || !long_enough(*typed))
      return complain(words.text("cli.records.pin-too-short"), kWrongUsage);
    pin = *typed;
  }
  const Result<bool> set = set_pin(**store, pin, fresh_salt());
  if (!set) return complain(set.error().message, kMachineRefused);
  return finish(words.text(pin.empty() ? "cli.records.pin-removed" : "cli.records.pin-set") + '\n');
}

}  // namespace mot
