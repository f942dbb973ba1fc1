#include "game/screens/learners.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <optional>
#include <utility>

#include "engine/base/background.h"
#include "engine/base/trim.h"
#include "engine/base/user_folders.h"
#include "engine/records/outbox.h"
#include "engine/records/own_records.h"
#include "engine/records/pin.h"
#include "game/screens/certificate_file.h"
#include "game/screens/learner_list.h"
#include "game/screens/learner_row.h"
#include "game/screens/page.h"
#include "game/screens/pin_panel.h"
#include "game/screens/text_field.h"
#include "game/window/options.h"

namespace mot {
namespace {

constexpr float kTop = 64;
constexpr float kLeft = 32;
constexpr float kLeftWidth = 640;
constexpr float kRight = 688;
constexpr float kRightWidth = 560;
constexpr std::size_t kMostName = 60;
constexpr float kTypingPause = 1;  // seconds
constexpr std::string_view kPerson = "person-";
constexpr theme::Type kButton = theme::kLabel.growing(1.5F);
constexpr const char* kChangedElsewhere = "pin.changed-elsewhere";

class LearnersPage : public Page {
 public:
  LearnersPage(Toolkit& toolkit, std::shared_ptr<GameContext> context)
      : Page(toolkit, std::move(context)) {
    group_.set(context_->settings.group);
    pin_.hide_letters();
    ui_.focus("back", true);
    read();
  }

  ~LearnersPage() override { keep_group(); }
  LearnersPage(const LearnersPage&) = delete;
  LearnersPage& operator=(const LearnersPage&) = delete;

  Request handle(const Event& event) override {
    TextField* field = field_of(ui_.focused());
    if (field != nullptr && event.type == Event::Type::key_down && event.key == Key::enter) {
      // A group is kept with every letter of it: nothing is left to do.
      return field == &pin_     ? use("unlock")
             : field == &name_  ? use("add")
             : field != &group_ ? use("pin-set")
                                : Request::none();
    }
    if (field != nullptr && field->handle(event, toolkit_.platform)) {
      if (field == &group_) {
        context_->settings.group = group_.text();
        typed_ = true;
        since_typed_ = 0;
      }
      dirty_ = true;
      return Request::none();
    }
    return Page::handle(event);
  }

  Listening listening() const override {
    const std::string& at = ui_.focused();
    return at == "new-name" || at == "group" || at == "pin" || at == PinPanel::kField
               ? Listening::typing
               : Listening::commands;
  }

 protected:
  std::string title() const override { return text("learners.title"); }

  Request step(const Tick& tick) override {
    since_typed_ += typed_ ? tick.dt : 0;
    if (typed_ && since_typed_ > kTypingPause) {
      keep_group();
    }
    if (coming_.ready()) {
      list_ = coming_.take();
      dirty_ = true;
    }
    if (job_.ready()) {
      finish(job_.take());
      dirty_ = true;
    }
    return Request::none();
  }
  bool waiting() const override { return typed_ || coming_.valid() || job_.valid(); }

  Request use(const std::string& id) override {
    const bool sure = std::exchange(asked_, false);
    if (id == "back") {
      return Request::pop();
    }
    if (id == "dashboard") {
      return Request::begin(context_->open_dashboard());
    }
    if (id == "add") {
      take(trimmed_name());
    } else if (id == "unlock") {
      unlock();
    } else if (id == "export") {
      take_along();
    } else if (id == "delete") {
      asked_ = true;
      said_.clear();
      ui_.focus("keep", true);
    } else if (id == "forget" && sure) {
      forget();
    } else if (PinPanel::owns(id) && pin_waits()) {
      said_ = text("learners.wait");  // what was typed stays
    } else if (const auto pin = new_pin_.use(id)) {
      set_new_pin(*pin);
    } else if (id.rfind(kPerson, 0) == 0) {
      const auto number = static_cast<std::size_t>(std::stoul(id.substr(kPerson.size())));
      take(number == 0 ? std::string() : list_.learners[number - 1].name);
    }
    dirty_ = true;
    return Request::none();
  }

  Request key(const Event& event) override {
    return event.key == Key::escape ? Request::pop() : Request::none();
  }

  void draw_page(Canvas& canvas) override {
    ui_.begin_scroll(canvas, "page", {0, kTop, kLogicalWidth, kLogicalHeight - kTop}, height_);
    const float end =
        std::max(draw_people(canvas, kTop + 20),
                 draw_trainer(canvas, draw_own(canvas, draw_group(canvas, kTop + 20))));
    remember(height_, end + 24 - kTop);
    ui_.end_scroll(canvas);
    draw_page_bar(canvas, ui_, text("learners.title"), "", 1100);
  }

 private:
  const std::string& learner() const { return context_->settings.learner; }
  std::string store_uri() const { return store_or_default(context_->store()); }
  LearnerTraces traces() const { return {store_uri(), outbox_folder(), context_->plays_folder()}; }
  std::string name_shown() const { return learner().empty() ? text("learners.nobody") : learner(); }
  bool locked() const { return list_.guarded && !given_pin_; }

  TextField* field_of(const std::string& id) {
    return id == "new-name" ? &name_
           : id == "group"  ? &group_
           : id == "pin"    ? &pin_
                            : new_pin_.field_of(id);
  }

  void read() {
    coming_ = Background<LearnerList>([uri = context_->store()] { return read_learners(uri); });
  }

  // What a job on another thread came to: the sentence on it in the words of then, and what it
  // changed.
  struct Done {
    std::function<std::string(const UiStrings&)> said;
    std::optional<std::string> given_pin{};  // the PIN that is known to be right now
    bool forgotten = false;
    std::string of_pin{};  // what the panel of the PIN says; empty: it was not about that
  };

  void begin(std::function<Done()> job, Beside kind = Beside::writing) {
    job_ = Background<Done>(std::move(job), kind);
  }

  void finish(const Done& done) {
    said_ = done.said(words());
    if (done.given_pin) {
      given_pin_ = done.given_pin;
    }
    if (done.of_pin == kChangedElsewhere) {
      given_pin_.reset();  // it is another's now
    }
    if (!done.of_pin.empty()) {
      new_pin_.say(done.of_pin);
    }
    if (done.forgotten) {
      context_->records_changed();
    }
    if (done.forgotten || !done.of_pin.empty()) {
      read();
    }
  }

  // Whether what is kept of the learner of now is not to be touched yet; says so. Without a name
  // one has everybody's who gave none, and those may be told apart by nobody.
  bool held_back() {
    const bool taken = learner().empty() || learner() == toolkit_.options.name;
    if (!coming_.valid() && !job_.valid() && !(locked() && taken)) {
      return false;
    }
    said_ = text(!locked() || job_.valid() ? "learners.wait"
                 : learner().empty()       ? "learners.needs-pin-nobody"
                                           : "learners.needs-pin");
    return true;
  }

  std::string trimmed_name() const { return std::string(trimmed(name_.text())); }

  // The group that was typed; whoever types on writes the settings once.
  void keep_group() {
    if (std::exchange(typed_, false) && !context_->apply_settings()) {
      said_ = text("settings.not-saved");
      dirty_ = true;
    }
  }

  // Somebody else plays from now on.
  void take(const std::string& name) {
    if (coming_.valid()) {
      said_ = text("learners.wait");
      return;
    }
    if (locked() && !may_take(list_, learner(), name)) {
      said_ = text("learners.needs-pin");
      return;
    }
    context_->settings.learner = name;
    context_->apply_settings();
    name_.set("");
    said_ = words().text("learners.plays-now", {{"name", name_shown()}});
  }

  void unlock() {
    if (job_.valid()) {
      said_ = text("learners.wait");
      return;
    }
    const std::string typed = pin_.text();
    pin_.set("");
    const auto job = [uri = store_uri(), typed] {
      const Result<std::unique_ptr<Store>> store = open_store(uri, kReadPatience);
      const Result<bool> right =
          store ? is_pin(**store, typed) : Result<bool>(refuse(store.error().message));
      const auto said = [right](const UiStrings& words) {
        return !right   ? right.error().message
               : *right ? std::string()
                        : words.text("learners.pin-wrong");
      };
      return Done{said, right && *right ? std::optional(typed) : std::nullopt};
    };
    begin(job, Beside::reading);
  }

  // Whether the PIN is not to be touched yet.
  bool pin_waits() const { return locked() || coming_.valid() || job_.valid(); }

  // Empty: none any more. Whoever sets it has given it.
  void set_new_pin(const std::string& pin) {
    begin([uri = store_uri(), pin, known = list_.guarded ? given_pin_ : std::nullopt] {
      const Result<bool> set = change_pin(uri, pin, known);
      const auto said = [set](const UiStrings&) { return set ? "" : set.error().message; };
      return Done{said, set && *set ? std::optional(pin) : std::nullopt, false,
                  !set          ? "pin.not-kept"
                  : !*set       ? kChangedElsewhere
                  : pin.empty() ? "pin.removed"
                                : "pin.kept"};
    });
  }

  void take_along() {
    if (held_back()) {
      return;
    }
    const std::string name = name_for_file(learner());
    const std::filesystem::path path =
        std::filesystem::path(user_data_folder()) / "exports" /
        fmt::format("{}{}.json", name.empty() ? "" : name + "-", context_->now().substr(0, kDay));
    begin([traces = traces(), learner = learner(), path = path.string()] {
      const Result<std::unique_ptr<Store>> store = open_store(traces.store, kReadPatience);
      const Result<std::size_t> count = store ? export_learner(**store, traces, learner, path)
                                              : Result<std::size_t>(refuse(store.error().message));
      return Done{[count, path](const UiStrings& words) {
        return count ? words.text("learners.exported",
                                  {{"count", fmt::format("{}", *count)}, {"path", path}})
                     : words.text("learners.not-exported", {{"cause", count.error().message}});
      }};
    });
  }

  void forget() {
    if (held_back()) {
      return;
    }
    begin([traces = traces(), learner = learner()] {
      const Result<std::unique_ptr<Store>> store = open_store(traces.store, kReadPatience);
      const Result<Forgotten> forgotten = store ? forget_learner(**store, traces, learner)
                                                : Result<Forgotten>(refuse(store.error().message));
      const auto said = [forgotten](const UiStrings& words) {
        return forgotten
                   ? words.text("learners.deleted",
                                {{"attempts", fmt::format("{}", forgotten->attempts)},
                                 {"plays", fmt::format("{}", forgotten->plays)}})
                   : words.text("learners.not-deleted", {{"cause", forgotten.error().message}});
      };
      return Done{said, std::nullopt, true};
    });
  }

  float note(Canvas& canvas, Vec at, float width, const std::string& said) {
    return draw_block(canvas, said, at, width, {theme::kBody, theme::kInk2});
  }

  float button(Canvas& canvas,
               const char* id,
               Vec at,
               const std::string& label,
               const ButtonLook& look) {
    ButtonLook shown = look;
    shown.type = kButton;
    const float width = canvas.text_width(label, kButton) + (look.icon.empty() ? 48.F : 76.F);
    ui_.button(canvas, id, {at.x, at.y, width, 46}, label, shown);
    return width;
  }

  float draw_people(Canvas& canvas, float y) {
    return draw_panel(
        canvas, "learners.who", {kLeft, y, kLeftWidth, 0}, text("learners.who"),
        [&](Vec at, float width) {
          float line = at.y;
          line += note(canvas, {at.x, line}, width, text("learners.who-means")) + 12;
          line += draw_names(canvas, {at.x, line}, width);
          const theme::Type label = theme::kLabel;
          line += draw_block(canvas, text("learners.new"), {at.x, line + 8}, width, {label}) + 14;
          const float add = canvas.text_width(text("learners.add"), kButton) + 76;
          name_.draw(canvas, ui_, "new-name", {at.x, line, width - add - 12, 46},
                     text("settings.name-hint"));
          button(
              canvas, "add", {at.x + width - add, line}, text("learners.add"),
              {.kind = ButtonKind::primary, .icon = "check", .enabled = !trimmed_name().empty()});
          line += 46;
          if (!said_.empty()) {
            line += draw_block(canvas, said_, {at.x, line + 12}, width,
                               {theme::kBody.weighing(500), theme::kTeal700}) +
                    12;
          }
          return line - at.y;
        });
  }

  // Everybody who has played here, or, before the PIN is given, the one who plays.
  float draw_names(Canvas& canvas, Vec at, float width) {
    float y = at.y;
    if (!list_.problem.empty()) {
      y += draw_block(canvas, words().text("progress.no-records", {{"cause", list_.problem}}),
                      {at.x, y}, width, {theme::kBody, theme::kCoral800}) +
           8;
    }
    const auto row = [&](const std::string& id, const Learner& person) {
      return draw_learner_row(canvas, ui_, {at.x, y}, width, {id, person, person.name == learner()},
                              words());
    };
    const auto known = [&](const Learner& one) { return one.name == learner(); };
    const auto& all = list_.learners;
    if (!learner().empty() && std::none_of(all.begin(), all.end(), known)) {
      y += row("", {learner(), 0, ""});
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!locked() || known(all[i])) {
        y += row(std::string(kPerson) + std::to_string(i + 1), all[i]);
      }
    }
    y += row(std::string(kPerson) + "0", {"", 0, ""});
    if (locked() && !coming_.valid()) {
      y += note(canvas, {at.x, y + 6}, width, text("learners.locked")) + 14;
      const float open = canvas.text_width(text("learners.unlock"), kButton) + 76;
      pin_.draw(canvas, ui_, "pin", {at.x, y, width - open - 12, 46}, text("learners.pin"));
      button(canvas, "unlock", {at.x + width - open, y}, text("learners.unlock"),
             {.kind = ButtonKind::outline, .icon = "lock"});
      y += 58;
    }
    return y - at.y;
  }

  float draw_group(Canvas& canvas, float y) {
    return draw_panel(
        canvas, "learners.group", {kRight, y, kRightWidth, 0}, text("learners.group"),
        [&](Vec at, float width) {
          float line = at.y;
          line += note(canvas, {at.x, line}, width, text("learners.group-means")) + 12;
          group_.draw(canvas, ui_, "group", {at.x, line, width, 46}, text("learners.group-hint"));
          return line + 46 - at.y;
        });
  }

  float draw_own(Canvas& canvas, float y) {
    return draw_panel(
        canvas, "learners.own", {kRight, y, kRightWidth, 0}, text("learners.own"),
        [&](Vec at, float width) {
          float line = at.y;
          line += note(canvas, {at.x, line}, width,
                       words().text("learners.own-means", {{"name", name_shown()}})) +
                  14;
          if (!asked_) {
            button(canvas, "export", {at.x, line}, text("learners.export"),
                   {.kind = ButtonKind::outline, .icon = "download"});
            line += 56;
            button(canvas, "delete", {at.x, line}, text("learners.delete"),
                   {.kind = ButtonKind::outline, .icon = "x"});
            return line + 46 - at.y;
          }
          line +=
              draw_block(canvas, words().text("learners.delete-question", {{"name", name_shown()}}),
                         {at.x, line}, width, {theme::kBody.weighing(600), theme::kCoral800}) +
              12;
          button(canvas, "keep", {at.x, line}, text("learners.keep"),
                 {.kind = ButtonKind::primary, .icon = ""});
          line += 56;
          button(canvas, "forget", {at.x, line}, text("learners.delete-for-good"),
                 {.kind = ButtonKind::danger, .icon = "x"});
          return line + 46 - at.y;
        });
  }

  // The way to everybody's results, which asks for the PIN itself.
  float draw_trainer(Canvas& canvas, float y) {
    return draw_panel(
        canvas, "dashboard.door", {kRight, y, kRightWidth, 0}, text("dashboard.door"),
        [&](Vec at, float width) {
          float line = at.y;
          line += note(canvas, {at.x, line}, width, text("dashboard.door-means")) + 12;
          button(canvas, "dashboard", {at.x, line}, text("dashboard.title"),
                 {.kind = ButtonKind::outline, .icon = "dash"});
          line += 46 + 24;
          line += draw_block(canvas, text("pin.title"), {at.x, line}, width, {theme::kLabel}) + 6;
          if (coming_.valid()) {
            return line - at.y;
          }
          line += new_pin_.draw(canvas, ui_, {at.x, line}, width, list_.guarded, locked(), words());
          return line - at.y;
        });
  }

  LearnerList list_;
  Background<LearnerList> coming_;
  Background<Done> job_;
  TextField name_{kMostName};
  TextField group_{kMostName};
  TextField pin_{kMostName};
  PinPanel new_pin_;
  std::optional<std::string> given_pin_;  // by whoever is here, or set by them
  bool typed_ = false;                    // a group that is not kept yet
  float since_typed_ = 0;
  bool asked_ = false;  // whether all is to be deleted
  std::string said_;
  float height_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_learners_screen(Toolkit& toolkit,
                                             std::shared_ptr<GameContext> context) {
  return std::make_unique<LearnersPage>(toolkit, std::move(context));
}

}  // namespace mot
