#!/usr/bin/env bash
# Library, briefing, settings and debrief of the real mot-window, driven by event scripts under Xvfb; each step must find its controls
# by their ids, and the files in the player's folders must say what was done.
# usage: library_test.sh MOT_WINDOW SOURCE_FOLDER
set -euo pipefail
program=$1
source_folder=$2
. "$source_folder/tests/window/driven.sh"
data=$XDG_DATA_HOME/moments-of-truth
plays=$data/plays

# Two scenarios of the library, so that what comes first and what is in sight does not change with the others.
library=$scratch/library
mkdir -p "$library/property" "$library/journeys"
cp -r "$source_folder"/scenarios/property/{customers,images,sounds,twice-the-water*,water-through-the-ceiling*} "$library/property"
cp "$source_folder"/scenarios/journeys/property-service* "$library/journeys"

# Runs an event script (stdin) in this library.
drive() { run_script "$1" --seed 1 --library "$library" "${@:2}"; }

echo "The first start asks for language, name and size of letters, once"
drive welcome --screen welcome <<'E2'
settle
click #size-1
settle
click #name
text Ann
settle
click #begin
settle
E2
shows hero
expect "the settings know of the welcome" grep -q '"welcomed": true' "$settings"
expect "the settings keep the name" grep -q '"learner": "Ann"' "$settings"
rm -rf "$XDG_CONFIG_HOME"

echo "F1 lays the keys over a page, Escape takes them away"
drive keys <<'E2'
settle
key F1
settle
E2
shows close-keys
drive keys_away <<'E2'
settle
key F1
settle
key Escape
settle
E2
hides close-keys
shows hero

echo "The library opens with what to start with, and a card a scenario"
drive library <<'E2'
settle
E2
shows hero language settings scenario-twice-the-water scenario-water-through-the-ceiling

echo "At its foot, out of sight, a trainer begins a scenario; a library without any has that, too"
drive new_scenario --window-size 1024x768 <<'E2'
settle
click #new-scenario
settle
E2
shows template-blank create
hides hero
mkdir -p "$scratch/nothing"
run_script empty_library --library "$scratch/nothing" <<'E2'
settle
check empty
reach empty
settle
click #new-scenario
settle
E2
shows template-blank create

echo "What is left out because of errors is named there, and opened to be mended"
mkdir -p "$scratch/half"
printf 'mot: 1\nid: half\ntitle: Half\n' >"$scratch/half/half.yaml"
printf 'mot: 1\nid: torn\ntitle: [\n' >"$scratch/half/torn.yaml"
run_script left_out --library "$scratch/half" --lang zh-CN <<'E2'
settle
check left-out
reach left-out
E2
shows left-out-0 left-out-1 new-scenario
for file in 0 1; do
  run_script "left_out_$file" --library "$scratch/half" <<<"settle
click #left-out-$file
settle"
  shows tab-text
  hides left-out-0
done

echo "Letters and tools that were given back meanwhile are there again, and look the same"
run_script left_out_again --library "$scratch/half" <<'E2'
settle
click #left-out-0
settle
key Escape
settle
resize 1024 768
settle
resize 1280 720
wait 31000
click #help
settle
key Escape
settle
click #left-out-0
settle
E2
shows tab-text
expect "the editor looks another way the second time" cmp "$scratch/left_out_again.png" "$scratch/left_out_0.png"

echo "A script that clicks or awaits what is not there says so and fails"
# refused_script WHAT: an event script (stdin) that ends in an error which says that.
refused_script() {
  cat >"$scratch/events"
  if xvfb-run -a -s "-screen 0 ${size}x24" "$program" --clock fixed --library "$library" --events "$scratch/events" 2>"$scratch/err"; then
    fail "a script goes on without '$1'"
  fi
  grep -q "$1" "$scratch/err" || { fail "no word of '$1'"; cat "$scratch/err"; }
}
refused_script "no '#nothing-such' on the screen" <<'E2'
settle
click #nothing-such
quit
E2
refused_script "'#nothing-such' was awaited for 30 s" <<'E2'
settle
await nothing-such
quit
E2

echo "Enter starts what is suggested: its briefing"
drive briefing <<'E2'
settle
key Enter
settle
E2
shows start practice exam back
hides continue last-debrief

echo "Enter acts only on what is seen to have the focus: after a click elsewhere it first shows where that is"
drive unseen <<'E2'
settle
click 12 400
key Enter
settle
E2
shows hero
hides start
drive seen <<'E2'
settle
click 12 400
key Enter
key Enter
settle
E2
shows start
drive pointed <<'E2'
settle
click 12 400
settle
E2
expect "the library opens with a ring around what Enter does" test -n "$(cmp "$scratch/library.png" "$scratch/pointed.png" 2>&1)"

echo "Escape leads back"
drive back <<'E2'
settle
click #scenario-water-through-the-ceiling
settle
key Escape
settle
E2
shows hero

echo "The language is switched live and remembered"
drive language <<'E2'
settle
key ctrl+l
settle
E2
expect "settings say zh-CN" grep -q zh-CN "$settings"
drive language_back <<'E2'
settle
click #language
settle
E2
expect "settings say en" grep -q '"en"' "$settings"

echo "Settings are kept at once"
drive settings <<'E2'
settle
click #settings
settle
click #learner
settle
click #new-name
text 张伟
key Enter
key Escape
settle
click #motion-1
click #timer-2
click #size-1
settle
E2
shows learner size-0 sound-0 back
for part in 张伟 'true' '2' '1.25'; do
  expect "settings say $part" grep -q -- "$part" "$settings"
done
rm -rf "$XDG_CONFIG_HOME"

# Lines of an event script: to the debrief of what was finished last.
to_debrief() { printf 'settle\nclick #scenario-twice-the-water\nsettle\nwheel 860 400 -20\nsettle\nclick #last-debrief\nsettle\n'; }

# keep NAME STARTED COMPLETE CHOICE…: a play by hand, replayed by its choices' names.
keep() {
  mkdir -p "$plays"
  local list
  list=$(printf '{"choice":"%s","seconds":6},' "${@:4}")
  printf '{"playthrough":1,"scenario":"twice-the-water","model":1,"seed":1,"started":"%s","complete":%s,"choices":[%s]}\n' \
    "$2" "$3" "${list%,}" >"$plays/$1.json"
}

echo "What was begun is offered to go on with"
keep begun 2026-01-02T08:00:00Z false two-bills.stay ask.at-night
drive continue <<'E2'
settle
click #scenario-twice-the-water
settle
E2
shows continue start

echo "What was finished has a debrief"
keep finished 2026-01-03T08:00:00Z true two-bills.stay ask.at-night ask.own-guess promise.half-past-two hiss.tell-li who-pays.when-needed \
  twenty-past-eleven.bring-page next-reading.stay-in-bed
{ to_debrief; cat; } <<'E2' | drive debrief
click #moment-2
settle
key Right
key Right
settle
wheel 640 400 -20
settle
E2
shows again library back moment-1 marker-1 next-case
hides continue

echo "What is taken away is kept with the play"
finished=$(grep -l '"hiss.tell-li"' "$plays"/*.json)
{ to_debrief; cat; } <<'E2' | drive takeaway
key End
settle
click #takeaway
text Ask: "what has to stay on?" <b>先问</b>
wait 1500
settle
E2
expect "the play holds the sentence" grep -q '"takeaway": "Ask: \\"what has to stay on?\\" <b>先问</b>"' "$finished"

echo "What is predicted and how sure one was are kept with the play, and shown in the debrief"
set_out '{"welcomed": true, "confidence": true}'
{ for key in s x s s x x x x x; do
    printf 'wait 500\n'; for _ in 1 2 3 4 5 6 7 8; do printf 'click 640 300\n'; done
    [ "$key" = x ] || printf 'settle\nkey s\n'
    printf 'settle\nkey 1\n'
  done
  printf 'wait 500\n'; for _ in 1 2 3 4 5 6 7 8; do printf 'click 640 300\n'; done
  printf 'settle\nkey Enter\nsettle\nkey 1\nkey 0\nkey Enter\nsettle\n'
} | drive predicted twice-the-water --screen play --name Guess
shows moment-1 takeaway
guessed=$(grep -l '"learner": "Guess"' "$plays"/*.json)
expect "the play holds the prediction" grep -q '"prediction": 10' "$guessed"
expect "three choices were sure" test "$(grep -o '"confidence":"sure"' "$guessed" | wc -l)" = 3

echo "The debrief is saved as a page and as a PDF"
{ to_debrief; cat; } <<'E2' | drive saved --name Guess
click #save-page
settle
E2
stem=$(basename "$guessed" .json)
expect "there is a page" grep -q '</html>' "$data/debriefs/$stem.html"
expect "there is a PDF" grep -q '^%PDF' "$data/debriefs/$stem.pdf"

echo "A learner takes everything along, thinks twice before deleting it, and then it is gone"
drive own --name Guess <<'E2'
settle
click #learner
settle
click #export
settle
click #delete
settle
key Enter
settle
E2
shows delete
hides forget
expect "everything was taken along" grep -q '"learner":"Guess"' "$data"/exports/Guess-*.json
expect "the play is still there" test -e "$guessed"
drive group_typed --name Guess <<'E2'
settle
click #learner
settle
click #group
text Day shift
key Enter
settle
key Enter
settle
E2
expect "Enter behind a group deletes nothing" test -e "$guessed"
expect "the group is kept" grep -q '"Day shift"' "$settings"

echo "A PIN stands before other people's records, whichever way one comes"
rm -rf "$XDG_CONFIG_HOME"
MOT_NEW_PIN=2468 "$mot" records pin --store "$data/records.sqlite" >"$scratch/pin"
drive pin_nobody <<'E2'
settle
click #learner
settle
click #delete
settle
click #forget
settle
E2
expect "who has no name deletes nothing" test -e "$finished"
rm -rf "$XDG_CONFIG_HOME"
drive pin_welcome --screen welcome <<'E2'
settle
click #name
text Guess
click #begin
settle
E2
shows name begin
expect "a name that is known is not given away" test ! -e "$settings"
drive pin_typed <<'E2'
settle
click #settings
settle
click #learner
settle
click #new-name
text Guess
key Enter
settle
click #pin
text 2468
key Enter
settle
click #new-name
key Enter
settle
E2
expect "with the PIN it is" grep -q '"learner": "Guess"' "$settings"
MOT_PIN=2468 "$mot" records pin --remove --store "$data/records.sqlite" >"$scratch/pin"
rm -rf "$XDG_CONFIG_HOME"

drive deleted --name Guess <<'E2'
settle
click #learner
settle
click #delete
settle
click #forget
settle
E2
expect "the play is gone" test ! -e "$guessed"
expect "the plays of others are not" test -e "$finished"
expect "the attempts are gone" test "$("$mot" records list --store "$data/records.sqlite" --learner Guess --json | grep -c twice-the-water)" = 0
rm -rf "$XDG_CONFIG_HOME"

echo "Somebody else plays under a name of their own, and is not asked to go on with what another began"
drive learner <<'E2'
settle
click #learner
settle
click #group
text Night shift
click #new-name
text Ben
key Enter
settle
key Escape
settle
click #scenario-twice-the-water
settle
E2
hides continue last-debrief
for part in Ben 'Night shift'; do
  expect "settings say $part" grep -q -- "$part" "$settings"
done
rm -rf "$XDG_CONFIG_HOME"

echo "A course that was passed has a certificate"
"$source_folder/tests/window/made_records.py" 10 "Wei Zhang" >"$scratch/records.json"
"$mot" records import "$scratch/records.json" --store "$data/records.sqlite" --library "$source_folder/scenarios" >/dev/null
drive certificate --name "Wei Zhang" --library "$source_folder/scenarios" <<'E2'
settle
click #tab-progress
settle
key PageDown
settle
click #certificate-onboarding
settle
E2
expect "there is a certificate" grep -q '^%PDF' "$data/certificates/onboarding-Wei-Zhang-2025-11-09.pdf"
drive course --name "Wei Zhang" --library "$source_folder/scenarios" <<'E2'
settle
click #course
settle
click #lesson-2
settle
click #start-lesson
settle
E2
shows start
rm -rf "$XDG_CONFIG_HOME"

echo "The tour is gone through by Enter alone, is left by Escape, and leaves no trace"
number=$(find "$plays" -name '*.json' | wc -l)
{ printf 'settle\nclick #tour\n'; for _ in 1 2 3 4 5 6 7 8 9 10; do printf 'settle\nkey Enter\n'; done; printf 'settle\n'; } |
  drive tour --screen welcome
shows hero
drive tour_left <<'E2'
settle
click #help
settle
key Enter
settle
key Enter
settle
key Escape
settle
E2
shows glossary back
expect "no play was kept" test "$(find "$plays" -name '*.json' | wc -l)" = "$number"
rm -rf "$XDG_CONFIG_HOME"

echo "Playing on with another response makes a play of its own, that counts for nothing, and leaves the original"
cp "$finished" "$scratch/original.json"
number=$(find "$plays" -maxdepth 1 -name '*.json' | wc -l)
{ to_debrief; cat; } <<'E2' | drive what_if
click #moment-2
settle
wheel 640 400 -12
settle
click #what-if-1
wait 3000
settle
E2
expect "the original stays as it is" cmp -s "$finished" "$scratch/original.json"
expect "there is no other attempt" test "$(find "$plays" -maxdepth 1 -name '*.json' | wc -l)" = "$number"
expect "the what-if is in a file of its own" grep -q '"choice":"two-bills.stay"' "$plays"/what-if/*.json
expect "and has another second choice" test "$(grep -c '"ask.at-night"' "$plays"/what-if/*.json)" = 0

echo "What is wrong with a trainer's session is said in the language that the window speaks"
printf 'mot-session: 1\nid: tuesday\nscenaro: twice-the-water\n' >"$scratch/tuesday.yaml"
# refused_session PATTERN WORDS…
refused_session() {
  if xvfb-run -a -s "-screen 0 ${size}x24" "$program" --session "$scratch/tuesday.yaml" "${@:2}" 2>"$scratch/err"; then
    fail "a session with a wrong key is begun"
  fi
  grep -q "$1" "$scratch/err" || { fail "no word of '$1'"; cat "$scratch/err"; }
}
set_out '{"language": "zh-CN"}'
refused_session '错误: 培训课没有“scenaro”这个键'
refused_session "error: a session has no key 'scenaro'" --lang en

echo "A trainer's session: plays of its scenario carry it and its group, others do not"
cat >"$scratch/monday.yaml" <<'E2'
mot-session: 1
id: monday
title: Monday morning
scenario: twice-the-water
feedback: none
group: morning
due: 2025-12-01
E2
set_out '{"learner": "Lee", "group": "evening", "welcomed": true}'
read_on() { printf 'wait 600\n'; for _ in 1 2 3 4 5 6 7 8 9 10; do printf 'wait 60\nkey Enter\n'; done; printf 'settle\n'; }
{ printf 'settle\nclick #start\nsettle\n'; read_on; printf 'key 1\n'; read_on
  printf 'key Escape\nsettle\nclick #leave\nsettle\nclick #scenario-water-through-the-ceiling\nsettle\nclick #start\nsettle\n'
  read_on; printf 'key 1\n'; read_on; } | drive session --session "$scratch/monday.yaml"
newest() { grep -l '"learner": "Lee"' "$plays"/*"$1"*.json; }
expect "the session's play is the session's" grep -q '"session": "monday"' "$(newest twice-the-water)"
expect "and its group's" grep -q '"group": "morning"' "$(newest twice-the-water)"
expect "another scenario is the learner's own" test "$(grep -c '"session": "monday"' "$(newest water-through)")" = 0
expect "and of the learner's group" grep -q '"group": "evening"' "$(newest water-through)"

finish
