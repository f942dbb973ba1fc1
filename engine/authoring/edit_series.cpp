#include "engine/authoring/edit_series.h"

#include <utility>

#include "engine/authoring/value_edits.h"

namespace mot {

bool EditSeries::add(const Result<TextEdit>& edit) {
  if (refusal_) return false;
  if (!edit) {
    refusal_ = edit.error();
    return false;
  }
  if (edit->changes.empty()) return true;
  Result<YamlSpans> after = spans().after(*edit);
  if (!after) {
    refusal_ = after.error();
    return false;
  }
  now_ = std::move(*after);
  return true;
}

bool EditSeries::take_out(std::string_view path) {
  return !has(path) || add(mot::take_out(spans(), path));
}

Result<TextEdit> EditSeries::edit() const {
  if (refusal_) return tl::unexpected<Refusal>(*refusal_);
  return difference(begin_.text(), spans().text());
}

}  // namespace mot
