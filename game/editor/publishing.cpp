#include "game/editor/publishing.h"

#include "game/editor/live_column.h"

namespace mot {

bool may_publish(EditorContext& context) {
  const auto wrong = findings_to_mend(context);
  if (!context.checking() && context.findings() && context.findings()->failed) {
    context.say_no(context.word("editor.check-failed"));
  } else if (!wrong) {
    context.say_no(context.word("editor.publish-wait"));
  } else if (*wrong > 0) {
    context.say_no(
        context.words().text(*wrong == 1 ? "editor.publish-not-one" : "editor.publish-not",
                             {{"count", std::to_string(*wrong)}}));
  }
  return wrong && *wrong == 0;
}

}  // namespace mot
