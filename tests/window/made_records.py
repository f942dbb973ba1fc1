#!/usr/bin/env python3
"""Prints made-up attempts of one learner, as `mot records import` takes them, for pages that show records.
usage: made_records.py COUNT LEARNER      the scenarios of the course "onboarding", one a day, from weak to good"""
import json
import sys
import uuid

SCENARIOS = ["twice-the-water", "installation-day", "late-arrival", "the-right-machine", "water-through-the-ceiling", "the-bad-survey"]
DIMENSIONS = ["reliability", "responsiveness", "assurance", "empathy", "tangibles"]
BEHAVIOURS = ["explore", "offer", "act", "confirm"]


def attempt(i, learner):
    score = min(96, 34 + 7 * i + (13 * i) % 11)
    day = f"2025-{11 + i // 28 % 2:02}-{1 + i % 28:02}"
    choices = [{"gap": 60 if score > 50 else -120, "mood": 10, "grade": "best" if (k + i) % 4 or score > 90 else "weak", "options": 4,
                "dimensions": [DIMENSIONS[(i + k) % 4]], "behaviours": [BEHAVIOURS[(i + k) % 3]]} for k in range(5)]
    return {"attempt": 1, "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{learner}/{i}")), "group": "Spring", "session": "",
            "playthrough": {"playthrough": 1, "scenario": SCENARIOS[i % 6], "model": 1, "seed": 1, "mode": "exam" if i % 5 == 4 else "practice",
                            "learner": learner, "started": f"{day}T09:00:00Z", "ended": f"{day}T09:08:00Z", "complete": True,
                            "choices": [{"choice": "a.b", "seconds": 5}] * 5},
            "score": {"ending": "resolved", "satisfaction": 200 + 7 * score, "recommend": min(10, score // 10 + 1), "best": 9.2, "worst": 1.4,
                      "score": score, "skills": {}, "choices": choices}}


count, learner = int(sys.argv[1]), sys.argv[2]
print('{"mot-records":1,"attempts":[')
print(",\n".join(json.dumps(attempt(i, learner), ensure_ascii=False) for i in range(count)))
print("]}")
