// Several edits of a text, each made for what the one before has left, that are done, kept and
// undone as one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/authoring/text_edit.h"
#include "engine/authoring/yaml_spans.h"
#include "engine/base/result.h"

namespace mot {

class EditSeries {
 public:
  /// Begins at a text; the spans must outlive the series.
  explicit EditSeries(const YamlSpans& spans) : begin_(spans) {}

  /// The text as the edits so far have left it.
  const YamlSpans& spans() const { return now_ ? *now_ : begin_; }
  /// Does one more. False: it was refused, or has left no YAML; the whole series is refused then.
  bool add(const Result<TextEdit>& edit);
  /// Takes what stands at a path out, if something does.
  bool take_out(std::string_view path);
  bool has(std::string_view path) const { return spans().find(path) != kNoNode; }

  /// All of them as one piece, or why the first that could not be done could not.
  Result<TextEdit> edit() const;

 private:
  const YamlSpans& begin_;
  std::optional<YamlSpans> now_;
  std::optional<Refusal> refusal_;
};

}  // namespace mot
