#!/usr/bin/env python3
"""A scenario as large as anybody writes, or larger, to measure with: the same numbers give the same text. SHARE of the words, 1 by default.
usage: large_story.py [MOMENTS] [RESPONSES] [SHARE] > story.yaml"""
import sys

moments = int(sys.argv[1]) if len(sys.argv) > 1 else 300
responses = int(sys.argv[2]) if len(sys.argv) > 2 else 4
share = float(sys.argv[3]) if len(sys.argv) > 3 else 1.0
STAGES = ["first-contact", "clarifying", "solution", "handover", "follow-up"]
WORDS = ("the guest a room key late evening train noise lift water bill promise manager answer again today morning before after "
         "call letter floor window repair minute reason please wait would could kindly exactly simply already still").split()


def words(count, number):
    """A sentence of so many words, another for each number."""
    chosen = [WORDS[(number * 31 + k * k * 7 + k * 3) % len(WORDS)] for k in range(max(1, round(count * share)))]
    return " ".join(chosen).capitalize() + f" {number}."


print(f"""mot: 1
id: large-story
title: Large story
language: en
summary: {words(9, 1)}
brief: |
  {words(30, 2)}
minutes: 60
difficulty: 5
customer:
  id: mr-long
  name: Mr Long
  expects: {{ reliability: 7, responsiveness: 8, assurance: 7, empathy: 8, tangibles: 5 }}
journey:
  id: whole-way
  title: A whole way
  stages:""")
for stage in STAGES:
    print(f"    - {{ id: {stage}, title: {stage.replace('-', ' ').capitalize()} }}")
print("variables:\n  promised: false\nmoments:")
for m in range(moments):
    print(f"""  - id: step-{m}
    stage: {STAGES[m * len(STAGES) // moments]}
    channel: counter
    touchpoint: {words(4, m)}
    expects: [reliability, empathy]
    says: {words(18, m)}
    responses:""")
    for r in range(responses):
        onward = min(m + 1 + (r * (m % 4)) // 2, moments)
        target = f"step-{onward}" if onward < moments else "good-end"
        print(f"""      - id: way-{r}
        say: {words(16, m * responses + r)}
        delivers: {{ reliability: {9 - 2 * r + m % 2}, empathy: {8 - 2 * r + m % 3} }}
        reply: {words(10, m + r)}
        coach: {words(16, m + 2 * r)}""")
        if r == 1 and m % 10 == 0:
            print("        set: { promised: true }")
        print(f"        next: {target}")
print("""  - id: good-end
    ending: resolved
    says: Thank you.""")
