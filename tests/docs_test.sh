#!/usr/bin/env bash
# The pages say what is there: links lead somewhere, examples pass the check, commands and keys that exist are described.
# usage: docs_test.sh SOURCE_FOLDER MOT
set -euo pipefail
cd "$1"
mot=$2
faults=0
fault() {
  printf '%s\n' "$*"
  faults=$((faults + 1))
}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mapfile -t pages < <(find . -name '*.md' -not -path './build*' -not -path './.git/*' | sed 's|^\./||' | sort)

# The names that headings get as link targets: small letters, no punctuation, hyphens for spaces.
anchors_of() {
  sed -n 's/^##* //p' "$1" | tr '[:upper:]' '[:lower:]' | sed 's/[^[:alnum:] _-]//g; s/ /-/g'
}

# Links to files and headings.
for page in "${pages[@]}"; do
  # shellcheck disable=SC2016  # no expansion meant
  while read -r link; do
    case $link in http:* | https:* | mailto:*) continue ;; esac
    file=${link%%#*}
    target=$page
    [[ -z $file ]] || target=$(dirname "$page")/$file
    [[ -e $target ]] || { fault "$page: the link to $link leads nowhere"; continue; }
    [[ $link != *'#'* ]] || anchors_of "$target" | grep -qxF -- "${link#*#}" || fault "$page: there is no heading for $link"
  done < <(sed '/^```/,/^```/d' "$page" | grep -oE '\]\([^) ]+' | cut -c3- || true)
done

# Pages that the code refers to.
while IFS=: read -r file page; do
  [[ -e $page ]] || fault "$file: refers to $page, which is not there"
done < <(grep -roE 'docs/[a-z_/-]+\.md' --include='*.h' --include='*.cpp' --include='*.txt' --include='*.cmake' engine game tests bench cmake CMakeLists.txt | sort -u)

# The glossary's page is what its list says.
docs/make_glossary.sh | cmp -s - docs/glossary.md || fault "docs/glossary.md: not what docs/make_glossary.sh prints"

# Whole files shown as examples: each has its name in a comment above it. They pass the check, and the play script runs.
examples=$scratch/examples
# shellcheck disable=SC2016  # awk's own
awk -v folder="$examples" '
  /^<!-- file: / { name = folder "/" $3; next }
  /^```/ { if (open) { close(name); open = 0; name = "" } else if (name != "") open = 1; next }
  open { dir = name; sub(/\/[^\/]*$/, "", dir); if (!(dir in made)) { system("mkdir -p \"" dir "\""); made[dir] = 1 } print > name }
' docs/*.md
[[ $(find "$examples" -type f | wc -l) -ge 4 ]] || fault "docs: whole examples were not found"
"$mot" check "$examples" --strict >"$scratch/check.txt" 2>&1 || fault "an example in docs/ does not pass the check: $(cat "$scratch/check.txt")"
# Output that is shown after a comment with its command; blanks aside.
# shellcheck disable=SC2016
awk -v folder="$scratch" '
  /^<!-- prints: / { sub(/^<!-- prints: /, ""); sub(/ -->$/, ""); ++n; print > (folder "/command." n); waiting = 1; next }
  /^```/ { if (open) { close(folder "/output." n); open = 0 } else if (waiting) { open = 1; waiting = 0 } next }
  open { print > (folder "/output." n) }
' docs/*.md
[[ -e $scratch/command.3 ]] || fault "docs: commands with their output were not found"
for command in "$scratch"/command.*; do
  read -ra words <"$command"
  (cd "$examples" && "$mot" "${words[@]}" 2>&1) | tr -d ' \n' >"$scratch/printed" || true
  tr -d ' \n' <"${command/command/output}" | cmp -s - "$scratch/printed" || fault "docs: 'mot ${words[*]}' prints: $(cat "$scratch/printed")"
done
"$mot" run "$examples/late-room.yaml" --script "$examples/late-room.play" >"$scratch/run.txt" 2>&1 || fault "docs/play_scripts.md: $(cat "$scratch/run.txt")"

# Words that the page for authors has to know.
described() { grep -qF -- "\`$1\`" docs/scenario_format.md || grep -qE "(^|[^a-z_-])$1([^a-z_-]|\$)" docs/scenario_format.md; }
# The names below "properties", at any depth.
schema_keys() {
  "$mot" schema | awk '
    { match($0, /^ */); indent = RLENGTH; while (n && indent <= at[n]) --n }
    n && indent == at[n] + 2 && match($0, /"[a-z_-]+"/) { print substr($0, RSTART + 1, RLENGTH - 2) }
    /"properties": \{$/ { at[++n] = indent }' | sort -u
}
[[ $(schema_keys | wc -l) -ge 60 ]] || fault "mot schema: too few keys were found in it"
while read -r key; do
  described "$key" || fault "docs/scenario_format.md: the key '$key' of the schema is not described"
done < <(schema_keys)
while read -r word; do
  described "$word" || fault "docs/scenario_format.md: '$word' of assets/characters/cast.yaml is not mentioned"
done < <(awk '/^[a-z_]+:/ { part = $1 } part ~ /^(skins|hair_colours|cloths|hairs|wears|people):/ && /^  [a-z-]+:/ { sub(":", "", $1); print $1 }
              /^outfits:/ { gsub(/[^a-z, -]/, " "); gsub(/outfits|,/, " "); for (i = 1; i <= NF; ++i) print $i }' assets/characters/cast.yaml)
for scene in assets/scenes/*.svg; do
  described "$(basename "$scene" .svg)" || fault "docs/scenario_format.md: the scene $(basename "$scene" .svg) is not mentioned"
done

# Every command has its section, every section its command.
commands=$("$mot" --help | sed -n '/^Subcommands:/,$ s/^  \([a-z][a-z-]*\) .*/\1/p' | sort)
sections=$(sed -n 's/^## mot \([a-z-]*\)$/\1/p' docs/command_line.md | sort)
[[ $commands == "$sections" ]] || fault "docs/command_line.md: commands and sections differ: $(diff <(echo "$commands") <(echo "$sections") | grep '^[<>]' | tr '\n' ' ')"

for command in $commands; do
  for line in ".B mot $command" ".B $command"; do
    grep -qxF "$line" packaging/mot.1 || fault "packaging/mot.1: there is no line '$line'"
  done
done

# Every option of the window is on that page.
while read -r option; do
  grep -qF -- "$option" docs/command_line.md || fault "docs/command_line.md: mot-window's $option is not there"
done < <("$(dirname "$mot")/mot-window" --help | grep -oE '^  --[a-z-]+' | tr -d ' ')

# The model's constants stand on its page.
while read -r number; do
  grep -qF -- "$number" docs/model.md || fault "docs/model.md: the constant $number of engine/customer/constants.h is not there"
done < <(grep -oE '= -?[0-9]+\.[0-9]+;' engine/customer/constants.h | tr -d '=; ' | sort -u)

# The list of findings is that of the program.
docs/make_diagnostics.sh "$mot" | cmp -s - docs/diagnostics.md || fault "docs/diagnostics.md is out of date: docs/make_diagnostics.sh build/release/bin/mot > docs/diagnostics.md"

[[ $faults == 0 ]] || { echo "$faults faults"; exit 1; }
echo "${#pages[@]} pages agree with the program"
