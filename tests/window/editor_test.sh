#!/usr/bin/env bash
# The editor of the real mot-window, driven by event scripts under Xvfb: from a nearly empty file a scenario of six decisions is written by
# mouse and keyboard, checked, played and saved; edits survive a kill; what is changed outside is noticed; frames while typing are counted.
# usage: editor_test.sh MOT_WINDOW SOURCE_FOLDER
set -euo pipefail
program=$1
source_folder=$2
if ! command -v xvfb-run >/dev/null; then echo "skipped: no xvfb-run"; exit 77; fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export XDG_DATA_HOME=$scratch/data XDG_CONFIG_HOME=$scratch/config LC_ALL=C.UTF-8 ALSOFT_DRIVERS=null
mot=$(dirname "$program")/mot
failures=0
size=1280x720

# Runs an event script (stdin) on a file; what is on the screen at the end is in $scratch/ids.
drive() {
  local name=$1 file=$2; shift 2
  cat >"$scratch/events"
  if ! xvfb-run -a -s "-screen 0 ${size}x24" "$program" --clock fixed --seed 1 --window-size "$size" --dump-ids --edit "$file" \
       --events "$scratch/events" --screenshot "$scratch/$name.png" "$@" >"$scratch/ids" 2>"$scratch/err"; then
    echo "FAILED: $name"; cat "$scratch/err"; failures=$((failures + 1))
  fi
}
shows() { for id in "$@"; do grep -q "\"$id\"" "$scratch/ids" || { echo "FAILED: no '$id' on the screen"; failures=$((failures + 1)); }; done; }
hides() { for id in "$@"; do ! grep -q "\"$id\"" "$scratch/ids" || { echo "FAILED: '$id' is on the screen"; failures=$((failures + 1)); }; done; }
expect() { "${@:2}" || { echo "FAILED: $1"; failures=$((failures + 1)); }; }
begin() { cp "$source_folder/tests/data/editor/begin.yaml" "$1"; }
