// The style of the page: the look of the window on paper and screen. Part of html.cpp.
#pragma once

namespace mot::report {

inline constexpr const char* kStyle = R"(
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: #FBF4EA; color: #1E2A3E; font: 400 16px/1.5 Inter, "Noto Sans CJK SC", "Noto Sans SC",
  "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; overflow-wrap: anywhere; }
:lang(zh) { line-height: 1.65; }
h1, h2, h3, p, ul, ol, dl, figure, blockquote { margin: 0; padding: 0; }
h1 { font-size: 1.625rem; line-height: 1.25; }
h2 { font-size: 1.1875rem; line-height: 1.3; margin-bottom: .75rem; }
h3 { font-size: 1.0625rem; line-height: 1.35; }
header.top { background: #FFFFFF; border-bottom: 1px solid #E5D8C5; padding: 1.25rem 1.5rem; }
header.top > div, main, footer { max-width: 1180px; margin: 0 auto; }
.meta { color: #505C6E; font-size: .875rem; }
main { padding: 1.5rem; display: grid; grid-template-columns: repeat(12, minmax(0, 1fr)); gap: 1rem; }
footer { padding: 0 1.5rem 2.5rem; color: #505C6E; font-size: .8125rem; }
footer p + p { margin-top: .35rem; }
.card { background: #FFFFFF; border: 1px solid #EFE5D6; border-radius: 20px; padding: 1.25rem 1.5rem; grid-column: span 12; }
.notice { grid-column: span 12; background: #FDF2DC; border: 2px solid #E8B23E; border-radius: 14px; padding: .75rem 1.1rem; }
.notice p + p { margin-top: .4rem; }
.stack > * + * { margin-top: .75rem; }
svg.figure { display: block; max-width: 100%; height: auto; }
figure svg.figure { margin: 0 auto; }
.narrow { display: none; }
.says { background: #FBF4EA; border-radius: 14px; padding: .7rem 1rem; }
.says .who { display: block; color: #505C6E; font-size: .8125rem; }
.card > * + *, .card > .stack { margin-top: .75rem; }
.card > h2 + * { margin-top: 0; }
.figures { display: flex; flex-wrap: wrap; gap: .5rem 1.75rem; margin: 0 0 .5rem; }
.figures div { min-width: 6rem; }
.figures dt { color: #505C6E; font-size: .8125rem; }
.figures dd { margin: 0; font-weight: 700; font-size: 1.25rem; }
.echoes { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); }
.turn { list-style: none; display: grid; gap: .6rem; margin-top: .9rem; }
.turn li { border-left: 4px solid #C2452D; padding-left: .75rem; }
.thought { color: #6B4C9A; font-size: .875rem; }
.small { color: #505C6E; font-size: .8125rem; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
caption { text-align: left; color: #505C6E; font-size: .8125rem; padding: .35rem 0; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #EFE5D6; }
th { font-weight: 600; }
th[scope="row"] { overflow-wrap: normal; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
details.data { margin-top: .6rem; }
summary { cursor: pointer; color: #0F6B66; font-weight: 600; font-size: .875rem; }
summary:focus-visible { outline: 2.5px solid #0F6B66; outline-offset: 3px; border-radius: 4px; }
.moment { border-top: 1px solid #EFE5D6; padding: 1.1rem 0; }
.moment:first-of-type { border-top: 0; padding-top: 0; }
.moment header { display: flex; flex-wrap: wrap; gap: .25rem .9rem; align-items: baseline; justify-content: space-between; }
.moment .tag { font-weight: 700; white-space: nowrap; }
.misery { color: #A63C24; } .magic { color: #1B629E; } .neutral { color: #7A5200; }
.moment > * + * { margin-top: .55rem; }
.cells { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: .75rem; }
.cell { border-radius: 14px; padding: .8rem 1rem; background: #F8F1E6; }
.cell h4 { margin: 0 0 .25rem; font-size: .875rem; display: flex; justify-content: space-between; gap: .75rem; }
.cell.mine { background: #FDF2DC; } .cell.mine.misery { background: #FCEAE4; color: inherit; }
.cell.mine.magic { background: #E4EFF8; color: inherit; } .cell.best { background: #E4EFF8; }
.cell p + p { margin-top: .35rem; }
.others { list-style: none; display: grid; gap: .6rem; margin-top: .5rem; }
.others li { border-left: 4px solid #E5D8C5; padding-left: .75rem; }
.plain { list-style: none; display: grid; gap: .35rem; }
.plain li::before { content: attr(data-mark) " "; font-weight: 700; }
blockquote.take { font-size: 1.125rem; font-weight: 600; }
.next { background: #E0F1EE; border-radius: 14px; padding: .9rem 1.1rem; }
@media (min-width: 900px) {
  .half { grid-column: span 6; } .third { grid-column: span 5; } .two-thirds { grid-column: span 7; }
}
@media (max-width: 640px) {
  main { padding: .75rem; gap: .75rem; } header.top { padding: 1rem; }
  .card { padding: 1rem; border-radius: 16px; }
  .wide { display: none; } .narrow { display: block; }
}
@page { size: A4; margin: 14mm; }
@media print {
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  body { background: #FFFFFF; font-size: 9.5pt; }
  header.top { padding: 0 0 .75rem; } main { display: block; padding: 0; } footer { padding: .75rem 0 0; }
  .card { border: 0; border-top: 1px solid #CFC2AD; border-radius: 0; padding: .9rem 0; }
  .wide { display: block; } .narrow { display: none; }
  h2, h3, h4 { break-after: avoid; } figure, .cell, .turn li, .others li, .says, tr { break-inside: avoid; }
  details.data { display: none; }
  .cells { grid-template-columns: 1fr 1fr; } .echoes { grid-template-columns: 1fr 1fr 1fr; }
}
)";

}  // namespace mot::report
