#!/usr/bin/env python3
"""How long `mot debrief` takes, whole process: JSON, page, PDF. The median of so many runs, wall and processor time.

usage: bench/debrief.py [MOT [SCENARIO [RUNS]]]
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

mot = sys.argv[1] if len(sys.argv) > 1 else "build/release/bin/mot"
scenario = sys.argv[2] if len(sys.argv) > 2 else "scenarios/property/water-through-the-ceiling.yaml"
runs = int(sys.argv[3]) if len(sys.argv) > 3 else 15


def answer(*words):
    return json.loads(subprocess.run([mot, *words, "--json"], capture_output=True, check=True).stdout)


def playthrough():
    """The best play: it goes on to the end, twelve choices at the default."""
    found = answer("analyse", scenario)
    return {"playthrough": 1, "scenario": found["scenario"], "model": 1, "seed": 1, "learner": "Ana",
            "choices": [{"choice": choice, "seconds": 8} for choice in found["best"]["choices"]]}


def measure(words):
    wall, processor = [], []
    for _ in range(runs):
        before, began = os.times(), time.monotonic()
        subprocess.run([mot, "debrief", *words], stdout=subprocess.DEVNULL, check=True)
        after = os.times()
        wall.append(time.monotonic() - began)
        processor.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return [1000 * statistics.median(times) for times in (wall, processor)] + [1000 * min(wall)]


with tempfile.TemporaryDirectory() as folder:
    file = os.path.join(folder, "play.json")
    made = playthrough()
    with open(file, "w", encoding="utf-8") as out:
        json.dump(made, out)
    print(f'{made["scenario"]}, {len(made["choices"])} choices, {runs} runs')
    for name, aim, words in (("JSON", 50, ["--json"]), ("HTML", 200, ["--html", os.path.join(folder, "a.html")]),
                             ("PDF", 400, ["--pdf", os.path.join(folder, "a.pdf")])):
        median, processor, least = measure([file, "--scenario", scenario, *words])
        print(f"{name}: {median:.0f} ms (quickest {least:.0f}), processor {processor:.0f} ms, aim {aim} ms")
