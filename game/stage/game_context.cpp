#include "game/stage/game_context.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <random>

#include "engine/analysis/background_solver.h"
#include "engine/base/user_folders.h"
#include "engine/records/play_folder.h"
#include "engine/scenario/loader.h"
#include "engine/scenario/pictures.h"
#include "engine/text/finding_texts.h"
#include "game/stage/character.h"
#include "game/stage/library_shelf.h"
#include "game/stage/play.h"
#include "game/stage/record_desk.h"
#include "game/stage/standing_reader.h"
#include "game/window/options.h"
#include "game/window/sound_board.h"

namespace mot {
namespace {

constexpr int kUsualWidth = 1280;  // of the window, as in WindowOptions
constexpr int kUsualHeight = 720;

std::string library_of(const WindowOptions& options, const std::filesystem::path& assets) {
  if (!options.library.empty()) {
    return options.library;
  }
  const char* named = std::getenv("MOT_LIBRARY");
  if (named != nullptr && named[0] != '\0') {
    return named;
  }
  return (assets.parent_path() / "scenarios").string();
}

std::string store_of(const WindowOptions& options) {
  if (!options.store.empty()) {
    return options.store;
  }
  const char* named = std::getenv("MOT_STORE");
  return named == nullptr ? std::string() : std::string(named);
}

}  // namespace

GameContext::GameContext(Toolkit& toolkit)
    : settings(read_settings(settings_file())),
      toolkit_(toolkit),
      assets_(toolkit.assets),
      library_(library_of(toolkit.options, toolkit.assets)),
      store_(store_of(toolkit.options)),
      plays_folder_(play_folder()) {
  const WindowOptions& options = toolkit_.options;
  settings.full_screen = settings.full_screen || options.full_screen;
  take_wishes();
  take_keys();
  std::string& language = toolkit_.preferences.language;
  language = language_to_speak(options.language, settings);
  if (!options.name.empty()) {
    settings.learner = options.name;
  }
  words_ = UiStrings((assets_ / "lang").string(), language);
}

GameContext::~GameContext() = default;

float GameContext::timer_factor() const {
  return session_.timer ? static_cast<float>(*session_.timer) : settings.timer_factor;
}

void GameContext::begin_session(TrainingSession session) {
  session_ = std::move(session);
  toolkit_.preferences.timer_factor = timer_factor();
}

float GameContext::patience_factor(PlayMode mode) const {
  const float wished = toolkit_.preferences.timer_factor;
  return session_.timer ? wished : time_factor(wished, mode);
}

bool GameContext::shows_debrief(const Play& play) const {
  return session_.id.empty() || play.terms().session != session_.id ||
         session_.feedback == SessionFeedback::full;
}

const LoadOptions& GameContext::load_options() {
  if (!load_options_) {
    load_options_ = std::make_unique<LoadOptions>();
    load_options_->library = library_;
    load_options_->pictures = load_pictures_meanwhile(assets_.string());
  }
  return *load_options_;
}

const FindingTexts& GameContext::finding_texts() {
  if (!finding_texts_) {
    finding_texts_ = std::make_unique<FindingTexts>((assets_ / "lang").string(), words_.language());
  }
  return *finding_texts_;
}

std::string GameContext::said(Refusal refusal) {
  for (auto& value : refusal.values) {
    if (value.first == "reason") {
      value.second = finding_texts().hint(value.second);
    }
  }
  return words_.said(refusal);
}

std::string GameContext::word(std::string_view group, std::string_view name) const {
  return words_.text(fmt::format("{}.{}", group, name));
}

void GameContext::set_language(const std::string& tag) {
  settings.language = tag;
  toolkit_.preferences.language = tag;
  words_ = UiStrings((assets_ / "lang").string(), tag);
  finding_texts_.reset();
  write_settings(settings_file(), settings);
}

std::vector<std::string> GameContext::languages() const {
  return UiStrings::languages((assets_ / "lang").string());
}

void GameContext::take_wishes() {
  Preferences& wishes = toolkit_.preferences;
  wishes.text_size = settings.text_size;
  wishes.still = settings.still || toolkit_.options.still;
  wishes.high_contrast = settings.high_contrast;
  wishes.self_voicing = settings.self_voicing;
  wishes.feedback = settings.feedback;
  wishes.full_screen = settings.full_screen;
  wishes.timer_factor = timer_factor();
  apply_volumes();
}

bool GameContext::apply_settings() {
  take_wishes();
  std::string& language = toolkit_.preferences.language;
  if (!settings.language.empty() && settings.language != language) {
    language = settings.language;
    words_ = UiStrings((assets_ / "lang").string(), language);
    finding_texts_.reset();
  }
  const bool written = write_settings(settings_file(), settings);
  if (written) {
    unusable_keys_.clear();
  }
  return written;
}

bool GameContext::reset_settings() {
  const bool sized = settings.window_width > 0;
  settings = reset(settings);
  Preferences& wishes = toolkit_.preferences;
  wishes.keys = KeyMap();
  wishes.pad = PadMap();
  if (sized) {
    wishes.window_width = kUsualWidth;
    wishes.window_height = kUsualHeight;
  }
  const bool written = apply_settings();
  wishes.language = language_to_speak(toolkit_.options.language, settings);
  words_ = UiStrings((assets_ / "lang").string(), wishes.language);
  finding_texts_.reset();
  return written;
}

void GameContext::take_keys() {
  unusable_keys_ = toolkit_.preferences.keys.read(settings.keys);
  for (std::string& name : toolkit_.preferences.pad.read(settings.pad)) {
    unusable_keys_.push_back(std::move(name));
  }
}

void GameContext::apply_volumes() {
  Volumes volumes{0, 0, 0};
  if (settings.sound) {
    volumes = {settings.signal_volume, settings.room_volume, settings.speech ? 1.F : 0.F};
  }
  toolkit_.sounds.set(volumes);
}

std::shared_ptr<LibraryShelf> GameContext::shelf() {
  if (!shelf_) {
    shelf_ = std::make_shared<LibraryShelf>(load_options(), language());
  }
  return shelf_;
}

bool GameContext::scenarios_ready() {
  shelf()->step();
  return shelf_->complete();
}

const std::vector<LibraryScenario>& GameContext::scenarios() { return shelf()->all(); }

void GameContext::record(const Play& play) {
  if (!play.terms().path.empty()) {
    record(play.playthrough(), play.terms().path, play.shared_scenario());
  }
}

void GameContext::record(Playthrough play,
                         std::string path,
                         std::shared_ptr<const Scenario> scenario) {
  if (!records_) {
    const auto load = [options = load_options()](const std::string& id) {
      DiagnosticSink unheard;
      const std::string found = find_scenario(options.library, id);
      return found.empty() ? nullptr : load_scenario(found, options, unheard).scenario;
    };
    records_ = std::make_unique<RecordDesk>(RecordsPlace{store_, {}}, plays_folder_, load);
  }
  records_->keep(std::move(play), std::move(path), std::move(scenario));
}

std::string GameContext::record_problem(const Play& play) const {
  const Kept kept = records_ ? records_->latest() : Kept{};
  if (kept.where == Keeping::stored || kept.where == Keeping::on_its_way) {
    return {};
  }
  const char* refused = play.save_problem().key.empty() ? "records.refused" : "records.nowhere";
  return words_.text(kept.where == Keeping::waiting ? "records.waiting" : refused,
                     {{"cause", kept.cause}});
}

std::size_t GameContext::records_version() const {
  return records_changes_ + (records_ ? records_->kept() : 0);
}

StandingReader& GameContext::standing() {
  if (!standing_) {
    standing_ = std::make_unique<StandingReader>(*this);
  }
  return *standing_;
}

Wardrobe& GameContext::wardrobe() {
  if (!wardrobe_) {
    wardrobe_ = std::make_unique<Wardrobe>(assets_);
  }
  return *wardrobe_;
}

BackgroundSolver& GameContext::solver() {
  if (!solver_) {
    solver_ = std::make_unique<BackgroundSolver>();
  }
  return *solver_;
}

std::string GameContext::now() const {
  if (toolkit_.options.fixed_clock) {
    return "2026-01-01T08:00:00Z";
  }
  const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

std::uint32_t GameContext::new_seed() const {
  if (toolkit_.options.seed) {
    return *toolkit_.options.seed;
  }
  if (toolkit_.options.fixed_clock) {
    return 1;
  }
  std::random_device device;
  return static_cast<std::uint32_t>(device());
}

}  // namespace mot
