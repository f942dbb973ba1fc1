#include "engine/scenario/model.h"

#include <fmt/format.h>

namespace mot {

MomentIndex Scenario::find_moment(std::string_view name) const {
  for (std::size_t i = 0; i < moments.size(); ++i) {
    if (moments[i].id == name) return static_cast<MomentIndex>(i);
  }
  return kNone;
}

ResponseIndex Scenario::find_response(std::string_view name) const {
  const std::size_t dot = name.find('.');
  if (dot == std::string_view::npos) return kNone;
  const MomentIndex m = find_moment(name.substr(0, dot));
  if (m == kNone) return kNone;
  const Moment& moment = moments[static_cast<std::size_t>(m)];
  for (std::uint32_t i = 0; i < moment.responses.count; ++i) {
    const std::uint32_t r = moment.responses.first + i;
    if (responses[r].id == name.substr(dot + 1)) return static_cast<ResponseIndex>(r);
  }
  return kNone;
}

std::string Scenario::name_of_response(ResponseIndex response) const {
  const Response& r = responses[static_cast<std::size_t>(response)];
  return fmt::format("{}.{}", moments[static_cast<std::size_t>(r.moment)].id, r.id);
}

}  // namespace mot
