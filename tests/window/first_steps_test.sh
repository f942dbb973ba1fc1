#!/usr/bin/env bash
# The first steps of the editor gone through as a new trainer does, in the real mot-window under Xvfb: each step points at the control that is
# meant and sees what was done; in the middle the window is closed, and goes on at the same step.
# usage: first_steps_test.sh MOT_WINDOW SOURCE_FOLDER [LANGUAGE [SIZE [TEXT_SIZE]]]      (1.5h: letters half as large again, and high contrast)
set -euo pipefail
# shellcheck disable=SC2034  # driven.sh runs it
program=$1
# shellcheck source=tests/window/driven.sh
. "$(dirname "$0")/driven.sh"
language=${3:-en}
# shellcheck disable=SC2034
size=${4:-1280x720}
letters=${5:-1}
set_out "$(printf '{"text_size": %s, "high_contrast": %s, "welcomed": true}' "${letters%h}" "$([[ $letters == *h ]] && echo true || echo false)")"
own=$scratch/own.yaml
"$mot" new own --template blank --folder "$scratch" --lang "$language" >/dev/null

keys() { printf 'key %s\n' "$@"; echo settle; }
# meant ID…: the outline comes to be round each, which is then clicked.
meant() { local id; for id in "$@"; do printf 'await pointed-out/%s\n' "$id"; clicks "$id"; done; }
write() { printf 'await pointed-out/%s\n' "$1"; field "$1" "$2"; }
# With the pointer on nothing that explains itself.
step() { printf 'move 900 30\nsettle\nshot %s/step-%s.png\ncheck %s\n' "$scratch" "$1" "$1"; clicks steps/next; }
# Tab to a slider from a control, and some levels up or down.
slide() { clicks "$1"; keys Tab Space "$2"; keys "$2"; keys "$2"; keys Space; }

echo "The first half, from an offer to a good response"
{
  echo settle
  printf 'shot %s/step-offer.png\n' "$scratch"
  clicks steps/begin
  meant outline-customer
  write f-name "Ms Novak"
  echo "await pointed-out/f-empathy"
  clicks f-about
  keys Tab Tab Tab Tab Tab Space Right
  keys Right
  keys Space
  step customer
  meant add
  clicks add/decision
  write f-says "My cellar is empty."
  meant f-expects/reliability
  step moment
  meant response-decision.first
  write f-say "Please sit down. What was in it that you miss most?"
  echo "await pointed-out/f-empathy"
  slide f-when Right
  echo "await pointed-out/f-coach"
  keys ctrl+s
} | run_script half --seed 1 --lang "$language" --edit "$own"
shows steps/back steps/next pointed-out/f-coach

echo "The second half, on another day"
{
  echo settle
  meant moment-decision response-decision.first
  write f-coach "The question that nobody has asked her yet."
  step response
  meant moment-decision
  step bars
  meant response-decision.second
  write f-say "I'll give you our form for lost property."
  echo "await pointed-out/f-coach"  # as it was, it is below what she expects
  write f-coach "It turns her loss into paper."
  step second
  meant add
  clicks add/ending
  meant moment-decision response-decision.second
  echo "await pointed-out/f-next"
  clicks f-next f-next/ending
  step next
  meant moment-ending
  write f-says "Then I'll ask somebody else."
  field f-detractor "I got a form."
  meant moment-good-end
  write f-promoter "They asked what mattered."
  step ending
  meant finding-0
  field f-summary "Her cellar was cleared by mistake."
  step findings
  meant tab-preview preview-decision.first
  step preview
  meant tab-map
  step map
  keys ctrl+s
  step save
  clicks tab-form outline-scenario
  field f-brief "You are at the desk of a block of flats."
  clicks moment-good-end
  field f-passive "They helped, once I had told them what mattered."
  meant publish
  step publish
} | run_script whole --seed 1 --lang "$language" --edit "$own"
hides steps/next steps/begin publish
shows first-steps
expect "it is published, and good" "$mot" check --strict "$own" >/dev/null
expect "what is over is not begun again" grep -q '"first_steps_file": *""' "$settings"

finish
