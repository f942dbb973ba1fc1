#!/usr/bin/env bash
# A scenario of six decisions from nothing, by mouse and keyboard in the real mot-window under Xvfb: begun from a template, written in the
# forms, checked, played to its end from the editor, saved and published. Its file is held against one written by hand.
# usage: authoring_test.sh MOT_WINDOW SOURCE_FOLDER
set -euo pipefail
# shellcheck disable=SC2034  # driven.sh runs it
program=$1
source_folder=$2
# shellcheck source=tests/window/driven.sh
. "$(dirname "$0")/driven.sh"
size=1280x1800  # the whole of a form
own=$scratch/data/moments-of-truth/scenarios/own/the-emptied-cellar.yaml

# Events: an entry of a list.
choose() { clicks "$1" "$1/$2"; }
keys() { printf 'key %s\n' "$@"; echo settle; }
rename() { field f-id "$1"; keys Enter; }
# rate FROM LEVEL…: the sliders that Tab comes to from a control, in their order; they stand at 7. "-": another control behind one.
rate() {
  local level steps key
  clicks "$1"
  for level in "${@:2}"; do
    if [ "$level" = - ]; then keys Tab; continue; fi
    steps=$((level - 7)); key=Right
    [[ $steps -ge 0 ]] || { steps=$((-steps)); key=Left; }
    keys Tab Space
    for ((; steps > 0; --steps)); do keys "$key"; done
    keys Space
  done
}
# response MOMENT OLD_ID ID SAY RATING RATING REPLY COACH; with the form of the moment before it.
response() {
  clicks "response-$1.$2"
  rename "$3"
  field f-say "$4"
  local ratings
  read -ra ratings <<<"$5 $6"
  rate f-when "${ratings[@]}"
  keys Tab Tab Tab Tab Tab  # past the four behaviours
  printf 'text %s\nsettle\n' "$7"
  keys Tab Tab Tab Tab ctrl+a  # past another reply, the feeling and the thought
  printf 'text %s\nsettle\n' "$8"
  keys Tab  # brings where it leads into sight
}
# decision ID STAGE TOUCHPOINT SAYS DIMENSION
decision() {
  clicks add add/decision
  rename "$1"
  choose f-stage "$2"
  field f-touchpoint "$3"
  field f-says "$4"
  clicks "f-expects/$5"
}

the_story() {
  field f-summary "Her cellar was cleared by mistake, and nobody has told her."
  field f-brief "You are at the desk of a block of flats. This morning a firm cleared the cellars on your list. One number on it was wrong."
  field f-setting property
  clicks outline-customer
  field f-name "Ms Novak"
  field f-role "Tenant of flat 208"
  field f-about "Lives alone since spring. Keeps what her father left her in the cellar."
  rate f-about 7 8 7 7 9  # her mood first

  decision gone first-contact "The loss is told" "My cellar is empty. There is a new lock on it, and nothing behind." assurance
  response gone first what-was-there "Please sit down. What was in it that you miss most?" 10 8 "My father's letters. The rest is only things." \
    "The question that nobody has asked her yet. Now you know what to look for."
  response gone second form "I'm very sorry to hear that. I'll give you our form for lost property, and we'll look into it today." 5 6 \
    "It isn't lost. Somebody has taken it." "Courteous, and it turns her loss into paper before she has told it."

  decision who first-contact "Who did it" "Who was it, then? And who let them in?" reliability
  response who first we-did "We did. Your number was on our list, and it should not have been. So finding your things is up to us." 9 9 \
    "So it's you who owes me an answer." "Hard to say, and it ends her search for somebody to blame."
  response who second the-firm "That was the clearing firm. I'll gladly give you their number." 5 4 "I have no contract with them." \
    "True, and it sends her off to somebody she doesn't know."

  decision where problem-handling "The things are looked for" "Where are they now?" responsiveness
  response where first ring-now "I'll ring the yard while you are here. Nothing leaves it today." 9 "10 -" "Then I'll wait." \
    "Before anything else it stops the harm from growing."
  response where second every-chance "They usually sort on the following day, so there is every chance that all of it is still there." 6 "4 -" \
    "Every chance. And if not?" "A comfort that nobody has checked."

  decision sorted problem-handling "What if it is too late" "And if they have sorted it already?" assurance
  response sorted first go-there "Then we look through it together. I can come along at two." 9 9 "You would come along?" "There is an hour to it, and she need not go alone."
  response sorted second insured "In that case the insurance pays, and as far as I know it pays well. I'll look up what the terms are." 4 6 \
    "You can't insure a letter." "It is about money. She has said what hers is about."

  decision next-step problem-handling "How it goes on" "Who tells me how this goes on?" reliability
  response next-step first by-six "I do. Here is my number, and I ring you by six, whether we have found them or not." 8 10 "By six." \
    "A name, an hour, and a call also where there is nothing to tell."
  response next-step second team "My colleagues will keep you informed of every step." 5 5 "Which of them?" "What all have promised nobody has."

  decision neighbour farewell "What she asks for others" "My neighbour is old. I don't want this to happen to him." responsiveness
  response neighbour first check-list "Nor do I. We go over that list with everybody on it, beginning with him." 9 "9 -" "Good. He is called Lindner." \
    "She has asked for somebody else. That can still be put right as a whole."
  response neighbour second never-again "It really won't happen again, believe me. I have not seen anything like it in all my years in this house." 5 "6 -" \
    "That's what I thought until today." "Meant to calm, and nothing has changed by it."

  clicks moment-good-end
  field f-says "At two, then. I'll bring a torch."
  field f-promoter "They had made the mistake, and they came down to the yard with me."
  field f-passive "They helped. I had to say what mattered."
  field f-detractor "I got a form."
  clicks add add/ending
  rename bad-end
  choose f-ending unresolved
  field f-says "Then I'll go and look for somebody who listens."
  field f-passive "They were polite. I still don't know where my things are."
  field f-detractor "Nobody had done it, and nobody will do it again."
  clicks moment-neighbour response-neighbour.never-again
  choose f-next bad-end
}

echo "From the library, by a template's page, six decisions are written by mouse and keyboard"
{
  printf 'settle\nwheel 640 500 -90\nsettle\n'
  clicks new-scenario template-blank
  field title "The emptied cellar"
  clicks create steps/close
  the_story
  printf 'shot %s\ncheck written\n' "$scratch/written.png"
  keys ctrl+s
} | run_script written --seed 1 --library "$source_folder/scenarios"
shows outline-scenario moment-next-step publish

echo "The file is one that a person would have written"
cat >"$scratch/wanted.yaml" <<'Y'
#   mot check the-emptied-cellar.yaml     says what is wrong, and where
#   mot play the-emptied-cellar.yaml      plays it
# All keys: docs/scenario_format.md. Completion in your editor: docs/editors.md.
mot: 1
id: the-emptied-cellar
title: The emptied cellar
language: en
setting: property
summary: Her cellar was cleared by mistake, and nobody has told her.
brief: You are at the desk of a block of flats. This morning a firm cleared the cellars on your list. One number on it was wrong.
minutes: 5
difficulty: 1
draft: true
scene: service-desk

journey:
  id: a-visit
  title: A visit
  stages:
    - { id: first-contact, title: First contact }
    - { id: problem-handling, title: Problem handling }
    - { id: farewell, title: Farewell }

customer:
  id: customer
  name: Ms Novak
  role: Tenant of flat 208
  about: Lives alone since spring. Keeps what her father left her in the cellar.
  expects: { reliability: 8, responsiveness: 7, assurance: 7, empathy: 9 }

moments:
  - id: gone
    stage: first-contact
    channel: counter
    touchpoint: The loss is told
    expects: [empathy, assurance]
    says: My cellar is empty. There is a new lock on it, and nothing behind.
    responses:
      - id: what-was-there
        say: Please sit down. What was in it that you miss most?
        delivers: { empathy: 10, assurance: 8 }
        reply: My father's letters. The rest is only things.
        coach: The question that nobody has asked her yet. Now you know what to look for.
        next: who
      - id: form
        say: I'm very sorry to hear that. I'll give you our form for lost property, and we'll look into it today.
        delivers: { empathy: 5, assurance: 6 }
        reply: It isn't lost. Somebody has taken it.
        coach: Courteous, and it turns her loss into paper before she has told it.
        next: who

  - id: who
    stage: first-contact
    channel: counter
    touchpoint: Who did it
    expects: [empathy, reliability]
    says: Who was it, then? And who let them in?
    responses:
      - id: we-did
        say: We did. Your number was on our list, and it should not have been. So finding your things is up to us.
        delivers: { empathy: 9, reliability: 9 }
        reply: So it's you who owes me an answer.
        coach: Hard to say, and it ends her search for somebody to blame.
        next: where
      - id: the-firm
        say: That was the clearing firm. I'll gladly give you their number.
        delivers: { empathy: 5, reliability: 4 }
        reply: I have no contract with them.
        coach: True, and it sends her off to somebody she doesn't know.
        next: where

  - id: where
    stage: problem-handling
    channel: counter
    touchpoint: The things are looked for
    expects: [empathy, responsiveness]
    says: Where are they now?
    responses:
      - id: ring-now
        say: I'll ring the yard while you are here. Nothing leaves it today.
        delivers: { empathy: 9, responsiveness: 10 }
        reply: Then I'll wait.
        coach: Before anything else it stops the harm from growing.
        next: sorted
      - id: every-chance
        say: They usually sort on the following day, so there is every chance that all of it is still there.
        delivers: { empathy: 6, responsiveness: 4 }
        reply: Every chance. And if not?
        coach: A comfort that nobody has checked.
        next: sorted

  - id: sorted
    stage: problem-handling
    channel: counter
    touchpoint: What if it is too late
    expects: [empathy, assurance]
    says: And if they have sorted it already?
    responses:
      - id: go-there
        say: Then we look through it together. I can come along at two.
        delivers: { empathy: 9, assurance: 9 }
        reply: You would come along?
        coach: There is an hour to it, and she need not go alone.
        next: next-step
      - id: insured
        say: In that case the insurance pays, and as far as I know it pays well. I'll look up what the terms are.
        delivers: { empathy: 4, assurance: 6 }
        reply: You can't insure a letter.
        coach: It is about money. She has said what hers is about.
        next: next-step

  - id: next-step
    stage: problem-handling
    channel: counter
    touchpoint: How it goes on
    expects: [empathy, reliability]
    says: Who tells me how this goes on?
    responses:
      - id: by-six
        say: I do. Here is my number, and I ring you by six, whether we have found them or not.
        delivers: { empathy: 8, reliability: 10 }
        reply: By six.
        coach: A name, an hour, and a call also where there is nothing to tell.
        next: neighbour
      - id: team
        say: My colleagues will keep you informed of every step.
        delivers: { empathy: 5, reliability: 5 }
        reply: Which of them?
        coach: What all have promised nobody has.
        next: neighbour

  - id: neighbour
    stage: farewell
    channel: counter
    touchpoint: What she asks for others
    expects: [empathy, responsiveness]
    says: My neighbour is old. I don't want this to happen to him.
    responses:
      - id: check-list
        say: Nor do I. We go over that list with everybody on it, beginning with him.
        delivers: { empathy: 9, responsiveness: 9 }
        reply: Good. He is called Lindner.
        coach: She has asked for somebody else. That can still be put right as a whole.
        next: good-end
      - id: never-again
        say: It really won't happen again, believe me. I have not seen anything like it in all my years in this house.
        delivers: { empathy: 5, responsiveness: 6 }
        reply: That's what I thought until today.
        coach: Meant to calm, and nothing has changed by it.
        next: bad-end

  - id: good-end
    ending: resolved
    says: At two, then. I'll bring a torch.
    verbatim:
      promoter: They had made the mistake, and they came down to the yard with me.
      passive: They helped. I had to say what mattered.
      detractor: I got a form.

  - id: bad-end
    ending: unresolved
    says: Then I'll go and look for somebody who listens.
    verbatim:
      passive: They were polite. I still don't know where my things are.
      detractor: Nobody had done it, and nobody will do it again.
Y
diff "$scratch/wanted.yaml" "$own" || fail "the file is another than a person would have written"
"$mot" check "$own" >"$scratch/check.txt" || fail "the check finds errors"
grep -E 'error|warning' "$scratch/check.txt" | grep -v ' 0 errors, 0 warnings' && fail "the check has something to say"

echo "It is played to its end from the editor"
{
  printf 'settle\nkey ctrl+Enter\nsettle\n'
  for _ in 1 2 3 4 5 6; do printf 'key Enter\nsettle\nkey Enter\nsettle\nkey Enter\nsettle\nkey 1\nsettle\n'; done
  printf 'key Enter\nsettle\nkey Enter\nsettle\nkey Enter\nsettle\n'
} | run_script played --seed 1 --edit "$own"
shows library

echo "It is published, which takes draft out of the file and nothing else"
run_script published --seed 1 --edit "$own" <<'V'
settle
click #publish
settle
V
hides publish
expect "draft is gone" diff <(grep -v '^draft: ' "$scratch/wanted.yaml") "$own"
expect "the strict check is content" "$mot" check --strict "$own" >/dev/null

finish
