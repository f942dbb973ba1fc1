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
# rows_are PLACE…: these trainees, in this order from the top down, by their places in the order of names.
rows_are() {
  local rows
  rows=$(sed -n 's/.*"trainee-\([0-9]*\)": \[[0-9]*, \([0-9]*\),.*/\2 \1/p' "$scratch/ids" | sort -n | cut -d' ' -f2 | xargs)
  expect "the rows are $rows, not $*" test "$rows" = "$*"
}
# The scores of Chen Yu, Maria Alves and Tom Becker are 70.7, 77.2 and 65.6.
echo settle | drive by-name "$scratch/10.sqlite"
rows_are 0 1 2
{ echo settle; clicks sort-score export; } | drive by-score "$scratch/10.sqlite"
rows_are 2 0 1
expect "the sheet has the same order" test "$(tail -n +2 "$XDG_DATA_HOME"/moments-of-truth/exports/*.csv | cut -d, -f1 | xargs)" = "Tom Becker Chen Yu Maria Alves"
rm -r "$XDG_DATA_HOME/moments-of-truth/exports"
{ echo settle; clicks sort-score sort-score; } | drive by-score-down "$scratch/10.sqlite"
rows_are 1 0 2
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

# Lines of an event script: the PIN is typed where it is asked for.
pin_known() { printf 'click #pin\ntext %s\nkey Enter\nsettle\n' "$1"; }
echo "Behind a PIN nothing is shown until it is typed"
MOT_NEW_PIN=2468 "$mot" records pin --store "$scratch/400.sqlite" >/dev/null
{ echo settle; pin_known 1111; } | drive locked "$scratch/400.sqlite"
shows pin unlock
hides trainee-0 search
{ echo settle; pin_known 2468; } | drive unlocked "$scratch/400.sqlite"
shows trainee-0

echo "The library's page of who plays leads there, and from there back to the library"
run_script door --store "$scratch/9.sqlite" --library "$source_folder/scenarios" <<'E2'
settle
click #learner
settle
click #dashboard
settle
E2
shows overview trainee-0
run_script home --store "$scratch/9.sqlite" --library "$source_folder/scenarios" <<'E2'
settle
click #learner
settle
click #dashboard
settle
click #home
settle
E2
shows learner settings
hides overview dashboard

echo "A PIN is set there, typed twice; changed and taken away by whoever knows it"
# Lines of an event script: the page of who plays; its foot; a new PIN, then Enter or another event; the same twice.
learner() { printf 'settle\n'; clicks learner; }
down() { printf 'wheel 960 500 -40\nsettle\n'; }
pin_typed() { printf 'click #new-pin\ntext %s\n%s\nsettle\n' "$1" "${2:-key Enter}"; }
pin_twice() { pin_typed "$1"; pin_typed "$1"; }
pin() { run_script "$1" --store "$scratch/9.sqlite" --library "$source_folder/scenarios" --lang "${2:-en}"; }
opens() { MOT_PIN=$1 "$mot" records list --store "$scratch/9.sqlite" >/dev/null 2>&1; }
{ learner; down; pin_typed 2468 'click #pin-set'; pin_typed 2469 'click #pin-set'; echo check here; } | pin pin-slip
hides pin-remove
expect "a slip sets nothing" opens nothing
{ learner; down; pin_twice 2468; printf 'check here\nreach here\n'; } | pin pin-set zh-CN
shows pin-set pin-remove
expect "it is asked for" opens 2468
expect "and no other one taken" eval '! opens 2469'
{ learner; echo check here; } | pin pin-locked
hides pin-set pin-remove new-pin
{ learner; pin_known 2468; down; pin_twice 1357; } | pin pin-changed
expect "it was changed" opens 1357
{ learner; pin_known 1357; down; clicks pin-remove; } | pin pin-removed
hides pin pin-remove
expect "it is gone" opens nothing

echo "A deletion that goes on when the window is closed is done, however long it waits for another program"
names() { "$mot" records list --store "$scratch/9.sqlite" --learner "Chen Yu" --json | grep -c '"learner": *"Chen Yu"' || true; }
expect "there is somebody to delete" test "$(names)" -gt 0
: >"$scratch/ids"
python3 -c 'import sqlite3, sys, time
store = sqlite3.connect(sys.argv[1], isolation_level=None)
store.execute("BEGIN IMMEDIATE"); print("held", flush=True)
until = time.monotonic() + 120
while "closing " not in open(sys.argv[2]).read() and time.monotonic() < until: time.sleep(0.02)
time.sleep(0.9); store.execute("COMMIT")' "$scratch/9.sqlite" "$scratch/ids" >"$scratch/held" &
holding=$!
while [ ! -s "$scratch/held" ]; do kill -0 "$holding"; sleep 0.05; done
run_script closing --store "$scratch/9.sqlite" --library "$source_folder/scenarios" --name "Chen Yu" <<'E2'
settle
click #learner
settle
click #delete
settle
click #forget
wait 50
time closing
quit
E2
wait "$holding"
expect "all of theirs is gone" test "$(names)" = 0

echo "A store that hangs keeps nobody on a page, nor the program from ending"
python3 -c 'import socket,time
s = socket.socket(); s.bind(("127.0.0.1", 0)); s.listen(9); print(s.getsockname()[1], flush=True); time.sleep(300)' >"$scratch/port" &
hanging=$!
while [ ! -s "$scratch/port" ]; do sleep 0.05; done
run_script hanging --store "postgresql://test@127.0.0.1:$(cat "$scratch/port")/mot" --library "$source_folder/scenarios" <<'E2'
wait 500
click #learner
wait 300
key Escape
time back
wait 300
click #learner
wait 300
click #dashboard
time dashboard
wait 300
click #home
time home
wait 300
E2
# The picture is taken last.
ending=$((($(date +%s%N) - $(date -r "$scratch/hanging.png" +%s%N)) / 1000000))
kill "$hanging"
expect "the program ended within $ending ms" test "$ending" -lt 3000
shows learner settings
# Waiting for the store would take two seconds and more.
for name in back dashboard home; do
  taken=$(sed -n "s/^$name \\([0-9.]*\\)\$/\\1/p" "$scratch/ids")
  if [ -z "$taken" ]; then fail "the way '$name' was not timed"; continue; fi
  expect "$name took $taken ms" test "${taken%.*}" -lt 1500
done

finish
