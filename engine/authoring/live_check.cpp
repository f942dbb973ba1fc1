#include "engine/authoring/live_check.h"

#include <exception>
#include <system_error>
#include <utility>

#include "engine/analysis/crowd.h"
#include "engine/analysis/policy.h"
#include "engine/base/give_way.h"
#include "engine/outcome/scorecard.h"
#include "engine/scenario/load_document.h"

namespace mot {
namespace {

constexpr std::uint32_t kSeed = 1;

std::optional<NpsCounts> answers_of(const Session& session, CancelFlag cancel) {
  const JudgedPlay play = judged_play(session);
  if (play.moments.empty()) return std::nullopt;
  CrowdOptions options;
  options.seed = kSeed;
  options.threads = 1;
  options.cancel = cancel;
  const std::optional<Crowd> crowd = judge(play, options);
  return crowd ? std::optional(crowd->counts()) : std::nullopt;
}

CheckedWay way_of(const Session& session, CancelFlag cancel) {
  CheckedWay way;
  for (const Turn& turn : session.turns())
    way.choices.push_back(session.scenario().name_of_response(turn.response));
  way.ends = session.status() == SessionStatus::ended;
  way.answers = answers_of(session, cancel);
  return way;
}

std::optional<CheckedWay> optimal_way(Policy policy,
                                      const Program& program,
                                      Solution& solution,
                                      CancelFlag cancel) {
  const Aim aim = policy == Policy::best ? Aim::best : Aim::worst;
  const std::optional<double> value = solution.start_value(aim);
  if (!value) return std::nullopt;
  const Result<Session> played = play_by(policy, program, kSeed, &solution);
  if (!played) return std::nullopt;
  CheckedWay way = way_of(*played, cancel);
  way.satisfaction = *value / 100;
  return way;
}

CheckedWay way_along(const std::vector<std::string>& choices,
                     const Program& program,
                     CancelFlag cancel) {
  Session session(program, kSeed);
  for (const std::string& choice : choices) {
    if (!session.choose(choice)) break;
  }
  CheckedWay way = way_of(session, cancel);
  if (!way.answers) return way;
  if (const auto hundredths = score(session).satisfaction) way.satisfaction = *hundredths / 100.0;
  return way;
}

}  // namespace

LiveCheck::~LiveCheck() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
    cancel_ = true;
  }
  changed_.notify_all();
  if (worker_.joinable()) worker_.join();
}

void LiveCheck::want(CheckedText text) {
  auto spare = std::make_shared<LiveFindings>();
  spare->version = text.version;
  spare->failed = true;
  {
    const std::lock_guard lock(mutex_);
    wanted_ = std::move(text);
    spare_ = std::move(spare);
    working_ = true;
    cancel_ = true;
    if (!worker_.joinable()) {
      try {
        worker_ = std::thread([this] { work(); });
      } catch (const std::system_error&) {
        latest_ = std::exchange(spare_, nullptr);
        wanted_.reset();
        working_ = false;
      }
    }
  }
  changed_.notify_all();
}

bool LiveCheck::working() const {
  const std::lock_guard lock(mutex_);
  return working_;
}

std::shared_ptr<const LiveFindings> LiveCheck::latest() const {
  const std::lock_guard lock(mutex_);
  return latest_;
}

void LiveCheck::work() {
  give_way();
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return ends_ || wanted_; });
    if (ends_) return;
    const CheckedText text = *std::exchange(wanted_, std::nullopt);
    std::shared_ptr<LiveFindings> spare = std::exchange(spare_, nullptr);
    cancel_ = false;
    lock.unlock();
    LiveFindings found;
    found.version = text.version;
    try {
      check(text, found);
    } catch (const std::exception&) {
      // No memory for it: what was found so far is what is known.
      give_up(std::move(found), std::move(spare));
    }
    lock.lock();
    working_ = wanted_.has_value();
  }
}

/// False where another text is wanted by now.
bool LiveCheck::hand_out(const LiveFindings& findings) {
  const std::lock_guard lock(mutex_);
  if (cancel_) return false;
  latest_ = std::make_shared<LiveFindings>(findings);
  return true;
}

/// Takes no memory.
void LiveCheck::give_up(LiveFindings found, std::shared_ptr<LiveFindings> spare) {
  found.failed = true;
  *spare = std::move(found);
  const std::lock_guard lock(mutex_);
  if (!cancel_) latest_ = std::move(spare);
}

void LiveCheck::check(const CheckedText& text, LiveFindings& found) {
  DiagnosticSink sink;
  LoadOptions load = options_;
  load.unsaved = text.unsaved;
  found.scenario = text.document != nullptr
                       ? load_scenario_document(text.document, load, sink).scenario
                       : load_scenario_text(text.path, text.text, load, sink).scenario;
  found.findings = sink.sorted();
  found.errors = sink.errors();
  found.warnings = sink.warnings();
  if (!hand_out(found) || !found.scenario) return;

  const Program program(*found.scenario);
  found.current = way_along(text.choices, program, &cancel_);
  SolveOptions options;
  options.limits.cancel = &cancel_;
  Solution solution(program, options);
  if (solution.cancelled()) return;
  found.solved = true;
  found.exact = solution.exact();
  found.best = optimal_way(Policy::best, program, solution, &cancel_);
  found.worst = optimal_way(Policy::worst, program, solution, &cancel_);
  if (!hand_out(found)) return;

  SmellOptions smells;
  smells.cancel = &cancel_;
  found.smells = find_smells(program, solution, smells);
  found.smelled = true;
  hand_out(found);
}

}  // namespace mot
