#include "engine/interchange/role_play_script.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "engine/interchange/paper_words.h"
#include "engine/text/numbers.h"

namespace mot {
namespace {

/// As it stands in Markdown: signs that would mark something get a backslash, line ends become
/// blanks.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      if (!out.empty() && out.back() != ' ') out += ' ';
      continue;
    }
    if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

class ScriptWriter {
 public:
  ScriptWriter(const Scenario& scenario, const Reading& reading, const UiStrings& words)
      : s_(scenario), read_(reading), words_(words), paper_(scenario, reading, words) {}

  std::string write() {
    line("# " + text(s_.title));
    paragraph(text(s_.summary));
    paragraph(words_.text("script.how"));
    write_trainee();
    write_customer();
    heading("script.cards");
    for (std::size_t i = 0; i < s_.moments.size(); ++i) write_card(i);
    heading("script.notes");
    paragraph(words_.text("script.notes-how"));
    write_needs();
    for (std::size_t i = 0; i < s_.moments.size(); ++i) write_notes(i);
    return std::move(out_);
  }

 private:
  std::string text(TextId id) const { return plain(read_.trimmed(id)); }
  std::string word(std::string_view group, std::string_view name) const {
    return words_.text(fmt::format("{}.{}", group, name));
  }
  void line(std::string_view content) { out_ += fmt::format("{}\n", content); }
  void paragraph(std::string_view content) {
    if (!content.empty()) out_ += fmt::format("\n{}\n", content);
  }
  void heading(std::string_view key) { out_ += fmt::format("\n## {}\n", words_.text(key)); }
  std::string card(MomentIndex moment) const { return paper_.card(moment); }
  std::string only_if(CodeRange when, const char* key = "script.only-if") const {
    const std::string condition = paper_.condition(when);
    return condition.empty() ? condition : words_.text(key, {{"condition", plain(condition)}});
  }
  /// When one of several is taken, the first that fits; empty: always.
  std::string taken_if(CodeRange when, bool is_first) const {
    if (is_first) return only_if(when);
    return when.empty() ? words_.text("script.otherwise") : only_if(when, "script.else-if");
  }
  bool asks_for(OpCode code) const {
    return std::any_of(s_.code.begin(), s_.code.end(),
                       [&](const Op& op) { return op.code == code; });
  }

  void write_trainee() {
    heading("script.trainee");
    paragraph(text(s_.brief));
    if (s_.standards.empty()) return;
    out_ += '\n';
    for (const NamedText& standard : s_.standards) line("- " + text(standard.text));
  }

  void write_customer() {
    heading("script.customer");
    const Customer& customer = s_.customer;
    paragraph("**" + text(customer.name) + "** " + text(customer.role));
    paragraph(text(customer.about));
    paragraph(words_.text("script.begins", {{"card", card(s_.start)}}));
    write_note_keeping();
    if (asks_for(OpCode::mood)) paragraph(words_.text("script.mood-how"));
    write_leaves();
  }

  void write_note_keeping() {
    if (s_.variables.empty()) return;
    const std::string notes = paper_.notes_at_start();
    paragraph(notes.empty() ? words_.text("script.keep-notes-none")
                            : words_.text("script.keep-notes", {{"notes", plain(notes)}}));
  }

  void write_leaves() {
    if (s_.leaves.empty()) return;
    paragraph(words_.text("script.leaves", {{"name", text(s_.customer.name)}}));
    out_ += '\n';
    for (const Leave& leave : s_.leaves)
      line(fmt::format("- {} → {}", only_if(leave.when, "script.if"), card(leave.target)));
  }

  void write_needs() {
    if (s_.needs.empty()) return;
    paragraph(words_.text("script.needs"));
    out_ += '\n';
    for (const NamedText& need : s_.needs) line("- " + text(need.text));
  }

  std::string title_of(std::size_t index) const {
    const Moment& moment = s_.moments[index];
    const std::string touchpoint = text(moment.touchpoint);
    const std::string number = card(static_cast<MomentIndex>(index));
    return touchpoint.empty() ? number : fmt::format("{} · {}", number, touchpoint);
  }

  void write_card(std::size_t index) {
    const Moment& moment = s_.moments[index];
    out_ += fmt::format("\n### {}\n", title_of(index));
    if (moment.channel >= 0)
      paragraph("*" + word("channel", kChannelNames[static_cast<std::size_t>(moment.channel)]) +
                "*");
    bool is_first = true;
    for (const Line& said : s_.lines_of(moment.says)) {
      write_line(said, moment.manner, is_first);
      is_first = false;
    }
    switch (moment.kind) {
      case MomentKind::ending:
        paragraph("**" +
                  words_.text("script.ends", {{"ending", word("ending", name_of(moment.ending))}}) +
                  "**");
        break;
      case MomentKind::line: paragraph(ways(moment.next)); break;
      case MomentKind::fate: write_fate(moment); break;
      case MomentKind::decision: write_responses(moment); break;
    }
  }

  void write_line(const Line& said, const Manner& manner, bool is_first) {
    const int feels = said.feels >= 0 ? said.feels : manner.feels;
    const int speaker = said.speaker >= 0 ? said.speaker : manner.speaker;
    std::string who = speaker >= 0 ? text(s_.cast[static_cast<std::size_t>(speaker)].name)
                                   : text(s_.customer.name);
    if (feels >= 0)
      who += fmt::format(" ({})", word("feeling", kFeelingNames[static_cast<std::size_t>(feels)]));
    const std::string when = taken_if(said.when, is_first);
    paragraph(fmt::format("> {}**{}:** {}", when.empty() ? when : "*" + when + "* ", who,
                          text(said.text)));
  }

  std::string ways(Range range) const {
    std::string all;
    for (const Route& route : s_.routes_of(range)) {
      const std::string when = taken_if(route.when, all.empty());
      all += fmt::format("{}{}{}→ {}", all.empty() ? "" : "; ", when, when.empty() ? "" : " ",
                         card(route.target));
    }
    return all;
  }

  void write_fate(const Moment& moment) {
    int sum = 0;
    for (const FateBranch& branch : s_.branches_of(moment)) sum += branch.odds;
    out_ += '\n';
    for (const FateBranch& branch : s_.branches_of(moment))
      line(words_.text("script.chance", {{"odds", fmt::format("{}", branch.odds)},
                                         {"sum", fmt::format("{}", sum)},
                                         {"card", card(branch.target)}}));
  }

  std::string response_words(const Response& response) const {
    const std::string said = text(response.text);
    return response.is_action ? "*" + said + "*" : said;
  }

  void write_responses(const Moment& moment) {
    out_ += '\n';
    std::size_t i = 0;
    for (const Response& response : s_.responses_of(moment)) {
      const std::string when = only_if(response.when);
      line(fmt::format("- **{}** {}{}{}", PaperWords::letter(i++),
                       when.empty() ? when : "*" + when + "* ", response_words(response),
                       response.once ? " *(" + words_.text("script.once") + ")*" : ""));
      write_changes(response);
      bool is_first = true;
      for (const Line& reply : s_.lines_of(response.reply)) {
        const std::string taken = taken_if(reply.when, is_first);
        line(fmt::format("  - {}{}", taken.empty() ? "" : "*" + taken + "* ", text(reply.text)));
        is_first = false;
      }
      line("  - " + ways(response.next));
    }
  }

  /// What later cards may ask for.
  void write_changes(const Response& response) {
    for (const Assignment& set : s_.sets_of(response))
      line("  - *" + plain(paper_.change(set)) + "*");
    if (!asks_for(OpCode::knows)) return;
    for (const std::int32_t need : s_.ids_of(response.uncovers))
      line("  - *" +
           words_.text("script.uncovers",
                       {{"text", text(s_.needs[static_cast<std::size_t>(need)].text)}}) +
           "*");
  }

  // ---- the trainer's notes

  void write_notes(std::size_t index) {
    const Moment& moment = s_.moments[index];
    if (moment.kind != MomentKind::decision) return;
    out_ += fmt::format("\n### {}\n", title_of(index));
    for (const Line& thought : s_.lines_of(moment.thinks))
      paragraph(words_.text("script.thinks", {{"text", text(thought.text)}}));
    if (moment.scored) write_expectations(moment);
    if (const std::string hint = text(moment.hint); !hint.empty())
      paragraph(words_.text("script.hint", {{"text", hint}}));
    out_ += '\n';
    line(fmt::format("| | {} | {} |", words_.text("script.delivers"), words_.text("script.why")));
    line("|---|---|---|");
    std::size_t i = 0;
    for (const Response& response : s_.responses_of(moment))
      line(fmt::format("| **{}** {} | {} | {} |", PaperWords::letter(i++), response_words(response),
                       delivered(moment, response), remarks(response)));
  }

  void write_expectations(const Moment& moment) {
    std::string all;
    for (std::size_t d = 0; d < kDimensions; ++d) {
      if (!has(moment.stake.at_stake, kAllDimensions[d])) continue;
      all += fmt::format("{}{} {}", all.empty() ? "" : " · ", word("dimension", kDimensionNames[d]),
                         moment.stake.expected[d].level);
    }
    paragraph(words_.text("script.expects", {{"list", all}}));
  }

  std::string delivered(const Moment& moment, const Response& response) const {
    if (!moment.scored) return "–";
    std::string all;
    for (std::size_t d = 0; d < kDimensions; ++d) {
      if (!has(moment.stake.at_stake, kAllDimensions[d])) continue;
      all += fmt::format("{}{} {}", all.empty() ? "" : " · ", word("dimension", kDimensionNames[d]),
                         response.delivers[d]);
    }
    return fmt::format("{} ({})", all, signed_points_text(response.gap));
  }

  std::string remarks(const Response& response) const {
    std::string all = text(response.coach);
    const auto add = [&](std::string_view key, const std::string& content) {
      all += fmt::format("{}{}", all.empty() ? "" : " ", words_.text(key, {{"text", content}}));
    };
    for (const std::int32_t need : s_.ids_of(response.uncovers))
      add("script.uncovers", text(s_.needs[static_cast<std::size_t>(need)].text));
    for (const std::int32_t standard : s_.ids_of(response.meets))
      add("script.meets", text(s_.standards[static_cast<std::size_t>(standard)].text));
    for (const std::int32_t standard : s_.ids_of(response.breaks))
      add("script.breaks", text(s_.standards[static_cast<std::size_t>(standard)].text));
    return all;
  }

  const Scenario& s_;
  const Reading& read_;
  const UiStrings& words_;
  PaperWords paper_;
  std::string out_;
};

}  // namespace

std::string role_play_script(const Scenario& scenario,
                             const Reading& reading,
                             const UiStrings& words) {
  return ScriptWriter(scenario, reading, words).write();
}

}  // namespace mot
