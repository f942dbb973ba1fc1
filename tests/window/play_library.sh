#!/usr/bin/env bash
# Plays scenarios of the library in the real window, from start to end, on the best, the worst and a random path, in English and in
# Chinese, and holds the kept play against what was to be chosen. A picture of every decision and of the debrief lies in FOLDER.
# usage: play_library.sh MOT_WINDOW PLAY_SCRIPT SOURCE_FOLDER FOLDER [SCENARIO.yaml…]      (POLICIES, LANGUAGES: fewer of them)
set -euo pipefail
if [ -z "${MOT_INSIDE_XVFB:-}" ]; then
  if ! command -v xvfb-run >/dev/null; then echo "skipped: no xvfb-run"; exit 77; fi
  MOT_INSIDE_XVFB=1 exec xvfb-run -a -s "-screen 0 1280x720x24" "$0" "$@"
fi
window=$1 script=$2 source_folder=$3 folder=$4
shift 4
[ $# -gt 0 ] || mapfile -t scenarios < <(grep -l '^moments:' "$source_folder"/scenarios/*/*.yaml | grep -v 'zh-CN')
[ $# -eq 0 ] || scenarios=("$@")
export LC_ALL=C.UTF-8 ALSOFT_DRIVERS=null
mkdir -p "$folder"
failures=0 played=0
for scenario in "${scenarios[@]}"; do
  for policy in ${POLICIES:-best worst random}; do
    for language in ${LANGUAGES:-en zh-CN}; do
      prefix=$folder/$(basename "$scenario" .yaml)-$policy-$language
      "$script" "$scenario" "$source_folder/scenarios" "$policy" 7 "$prefix"
      rm -rf "$prefix.home"
      export XDG_DATA_HOME=$prefix.home/data XDG_CONFIG_HOME=$prefix.home/config
      printf 'quit\n' >>"$prefix.events"
      "$window" --screen play --clock fixed --still --seed 7 --lang "$language" --library "$source_folder/scenarios" "$scenario" \
        --events "$prefix.events" 2>"$prefix.log" || { echo "FAILED: $prefix: the window"; failures=$((failures + 1)); }
      python3 - "$prefix" "$XDG_DATA_HOME"/moments-of-truth/plays/*.json <<'PY' || failures=$((failures + 1))
import json, os, sys
prefix, *plays = sys.argv[1:]
if not os.path.exists(plays[0]):
    sys.exit(f"FAILED: {prefix}: nothing is kept")
wanted = open(prefix + ".choices").read().split()
play = json.load(open(plays[0]))
made = [c["choice"] for c in play["choices"]]
if len(plays) != 1 or made != wanted or not play["complete"]:
    sys.exit(f"FAILED: {prefix}: complete {play['complete']}, chosen {made} instead of {wanted}")
PY
      played=$((played + 1))
    done
  done
done
echo "$played encounters played, $failures failed"
[ "$failures" = 0 ]
