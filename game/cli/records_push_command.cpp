// `mot records push`: statements to a learning record store, over libcurl.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "engine/records/http.h"
#include "engine/records/lrs_ledger.h"
#include "engine/records/lrs_push.h"
#include "game/cli/console.h"
#include "game/cli/interface_language.h"
#include "game/cli/lrs_access.h"
#include "game/cli/progress_line.h"
#include "game/cli/records_access.h"
#include "game/cli/records_commands.h"
#include "game/cli/scenario_argument.h"

namespace mot {
namespace {

/// Waits in pieces, so that Ctrl-C is heard.
bool pause(double seconds) {
  constexpr std::chrono::milliseconds kPiece{50};
  const auto until = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
  while (std::chrono::steady_clock::now() < until) {
    if (signal_received() != 0) return false;
    std::this_thread::sleep_for(kPiece);
  }
  return signal_received() == 0;
}

HttpRequest request_of(const RecordsPushOptions& options,
                       std::string address,
                       const LrsCredentials& credentials) {
  HttpRequest request;
  request.url = std::move(address);
  request.headers = {"Content-Type: application/json", "X-Experience-API-Version: 1.0.3"};
  request.user = credentials.key;
  request.password = credentials.secret;
  request.authorities = options.authorities;
  request.timeout = options.timeout;
  request.stopped = [] { return signal_received() != 0; };
  return request;
}

/// Tells every attempt that is meant. Nothing, or why it could not go on.
std::string push_all(Store& store, const RecordsPushOptions& options, LrsPush& push) {
  ScenarioShelf shelf = shelf_of_library(library_folder(options.records.library), true);
  ProgressLine progress;
  Result<bool> done = true;
  const Result<bool> shown = each_chosen(store, options.records, [&](const Attempt& attempt) {
    done = push.add(statements_of(attempt, shelf));
    if (done && signal_received() != 0) done = refuse("the push was broken off");
    if (progress.is_due()) progress.show(fmt::format("{} statements …", push.sent()));
    return done.has_value();
  });
  if (shown && done) done = push.finish();
  if (!shown) return shown.error().message;
  return done ? std::string() : done.error().message;
}

Json pushed_json(const LrsPush& push, const std::string& stopped) {
  Json refused(Json::Array{});
  for (const RefusedStatement& one : push.refused()) {
    refused.push(Json().set("id", one.id).set("status", one.status).set("cause", one.cause));
  }
  return Json()
      .set("sent", push.sent())
      .set("known", push.known())
      .set("refused", std::move(refused))
      .set("stopped", stopped.empty() ? Json() : Json(stopped));
}

int report(const RecordsPushOptions& options, const LrsPush& push, const std::string& stopped) {
  const int stop_code = signal_received() != 0 ? 128 + signal_received() : kMachineRefused;
  const int code = !stopped.empty() ? stop_code : push.refused().empty() ? kDone : kNotGood;
  if (!stopped.empty()) complain(stopped, code);
  for (const RefusedStatement& one : push.refused()) {
    complain(fmt::format("statement {} was refused ({}): {}", one.id, one.status, one.cause), code);
  }
  if (options.records.json) return finish(pushed_json(push, stopped).dump() + '\n', code);
  const UiStrings words = load_ui_strings(interface_language(options.records.language));
  return finish(words.text("cli.records.pushed", {{"sent", fmt::format("{}", push.sent())},
                                                  {"known", fmt::format("{}", push.known())}}) +
                    '\n',
                code);
}

}  // namespace

int records_push_command(const RecordsPushOptions& options) {
  const Result<std::string> address = statements_address(options.lrs);
  if (!address) return complain(address.error().message, kWrongUsage);
  const Result<LrsCredentials> credentials = lrs_credentials(options.credentials);
  if (!credentials) return complain(credentials.error().message, kWrongUsage);
  const auto client = http_client();
  if (!client) return complain(client.error().message, kMachineRefused);
  const auto store = open_records(options.records);
  if (!store) return store.error();
  auto ledger = LrsLedger::open(lrs_ledger_folder(), *address);
  if (!ledger) return complain(ledger.error().message, kMachineRefused);

  const SignalsEndReading signals;
  HttpRequest request = request_of(options, *address, *credentials);
  LrsPush push({[&](const std::string& body) {
                  request.body = body;
                  return (*client)->post(request);
                },
                pause, [&](const std::string& id) { return ledger->holds(id); },
                [&](const std::vector<std::string>& ids) { return ledger->add(ids); }});
  return report(options, push, push_all(**store, options, push));
}

}  // namespace mot
