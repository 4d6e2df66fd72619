#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a TEI corpus of Pullquote's with Python's own parser and says what is wrong with it.

Shares no code with Pullquote. Checks that ids are there once, that every pointer within the file points at one, and
that elements stand only where TEI P5's content models (as far as they are used) allow them. Prints the words of each
passage, one a line, sorted.
"""
import json
import sys
import xml.etree.ElementTree as tree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
PHRASE = {"persName", "orgName", "seg", "g", "anchor"}
CHILDREN = {
    "teiCorpus": {"teiHeader", "standOff", "TEI"},
    "TEI": {"teiHeader", "standOff", "text"},
    "teiHeader": {"fileDesc", "encodingDesc", "xenoData"},
    "fileDesc": {"titleStmt", "publicationStmt", "sourceDesc"},
    "titleStmt": {"title", "author", "respStmt"},
    "respStmt": {"resp", "name"},
    "publicationStmt": {"p", "publisher", "date"},
    "sourceDesc": {"p", "bibl"},
    "bibl": {"title", "idno", "date", "note"},
    "encodingDesc": {"classDecl"},
    "classDecl": {"taxonomy"},
    "taxonomy": {"desc", "category"},
    "category": {"catDesc", "category"},
    "standOff": {"listPerson", "listOrg", "listBibl", "listRelation", "interpGrp", "linkGrp", "spanGrp"},
    "listPerson": {"person"},
    "listOrg": {"org"},
    "listBibl": {"bibl"},
    "listRelation": {"relation"},
    "person": {"persName", "idno", "note"},
    "org": {"orgName", "idno", "note"},
    "interpGrp": {"interp"},
    "linkGrp": {"link"},
    "spanGrp": {"span"},
    "text": {"body"},
    "body": {"p", "anchor", "g"},
    "p": PHRASE | {"said"},
    "said": PHRASE | {"said"},
    "seg": PHRASE | {"said"},
    "persName": PHRASE,
    "orgName": PHRASE,
}
ORDER = {
    "teiCorpus": ["teiHeader", "standOff", "TEI"],
    "TEI": ["teiHeader", "standOff", "text"],
    "teiHeader": ["fileDesc", "encodingDesc", "xenoData"],
    "fileDesc": ["titleStmt", "publicationStmt", "sourceDesc"],
    "taxonomy": ["desc", "category"],
    "category": ["catDesc", "category"],
    "person": ["persName", "idno", "note"],
    "org": ["orgName", "idno", "note"],
}


def fault(message):
    print(message)
    sys.exit(1)


def local(element):
    if not element.tag.startswith(TEI):
        fault(f"{element.tag} is not TEI")
    return element.tag[len(TEI) :]


def check(element):
    name = local(element)
    children = [local(child) for child in element]
    for child in children:
        if child not in CHILDREN.get(name, set()):
            fault(f"{child} may not stand in {name}")
    if name in ORDER:
        places = [ORDER[name].index(child) for child in children]
        if places != sorted(places):
            fault(f"in {name} the order is {children}")
    if name == "body" and "p" not in children:
        fault("a body without a paragraph")
    for child in element:
        check(child)


def main():
    root = tree.parse(sys.argv[1]).getroot()
    check(root)
    ids = set()
    for element in root.iter():
        own = element.get(XML + "id")
        if own in ids:
            fault(f"the id {own} is there twice")
        if own:
            ids.add(own)
    for element in root.iter():
        for name in ("who", "toWhom", "ref", "ana", "from", "to", "next", "prev", "inst", "resp", "active", "passive", "target"):
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
