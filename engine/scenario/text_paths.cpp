#include "engine/scenario/text_paths.h"

#include <fmt/format.h>

namespace mot {
namespace {

class PathList {
 public:
  PathList(const Scenario& scenario, TextOrigin origin) : scenario_(scenario), origin_(origin) {}

  std::vector<std::pair<std::string, TextId>> list() {
    // Inline customers and journeys belong to the scenario's file, below their key.
    const bool own = origin_ == TextOrigin::scenario;
    if (own) add_scenario();
    add_customer(own ? "customer." : "");
    add_journey(own ? "journey." : "");
    return std::move(paths_);
  }

 private:
  void add(std::string path, TextId text) {
    if (text != kNoText && scenario_.texts[text].origin == origin_)
      paths_.emplace_back(std::move(path), text);
  }

  void add_lines(const std::string& path, Range range) {
    int number = 0;
    for (const Line& line : scenario_.lines_of(range)) {
      const std::string own = line.listed ? fmt::format("{}.{}", path, ++number) : path;
      add(own, line.text);
      add(own + ".thinks", line.thinks);
    }
  }

  void add_scenario() {
    add("title", scenario_.title);
    add("summary", scenario_.summary);
    add("brief", scenario_.brief);
    for (const NamedText& standard : scenario_.standards)
      add(fmt::format("standards.{}", standard.id), standard.text);
    for (const NamedText& need : scenario_.needs) add(fmt::format("needs.{}", need.id), need.text);
    for (const CastMember& member : scenario_.cast)
      add(fmt::format("cast.{}.name", member.id), member.name);
    for (const ReferencePage& page : scenario_.reference) {
      add(fmt::format("reference.{}.title", page.id), page.title);
      add(fmt::format("reference.{}.text", page.id), page.text);
    }
    for (const Moment& moment : scenario_.moments) add_moment(moment);
  }

  void add_moment(const Moment& moment) {
    const std::string path = fmt::format("moments.{}", moment.id);
    add(path + ".touchpoint", moment.touchpoint);
    add_lines(path + ".says", moment.says);
    add_lines(path + ".thinks", moment.thinks);
    add(path + ".hint", moment.hint);
    for (std::size_t c = 0; c < kCategories; ++c)
      add(fmt::format("{}.verbatim.{}", path, kCategoryNames[c]), moment.verbatim[c]);
    for (const Response& response : scenario_.responses_of(moment)) {
      const std::string own = fmt::format("{}.responses.{}", path, response.id);
      add(own + (response.is_action ? ".do" : ".say"), response.text);
      add_lines(own + ".reply", response.reply);
      add_lines(own + ".thinks", response.thinks);
      add(own + ".coach", response.coach);
    }
  }

  void add_customer(const std::string& prefix) {
    add(prefix + "name", scenario_.customer.name);
    add(prefix + "role", scenario_.customer.role);
    add(prefix + "about", scenario_.customer.about);
  }

  void add_journey(const std::string& prefix) {
    add(prefix + "title", scenario_.journey_title);
    for (const Stage& stage : scenario_.stages) {
      add(fmt::format("{}stages.{}.title", prefix, stage.id), stage.title);
      add(fmt::format("{}stages.{}.about", prefix, stage.id), stage.about);
      add(fmt::format("{}stages.{}.standard", prefix, stage.id), stage.standard);
    }
  }

  const Scenario& scenario_;
  TextOrigin origin_;
  std::vector<std::pair<std::string, TextId>> paths_;
};

}  // namespace

std::vector<std::pair<std::string, TextId>> text_paths(const Scenario& scenario,
                                                       TextOrigin origin) {
  return PathList(scenario, origin).list();
}

}  // namespace mot
