#!/usr/bin/env bash
# How the editor keeps up with a trainer: frames while typing in a form and in the text and while moving the map, from a letter to its frame,
# and from a letter to what is said of it; then the first letter after each save, and whole moments copied, moved, deleted and taken back.
# The scenario has MOMENTS moments with four responses each. Under Xvfb with software GL at 1280x720.
# usage: editor_times.sh MOT_WINDOW [MOMENTS] [LETTERS]
set -euo pipefail
if [ -z "${MOT_INSIDE_XVFB:-}" ]; then MOT_INSIDE_XVFB=1 exec xvfb-run -a -s "-screen 0 1280x720x24" "$0" "$@"; fi
window=$1 moments=${2:-300} letters=${3:-60}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 ALSOFT_DRIVERS=null XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config
"$(dirname "$0")/large_story.py" "$moments" 4 >"$work/story.yaml"

# Letters, one every PAUSE ms; each is timed, and so are the frames of all of them together.
letters() {
  echo "frames -"
  for ((k = 0; k < $3; k++)); do printf 'text %s\ntime letter-%s\nwait %s\n' "${k: -1}" "$1" "$2"; done
  echo "frames typing-$1"
}
# From the last letter to what is said of it, the pause of 300 ms included.
findings() { printf 'text !\nawait live-faults\ntime faults-%s\nawait live-all\ntime smells-%s\n' "$1" "$1"; }
# The ground is dragged to and fro, from beside the boxes; then the wheel zooms there.
drag() {
  printf 'frames -\npress 330 300\n'
  for ((k = 0; k < 120; k++)); do echo "move $((330 + (k % 40 < 20 ? k % 20 : 20 - k % 20) * 12)) $((200 + (k % 60) * 4))"; done
  printf 'release 330 300\nframes map-%s\n' "$1"
  for ((k = 0; k < 60; k++)); do echo "wheel 500 350 $((k % 8 < 4 ? 1 : -1))"; done
  printf 'frames zoom-%s\n' "$1"
}
# The first letter after a save begins a journal.
saves() {
  for ((k = 0; k < $1; k++)); do
    printf 'key ctrl+s\nsettle\nwait 500\nframes -\ntext %s\ntime letter-saved\nwait 100\nframes typing-saved\nwait 500\n' "${k: -1}"
  done
}
# What is done to a whole moment, from the click or key to the frame that shows it.
whole() {
  act() { printf 'wait 600\nframes -\n%s\ntime edit-%s\nwait 100\nframes edit-%s\n' "$2" "$1" "$1"; }
  for ((k = 0; k < $1; k++)); do
    act duplicate 'click #duplicate'
    act move 'click #move-up'
    act move 'click #move-down'
    act delete 'click #delete'
    act undo 'key ctrl+z'
    act redo 'key ctrl+y'
    for ((u = 0; u < 4; u++)); do act undo 'key ctrl+z'; done
    printf 'click #moment-step-%s\nsettle\nclick #add\nsettle\n' "$2"
    act add 'click #add/line'
    act undo 'key ctrl+z'
    printf 'click #moment-step-%s\nsettle\n' "$2"
  done
}
{
  printf 'await live-all\nkey ctrl+f\ntext step-%s\nsettle\nclick #moment-step-%s\nsettle\n' $((moments / 2)) $((moments / 2))
  printf 'key ctrl+f\nkey ctrl+a\nkey Backspace\nsettle\nclick #f-says\nsettle\nkey End\nsettle\n'
  letters form 100 "$letters"
  findings form
  letters form-slow 450 $((letters / 5))
  # The caret comes to the moment's id; what is said, where letters break nothing, is five lines below.
  printf 'settle\nclick #tab-text\nsettle\nkey Down\nkey Down\nkey Down\nkey Down\nkey Down\nkey End\nsettle\n'
  letters text 100 "$letters"
  findings text
  letters text-slow 450 $((letters / 5))
  printf 'settle\nclick #tab-map\nsettle\nawait map-step-%s\nsettle\n' $((moments / 2))
  drag near
  printf 'click #map-fit\nsettle\n'
  drag whole
  printf 'click #tab-form\nsettle\nclick #f-says\nsettle\nkey End\nsettle\n'
  saves 10
  printf 'key Escape\nsettle\n'
  whole 4 $((moments / 2))
  printf 'key ctrl+s\nsettle\nquit\n'
} >"$work/events"
"$window" --seed 1 --lang en --edit "$work/story.yaml" --events "$work/events" >"$work/times"

echo "$moments moments, $(wc -c <"$work/story.yaml") bytes"
echo "frames: how many, half and 99 % of them, the longest, ms"
awk '($1 ~ /^(typing|map|zoom)/ && $1 != "typing-saved") { printf "  %-18s %5d %7.1f %7.1f %7.1f\n", $1, $2, $3, $4, $5 }' "$work/times"
echo "from a letter to the frame that shows it: median and longest, ms"
for where in form form-slow text text-slow; do
  awk -v name="letter-$where" '$1 == name { print $2 }' "$work/times" | sort -n |
    awk -v name="$where" '{ t[NR] = $1 } END { printf "  %-18s %7.1f %7.1f\n", name, t[int((NR + 1) / 2)], t[NR] }'
done
for what in letter-saved edit-duplicate edit-move edit-delete edit-add edit-undo edit-redo; do
  # The longest frame is in the lines of `frames`, the time to the frame that shows it in those of `time`.
  awk -v name="$what" -v frames="${what/letter/typing}" '
    $1 == name && NF == 2 { print "t", $2 }
    $1 == frames && NF > 2 { print "f", $5 }' "$work/times" | sort -k1,1 -k2,2n |
    awk -v name="$what" '$1 == "t" { t[++n] = $2 } $1 == "f" { longest = $2 }
      END { printf "  %-18s %7.1f %7.1f, longest frame %.1f\n", name, t[int((n + 1) / 2)], t[n], longest }'
done
echo "from the last letter (the pause of 300 ms is part of it), ms"
awk '$1 ~ /^(faults|smells)/ { printf "  %-18s %7.1f\n", $1, $2 }' "$work/times"
