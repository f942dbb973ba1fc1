#!/usr/bin/env bash
# The editor of the real mot-window, driven by event scripts under Xvfb: from a nearly empty file a scenario of six decisions is written by
# mouse and keyboard, checked, played and saved; edits survive a kill; what is changed outside is noticed.
# usage: editor_test.sh MOT_WINDOW SOURCE_FOLDER
set -euo pipefail
program=$1
source_folder=$2
. "$source_folder/tests/window/driven.sh"
without_first_steps

# Runs an event script (stdin) on a file.
drive() { run_script "$1" --seed 1 --edit "$2" "${@:3}"; }
begin() {
  { scenario_head; cat; } >"$1" <<'Y'
customer:   # inline, for a beginning
  id: mr-a
  name: Mr A
  expects: { reliability: 7, responsiveness: 8, assurance: 7, empathy: 7 }
journey:
  id: way
  title: A way
  stages:
    - { id: first-contact, title: First contact }

moments:
  - id: good-end
    ending: resolved
    says: Thank you.

  - id: bad-end
    ending: unresolved
    says: Well.
Y
}
own=$scratch/own.yaml
journal=$scratch/.own.yaml.mot-journal

echo "From a beginning, six decisions are written by mouse and keyboard, checked, played and saved"
begin "$own"
{
  echo settle
  for k in 1 2 3 4 5 6; do
    id=decision; [[ $k == 1 ]] || id=decision-$k
    cat <<V
click #add
settle
click #add/decision
settle
click #f-touchpoint
settle
key ctrl+a
text Step $k
key Tab
key ctrl+a
text What about $k: is it so?
settle
click #response-$id.first
settle
click #f-say
settle
key ctrl+a
text I see to it, number $k.
settle
click #response-$id.second
settle
click #f-say
settle
key ctrl+a
text Number $k is not mine.
settle
click #f-empathy
settle
click #moment-$id
settle
V
  done
  echo "shot $scratch/six.png"
  echo "check six"
  echo "key ctrl+s"
  echo settle
} | drive six "$own"
hides recovered/keep
{
  begin /dev/stdout | sed '/^moments:/,$d'
  echo "moments:"
  for k in 1 2 3 4 5 6; do
    id=decision; [[ $k == 1 ]] || id=decision-$k
    next=decision-$((k + 1)); [[ $k != 6 ]] || next=good-end
    cat <<Y
  - id: $id
    stage: first-contact
    channel: counter
    touchpoint: Step $k
    expects: [empathy]
    says: "What about $k: is it so?"
    responses:
      - id: first
        say: I see to it, number $k.
        delivers: { empathy: 7 }
        coach: Why is this good, or not?
        next: $next
      - id: second
        say: Number $k is not mine.
        delivers: { empathy: 5 }
        coach: Why is this good, or not?
        next: $next

Y
  done
  begin /dev/stdout | sed -n '/good-end/,$p'
} >"$scratch/wanted.yaml"
diff "$scratch/wanted.yaml" "$own" >"$scratch/diff" || { fail "the file is another than a person would have written"; cat "$scratch/diff"; }
sed 's/next: good-end/next: bad-end/2' "$own" | sed '0,/next: decision-2/!{0,/next: decision-2/s/next: decision-2/next: bad-end/}' >"$scratch/both.yaml"
expect "the check finds no error" "$mot" check "$scratch/both.yaml" >/dev/null

echo "It is played from the editor, which is there again afterwards"
cp "$scratch/both.yaml" "$own"
drive play "$own" <<'V'
settle
key ctrl+Enter
settle
wait 2000
settle
V
shows pause
drive back "$own" <<'V'
settle
key ctrl+Enter
settle
wait 2000
key Escape
settle
click #leave
settle
wait 1000
settle
V
shows outline-scenario save

echo "Undoing everything leaves the file as it was, and nothing behind"
begin "$own"
{
  echo settle
  for word in one two three; do printf 'click #f-title\nsettle\nkey End\ntext  %s\nsettle\nclick #f-summary\nsettle\nkey End\ntext  %s\nsettle\n' "$word" "$word"; done
  for _ in 1 2 3 4 5 6 7; do echo "key ctrl+z"; done
  printf 'settle\nclick #back\nsettle\n'
} | drive undone "$own"
begin "$scratch/same.yaml"
expect "the file is byte for byte what it was" cmp -s "$own" "$scratch/same.yaml"
expect "no journal and no lock stays beside it" test -z "$(find "$scratch" -name '.own*')"
hides leave/stay

echo "Leaving with edits asks"
drive leaving "$own" <<'V'
settle
click #f-title
settle
key End
text !
settle
key Escape
key Escape
settle
V
shows leave/stay leave/save leave/drop
rm -f "$scratch"/.own*

echo "After a kill at any instant every letter is offered again"
# edited_in_journal [LINES]: an edit is in the journal, behind the record of how the text began; false after a minute without one.
edited_in_journal() {
  for _ in $(seq 600); do
    [[ -e $journal && $(wc -l <"$journal") -ge ${1:-2} ]] && return
    sleep 0.1
  done
  return 1
}
for run in 1 2 3 4 5; do
  begin "$own"
  rm -f "$scratch"/.own* "$scratch/window"
  { printf 'settle\nclick #f-title\nsettle\nkey End\n'; for _ in $(seq 1 400); do printf 'text a\nwait 20\n'; done; } >"$scratch/typing"
  # shellcheck disable=SC2016
  xvfb-run -a -s "-screen 0 1280x720x24" bash -c '"$0" --edit "$1" --events "$2" & child=$!; echo $child >"$3"; wait "$child"' \
    "$program" "$own" "$scratch/typing" "$scratch/window" >/dev/null 2>&1 &
  server=$!
  if ! edited_in_journal; then
    fail "run $run: nothing that is typed is in the journal"
    kill -9 "$(cat "$scratch/window")" || kill $server || true  # with the window its server ends
    wait $server || true
    continue
  fi
  sleep "0.$((RANDOM % 90 + 10))"
  kill -9 "$(cat "$scratch/window")" || fail "run $run: the window had ended by itself"
  wait $server || true
  drive recovered "$own" <<'V'
settle
click #recovered/keep
settle
key ctrl+s
settle
V
  expect "run $run: what was typed is in the file" grep -qE '^title: My firsta+$' "$own"
  expect "run $run: no journal is left" test ! -e "$journal"
done

echo "A file that is written by somebody else is read again; with edits of one's own it is asked"
begin "$own"
rm -f "$scratch"/.own*
(sleep 4; sed -i 's/^title: .*/title: Of somebody else/' "$own") &
drive reread "$own" --clock real <<'V'
settle
wait 6000
settle
click #f-title
settle
key End
text !
settle
key ctrl+s
settle
V
wait
expect "what was read again was edited" grep -q '^title: Of somebody else!$' "$own"
(edited_in_journal; sed -i 's/^title: .*/title: Of a third/' "$own") &
drive asked "$own" --clock real <<'V'
settle
click #f-title
settle
key End
text ?
settle
await outside/theirs
settle
V
wait
shows outside/theirs outside/mine outside/later
expect "nothing was written unasked" grep -q '^title: Of a third$' "$own"

echo "Other lines that somebody else has changed meanwhile are joined with one's own"
begin "$own"
rm -f "$scratch"/.own*
(edited_in_journal; sed -i 's/^summary: .*/summary: Of a fourth/' "$own") &
drive joined "$own" --clock real <<'V'
settle
click #f-title
settle
key End
text ?
settle
wait 5000
settle
key ctrl+s
settle
V
wait
hides outside/later
expect "both changes are in the file" test "$(grep -c '^title: My first?$\|^summary: Of a fourth$' "$own")" = 2

echo "Where the same line was changed, the answer is about that line alone"
for answer in mine theirs; do
  begin "$own"
  rm -f "$scratch"/.own*
  (edited_in_journal 3; sleep 1; sed -i 's/^title: .*/title: Of a fifth/; s/^summary: .*/summary: Of a fifth/' "$own") &
  drive "answer-$answer" "$own" --lang zh-CN --clock real <<V
settle
click #f-title
settle
key End
text ?
settle
click #f-brief
settle
key End
text So.
settle
await outside/theirs
settle
shot $scratch/outside-$answer.png
click #outside/$answer
settle
key ctrl+s
settle
V
  wait
  title="My first?"; [[ $answer = mine ]] || title="Of a fifth"
  expect "$answer: the title, and both other changes" test "$(grep -c "^title: $title\$\|^summary: Of a fifth\$\|^brief: .*So\.\$" "$own")" = 3
done

echo "A file that is deleted takes no text with it"
begin "$own"
rm -f "$scratch"/.own*
(for _ in $(seq 600); do ! compgen -G "$scratch/.own*" >/dev/null || break; sleep 0.1; done; sleep 2; rm "$own") &
drive gone "$own" --clock real <<'V'
settle
wait 7000
settle
key ctrl+s
settle
V
wait
begin "$scratch/begun.yaml"
expect "saving wrote it anew" cmp -s "$own" "$scratch/begun.yaml"

echo "Each of several conditions takes only its own letters; a name that is none stays in its field"
cat >"$scratch/routes.yaml" <<'Y'
mot: 1
id: routes
title: Routes
variables:
  price: 3
needs:
moments:
  - id: first
    says: Hello
    next:
      - { when: mood > 1, go: second }
      - { when: mood > 2, go: second }
      - { go: second }
  - { id: second, ending: lost, says: Bye }
Y
drive routes "$scratch/routes.yaml" <<'V'
settle
click #moment-first
settle
click #f-next-1-when
settle
key End
text 5
key ctrl+s
settle
click #outline-scenario
settle
click #f-needs/new
settle
text price: low
key Enter
settle
key ctrl+a
text calm
key Enter
settle
wheel 640 500 -60
settle
click #f-variables-price
settle
key ctrl+a
text a: b
settle
V
expect "letters before Ctrl+S are saved, in one condition" test "$(grep -c 'mood > 15\|mood > 2,' "$scratch/routes.yaml")" = 2
expect "nothing else is saved" grep -q '^needs:$' "$scratch/routes.yaml"

echo "Closing the window over unsaved edits asks, also for letters of the same moment"
drive close "$scratch/routes.yaml" <<'V'
settle
click #recovered/keep
settle
click #outline-scenario
settle
click #f-title
settle
key End
text !
quit
settle
V
shows leave/drop leave/save leave/stay
cat >"$scratch/events" <<V
settle
click #recovered/keep
settle
quit
settle
click #leave/save
settle
wait 2000
shot $scratch/still-there.png
V
xvfb-run -a -s "-screen 0 ${size}x24" "$program" --clock fixed --seed 1 --window-size "$size" --edit "$scratch/routes.yaml" --events "$scratch/events" || true
expect "saving closed it" test ! -e "$scratch/still-there.png"
expect "the title" grep -q '^title: Routes!$' "$scratch/routes.yaml"
expect "the name" grep -q '^  calm: "…"$' "$scratch/routes.yaml"
expect "the value" grep -q '^  price: "a: b"$' "$scratch/routes.yaml"

echo "A translation goes into the file of what is shown, also when the customer it was begun for is gone"
mkdir -p "$scratch/beside/customers"
begin "$scratch/beside/own.yaml"
sed -i '/^customer:/,/expects:/d; 2a customer: mr-b' "$scratch/beside/own.yaml"
cat >"$scratch/beside/customers/mr-b.yaml" <<'Y'
mot: 1
id: mr-b
name: Mr B
language: en
about: He waits.
expects: { reliability: 7, responsiveness: 8, assurance: 7, empathy: 7 }
Y
drive beside "$scratch/beside/own.yaml" <<V
settle
click #tab-translation
settle
click #translation-file
settle
click #translation-file/$scratch/beside/customers/mr-b.yaml
settle
click #tab-text
settle
click #text
key ctrl+Home
key Down
key Down
key Home
key shift+End
text customer: { id: mr-c, name: Mr C, expects: { reliability: 7 } }
settle
click #tab-translation
settle
shot $scratch/beside.png
click #translation-title
text 我的第一个
settle
key ctrl+s
settle
V
expect "the scenario's translation has the words" grep -q '^  title: 我的第一个$' "$scratch/beside/own.zh-CN.yaml"
expect "the customer's translation was not begun" test ! -e "$scratch/beside/customers/mr-b.zh-CN.yaml"
expect "the scenario has its customer" grep -q '^customer: { id: mr-c' "$scratch/beside/own.yaml"
expect "no journal and no lock is left beside them" test -z "$(find "$scratch/beside" -name '.*journal*')"

echo "Every screen keeps its letters in their places, in both languages and sizes"
cp "$source_folder/scenarios/property/twice-the-water.yaml" "$scratch/water.yaml"
for language in en zh-CN; do
  for size in 1280x720 1024x768; do
    drive "look-$language-$size" "$scratch/water.yaml" --lang "$language" --library "$source_folder/scenarios" <<'V'
settle
check scenario
click #moment-two-bills
settle
check moment
click #tab-text
settle
check text
V
  done
done
size=1280x720

finish
