#include "engine/analysis/liveness.h"

namespace mot {
namespace {

// More memory than this for the sets: everything is kept, which is correct and slower.
constexpr std::size_t kMaxWords = std::size_t{16} << 20U;

void put(std::vector<std::uint64_t>& set, std::size_t cell) {
  set[cell / 64] |= std::uint64_t{1} << (cell % 64);
}
void drop(std::vector<std::uint64_t>& set, std::size_t cell) {
  set[cell / 64] &= ~(std::uint64_t{1} << (cell % 64));
}
bool in(const std::vector<std::uint64_t>& set, std::size_t cell) {
  return ((set[cell / 64] >> (cell % 64)) & 1U) != 0;
}

void join(std::vector<std::uint64_t>& into, const std::vector<std::uint64_t>& from) {
  for (std::size_t w = 0; w < into.size(); ++w) into[w] |= from[w];
}

}  // namespace

Liveness::Liveness(const Program& program, bool texts)
    : program_(program),
      slot_words_((program.slot_count() + 63) / 64),
      variable_words_((program.scenario().variables.size() + 63) / 64),
      words_(slot_words_ + variable_words_ + 1),
      texts_(texts) {
  const std::size_t moments = program.scenario().moments.size();
  keep_all_ = moments * words_ > kMaxWords;
  if (keep_all_) {
    read_.assign(words_, 0);
    for (std::size_t slot = 0; slot < program.slot_count(); ++slot) put(read_, slot);
    for (std::size_t v = 0; v < program.scenario().variables.size(); ++v)
      put(read_, slot_words_ * 64 + v);
    read_.back() = kMood | kTurn | kScored;
    return;
  }
  in_.assign(moments, Set(words_, 0));
  // Most stories run down the page, so going up it settles nearly everything in one pass.
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t m = moments; m-- > 0;)
      changed = update(static_cast<MomentIndex>(m)) || changed;
  }
  read_.reserve(moments * words_);
  for (const Set& set : in_) read_.insert(read_.end(), set.begin(), set.end());
  in_ = {};
}

void Liveness::add_reads(CodeRange code, Set& set) const {
  for (std::uint32_t i = 0; i < code.count; ++i) {
    const Op& op = program_.scenario().code[code.first + i];
    switch (op.code) {
      case OpCode::variable: put(set, cell_of_variable(op.argument)); break;
      case OpCode::visited: put(set, cell(program_.visited_slot(op.argument))); break;
      case OpCode::chose: put(set, cell(program_.chose_slot(op.argument))); break;
      case OpCode::knows: put(set, cell(program_.need_slot(op.argument))); break;
      case OpCode::mood: set.back() |= kMood; break;
      case OpCode::turn: set.back() |= kTurn; break;
      default: break;
    }
  }
}

void Liveness::add_variants(Range lines, Set& set) const {
  if (!texts_) return;
  for (const Line& line : program_.scenario().lines_of(lines)) add_reads(line.when, set);
}

void Liveness::add_entry(MomentIndex target, Set& set) const {
  Set entry = in_[static_cast<std::size_t>(target)];
  const std::int32_t visited = program_.visited_slot(target);
  if (visited >= 0) drop(entry, cell(visited));
  // Chosen on entering, before the moment counts as visited.
  const Moment& moment = program_.scenario().moments[static_cast<std::size_t>(target)];
  add_variants(moment.says, entry);
  add_variants(moment.thinks, entry);
  join(set, entry);
}

void Liveness::add_choice(ResponseIndex r, Set& set) const {
  const Scenario& scenario = program_.scenario();
  const Response& response = scenario.responses[static_cast<std::size_t>(r)];
  Set after(words_, 0);
  std::size_t number = 0;
  for (const Leave& leave : scenario.leaves) {
    add_reads(leave.when, after);
    Set taken(words_, 0);
    add_entry(leave.target, taken);
    const std::size_t slot = cell(program_.leaves()[number++].slot);
    drop(taken, slot);
    join(after, taken);
    put(after, slot);
  }
  if (!scenario.leaves.empty()) after.back() |= kScored;
  for (const Route& route : scenario.routes_of(response.next)) {
    add_reads(route.when, after);
    add_entry(route.target, after);
  }
  // Chosen after all this; a visit on the way counts as read, which keeps too much, never too
  // little.
  add_variants(response.reply, after);
  add_variants(response.thinks, after);
  // Backwards through the choice: assignments, then the bits it sets.
  Set read(words_, 0);
  for (const Assignment& assignment : scenario.sets_of(response)) {
    if (in(after, cell_of_variable(assignment.variable))) add_reads(assignment.value, read);
  }
  for (const Assignment& assignment : scenario.sets_of(response))
    drop(after, cell_of_variable(assignment.variable));
  join(after, read);
  if (scenario.moments[static_cast<std::size_t>(response.moment)].scored) after.back() &= ~kScored;
  const std::int32_t chosen = program_.chose_slot(r);
  if (chosen >= 0) drop(after, cell(chosen));
  for (const std::int32_t need : scenario.ids_of(response.uncovers)) {
    const std::int32_t slot = program_.need_slot(need);
    if (slot >= 0) drop(after, cell(slot));
  }
  add_reads(response.when, after);
  if (response.once) put(after, cell(chosen));
  join(set, after);
}

bool Liveness::update(MomentIndex place) {
  const Scenario& scenario = program_.scenario();
  const Moment& moment = scenario.moments[static_cast<std::size_t>(place)];
  Set set(words_, 0);
  switch (moment.kind) {
    case MomentKind::decision:
      for (std::uint32_t i = 0; i < moment.responses.count; ++i)
        add_choice(static_cast<ResponseIndex>(moment.responses.first + i), set);
      break;
    case MomentKind::line:
      for (const Route& route : scenario.routes_of(moment.next)) {
        add_reads(route.when, set);
        add_entry(route.target, set);
      }
      break;
    case MomentKind::fate:
      for (const FateBranch& branch : scenario.branches_of(moment)) add_entry(branch.target, set);
      break;
    case MomentKind::ending: break;
  }
  Set& old = in_[static_cast<std::size_t>(place)];
  if (set == old) return false;
  old = std::move(set);
  return true;
}

}  // namespace mot
