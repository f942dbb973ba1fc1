// The meaning is written out as lines of words, ids before the things that name them, and hashed.
// Ids cannot hold spaces or line ends, so no two meanings share a text.
#include "engine/encounter/content_hash.h"

#include <fmt/format.h>

#include <array>
#include <iterator>

#include "engine/base/hash.h"

namespace mot {
namespace {

/// A word for every operation, by OpCode; part of the hash, so never change one.
constexpr std::array<std::string_view, 20> kOpWords{
    "const", "var", "mood", "turn", "visited", "chose", "knows", "neg", "not", "add",
    "sub",   "mul", "lt",   "le",   "eq",      "ne",    "gt",    "ge",  "and", "or"};

/// Writes the meaning piece by piece into the hash.
class MeaningWriter {
 public:
  explicit MeaningWriter(const Scenario& scenario) : scenario_(scenario) {}

  std::string digest() {
    put("mot-content 1 {} start {}\n", scenario_.id, scenario_.start);
    customer();
    names();
    for (const Leave& leave : scenario_.leaves) {
      put("leave {}", leave.target);
      code(leave.when);
      put("\n");
    }
    for (const Moment& m : scenario_.moments) moment(m);
    flush();
    return hash_.hex_digest();
  }

 private:
  template <class... Args>
  void put(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(text_), format, std::forward<Args>(args)...);
    if (text_.size() > 60'000) flush();
  }

  void flush() {
    hash_.update(text_);
    text_.clear();
  }

  void customer() {
    const Persona& persona = scenario_.customer.persona;
    put("customer {} mood {} spread {}", scenario_.customer.id, persona.mood, persona.spread);
    for (std::size_t d = 0; d < kDimensions; ++d) {
      put(" {}/{}/{}", persona.level[d], static_cast<int>(persona.kind[d]), persona.importance[d]);
    }
    put("\n");
  }

  void names() {
    for (const Stage& stage : scenario_.stages) put("stage {}\n", stage.id);
    for (const NamedText& standard : scenario_.standards) put("standard {}\n", standard.id);
    for (const NamedText& need : scenario_.needs) put("need {}\n", need.id);
    for (const Variable& variable : scenario_.variables) {
      put("variable {} {} {}\n", variable.name, static_cast<int>(variable.type), variable.start);
    }
  }

  void moment(const Moment& m) {
    put("moment {} {} scored {} shuffle {} stage {} channel {} ending {} weight {} limit {} {}",
        m.id, static_cast<int>(m.kind), static_cast<int>(m.scored), static_cast<int>(m.shuffle),
        m.stage, m.channel, static_cast<int>(m.ending), m.weight, m.time_limit, m.on_timeout);
    for (std::size_t d = 0; m.scored && d < kDimensions; ++d) {
      if (!has(m.stake.at_stake, kAllDimensions[d])) continue;
      put(" {}:{}/{}/{}", d, m.stake.expected[d].level, static_cast<int>(m.stake.expected[d].kind),
          m.stake.importance[d]);
    }
    routes(m.next);
    for (const FateBranch& branch : scenario_.branches_of(m)) {
      put(" odds {} {}", branch.odds, branch.target);
    }
    put("\n");
    for (const Response& r : scenario_.responses_of(m)) response(r, m.scored);
  }

  void response(const Response& r, bool scored) {
    put("response {} once {} behaviours {}", r.id, static_cast<int>(r.once), r.behaviours);
    if (scored) {
      put(" gap {} delivers", r.gap);
      for (const int rating : r.delivers) put(" {}", rating);
    }
    if (r.has_wait) put(" wait {} {}", r.wait_minutes, static_cast<int>(r.wait_informed));
    list("meets", r.meets);
    list("breaks", r.breaks);
    list("uncovers", r.uncovers);
    put(" when");
    code(r.when);
    for (const Assignment& set : scenario_.sets_of(r)) {
      put(" set {}", set.variable);
      code(set.value);
    }
    routes(r.next);
    put("\n");
  }

  void list(std::string_view word, Range ids) {
    if (ids.empty()) return;
    put(" {}", word);
    for (const std::int32_t id : scenario_.ids_of(ids)) put(" {}", id);
  }

  void routes(Range range) {
    for (const Route& route : scenario_.routes_of(range)) {
      put(" to {}", route.target);
      code(route.when);
    }
  }

  void code(CodeRange range) {
    put(" [");
    for (std::uint32_t i = range.first; i < range.first + range.count; ++i) {
      const Op& op = scenario_.code[i];
      put(" {} {}", kOpWords[static_cast<std::size_t>(op.code)], op.argument);
    }
    put(" ]");
  }

  const Scenario& scenario_;
  std::string text_;
  Sha256 hash_;
};

}  // namespace

std::string content_hash(const Scenario& scenario) { return MeaningWriter(scenario).digest(); }

}  // namespace mot
