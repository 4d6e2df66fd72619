#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a folder of UIMA XMI or WebAnno TSV the way Java programs do and says what is wrong with it.

Shares no code with Pullquote: positions are slices of UTF-16. Prints each annotation's layer and words, sorted, or the
first fault, and then leaves with 1.
"""
import json
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

XMI = "{http://www.omg.org/XMI}"
OWN = ("pullquote.",)
NOT_MADE = ("segmentation.type.Token", "segmentation.type.Sentence")


def fault(path, message):
    print(f"{path}: {message}")
    sys.exit(1)


def words(path, text, begin, end):
    units = text.encode("utf-16-le")
    if not 0 <= begin <= end <= len(units) // 2:
        fault(path, f"{begin}-{end} is outside of the text")
    try:
        return units[2 * begin:2 * end].decode("utf-16-le")
    except UnicodeDecodeError:
        fault(path, f"{begin}-{end} cuts a character")


def type_name(tag):
    uri, name = tag[1:].split("}")
    return uri.removeprefix("http:///").removesuffix(".ecore").replace("/", ".") + "." + name


def declared_types(path):
    names = set()
    root = ElementTree.parse(path).getroot()
    space = root.tag[:root.tag.index("}") + 1]
    for description in root.iter(space + "typeDescription"):
        names.add(description.find(space + "name").text)
    return names


def read_xmi(path, declared, lines):
    root = ElementTree.parse(path).getroot()
    ids = [each.get(XMI + "id") for each in root if each.get(XMI + "id")]
    if len(ids) != len(set(ids)):
        fault(path, "an id is taken twice")
    sofas = {}
    for each in root:
        name = type_name(each.tag)
        if name == "uima.cas.Sofa":
            sofas[each.get(XMI + "id")] = each.get("sofaString")
        elif name == "uima.cas.View":
            missing = set(each.get("members").split()) - set(ids)
            if missing:
                fault(path, f"the view has {missing}, which are not there")
        elif not name.startswith("uima.") and name not in declared:
            fault(path, f"no type system declares {name}")
    for each in root:
        name = type_name(each.tag)
        if each.get("begin") is None or name.startswith(OWN) or name.endswith(NOT_MADE):
            continue
        covered = words(path, sofas[each.get("sofa")], int(each.get("begin")), int(each.get("end")))
        lines.append(f"{name.split('.')[-1]}: {json.dumps(covered, ensure_ascii=False)}")


def unescape(text):
    out, i = "", 0
    letters = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "b": "\b"}
    while i < len(text):
        if text[i] == "\\" and i + 1 < len(text):
            i += 1
            out += letters.get(text[i], text[i])
        else:
            out += text[i]
        i += 1
    return out


def read_tsv(path, lines):
    rows = path.read_text(encoding="utf-8").split("\n")
    if rows[0] != "#FORMAT=WebAnno TSV 3.3":
        fault(path, "no WebAnno TSV 3.3")
    columns = 0
    for row in rows:
        if row.startswith("#T_"):
            fields = [each for each in row.split("|")[1:] if each]
            columns += max(1, len(fields))
    sentence = None
    base = 0
    tokens = 0
    for number, row in enumerate(rows, 1):
        if row.startswith("#Text="):
            sentence = unescape(row[6:]) if sentence is None else sentence + "\n" + unescape(row[6:])
            base = None
        elif row and row[0] != "#":
            fields = row.split("\t")
            if len(fields) != columns + 4 or fields[-1] != "":
                fault(path, f"line {number} has {len(fields)} fields")
            begin, end = (int(each) for each in fields[1].split("-"))
            if base is None:
                base = begin
            covered = words(path, sentence, begin - base, end - base)
            if covered != unescape(fields[2]):
                fault(path, f"line {number}: {covered!r} is not {fields[2]!r}")
            tokens += "." not in fields[0]
        elif not row:
            sentence = None
    lines.append(f"{path.stem}: {tokens} tokens")


folder = pathlib.Path(sys.argv[1])
lines = []
for path in sorted(folder.iterdir()):
    if path.suffix == ".xmi":
        read_xmi(path, declared_types(folder / "TypeSystem.xml"), lines)
    elif path.suffix == ".tsv":
        read_tsv(path, lines)
print("\n".join(sorted(lines)))
