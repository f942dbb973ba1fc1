#!/usr/bin/env bash
# The trainer's dashboard of the real mot-window, driven by event scripts under Xvfb, over stores of 0, 1, 9, 10 and 400 attempts.
# usage: dashboard_test.sh MOT_WINDOW SOURCE_FOLDER
set -euo pipefail
program=$1
source_folder=$2
if ! command -v xvfb-run >/dev/null; then echo "skipped: no xvfb-run"; exit 77; fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export XDG_DATA_HOME=$scratch/data XDG_CONFIG_HOME=$scratch/config LC_ALL=C.UTF-8 ALSOFT_DRIVERS=null
mot=$(dirname "$program")/mot
failures=0

for count in 1 9 10 400; do
  python3 "$source_folder/tests/window/made_cohort.py" "$count" >"$scratch/$count.json"
  "$mot" records import "$scratch/$count.json" --store "$scratch/$count.sqlite" >/dev/null
done

# Runs an event script (stdin) over a store; what is on the screen at the end is in $scratch/ids.
drive() {
  local name=$1 store=$2; shift 2
  cat >"$scratch/events"
  if ! xvfb-run -a -s "-screen 0 1280x720x24" "$program" --dashboard --clock fixed --store "$store" --library "$source_folder/scenarios" --dump-ids \
       --events "$scratch/events" --screenshot "$scratch/$name.png" "$@" >"$scratch/ids" 2>"$scratch/err"; then
    echo "FAILED: $name"; cat "$scratch/err"; failures=$((failures + 1))
  fi
}
shows() { for id in "$@"; do grep -q "\"$id\"" "$scratch/ids" || { echo "FAILED: no '$id' on the screen"; failures=$((failures + 1)); }; done; }
hides() { for id in "$@"; do ! grep -q "\"$id\"" "$scratch/ids" || { echo "FAILED: '$id' is on the screen"; failures=$((failures + 1)); }; done; }
expect() { "${@:2}" || { echo "FAILED: $1"; failures=$((failures + 1)); }; }

echo "Nothing recorded: no table, no fault; looking makes no store of its own"
drive none "memory:" <<'E2'
settle
check here
reach here
E2
shows overview export search
hides trainee-0

for count in 1 9 10 400; do
  for language in en zh-CN; do
    echo "$count attempts, $language: every text has its room"
    drive "many-$count-$language" "$scratch/$count.sqlite" --lang "$language" <<'E2'
settle
check here
reach here
E2
    shows trainee-0
  done
done

echo "Search, order, one trainee, and back"
drive search "$scratch/400.sqlite" <<'E2'
settle
click #search
text Maria Alves 5
settle
E2
expect "one is found" test "$(grep -c '"trainee-' "$scratch/ids")" = 1
hides trainee-0
drive trainee "$scratch/10.sqlite" <<'E2'
settle
click #sort-score
settle
click #sort-score
settle
check here
click #trainee-2
settle
check here
E2
hides search
drive back "$scratch/10.sqlite" <<'E2'
settle
click #trainee-1
settle
key Escape
settle
E2
shows search

echo "A scenario moment by moment, chosen from a list; a group, some days, which attempt counts"
drive scenario "$scratch/400.sqlite" <<'E2'
settle
click #scenarios
settle
click #scenario
settle
click #scenario-2
settle
check here
reach here
E2
hides search scenario-1
shows scenario
drive filters "$scratch/400.sqlite" <<'E2'
settle
click #group
settle
click #group-1
settle
click #counts
settle
click #counts-2
settle
click #days
settle
click #days-1
settle
E2
hides trainee-0

echo "What is seen is written as a page and a sheet"
drive export "$scratch/400.sqlite" <<'E2'
settle
click #search
text Chen Yu
settle
click #export
settle
E2
written=$XDG_DATA_HOME/moments-of-truth/exports/dashboard-2026-01-01
expect "the page is there" grep -q "Cohort NPS" "$written.html"
expect "the sheet holds who was found" grep -q "^Chen Yu,4," "$written.csv"
expect "and nobody else" test "$(grep -vc 'Chen Yu' "$written.csv")" = 1

echo "Behind a PIN nothing is shown until it is typed"
MOT_NEW_PIN=2468 "$mot" records pin --store "$scratch/400.sqlite" >/dev/null
drive locked "$scratch/400.sqlite" <<'E2'
settle
click #pin
text 1111
key Enter
settle
E2
shows pin unlock
hides trainee-0 search
drive unlocked "$scratch/400.sqlite" <<'E2'
settle
click #pin
text 2468
key Enter
settle
E2
shows trainee-0

echo "The library's page of who plays leads there"
xvfb-run -a -s "-screen 0 1280x720x24" "$program" --clock fixed --store "$scratch/9.sqlite" --library "$source_folder/scenarios" --dump-ids \
  --events <(printf 'settle\nclick #learner\nsettle\nclick #dashboard\nsettle\n') --screenshot "$scratch/door.png" >"$scratch/ids" 2>"$scratch/err" || { cat "$scratch/err"; failures=$((failures + 1)); }
shows overview trainee-0

[[ $failures == 0 ]] || { echo "$failures failed"; exit 1; }
echo "The dashboard does what it should"
