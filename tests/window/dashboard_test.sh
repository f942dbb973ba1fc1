#!/usr/bin/env bash
# The trainer's dashboard of the real mot-window, driven by event scripts under Xvfb, over stores of 0, 1, 9, 10 and 400 attempts.
# usage: dashboard_test.sh MOT_WINDOW SOURCE_FOLDER
set -euo pipefail
program=$1
source_folder=$2
. "$source_folder/tests/window/driven.sh"

for count in 1 9 10 400; do
  python3 "$source_folder/tests/window/made_cohort.py" "$count" >"$scratch/$count.json"
  "$mot" records import "$scratch/$count.json" --store "$scratch/$count.sqlite" >/dev/null
done

# Runs an event script (stdin) over a store.
drive() { run_script "$1" --dashboard --store "$2" --library "$source_folder/scenarios" "${@:3}"; }

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
run_script door --store "$scratch/9.sqlite" --library "$source_folder/scenarios" <<'E2'
settle
click #learner
settle
click #dashboard
settle
E2
shows overview trainee-0

finish
