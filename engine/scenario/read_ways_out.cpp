// What stands beside the moments and names them: where the encounter starts, when the customer
// walks out, which smells the author accepts.
#include <fmt/format.h>

#include <array>

#include "engine/scenario/read_context.h"

namespace mot {
namespace {

constexpr std::array<std::string_view, 2> kLeaveKeys{"when", "next"};
constexpr std::array<std::string_view, 3> kAcceptKeys{"smell", "where", "because"};

void read_leave(ReadContext& context, YamlNode item) {
  Fields fields;
  if (!context.reader.fields(item, "an entry of 'leaves'", kLeaveKeys, fields)) {
    context.mark_unknown_target();
    return;
  }
  for (const std::string_view key : kLeaveKeys)
    context.reader.require(fields, item, "an entry of 'leaves'", key);
  Leave leave;
  leave.when = read_condition(context, fields["when"]);
  if (fields.contains("next")) {
    leave.target = read_target(context, fields["next"], "'leaves'");
  } else {
    context.mark_unknown_target();
  }
  context.scenario.leaves.push_back(leave);
}

// A moment, or `moment.response`.
void check_place(ReadContext& context, YamlNode node, std::string_view where) {
  const std::size_t dot = where.find('.');
  const std::string_view moment = where.substr(0, dot);
  const bool known = context.names.moment(moment) != kNone;
  if (known && dot == std::string_view::npos) return;
  const std::string_view response =
      dot == std::string_view::npos ? std::string_view() : where.substr(dot + 1);
  if (known && context.names.response(moment, response) != kNone) return;
  const std::string nearest = known ? context.names.nearest_response(moment, response)
                                    : context.names.nearest_moment(moment);
  if (nearest.empty() && context.names.has_unnamed()) return;
  context.reader.report(
      node, known ? "M0013" : "M0012",
      known ? fmt::format("moment '{}' has no response {}", moment, in_quotes(response))
            : fmt::format("there is no moment {}", in_quotes(moment)),
      nearest.empty() ? "write a moment, or moment.response"
                      : fmt::format("did you mean '{}'?", nearest));
}

bool is_smell(std::string_view code) {
  return code.size() == 5 && code[0] == 'S' &&
         code.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

void read_accept(ReadContext& context, YamlNode item) {
  const NodeReader& reader = context.reader;
  Fields fields;
  if (!reader.fields(item, "an entry of 'accept'", kAcceptKeys, fields)) return;
  Accept accept;
  accept.position = reader.document().position(item);
  for (const std::string_view key : {"smell", "because"})
    reader.require(fields, item, "an entry of 'accept'", key);
  if (const auto smell = reader.text(fields["smell"], "'smell'")) {
    accept.smell = *smell;
    if (!is_smell(*smell))
      reader.report(fields["smell"], "M0022",
                    fmt::format("{} is not the code of a smell", in_quotes(*smell)),
                    "codes look like S0014; `mot check` prints them");
  }
  if (const auto because = reader.text(fields["because"], "'because'")) accept.because = *because;
  if (const auto where = reader.text(fields["where"], "'where'")) {
    accept.where = *where;
    check_place(context, fields["where"], *where);
  }
  context.scenario.accepts.push_back(accept);
}

}  // namespace

void read_ways_out(ReadContext& context, const Fields& fields) {
  context.current = kNone;
  context.scenario.start = 0;
  if (fields.contains("start")) {
    const MomentIndex start = read_target(context, fields["start"], "'start'");
    if (start != kNone) context.scenario.start = start;
  }
  std::vector<YamlNode> items;
  if (fields.contains("leaves")) {
    if (!context.reader.items(fields["leaves"], "'leaves'", items)) context.mark_unknown_target();
    for (const YamlNode item : items) read_leave(context, item);
  }
  if (fields.contains("accept") && context.reader.items(fields["accept"], "'accept'", items)) {
    for (const YamlNode item : items) read_accept(context, item);
  }
}

}  // namespace mot
