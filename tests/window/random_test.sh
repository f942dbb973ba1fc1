#!/usr/bin/env bash
# Random keys, clicks, a pad, sizes and languages over the shipped scenarios, for so many seconds: the window does not crash, says nothing
# on standard error, and its memory comes down to 400 MB or less in the second half; in a run of twenty minutes or more it does not grow by
# more than 5 % after a sixth of the time. (Before that, scenes and people met for the first time are still being drawn and kept.) Memory
# goes up and down with the window's size, by half of it, so that means of ten minutes differ by a tenth from chance alone. What a program
# has lost it lacks at its lowest, too: the lowest tenth of all seconds of a part counts. Prints its memory once a minute.
# usage: random_test.sh MOT_WINDOW SOURCE_FOLDER SECONDS [SEED]
set -euo pipefail
if [ -z "${MOT_INSIDE_XVFB:-}" ]; then
  if ! command -v xvfb-run >/dev/null; then echo "skipped: no xvfb-run"; exit 77; fi
  MOT_INSIDE_XVFB=1 exec xvfb-run -a -s "-screen 0 1920x1080x24" "$0" "$@"
fi
window=$1 source_folder=$2 seconds=$3 seed=${4:-1}
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export LC_ALL=C.UTF-8 ALSOFT_DRIVERS=null XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config
mkdir -p "$home/config/moments-of-truth"
printf '{"welcomed": true}\n' >"$home/config/moments-of-truth/settings.json"
"$window" --random-input "$seconds" --seed "$seed" --library "$source_folder/scenarios" >"$home/out" 2>"$home/errors" &
program=$!
# Resident memory in MB.
memory() { awk -v page="$(getconf PAGESIZE)" '{ printf "%.1f", $2 * page / 1e6 }' "/proc/$program/statm" 2>/dev/null || true; }
# Seconds since the machine was started: no clock that somebody sets.
clock() { cut -d. -f1 /proc/uptime; }
began=$(clock)
while kill -0 "$program" 2>/dev/null; do
  sleep 1
  passed=$(($(clock) - began))
  now=$(memory)
  if [ -z "$now" ] || [ "$now" = 0.0 ]; then continue; fi
  [ $((passed % 60)) != 0 ] || echo "minute $((passed / 60)): $now MB"
  echo "$passed $now" >>"$home/memory"
done
whole=$(($(clock) - began))
# Memory between two of six parts of the time that it took, in order.
part() { awk -v from="$1" -v to="$2" -v whole="$whole" '$1 * 6 >= from * whole && $1 * 6 < to * whole { print $2 }' "$home/memory" | sort -n; }
# The lowest tenth ends there.
low() { part "$@" | awk '{ all[NR] = $1 } END { printf "%.1f", NR ? all[int((NR + 9) / 10)] : 0 }'; }
mean() { part "$@" | awk '{ sum += $1 } END { printf "%.1f", NR ? sum / NR : 0 }'; }
early=$(low 1 2)
last=$(low 5 6)
second_half=$(low 3 6)
means="$(mean 1 2) and $(mean 5 6)"
status=0
wait "$program" || status=$?
cat "$home/errors" >&2
mkdir -p "$home/data"
plays=$(find "$home/data" -name '*.json' | wc -l)
echo "seed $seed, $whole s, exit $status, $plays files kept, $early MB at the lowest tenth of the second sixth, $last of the last (means $means), $second_half of the second half"
[ "$status" = 0 ] && [ ! -s "$home/errors" ] && [ "$whole" -ge $((seconds - 5)) ] &&
  awk -v seconds="$seconds" -v early="${early:-0}" -v last="${last:-0}" -v half="${second_half:-0}" \
    'BEGIN { exit !(early > 0 && half > 0 && half <= 400 && (seconds < 1200 || last <= 1.05 * early)) }'
