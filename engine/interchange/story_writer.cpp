#include "engine/interchange/story_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "engine/customer/constants.h"
#include "engine/scenario/writer.h"

namespace mot {
namespace {

/// Remarks above a moment; more are only counted.
constexpr std::size_t kMostRemarks = 6;

class StoryWriter {
 public:
  StoryWriter(const ImportedStory& story, const UiStrings& words) : story_(story), words_(words) {}

  std::string write(std::string_view source) {
    remark(0, words_.text("import.remark.head",
                          {{"file", in_one_line(source)}, {"format", in_one_line(story_.format)}}));
    remark(0, words_.text("import.remark.how"));
    write_head();
    write_journey();
    write_customer();
    out_ += "\nmoments:\n";
    for (const ImportedMoment& moment : story_.moments) write_moment(moment);
    return std::move(out_);
  }

 private:
  static constexpr std::size_t kMoment = 4;
  static constexpr std::size_t kResponse = 8;

  /// One remark a line of the text.
  void remark(std::size_t indent, std::string_view text) {
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      out_ += fmt::format("{:{}}# {}\n", "", indent, text.substr(at, end - at));
      at = end + 1;
    }
  }
  void line(std::size_t indent, std::string_view text) {
    out_ += fmt::format("{:{}}{}\n", "", indent, text);
  }
  void key(std::size_t indent, std::string_view name, std::string_view text) {
    if (!text.empty()) line(indent, fmt::format("{}: {}", name, write_text(text, indent)));
  }

  void write_head() {
    line(0, "mot: 1");
    line(0, "id: " + story_.id);
    line(0, fmt::format("draft: true{:2}# {}", "", words_.text("import.remark.draft")));
    key(0, "title", story_.title.empty() ? std::string_view(story_.id) : story_.title);
    key(0, "language", story_.language);
    key(0, "summary", story_.summary);
    key(0, "brief", story_.brief);
    if (story_.start_index > 0) line(0, "start: " + story_.moments[story_.start_index].id);
  }

  void write_journey() {
    line(0, "");
    line(0, "journey:");
    line(2, "id: encounter");
    key(2, "title", words_.text("import.unnamed.journey"));
    line(2, "stages:");
    if (story_.stages.empty())
      line(4, fmt::format("- {{ id: contact, title: {} }}",
                          write_flow_text(words_.text("import.unnamed.stage"))));
    for (const ImportedStage& stage : story_.stages)
      line(4, fmt::format("- {{ id: {}, title: {} }}", stage.id, write_flow_text(stage.title)));
  }

  /// Dimensions that some moment says are at stake; without any, the two that are asked for.
  std::vector<std::size_t> dimensions_used() const {
    std::vector<std::size_t> used;
    for (std::size_t d = 0; d < kDimensions; ++d) {
      const auto at_stake = [d](const ImportedMoment& m) { return m.expects[d] > 0; };
      if (std::any_of(story_.moments.begin(), story_.moments.end(), at_stake)) used.push_back(d);
    }
    for (const Dimension usual : {Dimension::reliability, Dimension::empathy}) {
      const auto d = static_cast<std::size_t>(usual);
      if (std::find(used.begin(), used.end(), d) == used.end()) used.push_back(d);
    }
    std::sort(used.begin(), used.end());
    return used;
  }

  void write_customer() {
    line(0, "");
    line(0, fmt::format("customer:{:2}# {}", "", words_.text("import.remark.customer")));
    line(2, "id: customer");
    key(2, "name", words_.text("import.unnamed.customer"));
    std::vector<std::string> levels;
    for (const std::size_t d : dimensions_used())
      levels.push_back(fmt::format("{}: {}", kDimensionNames[d], kUsualLevel));
    line(2, fmt::format("expects: {{ {} }}", fmt::join(levels, ", ")));
  }

  void write_remarks(const ImportedMoment& moment) {
    for (const std::string& text : moment.remarks) remark(2, text);
    const std::size_t shown = std::min(moment.left_out.size(), kMostRemarks);
    for (std::size_t i = 0; i < shown; ++i)
      remark(2, words_.text("import.remark.left-out", {{"what", moment.left_out[i]}}));
    if (moment.left_out.size() > shown)
      remark(2, words_.text("import.remark.more",
                            {{"count", fmt::format("{}", moment.left_out.size() - shown)}}));
  }

  /// A decision between at least two ways is worth rating.
  static bool is_scored(const ImportedMoment& moment) {
    return !moment.is_fate && (moment.responses.size() >= 2 || has_ratings(moment));
  }
  static bool has_ratings(const ImportedMoment& moment) {
    return std::any_of(moment.expects.begin(), moment.expects.end(),
                       [](int level) { return level > 0; });
  }

  void write_moment(const ImportedMoment& moment) {
    if (&moment != &story_.moments.front()) out_ += '\n';
    write_remarks(moment);
    const std::string title =
        in_one_line(moment.title.empty() ? std::string_view(moment.name) : moment.title);
    const bool says_more = !title.empty() && id_from(title, title.size()) != moment.id;
    const bool scored = is_scored(moment);
    line(2, says_more && !scored ? fmt::format("- id: {}  # {}", moment.id, title)
                                 : fmt::format("- id: {}", moment.id));
    write_place(moment, scored, title);
    if (scored) write_stake(moment);
    key(kMoment, "says", moment.says);
    key(kMoment, "feels", moment.feels);
    key(kMoment, "thinks", moment.thinks);
    if (moment.is_fate) {
      write_fate(moment);
    } else if (!moment.responses.empty()) {
      key(kMoment, "hint", moment.hint);
      line(kMoment, "responses:");
      for (const ImportedResponse& response : moment.responses)
        write_response(moment, response, scored);
    } else if (moment.is_line) {
      line(kMoment, "next: " + story_.moments[moment.to].id);
    } else {
      line(kMoment, fmt::format("ending: {}{}{}", name_of(*moment.ending),
                                moment.ending_guessed ? "  # " : "",
                                moment.ending_guessed ? words_.text("import.remark.ending") : ""));
    }
  }

  void write_fate(const ImportedMoment& moment) {
    line(kMoment, "chance:");
    for (const ImportedResponse& branch : moment.responses)
      line(kMoment + 2,
           fmt::format("- {{ odds: {}, next: {} }}", branch.odds, story_.moments[branch.to].id));
  }

  void write_place(const ImportedMoment& moment, bool scored, const std::string& title) {
    const std::string first = story_.stages.empty() ? "contact" : story_.stages.front().id;
    const auto or_usual = [&](const std::string& given, const std::string& usual) {
      return !given.empty() || !scored ? given : usual;
    };
    key(kMoment, "stage", or_usual(moment.stage, first));
    key(kMoment, "channel", or_usual(moment.channel, "counter"));
    key(kMoment, "touchpoint", or_usual(moment.touchpoint, title.empty() ? moment.id : title));
  }

  void write_stake(const ImportedMoment& moment) {
    if (!has_ratings(moment)) {
      line(kMoment, "expects: [reliability, empathy]");
      return;
    }
    std::vector<std::string> levels;
    for (std::size_t d = 0; d < kDimensions; ++d) {
      if (moment.expects[d] > 0)
        levels.push_back(fmt::format("{}: {}", kDimensionNames[d], moment.expects[d]));
    }
    line(kMoment, fmt::format("expects: {{ {} }}", fmt::join(levels, ", ")));
  }

  void write_ratings(const ImportedMoment& moment, const ImportedResponse& response) {
    const bool own = has_ratings(moment);
    std::vector<std::string> given;
    std::vector<std::string> open;
    for (std::size_t d = 0; d < kDimensions; ++d) {
      const bool usual =
          kAllDimensions[d] == Dimension::reliability || kAllDimensions[d] == Dimension::empathy;
      if (own ? moment.expects[d] == 0 : !usual) continue;
      if (response.delivers[d] > 0) {
        given.push_back(fmt::format("{}: {}", kDimensionNames[d], response.delivers[d]));
      } else {
        open.push_back(std::string(kDimensionNames[d]));
      }
    }
    const std::string ask = open.empty() ? "" : fmt::format("rate me: {}", fmt::join(open, ", "));
    if (given.empty()) {
      line(kResponse, fmt::format("# {}", ask));
    } else {
      line(kResponse, fmt::format("delivers: {{ {} }}{}", fmt::join(given, ", "),
                                  ask.empty() ? ask : "  # " + ask));
    }
  }

  void write_response(const ImportedMoment& moment, const ImportedResponse& response, bool scored) {
    line(kResponse - 2, "- id: " + response.id);
    key(kResponse, response.is_action ? "do" : "say", response.text);
    if (scored) write_ratings(moment, response);
    key(kResponse, "reply", response.reply);
    key(kResponse, "coach", response.coach);
    line(kResponse, "next: " + story_.moments[response.to].id);
  }

  const ImportedStory& story_;
  const UiStrings& words_;
  std::string out_;
};

}  // namespace

std::string write_story(const ImportedStory& story,
                        std::string_view source,
                        const UiStrings& words) {
  return StoryWriter(story, words).write(source);
}

}  // namespace mot
