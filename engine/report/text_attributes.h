// Which font draws what in a text that may be Chinese.
#pragma once

#include <string>
#include <string_view>

struct _PangoAttrList;
struct _PangoContext;

namespace mot {

/// The fonts of everything that is drawn.
inline constexpr const char* kFontFamilies = "Inter, Noto Sans CJK SC, sans-serif";

/// Where all text is laid out: grey edges, no hinting, letters at fractions of a pixel, so that it
/// looks the same at every scale. One a thread; not to be freed, good until forget_fonts().
_PangoContext* text_context();

/// Forgets the fonts of all sizes that this thread has drawn with: each keeps its letters. The next
/// text opens those that it needs again.
void forget_fonts();

/// True for zh, zh-CN, zh-Hans …
bool is_chinese_tag(std::string_view language);

/// Chinese has no weight 600, and shares marks with Latin fonts that are a full square wide in
/// Chinese: adds what says which font draws which part of `text`.
void add_chinese_attributes(_PangoAttrList* list,
                            const std::string& text,
                            int weight,
                            bool chinese);

}  // namespace mot
