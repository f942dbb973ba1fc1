#!/usr/bin/env bash
# What the editor's translation panel does to the files, by mouse and keyboard in the real window; what was saved is compared letter by letter.
# usage: editor_translation_test.sh MOT_WINDOW SOURCE_FOLDER
set -euo pipefail
program=$1
source_folder=$2
. "$source_folder/tests/window/driven.sh"
. "$source_folder/tests/window/own_scenario.sh"

echo "A translation is typed, undone by what was typed in one go, and saved"
begin
drive translation --lang en <<'V'
settle
click #tab-translation
settle
click #translation-title
settle
key End
text 场景
text 哦
settle
click #translation-moments.begin.says
settle
key ctrl+a
text 您好
text 。
settle
key ctrl+z
settle
key ctrl+s
settle
V
is_now translation ''
expect "the translated title" grep -q '^  title: 我的第一个场景哦$' "$scratch/own.zh-CN.yaml"
expect "what was undone in one go" grep -q '^  moments.begin.says: 晚上好。$' "$scratch/own.zh-CN.yaml"

echo "A source that is changed marks its translation, which is still right or written anew; nothing else is touched"
marks() { sed -n '/^sources:/,$p' "$scratch/own.zh-CN.yaml"; }
begin
texts=$(cat "$scratch/own.zh-CN.yaml")
drive source --lang en <<'V'
settle
click #f-title
settle
key End
text !
settle
key ctrl+s
settle
click #tab-translation
settle
V
expect "the mark is of the title before" test "$(marks)" = "sources:
  title: \"$(printf %s 'My first' | sha256sum | head -c 8)\""
expect "the texts are as they were" test "$(sed '/^sources:/,$d' "$scratch/own.zh-CN.yaml")" = "$texts"
shows right-title
hides right-moments.begin.says
drive right --lang zh-CN <<'V'
settle
click #tab-translation
settle
click #right-title
settle
key ctrl+s
check right
settle
V
expect "the mark is of the title now" test "$(marks)" = "sources:
  title: \"$(printf %s 'My first!' | sha256sum | head -c 8)\""
hides right-title

echo "A translation that was begun is shown again, however the scenario's path is spelt"
begin
rm "$scratch/own.zh-CN.yaml"
run_script spelt --seed 1 --edit "$scratch/./own.yaml" --library "$scratch" --lang en <<'V'
settle
click #tab-translation
settle
click #translation-title
text 一
settle
key ctrl+s
settle
click #tab-form
settle
click #f-title
settle
key End
text !
settle
click #tab-translation
settle
V
shows translation-title
expect "the translated title" grep -q '^  title: 一$' "$scratch/own.zh-CN.yaml"

echo "Another id goes into the translation, too; undone, it comes back there"
# Lines of an event script: another id is typed for the first moment.
begin
cp "$scratch/own.zh-CN.yaml" "$scratch/before.yaml"
{ renamed start; printf 'key ctrl+s\nsettle\n'; } | drive rename --lang en
is_now rename 's/^  - id: begin/  - id: start/'
expect "the translation's paths" diff <(sed 's/moments\.begin\./moments.start./' "$scratch/before.yaml") "$scratch/own.zh-CN.yaml"
begin
printf '  moments.start.says: 旧的\n' >>"$scratch/own.zh-CN.yaml"  # of a moment that is gone: it gives way, and comes back
{ renamed start; printf 'key ctrl+z\nsettle\n'; clicks back; } | drive rename-back --lang en
hides leave/stay
begin
sed -i '/^  moments\.begin\./d' "$scratch/own.zh-CN.yaml"
printf '  moments.start.says: 旧的\n' >>"$scratch/own.zh-CN.yaml"  # alone there it neither gives way nor becomes a text of the first moment
{ renamed start; printf 'key ctrl+z\nsettle\n'; clicks back; } | drive rename-beside --lang en
hides leave/stay

finish
