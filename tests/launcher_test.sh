#!/usr/bin/env bash
# The launcher `mot` at the root, with stand-ins for apt, CMake and Ninja, in a folder with a space in its name.
# usage: launcher_test.sh SOURCE_FOLDER
set -euo pipefail
source_folder=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
home="$scratch/a checkout"
log=$scratch/log
mkdir -p "$scratch/bin" "$home/engine" "$home/game" "$home/cmake"
cp "$source_folder/mot" "$home/"
touch "$home/CMakeLists.txt" "$home/CMakePresets.json" "$home/engine/a.cpp"
for tool in sh env bash readlink find grep cat rm mkdir mv sed tr flock touch chmod script; do
  ln -s "$(command -v "$tool")" "$scratch/bin/$tool"
done

stand_in() { { echo '#!/bin/bash'; cat; } >"$scratch/bin/$1"; chmod +x "$scratch/bin/$1"; }
stand_in id <<'E2'
echo "${FAKE_UID:-0}"
E2
# Installed is what stands in the file of that name.
stand_in dpkg-query <<E2
for word in "\$@"; do grep -qx -- "\$word" "$scratch/installed" 2>/dev/null && printf 'installed=%s ' "\$word"; done; true
E2
stand_in apt-get <<E2
echo "apt-get \$*" >>"$log"
[[ \$1 == install ]] && for word in "\${@:5}"; do echo "\$word" >>"$scratch/installed"; done; true
E2
stand_in sudo <<E2
echo "sudo \$1" >>"$log"; exec "\$@"
E2
stand_in cmake <<E2
echo "cmake \$*" >>"$log"
mkdir -p build/release/bin
echo "CMAKE_HOME_DIRECTORY:INTERNAL=\$PWD" >build/release/CMakeCache.txt
touch build/release/build.ninja
E2
stand_in ninja <<E2
[[ \$1 == -C ]] && { cd "\$2"; shift 2; }
[[ \$1 == -n ]] && { echo 'ninja: would build'; exit; }
echo "ninja \$*" >>"$log"
[[ -e "$scratch/broken" ]] && exit 1
printf '#!/bin/bash\nprintf "<%%s>" "\$@"\nexit 7\n' >bin/mot
chmod +x bin/mot
E2
stand_in ctest <<'E2'
printf '<%s>' "$@"; exit 8
E2

faults=0
fault() { echo "FAULT: $*"; cat "$scratch/err"; faults=$((faults + 1)); }
status=0
# Runs the launcher without a terminal; stdout in $out.
launch() {
  : >"$log"
  status=0
  out=$(PATH=$scratch/bin FAKE_UID=${uid:-0} "${launcher:-$home/mot}" "$@" </dev/null 2>"$scratch/err") || status=$?
}
says() { grep -qF -- "$1" "$scratch/err" || fault "did not say: $1"; }
did() { grep -qF -- "$1" "$log" || fault "did not do: $1"; }
did_nothing() { [[ ! -s $log ]] || fault "did: $(cat "$log")"; }

# Without a terminal it names the command and stops.
launch play
[[ $status == 3 ]] || fault "missing packages: exit code $status"
says 'apt-get update && apt-get install -y --no-install-recommends g++ cmake'
did_nothing
uid=1000 launch play
says 'sudo apt-get update && sudo apt-get install'

# At a terminal "n" installs nothing, Enter installs. A bare chroot has no terminals to give.
if script -qec true /dev/null >/dev/null 2>&1; then
  : >"$log"
  PATH=$scratch/bin script -qefc "'$home/mot' play" /dev/null <<<n >"$scratch/err" 2>&1 && fault 'declined: exit code 0'
  says 'Install with apt now? [Y/n]'
  did_nothing
  PATH=$scratch/bin script -qefc "'$home/mot' play" /dev/null <<<'' >"$scratch/err" 2>&1 || true
  did 'apt-get install'
  did 'ninja mot mot-window'
  says '<play>'
  rm "$scratch/installed"
  rm -r "$home/build"
else
  echo 'no pseudo-terminal here: what it asks at a terminal is left out'
fi

# --yes, wherever it stands, installs without asking and is not handed on; all other words are, unchanged.
launch play 'a file.yaml' --yes --name 'Mr Li'
[[ $status == 7 ]] || fault "the program's exit code is not handed on: $status"
[[ $out == '<play><a file.yaml><--name><Mr Li>' ]] || fault "words were changed: $out"
[[ $(head -n 2 "$log") == 'apt-get update -q'$'\n''apt-get install -q -y --no-install-recommends '* ]] || fault "apt was called otherwise"
did 'ninja --quiet mot mot-window'
launch play -- --yes
[[ $out == '<play><--><--yes>' ]] || fault "--yes after -- was taken: $out"

# When all is there and nothing has changed it does and says nothing.
launch check x
did_nothing
[[ ! -s $scratch/err ]] || fault 'it spoke without need'

# From another folder, and through a link.
ln -s "$home/mot" "$scratch/link"
cd /
launcher=$scratch/link launch check x
[[ $out == '<check><x>' ]] || fault "through a link: $out"
did_nothing

# A source that is newer, or removed, is built; packages as a choice of two are not asked for again.
sleep 0.05
touch "$home/engine/a.cpp"
launch check
did 'ninja --quiet mot mot-window'
rm "$home/engine/a.cpp"
launch check
did 'ninja --quiet mot mot-window'
sed -i 's/^fonts-noto-cjk$/fonts-droid-fallback/' "$scratch/installed"
touch "$home/engine/b.cpp"
launch check
[[ $(grep -c apt-get "$log") == 0 ]] || fault 'asked for a font though the other is there'

# A build that fails is told, and tried again.
touch "$scratch/broken" "$home/engine/b.cpp"
launch check
[[ $status == 3 ]] || fault "broken build: exit code $status"
says 'the build failed'
rm "$scratch/broken"
launch check
[[ $status == 7 ]] || fault 'a failed build was taken for done'

# A build folder that came along with a copied checkout is made anew.
echo 'CMAKE_HOME_DIRECTORY:INTERNAL=/elsewhere' >"$home/build/release/CMakeCache.txt"
touch "$home/engine/b.cpp"
launch check
did 'cmake --preset release'

# The tests: their own packages, everything built, ctest's words and exit code.
launch test --yes -R 'some name'
[[ $status == 8 ]] || fault "ctest's exit code is not handed on: $status"
[[ $out == *'<--output-on-failure><-j><'*'><-R><some name>' ]] || fault "ctest was called otherwise: $out"
did xvfb
grep -qx 'ninja --quiet' "$log" || fault 'not everything was built'

# Where there is no dpkg it names what is needed by its purpose.
rm "$scratch/bin/dpkg-query" "$scratch/bin/ninja"
rm -r "$home/build"
launch play
[[ $status == 3 ]] || fault "no Debian: exit code $status"
says 'compiler for C++20'

[[ $faults == 0 ]] && echo 'the launcher does as it should'
