#!/usr/bin/env bash
# Prints docs/glossary.md from assets/glossary.yaml: docs/make_glossary.sh >docs/glossary.md
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
cat <<'HEAD'
# Glossary

The field's terms as the game, its scenarios and these pages use them. The same list is in `assets/glossary.yaml`, from which `docs/make_glossary.sh` writes this page.

| English | | 中文 | |
|---|---|---|---|
HEAD
sed -nE 's/^  (en|zh-CN): \{ term: "?([^",]*)"?, means: "(.*)" \}$/\2\t\3/p' assets/glossary.yaml | paste - - | LC_ALL=C sort -f |
  sed -E 's/^([^\t]*)\t([^\t]*)\t([^\t]*)\t([^\t]*)$/| **\1** | \2 | **\3** | \4 |/'
