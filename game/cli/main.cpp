// `mot`: reads the command line (with the other main_*.cpp the only user of CLI11) and calls one
// command. What the words mean: docs/command_line.md.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <charconv>
#include <exception>
#include <functional>
#include <limits>
#include <memory>
#include <string_view>
#include <system_error>

#include "engine/analysis/policy.h"
#include "engine/base/edit_distance.h"
#include "game/cli/commands.h"
#include "game/cli/console.h"
#include "game/cli/format_schema.h"
#include "game/cli/main_options.h"
#include "game/cli/main_records.h"
#include "game/cli/main_workshop.h"
#include "game/cli/page_drawing.h"
#include "game/cli/simulate_command.h"

namespace {

using mot::complain;
using mot::kWrongUsage;

/// The options of all commands, filled while the words are read, and the command to run then.
struct CommandLine {
  mot::CheckOptions check;
  mot::ExplainOptions explain;
  mot::RunOptions run;
  mot::SimulateOptions simulate;
  mot::AnalyseOptions analyse;
  mot::GraphOptions graph;
  mot::DebriefOptions debrief;
  mot::CompareOptions compare;
  mot::LibraryOptions library;
  mot::NewOptions create;
  mot::SchemaOptions schema;
  mot::PlayOptions play;
  mot::RecordsWords records;
  mot::WorkshopWords workshop;
  std::string check_format = "text";
  bool check_json = false;
  bool without_smells = false;
  /// What was asked for is drawn as a page.
  bool draws_pages = false;
  std::function<int()> command;
};

CLI::Validator seed_numbers() {
  return {[](std::string& text) -> std::string {
            std::uint32_t value = 0;
            const char* last = text.data() + text.size();
            const auto [end, error] = std::from_chars(text.data(), last, value);
            if (error == std::errc() && end == last) return {};
            return fmt::format("a seed is a whole number from 0 to {}, not '{}'",
                               std::numeric_limits<std::uint32_t>::max(), text);
          },
          "0 … 4294967295"};
}

/// Whole numbers of a range; `what` begins the refusal: "customers".
CLI::Validator whole_numbers(const std::string& what, std::int64_t least, std::int64_t most) {
  return {[what, least, most](std::string& text) -> std::string {
            std::int64_t value = 0;
            const char* last = text.data() + text.size();
            const auto [end, error] = std::from_chars(text.data(), last, value);
            if (error == std::errc() && end == last && value >= least && value <= most) return {};
            return fmt::format("{} is a whole number from {} to {}, not '{}'", what, least, most,
                               text);
          },
          fmt::format("{} … {}", least, most)};
}

/// An option whose value is one of a few words.
CLI::Validator one_of(std::vector<std::string> words) {
  return {[words](std::string& text) -> std::string {
            if (std::find(words.begin(), words.end(), text) != words.end()) return {};
            return fmt::format("'{}' is not one of {}", text, fmt::join(words, ", "));
          },
          fmt::format("{}", fmt::join(words, "|"))};
}

void add_seed(CLI::App& command, std::optional<std::uint32_t>& seed, const char* about) {
  command.add_option("--seed", seed, about)->type_name("N")->check(seed_numbers());
}

void add_play(CLI::App& app, CommandLine& line) {
  CLI::App* command =
      app.add_subcommand("play", "Play a scenario, in the window or in the terminal");
  mot::PlayOptions& options = line.play;
  command->add_option("SCENARIO", options.scenario,
                      "A file, or an id of the library; without one you choose");
  command->add_flag("--terminal", options.terminal, "Play in the terminal");
  command->add_option("--mode", options.mode, "practice (default), or exam: no hint, thought, undo")
      ->type_name("MODE")
      ->check(one_of({"practice", "exam"}));
  mot::add_language(*command, options.language);
  add_seed(*command, options.seed, "The same order and luck again; else a fresh one");
  command->add_option("--name", options.name, "Who is playing")->type_name("WHO");
  command
      ->add_option("--session", options.session,
                   "File the play is kept in; goes on if there is one")
      ->type_name("FILE");
  mot::add_library(*command, options.library);
  command->add_option("--store", options.store, "Where attempts are kept")->type_name("URI");
  command->footer("Example: mot play water-through-the-ceiling --terminal --lang zh-CN");
  command->callback([&line] { line.command = [&line] { return mot::play_command(line.play); }; });
}

mot::CheckFormat format_named(const CommandLine& line) {
  if (line.check_json || line.check_format == "json") return mot::CheckFormat::json;
  return line.check_format == "sarif" ? mot::CheckFormat::sarif : mot::CheckFormat::text;
}

void add_check(CLI::App& app, CommandLine& line) {
  CLI::App* command = app.add_subcommand("check", "Say what is wrong with files and folders");
  mot::CheckOptions& options = line.check;
  command->add_option("PATH", options.paths, "Files, or folders with *.yaml files below")
      ->required();
  CLI::Option* format =
      command->add_option("--format", line.check_format, "How findings are printed")
          ->type_name("FORMAT")
          ->check(one_of({"text", "json", "sarif"}));
  command->add_flag("--json", line.check_json, "The same as --format json")->excludes(format);
  command->add_flag("--strict", options.strict, "Warnings fail, too");
  command->add_flag("--no-smells", line.without_smells, "Do not look for smells");
  mot::add_library(*command, options.library);
  mot::add_language(*command, options.language);
  command->footer("Example: mot check scenarios --strict");
  command->callback([&line] {
    line.check.format = format_named(line);
    line.check.smells = !line.without_smells;
    line.command = [&line] { return mot::check_command(line.check); };
  });
}

void add_explain(CLI::App& app, CommandLine& line) {
  CLI::App* command =
      app.add_subcommand("explain", "Explain a finding's code; without one, list all");
  command->add_option("CODE", line.explain.code, "A code like M0012");
  command->add_flag("--json", line.explain.json, "Print JSON");
  mot::add_language(*command, line.explain.language);
  command->footer("Example: mot explain M0012");
  command->callback(
      [&line] { line.command = [&line] { return mot::explain_command(line.explain); }; });
}

void add_run(CLI::App& app, CommandLine& line) {
  CLI::App* command = app.add_subcommand("run", "Play once without a person and print the outcome");
  mot::RunOptions& options = line.run;
  command->add_option("SCENARIO", options.scenario, "A file, or an id of the library")->required();
  CLI::Option_group* source = command->add_option_group("what is chosen");
  source->add_option("--choose", options.choices, "moment.response,moment.response …")
      ->type_name("LIST");
  source->add_option("--script", options.script, "A play script")->type_name("FILE.play");
  CLI::Option* replay =
      source->add_option("--replay", options.replay, "A playthrough")->type_name("FILE");
  source->require_option(1);
  command->add_option("--seed", options.seed, "Default 1, or what the script says")
      ->type_name("N")
      ->check(seed_numbers())
      ->excludes(replay);
  mot::add_language(*command, options.language);
  command->add_flag("--json", options.json, "Print JSON");
  mot::add_library(*command, options.library);
  command->footer("Example: mot run twice-the-water --choose two-bills.stay,ask.daughter --json");
  command->callback([&line] { line.command = [&line] { return mot::run_command(line.run); }; });
}

void add_simulate(CLI::App& app, CommandLine& line) {
  CLI::App* command = app.add_subcommand("simulate", "Have a crowd of simulated customers judge");
  mot::SimulateOptions& options = line.simulate;
  command->add_option("SCENARIO", options.scenario, "A file, or an id of the library")->required();
  CLI::Option_group* source = command->add_option_group("what is chosen");
  source->add_option("--choose", options.choices, "moment.response,moment.response …")
      ->type_name("LIST");
  source
      ->add_option("--policy", options.policy,
                   "best, worst, random (evenly among what is on offer), or passive (the least "
                   "committing)")
      ->type_name("POLICY")
      ->check(one_of({mot::kPolicyNames.begin(), mot::kPolicyNames.end()}));
  source->require_option(1);
  command->add_option("--customers", options.customers, "How many judge, default 1000")
      ->type_name("N")
      ->check(whole_numbers("customers", 1, mot::kMostCustomers));
  command->add_option("--seed", options.seed, "Of fate, policy and crowd, default 1")
      ->type_name("N")
      ->check(seed_numbers());
  command
      ->add_option("--threads", options.threads, "Else one for each processor; changes no figure")
      ->type_name("N")
      ->check(whole_numbers("threads", 1, mot::kMostThreads));
  command->add_flag("--json", options.json, "Print JSON");
  mot::add_library(*command, options.library);
  command->footer("Example: mot simulate twice-the-water --policy best --customers 10000");
  command->callback(
      [&line] { line.command = [&line] { return mot::simulate_command(line.simulate); }; });
}

CLI::Validator state_numbers() {
  return {[](std::string& text) -> std::string {
            std::size_t value = 0;
            const char* last = text.data() + text.size();
            const auto [end, error] = std::from_chars(text.data(), last, value);
            if (error == std::errc() && end == last && value >= 1 && value <= mot::kMostStates)
              return {};
            return fmt::format("a limit is a whole number from 1 to {}, not '{}'", mot::kMostStates,
                               text);
          },
          "1 … 100000000"};
}

void add_analyse(CLI::App& app, CommandLine& line) {
  CLI::App* command =
      app.add_subcommand("analyse", "Say what best and worst play come to, and what smells");
  mot::AnalyseOptions& options = line.analyse;
  command->add_option("SCENARIO", options.scenario, "A file, or an id of the library")->required();
  command->add_option("--limit", options.limit, "States looked at, default 2000000")
      ->type_name("STATES")
      ->check(state_numbers());
  command
      ->add_option("--playthroughs", options.playthroughs,
                   "Say instead what the plays kept in this folder tell of each decision")
      ->type_name("DIR");
  mot::add_language(*command, options.language);
  command->add_flag("--json", options.json, "Print JSON");
  mot::add_library(*command, options.library);
  command->footer("Example: mot analyse water-through-the-ceiling");
  command->callback(
      [&line] { line.command = [&line] { return mot::analyse_command(line.analyse); }; });
}

void add_graph(CLI::App& app, CommandLine& line) {
  CLI::App* command = app.add_subcommand("graph", "Draw the scenario's map");
  mot::GraphOptions& options = line.graph;
  command->add_option("SCENARIO", options.scenario, "A file, or an id of the library")->required();
  CLI::Option_group* files = command->add_option_group("what is written");
  files->add_option("--svg", options.svg, "A picture; - for stdout")->type_name("FILE");
  files->add_option("--dot", options.dot, "The same for Graphviz; - for stdout")->type_name("FILE");
  files->require_option(1, 2);
  command->add_flag("--force", options.force, "Replace files that are there");
  mot::add_language(*command, options.language);
  mot::add_library(*command, options.library);
  command->footer("Example: mot graph water-through-the-ceiling --svg map.svg --lang zh-CN");
  command->callback([&line] { line.command = [&line] { return mot::graph_command(line.graph); }; });
}

void add_library_command(CLI::App& app, CommandLine& line) {
  CLI::App* command = app.add_subcommand("library", "List the scenarios there are");
  mot::LibraryOptions& options = line.library;
  command->add_flag("--stats", options.stats,
                    "Say what each is worth as an exercise: best and worst play, giveaways, what "
                    "simulated players come to");
  command->add_flag("--json", options.json, "Print JSON");
  mot::add_language(*command, options.language);
  mot::add_library(*command, options.library);
  command->footer("Example: mot library --stats");
  command->callback(
      [&line] { line.command = [&line] { return mot::library_command(line.library); }; });
}

void add_scenario_file(CLI::App& command, std::string& scenario) {
  command.add_option("--scenario", scenario, "The scenario's file, where it is not the library's")
      ->type_name("FILE");
}

void add_store(CLI::App& command, std::string& store) {
  command
      .add_option("--store", store, "The records an attempt is in; else MOT_STORE, else your own")
      ->type_name("URI");
}

void add_debrief(CLI::App& app, CommandLine& line) {
  CLI::App* command =
      app.add_subcommand("debrief", "Say what came of a playthrough, where, and why");
  mot::DebriefOptions& options = line.debrief;
  command->add_option("FILE", options.file, "A playthrough, or the id of an attempt")->required();
  command->add_option("--html", options.html, "Write it as a page; - is stdout")->type_name("FILE");
  command->add_option("--pdf", options.pdf, "Write it for printing; - is stdout")
      ->type_name("FILE");
  command->add_flag("--json", options.json, "Print JSON");
  command
      ->add_option("--before", options.before,
                   "An earlier attempt, for skills now and before; the latest first")
      ->type_name("FILE");
  add_scenario_file(*command, options.scenario);
  add_store(*command, options.store);
  mot::add_language(*command, options.language);
  mot::add_library(*command, options.library);
  command->footer("Example: mot debrief play.json --html debrief.html");
  command->callback([&line] {
    line.draws_pages = !line.debrief.html.empty() || !line.debrief.pdf.empty();
    line.command = [&line] { return mot::debrief_command(line.debrief); };
  });
}

void add_compare(CLI::App& app, CommandLine& line) {
  CLI::App* command = app.add_subcommand("compare", "Put two playthroughs side by side");
  mot::CompareOptions& options = line.compare;
  command->add_option("A", options.first, "A playthrough, or the id of an attempt")->required();
  command->add_option("B", options.second, "Another")->required();
  command->add_flag("--json", options.json, "Print JSON");
  add_scenario_file(*command, options.scenario);
  add_store(*command, options.store);
  mot::add_language(*command, options.language);
  mot::add_library(*command, options.library);
  command->footer("Example: mot compare first-try.json second-try.json");
  command->callback(
      [&line] { line.command = [&line] { return mot::compare_command(line.compare); }; });
}

void add_new(CLI::App& app, CommandLine& line) {
  CLI::App* command = app.add_subcommand("new", "Write a small scenario to begin from");
  mot::NewOptions& options = line.create;
  command->add_option("ID", options.id, "Its id, and the name of its file")->required();
  command
      ->add_option("--template", options.scenario_template,
                   fmt::format("What it begins as: {} (default complaint)",
                               fmt::join(mot::template_names(), ", ")))
      ->type_name("NAME");
  command->add_option("--folder", options.folder, "Where it is written, here by default")
      ->type_name("DIR");
  mot::add_language(*command, options.language);
  command->add_flag("--json", options.json, "Print JSON");
  command->footer("Example: mot new late-parcel --template delay");
  command->callback([&line] { line.command = [&line] { return mot::new_command(line.create); }; });
}

void add_schema(CLI::App& app, CommandLine& line) {
  CLI::App* command = app.add_subcommand("schema", "Print the format's JSON Schema, for editors");
  command->add_option(
      "KIND", line.schema.kind,
      fmt::format("{}; without one, for any of them", fmt::join(mot::kFileKindNames, ", ")));
  command->add_option("SCENARIO", line.schema.file,
                      "With scenario: a file, or an id of the library, whose own names are "
                      "suggested, too");
  mot::add_language(*command, line.schema.language);
  mot::add_library(*command, line.schema.library);
  command->footer("Example: mot schema scenario > mot.schema.json");
  command->callback(
      [&line] { line.command = [&line] { return mot::schema_command(line.schema); }; });
}

/// "did you mean": for a command or an option that is not known.
std::string suggestion(const CLI::App& app, const std::string& word) {
  std::vector<std::string> known;
  if (word.rfind("--", 0) == 0) {
    const auto parsed = app.get_subcommands();
    for (const CLI::Option* option : (parsed.empty() ? &app : parsed.front())->get_options()) {
      for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
    }
  } else if (app.get_subcommands().empty()) {
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
      known.push_back(command->get_name());
    }
  }
  const std::vector<std::string_view> names(known.begin(), known.end());
  const std::string name = word.substr(0, word.find('='));
  const std::string_view near = mot::nearest_name(name, names);
  if (near == name) return " there; it stands behind the command's name";
  return near.empty() ? std::string() : fmt::format("; did you mean '{}'?", near);
}

/// CLI11's own words, with a suggestion and the way to help.
int wrong_usage(const CLI::App& app, const CLI::ParseError& error) {
  const auto parsed = app.get_subcommands();
  const std::string help =
      parsed.empty() ? "mot --help" : fmt::format("mot {} --help", parsed.front()->get_name());
  std::string what = error.what();
  const std::vector<std::string> rest = app.remaining(true);
  // A word that is no command leaves CLI11 without a command: it then says only that.
  const bool unknown_word =
      dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr ||
      (parsed.empty() && dynamic_cast<const CLI::RequiredError*>(&error) != nullptr);
  if (unknown_word && !rest.empty()) {
    const bool is_command = parsed.empty() && rest.front().rfind('-', 0) != 0;
    what = fmt::format("{} '{}' is not known{}",
                       is_command                        ? "command"
                       : rest.front().rfind('-', 0) == 0 ? "option"
                                                         : "word",
                       rest.front(), suggestion(app, rest.front()));
  }
  return complain(fmt::format("{} ({})", what, help), kWrongUsage);
}

/// The commands that `first`, the first word, may mean: where it names one, this one alone, since
/// the options of all take longer to set up than some commands to run.
void add_commands(CLI::App& app, CommandLine& line, std::string_view first) {
  struct Entry {
    std::string_view name;
    void (*add)(CLI::App&, CommandLine&);
  };
  constexpr std::array<Entry, 12> kEntries{{{"play", add_play},
                                            {"check", add_check},
                                            {"explain", add_explain},
                                            {"run", add_run},
                                            {"simulate", add_simulate},
                                            {"analyse", add_analyse},
                                            {"graph", add_graph},
                                            {"library", add_library_command},
                                            {"debrief", add_debrief},
                                            {"compare", add_compare},
                                            {"new", add_new},
                                            {"schema", add_schema}}};
  for (const Entry& entry : kEntries) {
    if (entry.name != first) continue;
    entry.add(app, line);
    return;
  }
  for (const Entry& entry : kEntries) entry.add(app, line);
  mot::add_workshop(app, line.workshop, line.command);
  mot::add_records(app, line.records, line.command);
  mot::add_courses(app, line.records, line.command);
}

int run(int count, char** words) {
  CLI::App app("Moments of Truth: a training game for service staff", "mot");
  app.set_version_flag("--version", fmt::format("mot {}", MOT_VERSION), "Print the version");
  app.set_help_flag("-h,--help", "Print this help");
  app.require_subcommand(1);
  app.footer("Example: mot play\nEvery command has its own --help with an example.");
  CommandLine line;
  add_commands(app, line, count > 1 ? words[1] : "");
  try {
    app.parse(count, words);
  } catch (const CLI::CallForHelp&) {
    return mot::finish(app.help());
  } catch (const CLI::CallForVersion& version) {
    return mot::finish(fmt::format("{}\n", version.what()));
  } catch (const CLI::ParseError& error) {
    return wrong_usage(app, error);
  }
  const bool draws_pages = line.draws_pages || line.records.draws_pages;
  if (draws_pages && mot::page_drawing() == nullptr) {
    return mot::continue_as_pages_program(words);
  }
  return line.command();
}

}  // namespace

int main(int count, char** words) {
  mot::prepare_process();
  try {
    return run(count, words);
  } catch (const std::bad_alloc&) {
    return complain("there is not enough memory", mot::kMachineRefused);
  } catch (const std::exception& error) {
    return complain(error.what(), mot::kMachineRefused);
  }
}
