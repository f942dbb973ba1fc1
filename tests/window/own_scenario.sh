# shellcheck shell=bash disable=SC2034,SC2154  # what is given and taken is used on the other side
# Sourced after driven.sh by the tests of the editor's panels: a small scenario of one's own, with a customer's file and a translation.
# Gives `own` (the scenario's file), `begun` (its text at the beginning), and the functions below.
without_first_steps
own=$scratch/own.yaml
size=1280x1800  # the whole of a form

begin() {
  rm -f "$scratch"/.*.mot-journal "$scratch"/customers/.*.mot-journal
  mkdir -p "$scratch/customers"
  { scenario_head; cat; } >"$own" <<'Y'
customer: mr-a
journey: { id: way, title: A way, stages: [ { id: first-contact, title: First contact } ] }
moments:
  # how it begins
  - id: begin
    stage: first-contact
    channel: counter
    touchpoint: The desk
    expects: [responsiveness]
    says: Good evening.
    responses:
      - id: "yes"
        say: At once.
        delivers: { responsiveness: 8 }
        reply: Thank you.
        coach: Said with a time.
        next: middle
      - id: "no"
        say: Later.
        delivers: { responsiveness: 3 }
        coach: Later is no time.
        next: bad-end

  - id: middle
    says: And my bag?
    next: good-end

  - id: good-end
    ending: resolved
    says: Good night.

  - id: bad-end
    ending: lost
    says: Well.
Y
  cat >"$scratch/customers/mr-a.yaml" <<'Y'
mot: 1
id: mr-a
name: Mr A   # nobody real
expects: { reliability: 7, responsiveness: 8, assurance: 7, empathy: 7 }
Y
  cat >"$scratch/own.zh-CN.yaml" <<'Y'
mot-translation: 1
of: own
language: zh-CN
texts:
  title: 我的第一个
  # the desk
  moments.begin.says: 晚上好。
  moments.begin.responses.yes.say: 马上。
Y
  begun=$(cat "$own")
}
drive() { local name=$1; shift; run_script "$name" --seed 1 --edit "$own" --library "$scratch" "$@"; }
# Lines of an event script: a response is chosen and its way on taken up, on the map; what was done is kept.
leading_on() { echo settle; clicks moment-begin response-begin.no tab-map map-join; }
kept() { printf '%s\n' settle 'key ctrl+s' settle; }
# The scenario is what it was at the beginning, but for these sed commands.
is_now() { expect "the file after '$1'" diff <(sed -e "$2" <<<"$begun") "$own"; }
# Lines of an event script: the first moment gets another id.
renamed() { echo settle; clicks moment-begin f-id; printf 'key ctrl+a\ntext %s\nkey Enter\nsettle\n' "$1"; }
