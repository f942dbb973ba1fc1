#include "game/dashboard/dashboard.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <map>

#include "engine/base/background.h"
#include "engine/base/user_folders.h"
#include "engine/base/utc.h"
#include "engine/curriculum/standing.h"
#include "engine/scenario/named_texts.h"
#include "game/dashboard/dashboard_details.h"
#include "game/dashboard/dashboard_export.h"
#include "game/dashboard/dashboard_filters.h"
#include "game/dashboard/dashboard_reader.h"
#include "game/dashboard/interval_card.h"
#include "game/dashboard/trainee_rows.h"
#include "game/screens/page.h"
#include "game/screens/text_field.h"

namespace mot {
namespace {

constexpr float kRail = 72;
constexpr float kLeft = 96;
constexpr float kTop = 80;
constexpr float kWidth = 1160;
constexpr float kBottom = 700;
constexpr float kRow = 48;
constexpr std::string_view kTrainee = "trainee-";
constexpr theme::Type kButton = theme::kLabel.growing(1.2F);

enum class View { overview, trainee, scenario };

class Dashboard : public Page {
 public:
  Dashboard(Toolkit& toolkit, std::shared_ptr<GameContext> context)
      : Page(toolkit, std::move(context)), reader_(context_->store()) {
    pin_.hide_letters();
    context_->scenarios_ready();
    reader_.read(std::nullopt);
    ask();
  }

  Request handle(const Event& event) override {
    TextField* field = ui_.focused() == "search" ? &search_
                       : ui_.focused() == "pin"  ? &pin_
                                                 : nullptr;
    if (field == &pin_ && event.type == Event::Type::key_down && event.key == Key::enter) {
      return use("unlock");
    }
    if (field != nullptr && field->handle(event, toolkit_.platform)) {
      if (field == &search_) sort();
      dirty_ = true;
      return Request::none();
    }
    return Page::handle(event);
  }

  Listening listening() const override {
    return ui_.focused() == "search" || ui_.focused() == "pin" ? Listening::typing
                                                               : Listening::commands;
  }

 protected:
  std::string title() const override { return text("dashboard.title"); }
  void language_changed() override { name_scenarios(); }
  bool waiting() const override { return reader_.working() || !listed_ || exporting_.valid(); }

  Request step(const Tick& /*tick*/) override {
    if (reader_.step()) {
      read();
      dirty_ = true;
    }
    if (!listed_ && context_->scenarios_ready()) {
      listed_ = true;
      name_scenarios();
      dirty_ = true;
    }
    if (exporting_.ready()) {
      const Result<std::string> written = exporting_.take();
      said_ = written
                  ? words().text("dashboard.exported", {{"path", *written}})
                  : words().text("dashboard.not-exported", {{"cause", written.error().message}});
      dirty_ = true;
    }
    return Request::none();
  }

  Request use(const std::string& id) override {
    said_.clear();
    if (id == "home") return Request::replace(context_->open_library());
    if (id == "language") {
      next_language();
    } else if (id == "unlock") {
      unlock();
    } else if (id == "overview") {
      show(View::overview);
    } else if (id == "scenarios") {
      show(View::scenario);
    } else if (id == "refresh") {
      reader_.read(unlocked_);
    } else if (id == "export") {
      write_files();
    } else if (id.rfind("sort-", 0) == 0) {
      sort_by(id);
    } else if (id.rfind(kTrainee, 0) == 0) {
      open_trainee(id);
    } else if (filters_.use(id)) {
      ask();
    } else {
      intervals_.use(id);
    }
    return Request::none();
  }

  Request key(const Event& event) override {
    if (event.key != Key::escape) return Request::none();
    dirty_ = true;
    if (filters_.open()) {
      filters_.close();
    } else if (view_ != View::overview) {
      show(View::overview);
    } else {
      return Request::replace(context_->open_library());
    }
    return Request::none();
  }

  void draw_page(Canvas& canvas) override {
    canvas.rect({0, 0, kLogicalWidth, kLogicalHeight}, rgb(0xF7F2EA));
    draw_head(canvas);
    if (reader_.records().locked) {
      draw_pin(canvas);
    } else if (!reader_.records().problem.empty()) {
      draw_notice(canvas,
                  words().text("progress.no-records", {{"cause", reader_.records().problem}}));
    } else if (reader_.cohort() == nullptr) {
      draw_notice(canvas, text("dashboard.reading"));
    } else {
      draw_view(canvas, *reader_.cohort());
    }
    draw_rail(canvas);
    filters_.draw_list(canvas, ui_, words());
  }

 private:
  // Null: the library does not have it, or is not read yet.
  const Scenario* scenario(const std::string& id) const {
    const auto found = scenarios_.find(id);
    return found == scenarios_.end() ? nullptr : found->second.get();
  }

  CohortWords cohort_words() {
    return {words(),
            [this](const std::string& id) {
              return title_of_scenario(scenario(id), context_->language(), id);
            },
            [this](const std::string& id, const std::string& moment) {
              return title_of_moment(scenario(id), context_->language(), moment);
            }};
  }

  void ask() {
    CohortQuestion question;
    filters_.fill(question, context_->now());
    if (view_ == View::scenario) question.scenario = filters_.scenario();
    if (view_ == View::trainee) own_ = attempts_of(*table_, trainee_, question);
    pass_ = question.pass;
    reader_.ask(question);
  }

  // While a PIN is checked another one waits in its field.
  void unlock() {
    if (!reader_.read(pin_.text())) return;
    unlocked_ = pin_.text();
    pin_.set("");
  }

  void show(View view) {
    view_ = view;
    filters_.close();
    height_ = 0;
    ui_.scroll_to("details", 0);
    ask();
  }

  // New records, or new figures.
  void read() {
    const auto& table = reader_.records().table;
    if (table && table != table_) {
      table_ = table;
      std::vector<std::string> groups;
      for (std::uint32_t i = 0; i < table->groups().size(); ++i) {
        groups.push_back(table->groups().text(i));
      }
      std::sort(groups.begin(), groups.end());
      filters_.set_groups(std::move(groups));
      name_scenarios();
      ask();
    }
    sort();
  }

  void name_scenarios() {
    if (listed_ && scenarios_.empty()) {
      for (const LibraryScenario& entry : context_->scenarios()) {
        scenarios_.emplace(entry.scenario->id, entry.scenario);
      }
    }
    if (!table_) return;
    std::vector<std::pair<std::string, std::string>> named;
    for (std::uint32_t i = 0; i < table_->scenarios().size(); ++i) {
      const std::string& id = table_->scenarios().text(i);
      named.emplace_back(cohort_words().scenario(id), id);
    }
    std::sort(named.begin(), named.end());
    std::vector<std::string> ids;
    std::vector<std::string> titles;
    for (auto& [name, id] : named) {
      titles.push_back(std::move(name));
      ids.push_back(std::move(id));
    }
    filters_.set_scenarios(std::move(ids), std::move(titles));
  }

  void sort() {
    trainees_.search = search_.text();
    if (reader_.cohort() != nullptr) {
      found_ = found_trainees(reader_.cohort()->trainees, trainees_, cohort_words());
    }
  }

  void sort_by(const std::string& id) {
    const TraineeOrder order = id == "sort-attempts"  ? TraineeOrder::attempts
                               : id == "sort-score"   ? TraineeOrder::score
                               : id == "sort-weakest" ? TraineeOrder::weakest
                                                      : TraineeOrder::name;
    trainees_.descending = trainees_.order == order && !trainees_.descending;
    trainees_.order = order;
    sort();
  }

  void open_trainee(const std::string& id) {
    std::size_t place = 0;
    std::from_chars(id.data() + kTrainee.size(), id.data() + id.size(), place);
    if (reader_.cohort() == nullptr || place >= reader_.cohort()->trainees.size()) return;
    trainee_ = reader_.cohort()->trainees[place].name;
    show(View::trainee);
  }

  // On another thread, which holds all that it shows.
  void write_files() {
    if (!reader_.up_to_date() || !listed_ || exporting_.valid()) return;
    const auto folder = std::filesystem::path(user_data_folder()) / "exports";
    exporting_ = Background<Result<std::string>>(
        [folder = folder.string(), day = std::string(day_of(context_->now())),
         cohort = reader_.shared_cohort(), places = found_, said = filters_.said(words()),
         scenarios = context_->scenarios(), language = context_->language(), words = words()] {
          const FindScenario find = among(scenarios);
          const report::CohortNames names{
              said,
              [&](const std::string& id) {
                return title_of_scenario(find(id).get(), language, id);
              },
              [&](const std::string& id, const std::string& moment) {
                return title_of_moment(find(id).get(), language, moment);
              },
              [&](const std::string& id, const std::string& moment, const std::string& response) {
                return text_of_response(find(id).get(), language, moment, response);
              }};
          return export_dashboard(folder, day, report::cohort_html(*cohort, names, words),
                                  trainees_csv(*cohort, places, names));
        },
        Beside::writing);
  }

  void draw_rail(Canvas& canvas) {
    canvas.rect({0, 0, kRail, kLogicalHeight}, theme::kNavy);
    const Sprite& logo = canvas.textures().get(
        {context_->assets() / "icons" / "moments-of-truth.svg", {}, canvas.scale() * 40 / 512, {}});
    canvas.sprite(logo, {16, 14}, 40.F / 512);
    struct Item {
      const char* id;
      const char* icon;
      float y;
      bool here;
    };
    const std::array items{Item{"overview", "dash", 84, view_ != View::scenario},
                           Item{"scenarios", "book", 142, view_ == View::scenario},
                           Item{"refresh", "refresh", 200, false},
                           Item{"language", "globe", 594, false}, Item{"home", "home", 652, false}};
    for (const Item& item : items) {
      const Rect box{12, item.y, 48, 48};
      const ControlState state = ui_.place(canvas, item.id, box, 14);
      if (item.here) {
        ui_.mark_chosen();
        canvas.rounded(box, 14, theme::kTeal);
      } else if (state.hover > 0) {
        canvas.rounded(box, 14, faded(theme::kNavy700, state.hover));
      }
      canvas.icon_centred(item.icon, box.centre(),
                          {24, item.here ? theme::kPaper : theme::kMist, 2});
    }
  }

  void draw_head(Canvas& canvas) {
    const std::string& export_label = text("dashboard.export");
    const float width = canvas.text_width(export_label, kButton) + 64;
    ui_.button(canvas, "export", {kLeft + kWidth - width, 19, width, 42}, export_label,
               {.kind = ButtonKind::primary,
                .icon = "download",
                .icon_right = true,
                .enabled = reader_.up_to_date() && listed_,
                .type = kButton});
    const float left = filters_.draw_buttons(canvas, ui_, {kLeft + kWidth - width - 10, 19},
                                             view_ == View::scenario, words());
    // What takes two lines moves the title up.
    const TextStyle style{theme::kBody.sized(14).growing(1.1F),
                          said_.empty() ? theme::kInk2 : theme::kTeal700};
    const std::string below = said_.empty() ? about() : said_;
    const float room = left - kLeft - 8;
    const bool tight = canvas.text_width(below, style.type) > room;
    const std::string& title = text("dashboard.title");
    theme::Type letters = theme::kPageTitle.sized(tight ? 20 : 22).growing(1.1F);
    while (letters.size > 16 && canvas.text_width(title, letters) > room) {
      letters = letters.sized(letters.size - 2);
    }
    draw_fitted(canvas, title, {kLeft, tight ? 22.F : 30.F}, room, {letters});
    draw_in_row(canvas, below, {kLeft, 56}, room, style);
  }

  // "Spring · last 30 days · 2026-10-23 to 2026-11-21", and that all is simulated.
  std::string about() {
    std::string said = text("dashboard.simulated");
    const Cohort* cohort = reader_.cohort();
    if (cohort != nullptr && !cohort->from.empty()) {
      said = words().text("cohort.period", {{"from", cohort->from}, {"to", cohort->to}}) + " · " +
             said;
    }
    return said;
  }

  void draw_notice(Canvas& canvas, const std::string& said) {
    const Vec at = draw_card(canvas, {kLeft, kTop, kWidth, 120}, text("dashboard.title"));
    draw_block(canvas, said, at, kWidth - 40, {theme::kBody, theme::kInk2});
  }

  void draw_pin(Canvas& canvas) {
    const Rect box{kLeft, kTop, 560, 190};
    const Vec at = draw_card(canvas, box, text("dashboard.locked"));
    draw_block(canvas,
               text(reader_.records().wrong_pin ? "learners.pin-wrong" : "dashboard.locked-means"),
               {at.x, at.y + 4}, box.w - 40, {theme::kBody, theme::kInk2});
    const float open = canvas.text_width(text("learners.unlock"), kButton) + 76;
    pin_.draw(canvas, ui_, "pin", {at.x, at.y + 80, box.w - open - 52, 46}, text("learners.pin"));
    ui_.button(canvas, "unlock", {box.right() - 20 - open, at.y + 80, open, 46},
               text("learners.unlock"),
               {.kind = ButtonKind::primary, .icon = "lock", .type = kButton});
  }

  void draw_view(Canvas& canvas, const Cohort& cohort) {
    if (view_ == View::overview) return draw_overview(canvas, cohort);
    const Rect view{kRail, kTop - 8, kLogicalWidth - kRail, kLogicalHeight - kTop + 8};
    ui_.begin_scroll(canvas, "details", view, height_);
    const Rect place{kLeft, kTop, kWidth, 0};
    const float drawn = view_ == View::trainee ? draw_trainee(canvas, place, cohort)
                                               : draw_scenario(canvas, place, cohort);
    remember(height_, drawn + 28);
    ui_.end_scroll(canvas);
  }

  void draw_overview(Canvas& canvas, const Cohort& cohort) {
    const CohortWords named = cohort_words();
    draw_nps_card(canvas, {kLeft, kTop, 324, 228}, cohort, words());
    intervals_.draw(canvas, ui_, {436, kTop, 404, 228}, cohort, words());
    draw_funnel_card(canvas, {856, kTop, 400, 228}, cohort.funnel, words());
    draw_effects_card(canvas, {kLeft, 324, 440, 376}, cohort, named);
    draw_trainees(canvas, {552, 324, 704, kBottom - 324}, cohort, named);
  }

  void draw_trainees(Canvas& canvas, Rect box, const Cohort& cohort, const CohortWords& named) {
    draw_card(canvas, box, text("cohort.trainees"));
    search_.draw(canvas, ui_, "search", {box.right() - 236, box.y + 7, 216, 40},
                 text("dashboard.search"));
    const float wide = box.w - 40;
    const TraineeColumns columns = trainee_columns(canvas, wide, words());
    const Rect inner{box.x + 20, box.y + 54, wide, columns.heading};
    draw_trainee_heading(canvas, ui_, inner, columns, trainees_, words());
    const std::size_t shown = std::min(found_.size(), kMostTraineeRows);
    const Rect view{box.x + 4, inner.bottom(), box.w - 8, box.bottom() - inner.bottom() - 6};
    if (shown == 0) {
      draw_block(canvas, text("cohort.nothing"), {inner.x, view.y + 16}, inner.w,
                 {theme::kBody.growing(1.2F), theme::kInk2});
      return;
    }
    const float more = found_.size() > shown ? 36.F : 0.F;
    ui_.begin_scroll(canvas, "trainees", view, kRow * static_cast<float>(shown) + more);
    for (std::size_t i = 0; i < shown; ++i) {
      const Rect row{inner.x, view.y + kRow * static_cast<float>(i), inner.w, kRow};
      if (i > 0) canvas.line({row.x, row.y}, {row.right(), row.y}, 1, theme::kLine);
      draw_trainee_row(canvas, ui_, row, columns, found_[i], cohort.trainees[found_[i]],
                       cohort.scenarios, pass_, named);
    }
    if (more > 0) {
      draw_fitted(
          canvas,
          words().text("dashboard.more", {{"count", fmt::format("{}", found_.size() - shown)}}),
          {inner.x, view.y + kRow * static_cast<float>(shown) + 18}, inner.w,
          {theme::kCaption.growing(1.1F), theme::kInk2});
    }
    ui_.end_scroll(canvas);
  }

  float draw_trainee(Canvas& canvas, Rect place, const Cohort& cohort) {
    const auto found =
        std::find_if(cohort.trainees.begin(), cohort.trainees.end(),
                     [&](const Trainee& trainee) { return trainee.name == trainee_; });
    if (found == cohort.trainees.end()) return draw_empty(canvas, place);
    return draw_trainee_page(canvas, place, *found, *table_, own_, pass_, cohort_words());
  }

  float draw_scenario(Canvas& canvas, Rect place, const Cohort& cohort) {
    if (cohort.moments.empty()) return draw_empty(canvas, place);
    float& height = scenario_height_;
    if (height > 0) canvas.panel({place.x, place.y, place.w, height}, 18, theme::kPaper, 1);
    const std::string id = cohort.scenario;
    const float drawn = draw_scenario_page(
        canvas, place, cohort,
        [this, id](const std::string& moment, const std::string& response) {
          return text_of_response(scenario(id), context_->language(), moment, response);
        },
        cohort_words());
    remember(height, drawn);
    return drawn;
  }

  float draw_empty(Canvas& canvas, Rect place) {
    draw_block(canvas, text("cohort.nothing"), {place.x, place.y + 12}, place.w,
               {theme::kBody, theme::kInk2});
    return 60;
  }

  DashboardReader reader_;
  std::shared_ptr<const SummaryTable> table_;
  DashboardFilters filters_;
  View view_ = View::overview;
  IntervalCard intervals_;
  TraineeView trainees_;
  std::vector<std::size_t> found_;  // places of trainees in the order shown
  std::string trainee_;             // whose page is open
  std::vector<SummaryRow> own_;     // their attempts
  double pass_ = 0;                 // the score that passes
  TextField search_{60};
  TextField pin_{60};
  std::optional<std::string> unlocked_;  // the PIN that was given
  Background<Result<std::string>> exporting_;
  std::string said_;
  bool listed_ = false;
  std::map<std::string, std::shared_ptr<const Scenario>, std::less<>> scenarios_;  // by id
  float height_ = 0;
  float scenario_height_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_dashboard_screen(Toolkit& toolkit,
                                              std::shared_ptr<GameContext> context) {
  return std::make_unique<Dashboard>(toolkit, std::move(context));
}

}  // namespace mot
