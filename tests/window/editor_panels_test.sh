#!/usr/bin/env bash
# What the editor's forms and panels do to the files, by mouse and keyboard in the real window: parts of a scenario that there may be several of, the customer's own
# file, the map, the preview. Each picture is a whole run; what was saved is compared letter by letter.
# usage: editor_panels_test.sh MOT_WINDOW SOURCE_FOLDER
set -euo pipefail
program=$1
source_folder=$2
. "$source_folder/tests/window/driven.sh"
. "$source_folder/tests/window/own_scenario.sh"

echo "Reasons to leave, the cast and what can be looked up are added by the form"
begin
drive parts --lang en <<'V'
settle
click #f-leaves/add
settle
click #f-cast/new
settle
text ms-ding
key Enter
settle
key ctrl+a
text Ms Ding: nights
settle
click #f-reference/new
settle
text rooms
key Enter
settle
key ctrl+a
text What is free
settle
key ctrl+s
settle
V
is_now parts '/^moments:/i\
cast:\
  ms-ding:\
    name: "Ms Ding: nights"\
reference:\
  rooms:\
    title: What is free\
    text: …\
leaves:\
  - { when: mood <= -60, next: bad-end }'

echo "Whatever is chosen, its form begins with its beginning"
begin
drive from_the_top --lang en <<'V'
settle
click #moment-begin
settle
move 620 500
wheel 620 500 -40
settle
click #response-begin.yes
settle
V
shows f-id f-say delete

echo "A text gets another under a condition, and loses it again; a way on likewise"
begin
drive vary --lang en <<'V'
settle
click #moment-begin
settle
click #f-says/vary
settle
click #f-says-1-text
settle
key ctrl+a
text You again?
settle
click #response-begin.yes
settle
click #f-next/vary
settle
key ctrl+s
settle
V
is_now vary 's/^    says: Good evening\./    says:\n      - { when: mood < 0, text: "You again?" }\n      - { text: Good evening. }/; s/^        next: middle/        next:\n          - { when: mood < 0, go: middle }\n          - { go: middle }/'
drive vary-back --lang en <<'V'
settle
click #moment-begin
settle
click #f-says-1-remove
settle
click #response-begin.yes
settle
click #f-next-1-remove
settle
key ctrl+s
settle
V
is_now vary-back ''

echo "A wait takes the place of a rating, and is there again after it was taken out"
begin
drive wait --lang en <<'V'
settle
click #moment-begin
settle
click #response-begin.no
settle
click #f-wait/begin
settle
click #f-wait/end
settle
click #f-wait/begin
settle
click #f-minutes
settle
key ctrl+a
key Backspace
settle
text 25
settle
key ctrl+s
settle
V
is_now wait 's/^        delivers: { responsiveness: 3 }/        wait: { minutes: 25, informed: true }/; s/^    expects: \[responsiveness\]/&\n    acceptable_wait: 10/'

echo "A customer in a file of their own is written there, with an undo of its own"
begin
drive customer --lang en <<'V'
settle
click #outline-customer
settle
click #f-name
settle
key End
text on
settle
click #f-portrait-like
settle
click #f-portrait-like/kenji
settle
click #f-portrait-hair
settle
click #f-portrait-hair/crop
settle
click #f-portrait-wears/glasses
settle
key ctrl+z
settle
key ctrl+s
settle
V
is_now customer ''
expect "the customer's file" diff - "$scratch/customers/mr-a.yaml" <<'Y'
mot: 1
id: mr-a
name: Mr Aon   # nobody real
portrait: { like: kenji, hair: crop }
expects: { reliability: 7, responsiveness: 8, assurance: 7, empathy: 7 }
Y

echo "A moment is copied with what only it leads to; one undo takes it back"
copied_branch() { echo settle; clicks moment-middle add add/branch; }
begin
{ copied_branch; printf 'key ctrl+s\nsettle\n'; } | drive branch --lang en
is_now branch '/^  - id: bad-end/i\
  - id: middle-2\
    says: And my bag?\
    next: good-end-2\
\
  - id: good-end-2\
    ending: resolved\
    says: Good night.\

'
begin
{ copied_branch; printf 'key ctrl+z\nsettle\n'; clicks back; } | drive branch-back --lang en
hides leave/stay

size=1280x720
echo "What is undone in the customer's file is looked at anew, and plays"
begin
drive customer-back --lang en <<'V'
settle
click #outline-customer
settle
click #f-name
settle
key ctrl+a
key Backspace
settle
key ctrl+z
settle
key ctrl+Enter
settle
wait 2000
settle
V
shows pause

echo "On the map a response is led elsewhere by dragging, and without a pointer; a click jumps"
begin
drive map --lang en <<'V'
settle
click #tab-map
settle
press #map-begin.yes
wait 100
move #map-bad-end
wait 100
release #map-bad-end
settle
key ctrl+s
settle
V
is_now map 's/^        next: middle/        next: bad-end/'
begin
{ leading_on; printf 'key %s\n' Tab Tab Tab Space; kept; } | drive map-keys --lang en
is_now map-keys '/^      - id: "no"/,/next:/s/next: bad-end/next: middle/'

echo "Pressed again, another tab, another choice: the map leads nothing elsewhere any more"
begin
{
  leading_on
  clicks map-join map-middle moment-begin response-begin.no map-join tab-form tab-map map-middle moment-begin response-begin.no map-join moment-begin map-middle
  kept
} | drive map-dropped --lang en
is_now map-dropped ''
shows map-middle map-join
drive map-jump --lang en <<'V'
settle
click #tab-map
settle
click #map-good-end
settle
click #tab-form
settle
V
shows f-ending

echo "The preview plays what stands there, and keeps its place while the text is edited"
begin
drive preview --lang en <<'V'
settle
click #moment-begin
settle
click #tab-preview
settle
click #preview-begin.yes
settle
click #tab-form
settle
click #f-coach
settle
key End
text !
settle
click #tab-preview
settle
V
hides preview-begin.yes preview-begin.no

echo "In the preview any number may be typed"
begin
sed -i 's/^moments:/variables: { room: 204 }\n&/; s/^        reply: Thank you\./&\n        set: { room: 706 }/; s/^    next: good-end/    next:\n      - { when: room == -5901, go: bad-end }\n      - { go: good-end }/' "$own"
drive any-number --lang en <<'V'
settle
click #moment-middle
settle
click #tab-preview
settle
click #preview-here
settle
click #preview-variable-room-number
settle
key ctrl+a
text -5901
settle
check number
click #preview-here
settle
V
shows preview-variable-room preview-variable-room-number

echo "What an import leaves unrated is set by a click where the slider stands, and the remark goes with it"
begin
sed -i '0,/^        delivers: .*/s//        # rate me: responsiveness/; s/^        delivers: { responsiveness: 3 }/&  # mine/' "$own"
sed -i 's/responsiveness: 8/responsiveness: 5/' "$scratch/customers/mr-a.yaml"  # the middle of the slider, where it is clicked
drive unrated --lang en <<'V'
settle
click #moment-begin
settle
click #response-begin.yes
settle
V
drive rated --lang zh-CN <<'V'
settle
click #moment-begin
settle
click #response-begin.yes
settle
click #f-responsiveness
settle
key ctrl+s
settle
V
expect "the rating is there and the remark is not" test "$(grep -c 'rate me' "$own")$(grep -c '^        delivers: { responsiveness: 5 }$' "$own")" = 01
echo "The outline is searched without accents and capitals"
begin
drive search --lang en <<'V'
settle
click #outline-search
settle
text ÁT ÓNCE
settle
V
shows moment-begin response-begin.yes
hides moment-middle moment-good-end

echo "What is refused is said in the language of the interface, until something is changed"
begin
{ renamed 'Not an id'; echo check refused; } | drive refused --lang zh-CN
shows said-wrong
{ renamed 'Not an id'; field f-touchpoint 'Another desk'; } | drive refused-before --lang zh-CN
hides said-wrong
begin
sed -i 's/^title: .*/title My first/' "$own"
drive no-yaml --lang zh-CN <<<settle
shows said-wrong
printf 'title: \xff\n' >"$scratch/bytes.yaml"
xvfb-run -a -s "-screen 0 ${size}x24" "$program" --lang zh-CN --edit "$scratch/bytes.yaml" 2>"$scratch/err" && fail "a file that is not UTF-8 was opened"
expect "that it is not UTF-8 is said in Chinese" grep -q '不是 UTF-8' "$scratch/err"

echo "A draft with something to mend is not published by its tick either; one without is"
begin
drive draft --lang zh-CN <<'V'
settle
click #f-draft
settle
V
is_now draft ''
shows said-wrong
cp "$source_folder/scenarios/property/twice-the-water.yaml" "$own"
sed -i 's/^id: .*/id: own/; 2a draft: true' "$own"
rm "$scratch/own.zh-CN.yaml"
run_script draft-fine --seed 1 --edit "$own" --library "$source_folder/scenarios" --lang en <<'V'
await live-all
settle
click #f-draft
settle
key ctrl+s
settle
V
expect "a draft with nothing to mend is published by its tick" test "$(grep -c '^draft' "$own")" = 0

echo "The panels keep their letters in their places, in both languages and sizes"
for language in en zh-CN; do
  for size in 1280x720 1024x768; do
    cp "$source_folder/scenarios/hotel/late-arrival.yaml" "$own"
    drive "look-$language-$size" --lang "$language" --library "$source_folder/scenarios" <<'V'
settle
click #tab-map
settle
check map
click #tab-translation
settle
check translation
click #tab-preview
settle
check preview
click #tab-form
settle
wheel 640 500 -60
settle
check parts
V
  done
done
finish
