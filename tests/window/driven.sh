# shellcheck shell=bash disable=SC2034,SC2154  # what is given and taken is used on the other side
# Sourced by the tests that drive mot-window by event scripts under Xvfb: folders of their own, one run of the window, what must then be there.
# Expects `program` (mot-window); gives `scratch`, `mot`, `failures`, `size`, `settings` (the program's file), and the functions below.
if ! command -v xvfb-run >/dev/null; then echo "skipped: no xvfb-run"; exit 77; fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export XDG_DATA_HOME=$scratch/data XDG_CONFIG_HOME=$scratch/config LC_ALL=C.UTF-8 ALSOFT_DRIVERS=null
mot=$(dirname "$program")/mot
failures=0
# A script may come through a pipe; what fails at its end counts here, too.
shopt -s lastpipe
size=1280x720
settings=$XDG_CONFIG_HOME/moments-of-truth/settings.json

# set_out JSON: the settings that the window begins with.
set_out() { mkdir -p "$(dirname "$settings")"; printf '%s\n' "$1" >"$settings"; }
# The editor without the offer of the first steps below its columns.
without_first_steps() { set_out '{"first_steps_offered": true}'; }
# The first keys of a scenario that the editor's tests begin with.
scenario_head() {
  cat <<'Y'
mot: 1
id: own   # mine
title: My first
language: en
draft: true
summary: Short.
brief: You are at the desk.
minutes: 3
difficulty: 1
Y
}
fail() { echo "FAILED: $*"; failures=$((failures + 1)); }
# run_script NAME WORDS…: an event script (stdin) by the window with these words. The ids on the screen at its end are in $scratch/ids, the picture in $scratch/NAME.png.
run_script() {
  local name=$1; shift
  cat >"$scratch/events"
  if ! xvfb-run -a -s "-screen 0 ${size}x24" "$program" --clock fixed --skip-unseen --window-size "$size" --dump-ids --events "$scratch/events" \
       --screenshot "$scratch/$name.png" "$@" >"$scratch/ids" 2>"$scratch/err"; then
    fail "$name"; cat "$scratch/err"
  fi
}
# Lines of an event script: these controls are clicked, one after the other.
clicks() { printf 'click #%s\nsettle\n' "$@"; }
# field ID TEXT: into a field, instead of what is there.
field() { printf 'click #%s\nkey ctrl+a\ntext %s\nsettle\n' "$1" "$2"; }
shows() { for id in "$@"; do grep -q "\"$id\"" "$scratch/ids" || fail "no '$id' on the screen"; done; }
hides() { for id in "$@"; do ! grep -q "\"$id\"" "$scratch/ids" || fail "'$id' is on the screen"; done; }
# expect WHAT COMMAND…
expect() { "${@:2}" || fail "$1"; }
# The script's last line.
finish() {
  [ "$failures" = 0 ] || { echo "$failures failed"; exit 1; }
  echo "all is well"
}
