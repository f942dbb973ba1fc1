#!/usr/bin/env bash
# Visits every screen of the real window, in English, in Chinese and in a third longer pseudo-language, at three sizes and with letters
# twice as large, and with high contrast, and lets the window check itself: no text is cut, covered, one on another or fainter than
# WCAG 2.2 AA allows (with high contrast: AAA); every control is reached by Tab and by pad, and one sees that it is.
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

# A screen at rest: looked at, and its picture kept.
at() { printf 'settle\ncheck %s-%s\nshot %s/%s-%s.png\n' "$name" "$1" "$folder" "$name" "$1"; }
# … where every control is walked to as well, by Tab and by pad. In the usual size only: it takes its time.
all() {
  at "$1"
  case $name in *-1280 | *-1280-room | *-1280-first | *-1280-learning | *-1280-beginning | *-1280-contrast) printf 'settle\nreach %s-%s\n' "$name" "$1" ;; esac
}
keys() { for key in "$@"; do printf 'settle\nkey %s\n' "$key"; done; }

library_and_encounter() {
  all library
  keys PageDown; at library-below
  keys PageUp F1; all keys
  keys Escape
  printf 'settle\nclick #settings\n'; all settings
  keys PageDown; at settings-below
  printf 'settle\nclick #change-keys\n'; all keys-page
  keys PageDown; at keys-page-below
  keys Escape Escape
  printf 'settle\nclick #hero\n'; all briefing
  keys PageDown; at briefing-below
  printf 'settle\nclick #start\n'; at line
  keys Enter Enter Enter Enter; all cards
  keys h; all hint
  keys Enter c; all conversation
  keys Escape r; all look-up
  keys Escape Escape; all pause
  keys Escape 1; at answer
  # To the end, whatever it takes.
  for _ in 1 2 3 4 5 6 7 8 9; do keys Enter Enter Enter Enter 1; done
  keys Enter Enter Enter
  all debrief-1
  for page in 2 3 4; do keys PageDown; at "debrief-$page"; done
}

# A whole encounter, and the guess before its debrief. A click on the stage reads on and does nothing else.
read_on() { printf 'wait 500\n'; for _ in 1 2 3 4 5 6 7 8; do printf 'click 640 300\n'; done; }
guess() {
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    read_on
    keys s 1
  done
  read_on
  keys Enter; at guess
  keys 1 0 Enter; at guessed
}

# The pages beside the library: courses, progress, who plays, help, the glossary. With records where RECORDS says how many.
learning() {
  at library
  printf 'settle\nclick #tab-courses\n'; all courses
  keys PageDown; at courses-below
  printf 'settle\nclick #tab-progress\n'; all progress
  keys PageDown; at progress-below
  printf 'settle\nclick #learner\n'; all learners
  printf 'settle\nclick #delete\n'; at delete
  keys Escape
  printf 'settle\nclick #help\n'; all help
  printf 'settle\nclick #glossary\n'; at glossary
  printf 'text gap\n'; at glossary-search
  keys Escape Escape
}

tour() {
  printf 'settle\nclick #tour\n'
  for step in 1 2 3 4 5 6 7 8 9 10; do at "tour-$step"; keys Enter; done
  at after-tour
}

room() {
  printf 'settle\nclick #room\nsettle\nclick #start\n'
  keys Enter Enter Enter Enter 1 1 2 3; all votes
  keys v; at split
  printf 'settle\nclick #cues\n'; all cues
}

# The trainer's pages: the cohort, one trainee, one scenario; with records where COHORT says how many.
trainer() {
  all cohort
  keys PageDown; at cohort-below
  keys PageUp
  printf 'settle\nclick #trainee-0\n'; all trainee
  keys Escape
  printf 'settle\nclick #scenarios\n'; all scenario
  keys PageDown; at scenario-below
}

# The editor's panels, with a file of its own to edit.
workshop() {
  at outline
  for form in scenario customer; do printf 'settle\nclick #outline-%s\n' "$form"; at "$form-form"; done
  printf 'settle\nclick #moment-two-bills\n'; at moment
  printf 'settle\nmove 620 500\nwheel 620 500 -40\n'; at moment-below
  printf 'settle\nclick #response-two-bills.form\n'; at response
  printf 'settle\nmove 620 500\nwheel 620 500 -40\n'; at response-below
  printf 'settle\nclick #moment-two-bills\n'
  for panel in text map preview translation; do printf 'settle\nclick #tab-%s\n' "$panel"; at "$panel"; done
}

# visit NAME LANGUAGE SIZE TEXT_SIZE PART [WORDS…]: as many at a time as there are processors.
visit() {
  # shellcheck disable=SC2254  # a pattern is what it is for
  case $1 in ${VISITS:-*}) ;; *) return ;; esac
  while [ "$(jobs -rp | wc -l)" -ge "$(nproc)" ]; do wait -n || true; done
  visit_alone "$@" &
}
visit_alone() {
  name=$1
  local language=$2 size=$3 text_size=$4 part=$5
  shift 5
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
  "$window" --clock fixed --still --seed 7 --lang "$language" --window-size "$size" --library "$source_folder/scenarios" \
    "$@" --events "$folder/$name.events" 2>"$folder/$name.problems" || { cat "$folder/$name.problems"; return; }
  rm "$folder/$name.failed"
}
welcome() { all welcome; }
# A library without scenarios, and where a trainer begins one.
beginning() {
  all empty
  printf 'settle\nclick #new-scenario\n'; all new-scenario
  keys PageDown; at new-scenario-below
}

mkdir -p "$folder/nothing"
for language in en zh-CN en-XA; do
  visit "$language-1280-beginning" "$language" 1280x720 1 beginning --library "$folder/nothing"
  visit "$language-1280" "$language" 1280x720 1 library_and_encounter
  visit "$language-1280-room" "$language" 1280x720 1 room twice-the-water
  visit "$language-1280-guess" "$language" 1280x720 1 guess twice-the-water --screen play
  visit "$language-1280-learning-none" "$language" 1280x720 1 learning
  RECORDS=10 visit "$language-1280-learning" "$language" 1280x720 1 learning
  visit "$language-1280-tour" "$language" 1280x720 1 tour --screen welcome
  visit "$language-1280-first" "$language" 1280x720 1 welcome --screen welcome
done
visit en-1280-large en 1280x720 2 library_and_encounter
visit zh-CN-1280-large zh-CN 1280x720 2 library_and_encounter
visit en-1280-contrast en 1280x720 1h library_and_encounter
visit zh-CN-1280-contrast zh-CN 1280x720 1h library_and_encounter
visit en-1280-contrast-room en 1280x720 1h room twice-the-water
visit zh-CN-1280-large-guess zh-CN 1280x720 2 guess twice-the-water --screen play
for language in en zh-CN; do
  RECORDS=9 visit "$language-1280-large-learning" "$language" 1280x720 2 learning
  visit "$language-1280-large-tour" "$language" 1280x720 2 tour --screen welcome
done
RECORDS=1 visit zh-CN-1024-learning zh-CN 1024x768 1 learning
visit en-1920 en 1920x1080 1 library_and_encounter
visit zh-CN-1024 zh-CN 1024x768 1 library_and_encounter
visit en-XA-1024 en-XA 1024x768 1 library_and_encounter
# The trainer's pages.
for language in en zh-CN en-XA; do
  for size in 1280x720 1024x768; do
    COHORT=400 visit "$language-${size%x*}-trainer" "$language" "$size" 1 trainer --dashboard
    visit "$language-${size%x*}-workshop" "$language" "$size" 1 workshop --edit "$folder/$language-${size%x*}-workshop.home/twice-the-water.yaml"
  done
done
for language in en en-XA; do
  COHORT=400 visit "$language-1920-trainer" "$language" 1920x1080 1 trainer --dashboard
  visit "$language-1920-workshop" "$language" 1920x1080 1 workshop --edit "$folder/$language-1920-workshop.home/twice-the-water.yaml"
done
COHORT=400 visit en-1280-contrast-trainer en 1280x720 1h trainer --dashboard
COHORT=400 visit zh-CN-1280-large-trainer zh-CN 1280x720 2 trainer --dashboard
visit zh-CN-1280-contrast-workshop zh-CN 1280x720 1h workshop --edit "$folder/zh-CN-1280-contrast-workshop.home/twice-the-water.yaml"
visit zh-CN-1280-large-workshop zh-CN 1280x720 2 workshop --edit "$folder/zh-CN-1280-large-workshop.home/twice-the-water.yaml"
wait
failures=$(find "$folder" -name '*.failed' | wc -l)
echo "$(find "$folder" -name '*.png' | wc -l) screens looked at; $failures of the visits found faults"
[ "$failures" = 0 ]
