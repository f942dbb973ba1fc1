#!/usr/bin/env bash
# The editor killed (-9) at random instants while a script types, undoes, adds, ticks, moves and deletes. The script's edits are numbered, and the window says each
# number once its frame was shown. What the next opening offers must be exactly the text after the last edit that was said to be shown, or after the one that was
# being made: nothing shown is lost, and no edit is there by half.
# usage: editor_kill_test.sh MOT_WINDOW [KILLS]
set -euo pipefail
if [ -z "${MOT_KILL_TEST_INSIDE:-}" ]; then
  if ! command -v xvfb-run >/dev/null; then echo "skipped: no xvfb-run"; exit 77; fi
  MOT_KILL_TEST_INSIDE=1 exec xvfb-run -a -s "-screen 0 1280x720x24" "$0" "$@"
fi
program=$1 kills=${2:-100}
# shellcheck source=tests/window/driven.sh
source "$(dirname "$0")/driven.sh"
without_first_steps
own=$scratch/own.yaml journal=$scratch/.own.yaml.mot-journal
RANDOM=20261122
fail() { echo "FAILED: $*"; exit 1; }

begin() {
  rm -f "$journal"
  cat >"$own" <<'Y'
# kept
mot: 1
id: own
title: Title
language: en
draft: true
summary: Summary   # short
customer: { id: mr-a, name: Mr A, expects: { reliability: 7, assurance: 7, empathy: 7 } }
journey: { id: way, title: A way, stages: [ { id: first-contact, title: First contact } ] }
moments:
  - id: good-end
    ending: resolved
    says: Thank you.
Y
}

edits=0
# What was done by the lines before is edit number so and so; a click does its work a frame or two late.
shown() { edits=$((edits + 1)); printf 'wait 300\ntime edit-%d\n' "$edits"; }
write_script() {
  echo settle
  for round in 1 2 3 4; do
    id=decision; [ $round = 1 ] || id=decision-$round
    printf 'click #outline-scenario\nwait 100\nclick #f-title\nwait 100\nkey End\ntext a%s\n' $round; shown
    printf 'click #f-summary\nwait 100\nkey End\ntext 你%s\n' $round; shown
    echo 'key ctrl+z'; shown
    echo 'key ctrl+y'; shown
    printf 'click #f-title\nwait 100\nkey Backspace\n'; shown
    printf 'click #add\nwait 100\nclick #add/decision\nwait 100\n'; shown
    printf 'click #f-expects/assurance\n'; shown
    printf 'click #duplicate\n'; shown
    printf 'click #move-up\n'; shown
    printf 'click #delete\n'; shown
    printf 'click #moment-%s\nwait 100\nclick #f-says\nwait 100\nkey End\ntext ? Yes: no\n' $id; shown
    printf 'click #tab-text\nwait 100\nkey ctrl+End\ntext # %s\n' $round; shown
    printf 'click #tab-form\nwait 100\n'
  done
}
# Takes the place of the shell that it is called in, so that what is killed is the window itself.
run() { exec "$program" --clock fixed --seed 1 --lang en --edit "$own" --events "$1" 2>"$scratch/err"; }
write_script >"$scratch/script"
edits=$(grep -c '^time' "$scratch/script")

# Left alone: each edit is one record, and the last record's text is what is saved.
begin
{ cat "$scratch/script"; printf 'quit\n'; } >"$scratch/events"
started=$(date +%s%N)
run "$scratch/events" >/dev/null & window_id=$!
sleep 0.1
while [ "$(wc -l 2>/dev/null <"$journal" || echo 0)" -le "$edits" ]; do
  kill -0 $window_id 2>/dev/null || { cat "$scratch/err"; fail "the editor that is left alone ended early"; }
  [ $(($(date +%s%N) - started)) -lt 300000000000 ] || fail "$(wc -l <"$journal") records of $((edits + 1))"
  sleep 0.05
done
milliseconds=$((($(date +%s%N) - started) / 1000000))
kill -9 $window_id; wait $window_id 2>/dev/null || true
mkdir "$scratch/states"
count=$(python3 "$(dirname "$0")/journal_states.py" "$journal" "$scratch/states")
[ "$count" = "$edits" ] || fail "$edits edits are $count records"
for cut in 7 19 "$edits"; do
  begin
  { sed "/^time edit-$cut\$/q" "$scratch/script"; printf 'key ctrl+s\nwait 100\nquit\n'; } >"$scratch/events"
  (run "$scratch/events" >/dev/null) || { cat "$scratch/err"; fail "saving after edit $cut"; }
  cmp -s "$own" "$scratch/states/$cut" || { diff "$own" "$scratch/states/$cut"; fail "the text after edit $cut is not that of $cut records"; }
done

between=0 ahead=0
for kill in $(seq "$kills"); do
  begin
  # From the first frame to behind the last edit.
  delay=$((250 + RANDOM * (milliseconds - 250) / 32767))
  run "$scratch/script" >"$scratch/said" & window_id=$!
  sleep "$(printf '%d.%03d' $((delay / 1000)) $((delay % 1000)))"
  kill -9 $window_id; wait $window_id 2>/dev/null || true
  said=$(grep -c '^edit-' "$scratch/said" || true)
  if [ "$said" = 0 ] && { [ ! -e "$journal" ] || [ "$(wc -l <"$journal")" -le 1 ]; }; then
    cmp -s "$own" "$scratch/states/0" || fail "kill $kill before the first edit: the file is another"
    continue
  fi
  printf 'await recovered/keep\nclick #recovered/keep\nwait 100\nkey ctrl+s\nwait 100\nquit\n' >"$scratch/events"
  timeout 60 "$program" --clock fixed --seed 1 --lang en --edit "$own" --events "$scratch/events" >/dev/null 2>&1 || fail "kill $kill after edit $said: nothing is offered"
  if cmp -s "$own" "$scratch/states/$said"; then
    :
  elif [ "$said" -lt "$edits" ] && cmp -s "$own" "$scratch/states/$((said + 1))"; then
    ahead=$((ahead + 1))
  else
    diff "$own" "$scratch/states/$said" || true
    fail "kill $kill: what is offered is neither the text after edit $said, which was shown, nor after the next"
  fi
  [ "$said" = 0 ] || [ "$said" = "$edits" ] || between=$((between + 1))
done
echo "killed $kills times, $between of them between two of $edits edits; $ahead times the edit that was being made was there, too"
[ "$kills" -lt 10 ] || [ "$between" -ge $((kills / 2)) ] || fail "hardly ever killed between two edits: the test tells little"
