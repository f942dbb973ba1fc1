#!/bin/sh
# Prints docs/diagnostics.md from what the program knows: docs/make_diagnostics.sh build/release/bin/mot > docs/diagnostics.md
set -eu
cat <<'TEXT'
# All findings

Made by `docs/make_diagnostics.sh` from the program's own list. `mot explain M0012` tells more about one: what it means, a bad example, how to mend it.

| code | severity | what it is about |
|---|---|---|
TEXT
"$1" explain | sed -E 's/^([A-Z][0-9]{4}) +([a-z]+) +(.*)$/| \1 | \2 | \3 |/'
