#!/usr/bin/env bash
# Visits every screen of the real window, in English, in Chinese and in a third longer pseudo-language, each at 1280 x 720, 1920 x 1080 and
# 1024 x 768, with letters twice as large and with high contrast, and lets the window check itself: no text is cut, covered, one on another
# or fainter than WCAG 2.2 AA allows (with high contrast: AAA); every control is reached by Tab and by pad, and one sees that it is.
# Pictures of all screens lie in FOLDER afterwards.
# usage: visit_test.sh MOT_WINDOW SOURCE_FOLDER FOLDER      (VISITS='en-*': only those)
set -euo pipefail
if [ -z "${MOT_INSIDE_XVFB:-}" ]; then
  if ! command -v xvfb-run >/dev/null; then echo "skipped: no xvfb-run"; exit 77; fi
  MOT_INSIDE_XVFB=1 exec xvfb-run -a -s "-screen 0 1920x1080x24" "$0" "$@"
fi
window=$1 source_folder=$2 folder=$3
export LC_ALL=C.UTF-8 ALSOFT_DRIVERS=null
mkdir -p "$folder"
rm -f "$folder"/*.failed

# look NAME CONTROL: a screen at rest, known by one of its controls: looked at, and its picture kept.
look() { printf 'settle\nawait %s\ncheck %s-%s\nshot %s/%s-%s.png\n' "$2" "$name" "$1" "$folder" "$name" "$1"; }
# … in every size of the window that the visit has, the present one first. One window is made larger and smaller: that is quicker than to
# go everywhere three times; places are said in logical units, the same in all sizes. A third word is done first in each.
at() {
  local size next=
  for size in $sizes; do
    [ "$size" = "${sizes%% *}" ] || printf 'resize %s %s\n' "${size%x*}" "${size#*x}"
    [ -z "${3:-}" ] || printf 'settle\n%s\n' "$3"
    look "${size%x*}-$1" "$2"
    next="$size $next"
  done
  sizes=${next% }
}
# … where every control is walked to as well, by Tab and by pad. Where letters are large there are the same controls.
all() {
  at "$1" "$2"
  case $name in *-large*) ;; *) printf 'settle\nreach %s-%s\n' "$name" "$1" ;; esac
}
keys() { for key in "$@"; do printf 'settle\nkey %s\n' "$key"; done; }
# A click on the stage completes a line or goes on to the next, and does nothing else.
read_on() { printf 'wait 500\n'; for _ in 1 2 3 4 5 6 7 8; do printf 'click 640 300\n'; done; }

library_and_encounter() {
  all library hero
  keys PageDown; at library-below new-scenario
  keys PageUp F1; all keys close-keys
  keys Escape
  printf 'settle\nclick #settings\n'; all settings size-0
  keys PageDown; at settings-below reset
  printf 'settle\nclick #change-keys\n'; all keys-page reset-keys
  keys PageDown; at keys-page-below reset-keys
  keys Escape Escape
  printf 'settle\nclick #hero\n'; all briefing start
  keys PageDown; at briefing-below start
  printf 'settle\nclick #start\n'; at line line
  read_on; all cards response-1
  keys h; all hint note
  keys Escape c; all conversation log
  keys Escape r; all look-up log
  keys Escape Escape; all pause resume
  keys Escape 1; at answer continue
  # To the end, whatever it takes, and the guess before the debrief.
  for _ in 1 2 3 4 5 6 7 8 9; do read_on; keys s 1; done
  read_on
  keys Enter; at guess predict-0
  keys 1 0 Enter; all debrief-1 moment-1
  for page in 2 3 4; do keys PageDown; at "debrief-$page" moment-1; done
}

# What each manner of playing means, and the way on in what was begun.
briefing() {
  printf 'settle\nclick #hero\n'
  for manner in exam room practice; do printf 'settle\nclick #%s\n' "$manner"; at "$manner" start; done
  printf 'settle\nclick #start\n'
  read_on; keys 1; read_on
  keys Escape
  printf 'settle\nclick #leave\n'; at library-begun hero
  printf 'settle\nclick #scenario-twice-the-water\n'; at begun start
  for manner in exam room; do printf 'settle\nclick #%s\n' "$manner"; at "begun-$manner" start; done
}

# An encounter with a time limit.
hurried() {
  at line line
  read_on; at cards response-1
  keys s; at sure response-1
  keys 1; at answer continue
}

# The pages beside the library: courses, progress, who plays, help, the glossary. With records where RECORDS says how many.
learning() {
  at library hero
  printf 'settle\nclick #tab-courses\n'; all courses lesson-1
  keys PageDown; at courses-below lesson-1
  printf 'settle\nclick #tab-progress\n'; all progress tab-progress
  keys PageDown; at progress-below tab-progress
  printf 'settle\nclick #learner\n'; all learners new-name
  printf 'settle\nclick #delete\n'; at delete forget
  keys Escape
  printf 'settle\nclick #help\n'; all help tour
  printf 'settle\nclick #glossary\n'; at glossary search
  printf 'text gap\n'; at glossary-search search
  keys Escape Escape
}

tour() {
  printf 'settle\nclick #tour\n'
  for step in 1 2 3 4 5 6 7 8 9; do at "tour-$step" skip; keys Enter; done
  at tour-10 takeaway
  keys Enter; at after-tour hero
}

room() {
  printf 'settle\nclick #room\nsettle\nclick #start\n'
  read_on; keys 1 1 2 3; all votes reveal
  keys v; at split split-1
  printf 'settle\nclick #cues\n'; all cues close-cues
}

# The trainer's pages: the cohort, one trainee, one scenario; with records where COHORT says how many.
trainer() {
  all cohort trainee-0
  keys PageDown; at cohort-below trainee-0
  keys PageUp
  printf 'settle\nclick #trainee-0\n'; all trainee details
  keys Escape
  printf 'settle\nclick #scenarios\n'; all scenario scenario
  keys PageDown; at scenario-below scenario
}

# The editor's panels, with a file of its own to edit.
workshop() {
  at outline outline-scenario
  printf 'settle\nclick #outline-scenario\n'; at scenario-form f-brief
  printf 'settle\nclick #outline-customer\n'; at customer-form outline-customer
  printf 'settle\nclick #moment-two-bills\n'; at moment f-says
  printf 'settle\nmove 620 500\n'; at moment-below f-time_limit 'wheel 620 500 -40'
  printf 'settle\nclick #response-two-bills.form\n'; at response f-say
  printf 'settle\nmove 620 500\n'; at response-below f-once 'wheel 620 500 -40'
  printf 'settle\nclick #moment-two-bills\n'
  printf 'settle\nclick #tab-text\n'; at text text
  printf 'settle\nclick #tab-map\n'; at map map-fit
  printf 'settle\nclick #tab-preview\n'; at preview preview-mood
  printf 'settle\nclick #tab-translation\n'; at translation translation-title
}

# visit NAME LANGUAGE TEXT_SIZE PART [WORDS…]: as many at a time as there are processors; the sizes of the window are in `sizes`.
visit() {
  # shellcheck disable=SC2254  # a pattern is what it is for
  case $1 in ${VISITS:-*}) ;; *) return ;; esac
  while [ "$(jobs -rp | wc -l)" -ge "$(nproc)" ]; do wait -n || true; done
  visit_alone "$@" &
}
visit_alone() {
  name=$1
  local language=$2 text_size=$3 part=$4
  shift 4
  : >"$folder/$name.failed"  # until it has come to its end
  export XDG_DATA_HOME=$folder/$name.home/data XDG_CONFIG_HOME=$folder/$name.home/config
  rm -rf "$folder/$name.home"
  mkdir -p "$XDG_CONFIG_HOME/moments-of-truth"
  # A size "1h": with high contrast as well; then the window looks for 7 to 1.
  printf '{"text_size": %s, "high_contrast": %s, "welcomed": true, "first_steps_offered": true, "confidence": true, "learner": "Wei Zhang"}\n' "${text_size%h}" \
    "$([[ $text_size == *h ]] && echo true || echo false)" >"$XDG_CONFIG_HOME/moments-of-truth/settings.json"
  if [ "${RECORDS:-0}" != 0 ]; then
    "$source_folder/tests/window/made_records.py" "$RECORDS" "Wei Zhang" >"$folder/$name.records"
    "$(dirname "$window")/mot" records import "$folder/$name.records" --library "$source_folder/scenarios" >"$folder/$name.imported"
  fi
  if [ "${COHORT:-0}" != 0 ]; then
    "$source_folder/tests/window/made_cohort.py" "$COHORT" >"$folder/$name.records"
    "$(dirname "$window")/mot" records import "$folder/$name.records" --library "$source_folder/scenarios" >"$folder/$name.imported"
  fi
  [ "$part" != workshop ] || cp "$source_folder"/scenarios/property/twice-the-water* "$folder/$name.home"
  { "$part"; printf 'quit\n'; } >"$folder/$name.events"
  "$window" --clock fixed --skip-unseen --still --seed 7 --lang "$language" --window-size 1280x720 --library "$source_folder/scenarios" \
    "$@" --events "$folder/$name.events" 2>"$folder/$name.problems" || { cat "$folder/$name.problems"; return; }
  rm "$folder/$name.failed"
}
welcome() { all welcome begin; }
# A library without scenarios, and where a trainer begins one.
beginning() {
  all empty new-scenario
  printf 'settle\nclick #new-scenario\n'; all new-scenario create
  keys PageDown; at new-scenario-below create
}

mkdir -p "$folder/nothing"
# The file that the editor edits in a visit.
edited() { echo "$folder/$1.home/twice-the-water.yaml"; }
everything() {
  local name=$1 language=$2 text_size=$3
  visit "$name" "$language" "$text_size" library_and_encounter
  RECORDS=10 visit "$name-learning" "$language" "$text_size" learning
  visit "$name-tour" "$language" "$text_size" tour --screen welcome
  visit "$name-room" "$language" "$text_size" room twice-the-water
  visit "$name-workshop" "$language" "$text_size" workshop --edit "$(edited "$name-workshop")"
  COHORT=400 visit "$name-trainer" "$language" "$text_size" trainer --dashboard
  visit "$name-beginning" "$language" "$text_size" beginning --library "$folder/nothing"
  visit "$name-first" "$language" "$text_size" welcome --screen welcome
}
sizes='1280x720 1920x1080 1024x768'
for language in en zh-CN en-XA; do
  everything "$language" "$language" 1
  visit "$language-briefing" "$language" 1 briefing
  visit "$language-hurried" "$language" 1 hurried fifteen-seconds --screen play
  visit "$language-learning-none" "$language" 1 learning
done
# The logical page is the same at all sizes, and so are its letters: twice as large at one size, but for what has had faults at others.
for language in en zh-CN en-XA; do
  visit "$language-large-briefing" "$language" 2 briefing
  visit "$language-large-hurried" "$language" 2 hurried fifteen-seconds --screen play
done
sizes=1280x720
for language in en zh-CN; do
  everything "$language-large" "$language" 2
  visit "$language-contrast" "$language" 1h library_and_encounter
done
for language in en en-XA; do visit "$language-larger-briefing" "$language" 1.75 briefing; done
visit en-contrast-room en 1h room twice-the-water
COHORT=400 visit en-contrast-trainer en 1h trainer --dashboard
visit zh-CN-contrast-workshop zh-CN 1h workshop --edit "$(edited zh-CN-contrast-workshop)"
wait
failures=$(find "$folder" -name '*.failed' | wc -l)
echo "$(find "$folder" -name '*.png' | wc -l) screens looked at; $failures of the visits found faults"
[ "$failures" = 0 ]
