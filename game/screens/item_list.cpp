#include "game/screens/item_list.h"

#include "game/screens/page.h"

namespace mot {

float draw_item_list(Canvas& canvas,
                     Vec at,
                     float width,
                     const ItemList& list,
                     const std::vector<ItemReview>& items) {
  constexpr float kPadding = 24;
  constexpr float kIndent = 32;
  constexpr float kItemGap = 10;
  if (items.empty()) {
    return 0;
  }
  const float inner = width - 2 * kPadding - kIndent;
  const theme::Type verdict = theme::kCaption.weighing(600);
  const float verdict_height = canvas.measure("A", {verdict}).height;
  float height = 62;
  for (const ItemReview& item : items) {
    height += verdict_height + block_height(canvas, item.text, inner, {theme::kBody}) + kItemGap;
  }
  canvas.panel({at.x, at.y, width, height}, 20, theme::kPaper, 1);
  const float x = at.x + kPadding;
  canvas.icon(list.icon, {x, at.y + 18}, {20, theme::kInk2, 2});
  canvas.text(list.title, {x + kIndent, at.y + 34}, {theme::kPanelTitle.sized(18)});
  float y = at.y + 52;
  for (const ItemReview& item : items) {
    const Vec centre{x + 10, y + 12};
    canvas.circle(centre, 9.5F, item.good ? theme::kPromoter : theme::kDetractor);
    canvas.icon_centred(item.good ? "check" : "x", centre, {13, theme::kPaper, 2.6F});
    y += draw_block(canvas, item.good ? list.good : list.bad, {x + kIndent, y}, inner,
                    {verdict, item.good ? theme::kBlue700 : theme::kCoral800});
    y += draw_block(canvas, item.text, {x + kIndent, y}, inner, {theme::kBody}) + kItemGap;
  }
  return height;
}

}  // namespace mot
