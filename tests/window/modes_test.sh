#!/usr/bin/env bash
# Practice and exam in the real window: back to any earlier choice, feedback at once, the exam that is gone on with or broken off, time
# limits in an exam and while the window is not in front, languages that nobody speaks.
# usage: modes_test.sh MOT_WINDOW SOURCE_FOLDER
set -euo pipefail
program=$1
source_folder=$2
. "$source_folder/tests/window/driven.sh"
scenario=twice-the-water
quick=fifteen-seconds

# A player of their own, with their own folders and settings.
player() {
  export XDG_DATA_HOME=$scratch/$1/data XDG_CONFIG_HOME=$scratch/$1/config
  plays=$XDG_DATA_HOME/moments-of-truth/plays settings=$XDG_CONFIG_HOME/moments-of-truth/settings.json
  set_out "{\"welcomed\": true, \"learner\": \"Li Na\"${2:+, $2}}"
}
drive() { local name=$1; shift; run_script "$name" --seed 1 --still --library "$source_folder/scenarios" "$@"; }
read_on() { printf 'wait 600\n'; for _ in 1 2 3 4 5 6 7 8 9 10; do printf 'wait 60\nkey Enter\n'; done; printf 'settle\n'; }
choose() { for key in "$@"; do read_on; printf 'key %s\n' "$key"; done; read_on; }
# of EXPRESSION: a value of the plays, oldest first.
of() {
  python3 - "$plays" "$1" <<'PY'
import glob, json, sys
p = sorted((json.load(open(f)) for f in glob.glob(sys.argv[1] + "/*.json")), key=lambda j: (not j.get("broken_off", False), j["started"]))
print(eval(sys.argv[2], {"p": p}))
PY
}
is() { local got; got=$(of "$2"); [ "$got" = "$3" ] || fail "$1: $2 is $got, not $3"; }
attempts() {
  python3 -c 'import sqlite3,sys; print(sqlite3.connect(sys.argv[1]).execute("SELECT learner, mode, complete FROM attempts").fetchall())' \
    "$XDG_DATA_HOME/moments-of-truth/records.sqlite" 2>&1 | tail -n 1
}

echo "In practice the conversation leads back to before any choice"
player back
{ choose 1 2 1; printf 'key c\nsettle\n'; } | drive back-list "$scenario" --screen play
shows back-to-0 back-to-1 back-to-2 close-conversation
is "nothing is taken back by looking" 'len(p[0]["choices"])' 3
printf 'settle\nkey c\nsettle\nclick #back-to-1\nsettle\n' | drive back-click "$scenario" --screen play
shows response-1
hides close-conversation
is "back by a click" '[len(j["choices"]) for j in p]' '[1]'
choose 1 2 | drive back-on "$scenario" --screen play
is "it goes on from there" '[len(j["choices"]) for j in p]' '[3]'
# By keys alone: up from the button that closes to the last choice, and to the one before.
printf 'settle\nkey c\nsettle\nkey Up\nsettle\nkey Up\nsettle\nkey Enter\nsettle\n' | drive back-keys "$scenario" --screen play
is "back by keys" '[len(j["choices"]) for j in p]' '[1]'
# By pad: the cross walks, button 1 uses.
{ choose 1 2; printf 'key c\nsettle\npad-connect Pad\npad-axis cross-y -100\npad-axis cross-y 0\nsettle\npad 0\nsettle\n'; } |
  drive back-pad "$scenario" --screen play
is "back by pad" '[len(j["choices"]) for j in p]' '[2]'

echo "Feedback at once, where it is wished"
player feedback '"feedback": true'
{ read_on; printf 'key 1\nsettle\n'; } | drive feedback "$scenario" --screen play
shows close-note
{ printf 'settle\n'; read_on; printf 'key 1\nsettle\nkey Down\nsettle\n'; } | drive feedback-closed "$scenario" --screen play
hides close-note
is "the key that closes it chooses nothing" 'len(p[0]["choices"])' 2
player feedback-exam '"feedback": true'
{ read_on; printf 'key 1\nsettle\n'; } | drive feedback-exam "$scenario" --screen play --mode exam
hides close-note
player feedback-off
{ read_on; printf 'key 1\nsettle\n'; } | drive feedback-off "$scenario" --screen play
hides close-note

echo "An exam that was left goes on, or is broken off and counted"
player exam
{ printf 'settle\nclick #exam\nsettle\nclick #start\nsettle\n'; choose 1; printf 'key Escape\nsettle\n'; } | drive exam-pause "$scenario"
shows resume leave
hides restart undo
{ printf 'settle\nkey c\nsettle\n'; } | drive exam-log "$scenario" --screen play --mode exam
shows close-conversation
hides back-to-0
is "one choice" '[len(j["choices"]) for j in p]' '[1]'
# Practice in between does not hide it.
{ printf 'settle\nclick #practice\nsettle\nclick #start\nsettle\n'; choose 2; } | drive practice-between "$scenario"
{ printf 'settle\nclick #exam\nawait continue\nsettle\nclick #continue\nsettle\n'; choose 1; } | drive exam-on "$scenario"
is "the exam went on in its file" 'sorted((j["mode"], len(j["choices"])) for j in p)' "[('exam', 2), ('practice', 1)]"
{ printf 'settle\nclick #exam\nawait continue\nsettle\nclick #start\nsettle\n'; choose 1; } | drive exam-anew "$scenario"
is "the old one is broken off" '[(len(j["choices"]), j["complete"], j["ended"] != "") for j in p if j.get("broken_off")]' '[(2, False, True)]'
is "a new one has begun" 'sum(j["mode"] == "exam" and not j.get("broken_off") for j in p)' 1
[ "$(attempts)" = "[('Li Na', 'exam', 0)]" ] || fail "broken off: the records hold $(attempts)"
"$mot" records verify --library "$source_folder/scenarios" >"$scratch/verify" 2>&1 || { fail "broken off: the records are not right"; cat "$scratch/verify"; }
{ printf 'settle\n'; } | drive exam-newest "$scenario" --screen play --mode exam
is "looking changes nothing" 'sum(bool(j.get("broken_off")) for j in p)' 1

echo "Time limits: switched off in practice, twice as long in an exam"
player no-limits '"timer_factor": 0'
{ read_on; printf 'wait 90000\nsettle\n'; } | drive no-limits "$quick" --screen play
[ ! -e "$plays" ] || fail "practice: time ran out though it is switched off"
limit=$(python3 -c 'import re,sys; print(1000 * int(re.search(r"^    time_limit: (\d+)", open(sys.argv[1]).read(), re.M).group(1)))' \
  "$source_folder"/scenarios/*/$quick.yaml)
{ read_on; printf 'wait %s\nsettle\n' $((limit * 3 / 2)); } | drive exam-limits "$quick" --screen play --mode exam
[ ! -e "$plays" ] || fail "exam: time ran out too early"
{ read_on; printf 'wait %s\nsettle\n' $((limit * 5 / 2)); } | drive exam-limits "$quick" --screen play --mode exam
is "exam: time ran out" 'p[0]["choices"][0].get("timed_out")' True

echo "Nobody's time runs while another window is in front"
player away
{ read_on; printf 'focus-lost\nwait 90000\nfocus-gained\nsettle\n'; } | drive away "$quick" --screen play
shows resume
[ ! -e "$plays" ] || fail "away: time ran out"
{ read_on; printf 'focus-lost\nwait 1000\nfocus-gained\nsettle\n'; } | drive away-untimed "$scenario" --screen play
hides resume
shows response-1

echo "A language that nobody speaks is refused with those there are"
code=0; xvfb-run -a -s "-screen 0 1280x720x24" "$program" --lang xx --events /dev/null >"$scratch/out" 2>"$scratch/err" || code=$?
[ "$code" = 2 ] || fail "--lang xx: exit $code"
grep -q "'xx'.*en, zh-CN" "$scratch/err" || { fail "--lang xx: it does not say which there are"; cat "$scratch/err"; }
for words in "$scenario" "--dashboard"; do
  code=0; xvfb-run -a -s "-screen 0 1280x720x24" "$program" $words --lang xx --events /dev/null >"$scratch/out" 2>"$scratch/err" || code=$?
  [ "$code" = 2 ] || fail "$words --lang xx: exit $code"
done
printf 'settle\n' | drive pseudo --lang en-XA
printf 'settle\n' | drive chinese --lang zh

finish
