// The first way through the moments: their ids and those of their responses, so that whatever is
// read afterwards may name them.
#include <fmt/format.h>

#include "engine/scenario/read_context.h"

namespace mot {
namespace {

constexpr std::size_t kMaxResponses = 32;

// Empty where there is none (reported).
std::string_view declared(ReadContext& context,
                          YamlNode owner,
                          YamlNode id,
                          std::string_view owner_name,
                          std::string_view what) {
  const YamlDocument& document = context.reader.document();
  if (document.kind(owner) != YamlKind::map) return {};  // reported when it is read
  if (id == kNoNode) {
    // A misspelt `id` is reported as an unknown key.
    for (YamlNode key = document.first(owner); key != kNoNode;
         key = document.next(document.next(key))) {
      const std::string_view name = document.text(key);
      if (name.size() == 2 && (name == "Id" || name == "ID" || name == "iD" || name == "di"))
        return {};
    }
    context.reader.missing(owner, owner_name, "id");
    return {};
  }
  return context.reader.declared_id(id, what).value_or(std::string_view());
}

void collect_responses(ReadContext& context, YamlNode list, MomentIndex index) {
  const YamlDocument& document = context.reader.document();
  if (list == kNoNode || document.kind(list) != YamlKind::sequence) return;
  Moment& moment = context.scenario.moments[static_cast<std::size_t>(index)];
  for (YamlNode item = document.first(list); item != kNoNode; item = document.next(item)) {
    if (moment.responses.count == kMaxResponses) {
      context.reader.report(item, "M0029",
                            fmt::format("this moment has more than {} responses", kMaxResponses),
                            "nobody weighs that many; split the moment");
      context.mark_unknown_target();
      context.names.mark_unnamed();
      return;
    }
    const YamlNode id = context.reader.value_of(item, "id", kResponseKeys);
    Response response;
    response.moment = index;
    response.id = declared(context, item, id, "a response", "the response's id");
    if (!context.names.add_response(response.id))
      context.reader.report(
          id, "M0028",
          fmt::format("response {} is there already in this moment", in_quotes(response.id)),
          "give each response of a moment an id of its own");
    context.scenario.responses.push_back(response);
    ++moment.responses.count;
  }
}

}  // namespace

void collect_moments(ReadContext& context, const std::vector<YamlNode>& moments) {
  Scenario& scenario = context.scenario;
  const NodeReader& reader = context.reader;
  scenario.moments.resize(moments.size());
  for (std::size_t i = 0; i < moments.size(); ++i) {
    context.current = static_cast<MomentIndex>(i);
    const auto first = static_cast<ResponseIndex>(scenario.responses.size());
    Moment& moment = scenario.moments[i];
    moment.position = reader.document().position(moments[i]);
    const YamlNode id = reader.value_of(moments[i], "id", kMomentKeys);
    moment.id = declared(context, moments[i], id, "a moment", "the moment's id");
    if (moment.id.empty()) context.mark_unknown_target();
    if (!context.names.add_moment(moment.id, first)) {
      const auto earlier = static_cast<std::size_t>(context.names.moment(moment.id));
      reader.report(
          id, "M0028", fmt::format("moment {} is there already", in_quotes(moment.id)),
          fmt::format("the first stands in line {}", scenario.moments[earlier].position.line));
      context.mark_unknown_target();
    }
    moment.responses = {static_cast<std::uint32_t>(first), 0};
    collect_responses(context, reader.value_of(moments[i], "responses", kMomentKeys),
                      context.current);
  }
  context.current = kNone;
}

bool names_a_stage(const ReadContext& context, const std::vector<YamlNode>& moments) {
  for (const YamlNode moment : moments) {
    if (context.reader.value_of(moment, "stage", kMomentKeys) != kNoNode) return true;
  }
  return false;
}

}  // namespace mot
