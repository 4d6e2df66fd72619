#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a folder of brat standoff the way brat itself does and says what is wrong with it.

Shares no code with Pullquote: offsets are Python slices, so code points. Prints the number of
lines of each kind, or the first fault, and then leaves with 1.
"""
import collections
import pathlib
import re
import sys

NAME = re.compile(r"[A-Za-z0-9_-]+\Z")


def fault(path, number, message):
    print(f"{path}, line {number}: {message}")
    sys.exit(1)


def read(ann, counts):
    # As brat opens both files: UTF-8, universal newlines.
    with open(ann.with_suffix(".txt"), encoding="utf-8") as file:
        text = file.read()
    with open(ann, encoding="utf-8") as file:
        lines = file.read().split("\n")
    if lines.pop() != "":
        fault(ann, len(lines), "the last line does not end")
    ids = set()
    for number, line in enumerate(lines, 1):
        fields = line.split("\t")
        if fields[0][0] != "#":
            if fields[0] in ids:
                fault(ann, number, "the id is taken")
            ids.add(fields[0])
    for number, line in enumerate(lines, 1):
        fields = line.split("\t")
        kind = fields[0][0]
        if not re.match(r"[TEARN#][1-9][0-9]*\Z", fields[0]):
            fault(ann, number, "no id")
        counts[kind] += 1
        if kind == "T":
            if len(fields) != 3:
                fault(ann, number, "three fields are needed")
            type_, offsets = fields[1].split(" ", 1)
            if not NAME.match(type_):
                fault(ann, number, f"brat takes no type {type_!r}")
            last = 0
            words = []
            for span in offsets.split(";"):
                begin, end = (int(each) for each in span.split(" "))
                if not last <= begin < end <= len(text):
                    fault(ann, number, f"{begin}-{end} is empty, overlaps or is outside")
                if "\n" in text[begin:end]:
                    fault(ann, number, f"{begin}-{end} breaks a line")
                last = end
                words.append(text[begin:end])
            if " ".join(words) != fields[2]:
                fault(ann, number, f"{' '.join(words)!r} is not {fields[2]!r}")
        elif kind == "E":
            for argument in fields[1].split(" "):
                role, target = argument.split(":")
                if not NAME.match(role) or target not in ids:
                    fault(ann, number, f"{argument} fits nothing")
        elif kind == "A":
            parts = fields[1].split(" ")
            if len(parts) not in (2, 3) or not all(NAME.match(part) for part in parts) or parts[1] not in ids:
                fault(ann, number, "no attribute")
        elif kind == "R":
            type_, first, second = fields[1].split(" ")
            if first[:5] != "Arg1:" or second[:5] != "Arg2:" or first[5:] not in ids or second[5:] not in ids:
                fault(ann, number, "no relation")
        elif kind == "N":
            word, target, reference = fields[1].split(" ")
            if word != "Reference" or target not in ids or ":" not in reference or len(fields) != 3:
                fault(ann, number, "no normalisation")
        elif kind == "#":
            type_, target = fields[1].split(" ")
            if target not in ids or len(fields) != 3:
                fault(ann, number, "no note")


def main():
    counts = collections.Counter()
    for ann in sorted(pathlib.Path(sys.argv[1]).rglob("*.ann")):
        counts["files"] += 1
        read(ann, counts)
    print(" ".join(f"{kind}={count}" for kind, count in sorted(counts.items())))


main()
