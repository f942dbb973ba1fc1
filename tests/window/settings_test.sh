#!/usr/bin/env bash
# The settings of the real window: full screen, its size, the data folder, the reset, and what of it is there at the next start.
# usage: settings_test.sh MOT_WINDOW SOURCE_FOLDER
set -euo pipefail
program=$1
source_folder=$2
. "$source_folder/tests/window/driven.sh"
size=1920x1080
kept() { python3 -c 'import json,sys; print(json.load(open(sys.argv[1])).get(sys.argv[2]))' "$settings" "$1"; }
is() { [ "$(kept "$1")" = "$2" ] || fail "the settings say $1: $(kept "$1"), not $2"; }
picture_is() { local got; got=$(identify -format '%wx%h' "$scratch/$1.png"); [ "$got" = "$2" ] || fail "$1: the window is $got, not $2"; }
# drive NAME WORDS…: a script (stdin) in a window of whatever size the settings say, on a screen of $size.
drive() {
  local name=$1; shift
  cat >"$scratch/events"
  xvfb-run -a -s "-screen 0 ${size}x24" "$program" --clock fixed --skip-unseen --still --dump-ids --events "$scratch/events" --screenshot "$scratch/$name.png" \
    --library "$source_folder/scenarios" "$@" >"$scratch/ids" 2>"$scratch/err" || { fail "$name"; cat "$scratch/err"; }
}
to_settings() { printf 'settle\nclick #settings\nsettle\n'; }
set_out '{"welcomed": true, "learner": "Li Na", "language": "en"}'

echo "The window has the size that was chosen, also at the next start"
printf 'settle\n' | drive usual
picture_is usual 1280x720
{ to_settings; clicks window-1; } | drive larger
picture_is larger 1600x900
is window_width 1600
is window_height 900
printf 'settle\n' | drive larger-again
picture_is larger-again 1600x900
printf 'settle\n' | drive asked-for --window-size 1024x768
picture_is asked-for 1024x768

echo "Full screen by its row and by F11, both kept"
{ to_settings; clicks full-screen-0; } | drive full
picture_is full 1920x1080
is full_screen True
hides window-1
printf 'settle\n' | drive full-again
picture_is full-again 1920x1080
printf 'settle\nkey F11\nsettle\n' | drive not-full
is full_screen False
picture_is not-full 1600x900

echo "Only what the screen has room for is offered"
size=1366x768
{ to_settings; printf 'click #full-screen-1\nsettle\n'; } | drive small --window-size 1280x720
shows window-0
hides window-1 window-2
size=1920x1080

echo "The data folder is shown by xdg-open, and where that is missing it is said"
mkdir -p "$scratch/with"
cat >"$scratch/with/xdg-open" <<OPENER
#!/bin/sh
printf "%s" "\$1" >"$scratch/opened"
OPENER
chmod +x "$scratch/with/xdg-open"
{ to_settings; clicks open-folder; printf 'wait 500\n'; } | PATH=$scratch/with:$PATH drive folder
for _ in $(seq 100); do [ -e "$scratch/opened" ] && break; sleep 0.1; done
[ "$(cat "$scratch/opened" 2>/dev/null)" = "$XDG_DATA_HOME/moments-of-truth" ] || fail "folder: opened is '$(cat "$scratch/opened" 2>/dev/null)'"
if ! command -v xdg-open >/dev/null; then
  to_settings | drive no-opener
  hides open-folder
fi

echo "A reset asks first, and keeps who plays"
{ to_settings; clicks size-4 contrast-1 timer-0 feedback-0 prediction-1 language-zh-CN reset; } | drive asked
shows reset-yes reset-no
is text_size 2.0
is language zh-CN
{ to_settings; clicks reset reset-no; } | drive unchanged
is text_size 2.0
hides reset-yes
{ to_settings; printf 'click #reset\nsettle\nkey Escape\nsettle\n'; } | drive escaped
is text_size 2.0
hides reset-yes
shows reset
{ to_settings; clicks reset reset-yes; } | drive reset
is text_size 1.0
is high_contrast False
is timer_factor 1.0
is feedback False
is prediction True
is language ""
is learner "Li Na"
is welcomed True
is window_width None
picture_is reset 1280x720

echo "The first start offers the same sizes of text as the settings"
{ printf 'settle\n'; clicks size-4; } | drive first --screen welcome
is text_size 2.0

finish
