#!/usr/bin/env bash
# The window killed at 50 random instants of an encounter: what is left is whole, and gone on with it ends as one that was left alone.
# usage: kill_test.sh MOT_WINDOW MOT SOURCE_FOLDER [KILLS]
set -euo pipefail
if [ -z "${MOT_KILL_TEST_INSIDE:-}" ]; then
  if ! command -v xvfb-run >/dev/null; then echo "skipped: no xvfb-run"; exit 77; fi
  MOT_KILL_TEST_INSIDE=1 exec xvfb-run -a -s "-screen 0 640x360x24" "$0" "$@"
fi
window=$1 mot=$2 source_folder=$3 kills=${4:-50}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8 ALSOFT_DRIVERS=null
scenario=$source_folder/tests/cli/data/late-parcel.yaml
answers=(2 1 2 3)
RANDOM=20261122
fail() { echo "FAILED: $*"; exit 1; }

# A player of their own, with their own folders.
player() { export XDG_DATA_HOME=$scratch/$1/data XDG_CONFIG_HOME=$scratch/$1/config; plays=$XDG_DATA_HOME/moments-of-truth/plays; }
# Plays on with the answers from the Nth; further words go before the window's command.
play_from() {
  local first=$1 answer; shift
  for answer in "${answers[@]:$first}"; do
    for _ in 1 2 3 4; do printf 'settle\nkey Enter\n'; done
    printf 'settle\nkey %s\n' "$answer"
  done >"$scratch/events"
  printf 'settle\n' >>"$scratch/events"
  "$@" "$window" --screen play --clock fixed --still --seed 5 --window-size 640x360 --library "$source_folder/scenarios" "$scenario" \
    --events "$scratch/events" --screenshot "$scratch/picture.png" >/dev/null 2>&1
}
# What must be the same: the choices with their luck, and what comes of them. A half-written file is a failure of its own.
facts() {
  "$mot" run "$scenario" --replay "$1" --json >"$scratch/run.json" || fail "$1 cannot be replayed"
  python3 - "$1" "$scratch/run.json" <<'PY'
import json, sys
play, run = (json.load(open(path)) for path in sys.argv[1:])
print(play["complete"], [(c["choice"], c.get("fate")) for c in play["choices"]], run["satisfaction"], run["complete"])
PY
}

player alone
started=$(date +%s%N)
play_from 0 || fail "the game that is left alone"
milliseconds=$((($(date +%s%N) - started) / 1000000))
expected=$(facts "$plays"/*.json)
[[ $expected == True* ]] || fail "the game that is left alone has not ended: $expected"

stopped_between=0
for kill in $(seq "$kills"); do
  player "kill-$kill"
  # From before the first frame to after the last choice.
  delay=$((RANDOM * milliseconds / 32767))
  { play_from 0 timeout -s KILL "$(printf '%d.%03d' $((delay / 1000)) $((delay % 1000)))" || true; } 2>/dev/null
  files=("$plays"/*.json)
  made=0
  if [ -f "${files[0]}" ]; then
    [ ${#files[@]} = 1 ] || fail "kill $kill: ${#files[@]} files"
    left=$(facts "${files[0]}")
    made=$(grep -c '"choice":' "${files[0]}" || true)
    [ "$made" -eq 0 ] || [ "$made" -eq ${#answers[@]} ] || stopped_between=$((stopped_between + 1))
  else
    left=none
  fi
  [[ $left == True* ]] || play_from "$made" || fail "kill $kill: going on after $made choices"
  files=("$plays"/*.json)
  [ ${#files[@]} = 1 ] || fail "kill $kill: it goes on in another file"
  ended=$(facts "${files[0]}")
  [ "$ended" = "$expected" ] || fail "kill $kill after $made choices: $ended instead of $expected"
  rm -rf "${scratch:?}/kill-$kill"
done
echo "killed $kills times, $stopped_between of them between two choices"
[ "$kills" -lt 20 ] || [ "$stopped_between" -ge 5 ] || fail "hardly ever killed between two choices: the test tells little"
