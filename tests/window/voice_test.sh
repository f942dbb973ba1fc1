#!/usr/bin/env bash
# Self-voicing with a synthesiser that only writes down what it was asked to say: focus, names of controls without words, lines, pages, in
# the language of the interface; a new text breaks off the one before; nothing waits for it. And what is said where none is installed.
# usage: voice_test.sh MOT_WINDOW SOURCE_FOLDER
set -euo pipefail
if [ -z "${MOT_INSIDE_XVFB:-}" ]; then
  if ! command -v xvfb-run >/dev/null; then echo "skipped: no xvfb-run"; exit 77; fi
  MOT_INSIDE_XVFB=1 exec xvfb-run -a -s "-screen 0 1280x720x24" "$0" "$@"
fi
window=$1 source_folder=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 ALSOFT_DRIVERS=null XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config
mkdir -p "$work/bin" "$work/none" "$XDG_CONFIG_HOME/moments-of-truth"
printf '{"welcomed": true, "self_voicing": true}\n' >"$XDG_CONFIG_HOME/moments-of-truth/settings.json"
# Speaks for a minute, unless it is broken off.
cat >"$work/bin/spd-say" <<'SAY'
#!/bin/sh
for word; do text=$word; done
case $* in *--stop*) text="(silence)" ;; esac
printf '%s|%s\n' "$3" "$text" >>"$SAID"
trap 'echo "(broken off)" >>"$SAID"; exit 0' TERM
case $* in *--wait*) for _ in 1 2 3 4 5 6; do sleep 10 & wait $!; done ;; esac
SAY
chmod +x "$work/bin/spd-say"
faults=0
export SAID=$work/said
# run LANGUAGE SCRIPT WORDS…: lines of a script, with "; " between them. Real time: a program that is started takes a while to be heard.
run() {
  local language=$1
  printf '%s\n' "${2//; /$'\n'}" >"$work/events"
  shift 2
  : >"$SAID"
  PATH=$work/bin:$PATH timeout 120 "$window" "$@" --still --seed 7 --lang "$language" --library "$source_folder/scenarios" \
    --events "$work/events" || { echo "the window failed"; faults=$((faults + 1)); }
}
said() { grep -qF -- "$1" "$SAID" || { echo "not said: $1"; cut -c1-200 "$SAID"; faults=$((faults + 1)); }; }

run en 'settle; wait 400; key Tab; wait 400; key Tab; wait 400; key Tab; wait 400; quit'
said 'en|Scenarios for you'
said 'en|Start'
said 'en|Airline'
said '(broken off)'
run zh-CN 'settle; wait 400; key Enter; wait 600; key Tab; wait 400; key F2; wait 400; quit' twice-the-water --screen play
said 'zh|'
said '：'
run en 'settle; wait 400; key Esc; wait 400; quit' twice-the-water --screen play
said 'Paused'

# Of several the chosen one is said to be it.
run en 'settle; click #settings; settle; wait 300; key Tab; wait 400; key Tab; wait 400; key Tab; wait 400; key Tab; wait 400; quit'
said 'English, chosen'

# Without a synthesiser the game goes on as ever, at once.
printf '%s\n' settle 'key Tab' 'key F2' settle quit >"$work/events"
timeout 60 env PATH="$work/none" "$window" --clock fixed --still --seed 7 --library "$source_folder/scenarios" --events "$work/events" ||
  { echo "the window failed without a synthesiser"; faults=$((faults + 1)); }
[ "$faults" = 0 ] && echo "what was to be said was said"
