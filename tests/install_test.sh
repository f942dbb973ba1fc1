#!/usr/bin/env bash
# An installed copy runs from anywhere and uses its own scenarios, not those of the checkout it was built in.
# usage: install_test.sh BUILD_FOLDER
set -euo pipefail
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
cmake --install "$1" --prefix "$prefix" >/dev/null
cd /
unset MOT_LIBRARY MOT_ASSETS
mot=$prefix/bin/mot
"$mot" --version
"$mot" check "$prefix/share/moments-of-truth/scenarios" --strict --no-smells
"$mot" run water-through-the-ceiling --choose '' --json | grep -q '"complete": false'

# Without the installed scenario its id is unknown.
rm "$prefix"/share/moments-of-truth/scenarios/property/water-through-the-ceiling*.yaml
status=0
"$mot" run water-through-the-ceiling --choose '' >/dev/null 2>&1 || status=$?
[[ $status == 2 ]] || { echo "the scenario was found outside the installed copy (exit code $status)"; exit 1; }

for file in share/man/man1/mot.1 share/doc/moments-of-truth/copyright share/moments-of-truth/assets; do
  [[ -e $prefix/$file ]] || { echo "$file is not installed"; exit 1; }
done
