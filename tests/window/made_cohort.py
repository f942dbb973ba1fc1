#!/usr/bin/env python3
"""Prints made-up attempts of a cohort, as `mot records import` takes them, for the trainer's dashboard.
usage: made_cohort.py COUNT      of up to a thousand learners in three groups at four scenarios with their real moments, over six weeks"""
import json
import pathlib
import random
import re
import sys
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[2] / "scenarios"
FILES = ["property/twice-the-water", "property/water-through-the-ceiling", "hotel/late-arrival", "appliance/installation-day"]


def moments_of(path):
    """Moments that have responses, and these, by the file's own indentation."""
    moments, inside = {}, False
    for line in path.read_text(encoding="utf-8").splitlines():
        inside = line.startswith("moments:") or (inside and not re.match(r"[a-z]", line))
        if inside and (found := re.match(r"(  |      )- id: ([a-z0-9-]+)", line)):
            if len(found[1]) == 2:
                moments[found[2]] = []
            else:
                moments[list(moments)[-1]].append(found[2])
    return {moment: responses for moment, responses in moments.items() if responses}


SCENARIOS = {path.stem: moments_of(path) for path in (ROOT / (name + ".yaml") for name in FILES) if path.exists()}
NAMES = ["Chen Yu", "Maria Alves", "Tom Becker", "李娜", "Samir Khan", "赵鹏", "Ana Souza", "Wu Xin", "王小明", "Eva Novak", "Li Wei", "Noor Haddad"]
GROUPS = ["Spring intake", "Winter intake", "早班"]
GRADES = ["best", "good", "fair", "weak", "harmful"]
WEIGHT = [10, 5, 3, 2, 1]


def category(answer):
    return 2 if answer >= 9 else 1 if answer >= 7 else 0


def attempt(i, dice):
    learner = (i * 7919) % min(1000, max(1, count // 4 + 1))
    name = NAMES[learner % 12] + ("" if learner < 12 else f" {learner // 12 + 1}")
    skill = 0.35 + 0.5 * ((learner * 37) % 100) / 100
    week = i * 6 // max(1, count)
    scenario = sorted(SCENARIOS)[i % len(SCENARIOS)]
    played, scored = [], []
    lost = 0
    for moment, responses in SCENARIOS[scenario].items():
        good = dice.random() < skill + 0.04 * week
        grade = 0 if good else dice.choices([1, 2, 3, 4], [4, 3, 2, 1])[0]
        regret = 0 if good else 0.25 * grade * (1 + len(moment) % 3) / 2
        lost += regret
        played.append({"choice": f"{moment}.{responses[0 if good else dice.randrange(len(responses))]}", "seconds": round(4 + dice.expovariate(0.1), 1)})
        scored.append({"gap": 60 - 60 * grade, "mood": 10, "grade": GRADES[grade], "regret": regret, "luck": 0, "options": len(responses), "best": responses[0]})
    answer = max(0, min(10, round(10 - 1.3 * lost + dice.gauss(0, 0.6))))
    for choice in scored:
        choice["recommend_if_met"] = max(0, min(10, round(answer + 1.3 * choice["regret"] - (1 if choice["regret"] == 0 and dice.random() < 0.3 else 0))))
    day = 1 + week * 7 + i % 7
    complete = dice.random() > 0.06
    score = {"ending": "resolved", "satisfaction": 200 + 70 * answer, "recommend": answer, "best": 9.2, "worst": 1.4, "score": round(max(0, 100 - 14 * lost), 1),
             "skills": {}, "choices": scored} if complete else None
    return {"attempt": 1, "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"cohort/{i}")), "group": GROUPS[learner % 3], "session": "",
            "playthrough": {"playthrough": 1, "scenario": scenario, "model": 1, "seed": 1, "mode": "practice", "learner": name,
                            "started": f"2025-{11 if day <= 30 else 12}-{day if day <= 30 else day - 30:02}T{8 + i % 9:02}:{i % 60:02}:00Z", "ended": "2025-12-30T09:08:00Z",
                            "complete": complete, "choices": played}, "score": score}


count = int(sys.argv[1])
luck = random.Random(1)
print('{"mot-records":1,"attempts":[')
print(",\n".join(json.dumps(attempt(i, luck), ensure_ascii=False) for i in range(count)))
print("]}")
