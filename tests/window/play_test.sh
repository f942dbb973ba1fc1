#!/usr/bin/env bash
# The play screen of the real mot-window under Xvfb, driven by event scripts: whole games by keyboard alone in English and in Chinese,
# held against `mot run --replay`; killed in mid-game and gone on with; many long responses; no display; the same picture twice.
# usage: play_test.sh MOT_WINDOW SOURCE_FOLDER
set -euo pipefail
program=$1
source_folder=$2
. "$source_folder/tests/window/driven.sh"
scenario=twice-the-water

# A player of their own, with their own folders.
player() { export XDG_DATA_HOME=$scratch/$1/data XDG_CONFIG_HOME=$scratch/$1/config; plays=$XDG_DATA_HOME/moments-of-truth/plays; }
painted() { xvfb-run -a -s "-screen 0 1280x720x24" "$program" --clock fixed --seed 1 --library "$source_folder/scenarios" "$@"; }
start() { painted --skip-unseen "$@"; }
play() { start --screen play "$@"; }
only_play() { local files=("$plays"/*.json); [ ${#files[@]} = 1 ] && [ -f "${files[0]}" ] && echo "${files[0]}"; }

# Events that read on until the cards of the next decision are there: Enter shows a line whole, and leads on to the next.
read_on() { printf 'wait 600\n'; for _ in 1 2 3 4 5 6 7 8 9 10; do printf 'wait 60\nkey Enter\n'; done; printf 'settle\n'; }
# Events that choose those cards, one after the other.
choose() { for key in "$@"; do read_on; printf 'key %s\n' "$key"; done; printf 'settle\n'; }

# json FILE EXPRESSION: a value of a JSON file.
json() { python3 -c 'import json,sys; print(eval(sys.argv[2], {"j": json.load(open(sys.argv[1]))}))' "$1" "$2"; }

# Learner and number of attempts in the player's records, those that have a score.
scored_attempts() {
  python3 -c 'import sqlite3,sys; print(sqlite3.connect(sys.argv[1]).execute("SELECT learner, count(*) FROM attempts WHERE score IS NOT NULL GROUP BY learner").fetchall())' \
    "$XDG_DATA_HOME/moments-of-truth/records.sqlite" 2>&1 | tail -n 1
}

whole_game() {
  local name=$1 language=$2 mode=$3
  player "$name"
  # The third card by arrows and Enter: cards can be walked through as well.
  { choose 1 2; read_on; printf 'key Down\nsettle\nkey Enter\n'; choose 1 1 1 1 1; } >"$scratch/events"
  if ! play "$scenario" --lang "$language" --mode "$mode" --name "Li Na" --events "$scratch/events" --screenshot "$scratch/$name.png" \
       2>"$scratch/err"; then
    fail "$name: the game"; cat "$scratch/err"; return
  fi
  local file; file=$(only_play) || { fail "$name: no single file is kept"; return; }
  [ "$(json "$file" 'j["complete"]')" = True ] || fail "$name: the encounter has not ended: $(json "$file" 'len(j["choices"])') choices"
  [ "$(json "$file" 'j["language"]')" = "$language" ] || fail "$name: the language"
  [ "$(json "$file" 'j["mode"]')" = "$mode" ] || fail "$name: the mode"
  [ "$(json "$file" 'j["learner"]')" = "Li Na" ] || fail "$name: the name"
  "$mot" run "$scenario" --library "$source_folder/scenarios" --replay "$file" --json >"$scratch/$name.run" || fail "$name: mot run --replay"
  [ "$(json "$scratch/$name.run" 'j["complete"]')" = True ] || fail "$name: the terminal sees no ending"
  [ "$(json "$file" '[c["choice"] for c in j["choices"]]')" = "$(json "$scratch/$name.run" '[m["moment"] + "." + m["choice"] for m in j["moments"]]')" ] ||
    fail "$name: the terminal replays other choices"
  # Before any other program could have taken the play in.
  [ "$(scored_attempts)" = "[('Li Na', 1)]" ] || fail "$name: the records hold $(scored_attempts)"
  # Nothing of the screen is in the choices: the same keys give the same choices in every language and mode.
  json "$file" '[(c["choice"], c.get("fate")) for c in j["choices"]]' >"$scratch/$name.choices"
}

echo "A whole game by keyboard, in English and in Chinese, in practice and as an exam"
whole_game english en practice
whole_game chinese zh-CN practice
whole_game exam en exam
cmp -s "$scratch/english.choices" "$scratch/chinese.choices" || fail "English and Chinese games differ"
cmp -s "$scratch/english.choices" "$scratch/exam.choices" || fail "practice and exam differ"

echo "A room of ten votes over a whole encounter, and its record is complete"
player room
{ printf 'settle\nclick #room\nsettle\nclick #start\nsettle\n'
  for taken in 1 2 1 1 1 1 1 1; do
    read_on
    for key in 1 2 2 1 2 3 2 1 1 2 Backspace 1; do printf 'key %s\n' "$key"; done
    printf 'key v\nsettle\nkey %s\n' "$taken"
  done; printf 'settle\n'; } >"$scratch/events"
start "$scenario" --events "$scratch/events" --screenshot "$scratch/room.png" 2>"$scratch/err" || { fail "room: the game"; cat "$scratch/err"; }
if file=$(only_play); then
  [ "$(json "$file" 'j["complete"], j["room"]')" = "(True, True)" ] || fail "room: not a whole session: $(json "$file" 'len(j["choices"])') choices"
  # Ten hands at every choice, and every response that was on offer is counted, those nobody took as well.
  [ "$(json "$file" '{sum(c["votes"].values()) for c in j["choices"]}')" = "{10}" ] || fail "room: votes: $(json "$file" '[c.get("votes") for c in j["choices"]]')"
  [ "$(json "$file" 'min(len(c["votes"]) for c in j["choices"]) >= 3')" = True ] || fail "room: not every response has its votes"
else
  fail "room: no single file is kept"
fi

echo "A room tries another branch and comes back, and its record holds all polls"
player branches
room_play() {
  start "$scenario" --events "$scratch/events" --dump-ids --screenshot "$scratch/branches.png" >"$scratch/ids" 2>"$scratch/err" ||
    { fail "branches: $1"; cat "$scratch/err"; }
}
poll() { read_on; for key in 1 2 2 1 2 3 2 1 1 2; do printf 'key %s\n' "$key"; done; printf 'key v\nsettle\n'; }
take_back() { printf 'settle\nkey Escape\nsettle\nclick #undo\nsettle\n'; }
to_room() { printf 'settle\nclick #room\nsettle\nclick #start\nsettle\n'; }
# Ten votes, the first response; ten votes, seen; both taken back. The votes are there again: the split is shown, and a number takes a response.
{ to_room; poll; printf 'key 1\nsettle\n'; poll; take_back; read_on; } >"$scratch/events"
room_play "taking back"
shows split-1 first-branch
file=$(only_play) || fail "branches: no single file is kept"
[ "$(json "$file" 'len(j["choices"]), [sum(p["votes"].values()) for p in j["polls"]], len(j["branches"])')" = "(0, [10, 10], 1)" ] ||
  fail "branches: after taking back: $(cat "$file")"
player branches-on
{ to_room; poll; printf 'key 1\nsettle\n'; poll; printf 'key 1\nsettle\n'; poll; take_back; take_back; printf 'settle\nkey 2\nsettle\n'; poll
  printf 'click #first-branch\nsettle\n'; } >"$scratch/events"
room_play "coming back"
shows split-1
hides first-branch
{ cat "$scratch/events"; printf 'key 1\nsettle\n'; for _ in 1 2 3 4 5 6; do poll; printf 'key 1\nsettle\n'; done; } >"$scratch/more"
file=$(only_play) || fail "branches: no single file is kept"
[ "$(json "$file" 'len(j["choices"]), len(j["polls"]), [len(b["choices"]) for b in j["branches"]], j["branches"][0].get("first")')" = "(2, 4, [1], None)" ] ||
  fail "branches: after coming back: $(cat "$file")"
# The votes of a decision are in its poll and in the choice, on the branch that was left as well.
[ "$(json "$file" 'j["choices"][0]["votes"] == j["branches"][0]["choices"][0]["votes"] == j["polls"][0]["votes"]')" = True ] ||
  fail "branches: other votes at the same decision"
player branches-end
mv "$scratch/more" "$scratch/events"
room_play "to the end"
file=$(only_play) || fail "branches: no single file is kept"
[ "$(json "$file" 'j["complete"], {sum(p["votes"].values()) for p in j["polls"]}, len(j["polls"]) - len(j["choices"])')" = "(True, {10}, 1)" ] ||
  fail "branches: at the end: $(cat "$file")"
"$mot" run "$scenario" --library "$source_folder/scenarios" --replay "$file" --json >"$scratch/branches.run" || fail "branches: mot run --replay"

echo "Two runs give the same picture, bit by bit; one that paints only what is seen, the same but for rounding"
choose 1 2 >"$scratch/events"
player twice
painted --screen play "$scenario" --events "$scratch/events" --screenshot "$scratch/one.png" 2>/dev/null
player twice-again
painted --screen play "$scenario" --events "$scratch/events" --screenshot "$scratch/two.png" 2>/dev/null
cmp -s "$scratch/one.png" "$scratch/two.png" || fail "two runs, two pictures"
player twice-skipping
play "$scenario" --events "$scratch/events" --screenshot "$scratch/three.png" 2>/dev/null
# A 255th may differ where another part of the window was painted.
compare -metric AE -fuzz 0.5% "$scratch/one.png" "$scratch/three.png" null: 2>"$scratch/err" || fail "what is not painted makes a difference: $(cat "$scratch/err")"

echo "Killed in mid-game, nothing is lost"
player killed
{ choose 1 2; printf 'wait 3600000\n'; } >"$scratch/events"
mkdir -p "$XDG_DATA_HOME"
# Real time after the choices would not come: the fixed clock hurries on, so the kill is by what is in the file.
play "$scenario" --events "$scratch/events" >/dev/null 2>&1 &
runner=$!
for _ in $(seq 600); do
  [ "$(cat "$plays"/*.json 2>/dev/null | grep -c '"choice":')" = 2 ] && break
  sleep 0.1
done
pids=$(pgrep -P "$runner" || true)
for pid in $pids $(for p in $pids; do pgrep -P "$p" || true; done); do
  grep -qs mot-window "/proc/$pid/cmdline" && ! grep -qs Xvfb "/proc/$pid/cmdline" && ! grep -qs xvfb-run "/proc/$pid/cmdline" && kill -9 "$pid"
done
wait "$runner" 2>/dev/null || true
file=$(only_play) || fail "killed: no file"
cp "$file" "$scratch/killed.json"
[ "$(json "$file" 'len(j["choices"])')" = 2 ] || fail "killed: the file does not hold both choices"
printf 'settle\n' >"$scratch/events"
play "$scenario" --events "$scratch/events" --screenshot "$scratch/resumed.png" --dump-ids >"$scratch/ids" 2>/dev/null || fail "killed: going on"
cmp -s "$file" "$scratch/killed.json" || fail "killed: looking changed the file"
grep -q '"response-1"' "$scratch/ids" || fail "killed: it does not stand at the decision"
choose 1 >"$scratch/events"
play "$scenario" --events "$scratch/events" --screenshot "$scratch/on.png" 2>/dev/null || fail "killed: one more choice"
[ "$(only_play)" = "$file" ] || fail "killed: it goes on in another file"
[ "$(json "$file" 'len(j["choices"])')" = 3 ] || fail "killed: the third choice is missing"
[ "$(json "$file" '[c["choice"] for c in j["choices"]][:2]')" = "$(json "$scratch/killed.json" '[c["choice"] for c in j["choices"]]')" ] ||
  fail "killed: other choices than before"

echo "Nine long responses can all be seen and chosen"
player long
python3 - >"$scratch/long.yaml" <<'PY'
words = "I will look into it at once, write down every single thing that you have told me, and ring you back within the hour, news or no news."
print("""mot: 1
id: long
title: Long
language: en
journey: { id: j, title: J, stages: [ { id: s, title: S } ] }
customer: { id: c, name: Ann, expects: { empathy: 5 } }
moments:
  - id: first
    stage: s
    channel: counter
    touchpoint: T
    expects: [empathy]
    shuffle: false
    says: Hello?
    responses:""")
for i in range(9):
    print(f"      - {{ id: r{i + 1}, say: '{words} {words}', delivers: {{ empathy: {i + 1} }}, next: end }}")
print("  - { id: end, ending: resolved, says: Bye. }")
PY
see() {
  printf 'settle\n%s\nsettle\n' "$1" >"$scratch/events"
  play "$scratch/long.yaml" --events "$scratch/events" --screenshot "$scratch/long.png" --dump-ids >"$scratch/ids" 2>"$scratch/err" || fail "long: $1"
}
# whole CARD: all of the card is in view; a card's height is the same everywhere, so one cut short would be lower.
see ''
seen_first=$(json "$scratch/ids" 'j["response-1"][3]')
[ "$seen_first" -gt 150 ] || fail "long: the first card is cut: $seen_first"
[ "$(json "$scratch/ids" 'j["response-9"][3]')" = 0 ] || fail "long: the ninth card is seen at once"
see 'wheel 1000 400 -60'
[ "$(json "$scratch/ids" 'j["response-9"][3]')" = "$seen_first" ] || fail "long: the wheel does not show the whole ninth card"
see 'key Up'
[ "$(json "$scratch/ids" 'j["response-9"][3]')" = "$seen_first" ] || fail "long: the focus does not bring the ninth card in view"
for card in 3 6 9; do
  see "$(for _ in $(seq "$card"); do echo 'key Down'; echo 'settle'; done)"
  [ "$(json "$scratch/ids" "j['response-$card'][3]")" = "$seen_first" ] || fail "long: card $card is not whole when it has the focus"
done
printf 'settle\nkey 9\nsettle\nsettle\n' >"$scratch/events"
play "$scratch/long.yaml" --events "$scratch/events" --screenshot "$scratch/long.png" 2>/dev/null || fail "long: choosing the ninth"
[ "$(json "$(only_play)" 'j["choices"][0]["choice"]')" = first.r9 ] || fail "long: the ninth was not chosen"

echo "A room sees all bars at once, with six long responses and with letters twice as large"
sed '/id: r[789],/d' "$scratch/long.yaml" >"$scratch/six.yaml"
for language in en zh-CN; do
  for letters in 1 2; do
    player "bars-$language-$letters"
    mkdir -p "$XDG_CONFIG_HOME/moments-of-truth"
    printf '{"text_size": %s}\n' "$letters" >"$XDG_CONFIG_HOME/moments-of-truth/settings.json"
    { printf 'settle\nclick #room\nsettle\nclick #start\n'; read_on; printf 'key 1\nkey 6\nkey 6\nkey v\nsettle\ncheck bars\n'; } >"$scratch/events"
    start --lang "$language" "$scratch/six.yaml" --events "$scratch/events" --dump-ids --screenshot "$scratch/bars.png" >"$scratch/ids" 2>"$scratch/err" || { fail "bars: $language $letters"; cat "$scratch/err"; }
    # Ten units high is a whole bar, and a card that is not cut ends above the buttons.
    [ "$(json "$scratch/ids" '[j["split-%d" % i][3] for i in range(1, 7)]')" = "[10, 10, 10, 10, 10, 10]" ] || fail "bars: $language $letters: $(cat "$scratch/ids")"
    [ "$(json "$scratch/ids" 'j["response-6"][1] + j["response-6"][3] <= j["words"][1]')" = True ] || fail "bars: $language $letters: the sixth card is cut"
  done
done

echo "A disk that cannot be written to stops nobody"
player full
mkdir -p "$XDG_DATA_HOME/moments-of-truth"
echo "a file where the folder would be" >"$plays"
{ choose 1; read_on; } >"$scratch/events"
play "$scenario" --events "$scratch/events" --screenshot "$scratch/full.png" --dump-ids >"$scratch/ids" 2>/dev/null || fail "full: the game"
grep -q '"notice"' "$scratch/ids" || fail "full: nothing is said"
grep -q '"response-1"' "$scratch/ids" || fail "full: play does not go on"

echo "Without a display: one sentence, exit 3; a scenario with errors: what is wrong, exit 1"
player none
code=0; env -u DISPLAY "$program" "$scenario" >"$scratch/out" 2>"$scratch/err" || code=$?
[ "$code" = 3 ] || fail "no display: exit $code"
if [ "$(wc -l <"$scratch/err")" != 1 ] || [ -s "$scratch/out" ]; then fail "no display: not one sentence on stderr"; fi
printf 'mot: 1\nid: broken\ntitel: X\n' >"$scratch/broken.yaml"
code=0; play "$scratch/broken.yaml" >"$scratch/out" 2>&1 || code=$?
[ "$code" = 1 ] || fail "a broken scenario: exit $code"
grep -q 'broken.yaml:3:1: error: .*\[M' "$scratch/out" || fail "a broken scenario: no finding"

echo "A line is read on when the button comes up, and not by who has gone to a control meanwhile"
# A picture in the middle of a line, after these two events at the stage and at AT.
held() {
  { printf 'wait 500\n'; for _ in 1 2; do printf '%s 640 300\nmove %s\n%s %s\n' "$2" "$4" "$3" "$4"; done; printf 'shot %s/%s.png\n' "$scratch" "$1"; } |
    run_script "$1-end" "$scenario" --screen play --seed 1 --library "$source_folder/scenarios"
}
player pressed
held pressed press release '640 300'
held moved move move '640 300'
! cmp -s "$scratch/pressed.png" "$scratch/moved.png" || fail "a click does not complete a line"
held left press release '1244 32'
held aside move move '1244 32'
cmp -s "$scratch/left.png" "$scratch/aside.png" || fail "who has gone to a control has clicked"
hides resume

finish
