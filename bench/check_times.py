#!/usr/bin/env python3
"""How long `mot check --no-smells` takes over 10,000 decisions with four responses each, against yaml-cpp's events alone, turn by turn; and its memory.
usage: check_times.py BIN_FOLDER [ROUNDS]      BIN_FOLDER: where mot and yaml_events are"""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

binaries = pathlib.Path(sys.argv[1])
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
here = pathlib.Path(__file__).parent

with tempfile.TemporaryDirectory() as folder:
    story = pathlib.Path(folder) / "large-story.yaml"
    with story.open("w") as out:
        subprocess.run([sys.executable, here / "large_story.py", "10000", "4", "0.35"], stdout=out, check=True)
    size = story.stat().st_size / 1e6
    events, checks, memory = [], [], 0
    for _ in range(rounds):
        events.append(float(subprocess.run([binaries / "yaml_events", story], capture_output=True, text=True, check=True).stdout))
        began = time.perf_counter()
        check = subprocess.Popen([binaries / "mot", "check", story, "--no-smells"], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(check.pid, 0)
        checks.append((time.perf_counter() - began) * 1000)
        if status != 0:
            sys.exit(f"the check ended with status {status}")
        memory = max(memory, usage.ru_maxrss * 1024 / 1e6)
print(f"file {size:.1f} MB; yaml-cpp's events {min(events):.0f} ms; mot check --no-smells {min(checks):.0f} ms, {min(checks) / min(events):.2f} times that; {memory:.0f} MB, {memory / size:.1f} times the file")
