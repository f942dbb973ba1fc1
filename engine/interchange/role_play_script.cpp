#include "engine/interchange/role_play_script.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "engine/scenario/writer.h"
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
      : s_(scenario), read_(reading), words_(words) {}

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
  std::string card(MomentIndex moment) const {
    return words_.text("script.card",
                       {{"number", fmt::format("{}", static_cast<std::size_t>(moment) + 1)}});
  }
  std::string condition(CodeRange when) const {
    const std::string code = write_expression(s_, when);
    return code.empty() ? code : words_.text("script.only-if", {{"condition", "`" + code + "`"}});
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
    return fmt::format("{} · {}", card(static_cast<MomentIndex>(index)),
                       touchpoint.empty() ? std::string(moment.id) : touchpoint);
  }

  void write_card(std::size_t index) {
    const Moment& moment = s_.moments[index];
    out_ += fmt::format("\n### {}\n", title_of(index));
    if (moment.channel >= 0)
      paragraph("*" + word("channel", kChannelNames[static_cast<std::size_t>(moment.channel)]) +
                "*");
    for (const Line& said : s_.lines_of(moment.says)) write_line(said, moment.manner);
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

  void write_line(const Line& said, const Manner& manner) {
    const int feels = said.feels >= 0 ? said.feels : manner.feels;
    const int speaker = said.speaker >= 0 ? said.speaker : manner.speaker;
    std::string who = speaker >= 0 ? text(s_.cast[static_cast<std::size_t>(speaker)].name)
                                   : text(s_.customer.name);
    if (feels >= 0)
      who += fmt::format(" ({})", word("feeling", kFeelingNames[static_cast<std::size_t>(feels)]));
    const std::string when = condition(said.when);
    paragraph(fmt::format("> {}**{}:** {}", when.empty() ? when : "*" + when + "* ", who,
                          text(said.text)));
  }

  std::string ways(Range range) const {
    std::string all;
    for (const Route& route : s_.routes_of(range)) {
      const std::string when = condition(route.when);
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

  static std::string letter(std::size_t i) {
    const std::string one(1, static_cast<char>('A' + i % 26));
    return i < 26 ? one : one + one;
  }

  std::string response_words(const Response& response) const {
    const std::string said = text(response.text);
    return response.is_action ? "*" + said + "*" : said;
  }

  void write_responses(const Moment& moment) {
    out_ += '\n';
    std::size_t i = 0;
    for (const Response& response : s_.responses_of(moment)) {
      const std::string when = condition(response.when);
      line(fmt::format("- **{}** {}{}{}", letter(i++), when.empty() ? when : "*" + when + "* ",
                       response_words(response),
                       response.once ? " *(" + words_.text("script.once") + ")*" : ""));
      for (const Line& reply : s_.lines_of(response.reply)) {
        const std::string condition_of_reply = condition(reply.when);
        line(fmt::format("  - {}{}",
                         condition_of_reply.empty() ? "" : "*" + condition_of_reply + "* ",
                         text(reply.text)));
      }
      line("  - " + ways(response.next));
    }
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
      line(fmt::format("| **{}** {} | {} | {} |", letter(i++), response_words(response),
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
    for (const Assignment& set : s_.sets_of(response)) {
      const Variable& variable = s_.variables[static_cast<std::size_t>(set.variable)];
      add("script.note-down",
          fmt::format("`{} = {}`", variable.name, write_expression(s_, set.value, variable.type)));
    }
    return all;
  }

  const Scenario& s_;
  const Reading& read_;
  const UiStrings& words_;
  std::string out_;
};

}  // namespace

std::string role_play_script(const Scenario& scenario,
                             const Reading& reading,
                             const UiStrings& words) {
  return ScriptWriter(scenario, reading, words).write();
}

}  // namespace mot
