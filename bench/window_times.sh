#!/usr/bin/env bash
# How long a trainee waits for the window: from its start to a library of so many scenarios, for an encounter to open, for another language.
# (library: all cards are there; -suggests: what to play next is; -read: all scenarios are read.) Prints the least and the median of ROUNDS runs in milliseconds, under Xvfb with software GL at 1280x720.
# usage: window_times.sh MOT_WINDOW SOURCE_FOLDER [SCENARIOS] [ROUNDS]
set -euo pipefail
if [ -z "${MOT_INSIDE_XVFB:-}" ]; then MOT_INSIDE_XVFB=1 exec xvfb-run -a -s "-screen 0 1280x720x24" "$0" "$@"; fi
window=$1 source_folder=$2 scenarios=${3:-100} rounds=${4:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 ALSOFT_DRIVERS=null XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config

# The shipped scenarios with their translations, again and again under other names.
mkdir -p "$work/library"
cp -r "$source_folder/scenarios/journeys" "$work/library"
count=0
for ((copy = 1; count < scenarios; copy++)); do
  for file in "$source_folder"/scenarios/*/*.yaml; do
    id=$(basename "$file" .yaml)
    case $file in *.zh-CN.yaml | */courses/* | */journeys/*) continue ;; esac
    [ $count -lt "$scenarios" ] || break
    folder=$work/library/$(basename "$(dirname "$file")")-$copy
    mkdir -p "$folder"
    # Customers are found by their id, wherever in the library they are; sounds and pictures only beside the scenario.
    for part in customers sounds images; do
      there=$(dirname "$file")/$part
      if [ -d "$there" ] && [ ! -e "$folder/$part" ] && { [ $part != customers ] || [ $copy = 1 ]; }; then cp -r "$there" "$folder"; fi
    done
    sed "s/^id: $id\$/id: $id-$copy/" "$file" >"$folder/$id-$copy.yaml"
    [ ! -e "${file%.yaml}.zh-CN.yaml" ] ||
      sed "s/^of: $id\$/of: $id-$copy/" "${file%.yaml}.zh-CN.yaml" >"$folder/$id-$copy.zh-CN.yaml"
    count=$((count + 1))
  done
done

printf '%s\n' 'await page' 'time library' 'await hero' 'time library-suggests' settle 'time library-read' 'key Ctrl+L' 'time language' settle 'key Ctrl+L' settle 'click #hero' 'time briefing' settle \
  'click #start' 'time encounter' settle 'key Ctrl+L' 'time language-in-play' quit >"$work/events"
for ((round = 0; round < rounds; round++)); do
  rm -rf "$work/data" "$work/config"
  "$window" --seed 1 --lang en --library "$work/library" --events "$work/events"
done >"$work/times"
echo "$count scenarios, $rounds runs: least and median, ms"
for name in library library-suggests library-read language briefing encounter language-in-play; do
  awk -v name="$name" '$1 == name { print $2 }' "$work/times" | sort -n |
    awk -v name="$name" '{ t[NR] = $1 } END { printf "%-18s %7.1f %7.1f\n", name, t[1], t[int((NR + 1) / 2)] }'
done
