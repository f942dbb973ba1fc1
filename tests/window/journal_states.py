#!/usr/bin/env python3
"""Every text that an editor's journal goes through, as files 0, 1, 2 …: read from the file, not by the editor's own code.
usage: journal_states.py JOURNAL FOLDER; prints how many records there are behind the first."""
import hashlib
import json
import pathlib
import sys

journal, folder = sys.argv[1:]
records = []
for line in pathlib.Path(journal).read_bytes().split(b"\n")[:-1]:
    mark, record = line[:8], line[9:]
    assert hashlib.sha256(record).hexdigest()[:8].encode() == mark, line
    records.append(json.loads(record))

done, undone = [records[0]["text"].encode()], []
states = [done[-1]]
for record in records[1:]:
    if "edit" in record:
        text, shift = done[-1], 0
        for change in record["edit"]:
            begin, out, put = change["at"] + shift, change["out"].encode(), change["in"].encode()
            assert text[begin:begin + len(out)] == out, change
            text = text[:begin] + put + text[begin + len(out):]
            shift += len(put) - len(out)
        done.append(text)
        undone = []
    else:
        for _ in range(record.get("times", 1)):
            if record["do"] == "undo":
                undone.append(done.pop())
            else:
                done.append(undone.pop())
    states.append(done[-1])
for number, text in enumerate(states):
    (pathlib.Path(folder) / str(number)).write_bytes(text)
print(len(states) - 1)
