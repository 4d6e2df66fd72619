#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a TEI corpus of Pullquote's with Python's own parser and says what is wrong with it.

Shares no code with Pullquote. Checks that every pointer points at something in the file, which no schema does. Prints
the words of each passage, one a line, sorted.
"""
import json
import sys
import xml.etree.ElementTree as tree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
POINTERS = (
    "who",
    "toWhom",
    "ref",
    "ana",
    "corresp",
    "from",
    "to",
    "next",
    "prev",
    "inst",
    "resp",
    "active",
    "passive",
    "target",
)


def fault(message):
    print(message)
    sys.exit(1)


def main():
    root = tree.parse(sys.argv[1]).getroot()
    ids = {element.get(XML + "id") for element in root.iter()}
    for element in root.iter():
        for name in POINTERS:
            for pointer in element.get(name, "").split():
                if not pointer.startswith("#") or pointer[1:] not in ids:
                    fault(f"{name}={pointer} points at nothing")

    spans = {}
    for text in root.iter(TEI + "TEI"):
        body = text.find(TEI + "text/" + TEI + "body")
        if body is None:
            continue
        words, places = [], {}

        def walk(element):
            begin = len("".join(words))
            if element.tag == TEI + "g":
                words.append(chr(int(element.get("n")[2:], 16)))
            if element.text:
                words.append(element.text)
            for child in element:
                walk(child)
                if child.tail:
                    words.append(child.tail)
            places[element.get(XML + "id")] = (begin, len("".join(words)))

        walk(body)
        whole = "".join(words)
        for name, (begin, end) in places.items():
            if name and name.startswith("p-"):
                spans[name] = whole[begin:end]
        for span in text.iter(TEI + "span"):
            begin, end = (places[span.get(side)[1:]][0] for side in ("from", "to"))
            spans[span.get(XML + "id")] = whole[begin:end]
    for words in sorted(json.dumps(each) for each in spans.values()):
        print(words)


main()
