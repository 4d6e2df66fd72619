#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the article as a screen reader does: over AT-SPI, from the real program on a display and a bus of its own.

    check_accessibility.py PULLQUOTE PULLQUOTE_CLI SAMPLE

Exits with 77 where no display server, bus or AT-SPI is installed. Waits for conditions, never for a time.
"""
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import warnings

SKIPPED = 77
PATIENCE = 25  # seconds for any one condition; it comes in a fraction of one unless something is wrong

HARD_TEXT = (
    "A family 👩‍👩‍👧‍👦 and a flag 🇮🇸\n"
    "\n"
    "“Nobody 👋🏽 waved,” she says, “but שלום is what he said.” A stack: Z\u0351\u036b\u0343a\u0328\u0301lgo.\n"
    "The last line 🕯️ is short.\n"
)


def skip(reason):
    print("Skipped:", reason)
    sys.exit(SKIPPED)


def within_a_session(arguments):
    """Calls this again on a display and a session bus that nobody else has."""
    for program in ("Xvfb", "xauth", "xvfb-run", "dbus-run-session", "xdotool"):
        if not shutil.which(program):
            skip(f"{program} is not installed")
    if not glob.glob("/usr/libexec/at-spi-bus-launcher") and not glob.glob("/usr/lib/*/at-spi-bus-launcher"):
        skip("at-spi2-core is not installed")
    try:
        import gi

        gi.require_version("Atspi", "2.0")
    except (ImportError, ValueError) as error:
        skip(f"the AT-SPI client is not installed: {error}")
    with tempfile.TemporaryDirectory(prefix="pullquote-accessibility-") as folder:
        environment = dict(
            os.environ,
            HOME=folder,
            XDG_RUNTIME_DIR=folder,
            XDG_CONFIG_HOME=folder + "/config",
            XDG_DATA_HOME=folder + "/data",
            XDG_CACHE_HOME=folder + "/cache",
            QT_QPA_PLATFORM="xcb",
            QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
            NO_AT_BRIDGE="0",
            LC_ALL="C.UTF-8",
            PULLQUOTE_ACCESSIBILITY_FOLDER=folder,
        )
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"):
            environment.pop(name, None)
        os.chmod(folder, 0o700)
        command = ["xvfb-run", "-a", "-s", "-screen 0 1400x1000x24 -nolisten tcp", "dbus-run-session", "--"]
        return subprocess.run(command + [sys.executable, *arguments], env=environment, timeout=200).returncode


def wait_for(what, condition):
    """Its result, once it is true."""
    until = time.monotonic() + PATIENCE
    context = GLib.MainContext.default()
    while True:
        while context.pending():
            context.iteration(False)
        try:
            result = condition()
        except GLib.Error:  # an object that is not there yet, or no longer
            result = None
        if result:
            return result
        if time.monotonic() > until:
            raise AssertionError(f"waited in vain for {what}")
        GLib.usleep(10_000)


def expect(what, actual, expected):
    if actual != expected:
        raise AssertionError(f"{what}: {actual!r}, expected {expected!r}")


def children(thing):
    return [thing.get_child_at_index(i) for i in range(thing.get_child_count())]


def find(thing, is_it, depth=25):
    if thing is None:
        return None
    if is_it(thing):
        return thing
    if depth > 0:
        for child in children(thing):
            if found := find(child, is_it, depth - 1):
                return found
    return None


class Project:
    """What pullquote-cli says of it."""

    def __init__(self, cli, sample, folder):
        self.path = folder + "/trial.pullquote"
        hard = folder + "/hard.jsonl"
        with open(hard, "w", encoding="utf-8") as file:
            for line in (
                {"type": "pullquote", "version": 1},
                {"type": "tag", "id": "t", "name": "Greeting; or: not", "key": "9"},
                {"type": "article", "id": "a", "title": "A text of emoji", "text": HARD_TEXT},
                {"type": "passage", "id": "p", "article": "a", "tag": "t", "words": "👋🏽 waved"},
                {"type": "claim", "id": "c", "kind": "fact", "passages": [{"passage": "p"}]},
                {"type": "verdict", "claim": "c", "value": "disputed"},
                {"type": "note", "target": {"passage": "p"}, "body": "Who waved?"},
                {"type": "passage", "id": "q", "article": "a", "tag": "t", "words": "שלום", "state": "suggested"},
            ):
                print(json.dumps(line), file=file)
        for arguments in (["new"], ["import", sample], ["import", hard]):
            subprocess.run([cli, arguments[0], self.path, *arguments[1:]], check=True, stdout=subprocess.DEVNULL)
        out = folder + "/out"
        subprocess.run(
            [cli, "export", self.path, "--format", "pullquote-jsonl", "--out", out], check=True,
            stdout=subprocess.DEVNULL)
        lines = []
        for name in sorted(glob.glob(out + "/**/*.jsonl", recursive=True) if os.path.isdir(out) else [out]):
            with open(name, encoding="utf-8") as file:
                lines += [json.loads(line) for line in file if line.strip()]
        self.tags = {line["id"]: line["name"] for line in lines if line["type"] == "tag"}
        self.articles = [line for line in lines if line["type"] == "article"]
        self.passages = [line for line in lines if line["type"] == "passage"]
        verdicts = {line["claim"]: line["value"] for line in lines if line["type"] == "verdict"}
        self.worn = {}  # what passages wear beside their tags
        for claim in (line for line in lines if line["type"] == "claim" and line["id"] in verdicts):
            for part in claim["passages"]:
                if part.get("role", "content") == "content" and claim.get("state") != "rejected":
                    self.worn.setdefault(part["passage"], set()).add(verdicts[claim["id"]].capitalize())
        links = [line for line in lines if line["type"] == "link" and line.get("state", "accepted") == "accepted"]
        contradicted = {claim for link in links if link["kind"] == "contradicts" for claim in (link["from"], link["to"])}
        more = True
        while more:  # also where the claim is said again
            same = [{link["from"], link["to"]} for link in links
                    if link["kind"] in ("re-reports", "repeats", "paraphrases")]
            grown = contradicted.union(*(pair for pair in same if pair & contradicted))
            more, contradicted = grown != contradicted, grown
        for claim in (line for line in lines if line["type"] == "claim" and line["id"] in contradicted):
            for part in claim["passages"]:
                if part.get("role", "content") == "content" and claim.get("state") != "rejected":
                    self.worn.setdefault(part["passage"], set()).add("Contradicted")
        for note in (line for line in lines if line["type"] == "note" and not line.get("resolved")):
            if passage := note["target"].get("passage"):
                self.worn.setdefault(passage, set()).add("Note")

    @staticmethod
    def version(article):
        return article["versions"][-1] if article.get("versions") else article

    def text(self, article):
        return self.version(article)["text"]

    def passages_of(self, article):
        version = self.version(article)["id"]
        return [p for p in self.passages if version in (p.get("version"), p.get("article"))]

    def tags_at(self, article, position):
        """The innermost first, as an editor sees them."""
        over = []
        for number, passage in enumerate(self.passages_of(article)):
            for fragment in passage.get("fragments", [passage]):
                if fragment["begin"] <= position < fragment["end"] and passage.get("state") != "rejected":
                    words = self.tags[passage["tag"]]
                    words += " (suggested)" if passage.get("state") == "suggested" else ""
                    worn = sorted(self.worn.get(passage["id"], ()),
                                  key=lambda sign: (sign == "Note", sign == "Contradicted", sign))
                    words = " · ".join([words, *worn])
                    over.append((fragment["end"] - fragment["begin"], -number, words))
        return [tag for _, _, tag in sorted(over)]


def plain(name):
    for character in ";:=\\":
        name = name.replace(character, " ")
    return name


def check_text(project, article, view):
    text = project.text(article)
    expect("characters", Atspi.Text.get_character_count(view), len(text))
    expect("the text", Atspi.Text.get_text(view, 0, -1), text)
    middle = len(text) // 2
    expect("a part", Atspi.Text.get_text(view, middle, middle + 40), text[middle:middle + 40])
    for kind in (Atspi.TextBoundaryType.CHAR, Atspi.TextBoundaryType.WORD_START,
                 Atspi.TextBoundaryType.SENTENCE_START, Atspi.TextBoundaryType.LINE_START):
        at, told = 0, []
        while at < len(text) and len(told) < 200:  # from unit to unit
            unit = Atspi.Text.get_text_after_offset(view, at, kind) if told else \
                Atspi.Text.get_text_at_offset(view, at, kind)
            expect(f"{kind.value_nick} at {at}", unit.content, text[unit.start_offset:unit.end_offset])
            if told:
                assert unit.start_offset >= told[-1], f"{kind.value_nick} after {at} goes back to {unit.start_offset}"
                expect("what is skipped", text[told[-1]:unit.start_offset].strip(), "")
            if unit.end_offset >= len(text):
                break
            told.append(unit.end_offset)
            at = unit.start_offset


def check_attributes(project, article, view):
    text = project.text(article)
    at, found = 0, set()
    while at < len(text):
        attributes, begin, end = Atspi.Text.get_attribute_run(view, at, False)
        expect("the run's begin", begin, at)
        assert end > begin, "an attribute run is empty"
        expected = project.tags_at(article, begin)
        expect(f"the tags on {text[begin:end]!r}", attributes.get("family-name"),
               plain(", ".join(expected)) if expected else None)
        expect("the last character's tags", project.tags_at(article, end - 1), expected)
        expect("underlined", attributes.get("underline"), "single" if expected else None)
        found.update(expected)
        at = end
    expect("the tags told", found, {tag for i in range(len(text)) for tag in project.tags_at(article, i)})
    assert found, "no passage was told"
    if article["title"] == "A text of emoji":
        assert "Greeting; or: not · Disputed · Note" in found, found


class Events:
    """Those of the article, as the bus brings them."""

    def __init__(self, view):
        self.told = []
        self.view = view
        self.listener = Atspi.EventListener.new(self.take)
        for name in ("text-caret-moved", "text-selection-changed", "text-changed:insert",
                     "property-change:accessible-description"):
            assert self.listener.register("object:" + name), f"object:{name} cannot be listened to"

    def take(self, event):
        self.told.append((event.type, event.detail1))

    def wait_for(self, name, detail=None):
        wait_for(f"the event {name} {detail}", lambda: any(
            kind.startswith("object:" + name) and detail in (None, position) for kind, position in self.told))
        self.told.clear()


def check_caret(project, article, view, events):
    text = project.text(article)
    place = text.index("🕯") + 3 if "🕯" in text else len(text) // 2
    assert Atspi.Text.set_caret_offset(view, place)
    events.wait_for("text-caret-moved", place)
    expect("the caret", Atspi.Text.get_caret_offset(view), place)
    xdotool("key", "Right")
    events.wait_for("text-caret-moved", place + 1)
    xdotool("key", "shift+Right")
    events.wait_for("text-selection-changed")
    wait_for("a selection", lambda: Atspi.Text.get_n_selections(view) == 1)
    selection = Atspi.Text.get_selection(view, 0)
    expect("the selection", (selection.start_offset, selection.end_offset), (place + 1, place + 2))
    assert Atspi.Text.add_selection(view, 2, 5), "no selection was added"
    expect("selections", Atspi.Text.get_n_selections(view), 2)
    events.wait_for("text-selection-changed")
    assert Atspi.Text.set_selection(view, 0, 0, 4)
    expect("the first selection", Atspi.Text.get_selection(view, 0).end_offset, 4)
    for number in (1, 0):
        assert Atspi.Text.remove_selection(view, number)
    expect("selections", Atspi.Text.get_n_selections(view), 0)

    # The caret comes to a passage: its tag describes the article then.
    passage = next(p for p in project.passages_of(article) if p.get("state", "accepted") == "accepted")
    begin = passage.get("fragments", [passage])[0]["begin"]
    assert Atspi.Text.set_caret_offset(view, len(text))
    expect("far from passages", view.get_description(), ", ".join(project.tags_at(article, len(text))))
    events.told.clear()
    assert Atspi.Text.set_caret_offset(view, begin)
    events.wait_for("property-change:accessible-description")
    view.clear_cache_single()
    expect("at a passage", view.get_description(), ", ".join(project.tags_at(article, begin)))

    # In view now, so a character has a place, and at the place is the character.
    box = Atspi.Text.get_character_extents(view, begin, Atspi.CoordType.SCREEN)
    assert box.width > 0 and box.height > 0, "a character has no place"
    expect("the character in the middle of its box", Atspi.Text.get_offset_at_point(
        view, box.x + box.width // 2, box.y + box.height // 2, Atspi.CoordType.SCREEN), begin)


def xdotool(*arguments):
    subprocess.run(["xdotool", *arguments], check=True)


def check(program, cli, sample):
    folder = os.environ["PULLQUOTE_ACCESSIBILITY_FOLDER"]
    project = Project(cli, sample, folder)
    titles = {article["title"]: article for article in project.articles}
    assert len(titles) > 3 and project.passages, "the project is not what it should be"
    # A screen reader is there before the program, or nothing would be cached.
    Atspi.init()
    desktop = Atspi.get_desktop(0)
    with subprocess.Popen([program, project.path]) as running:
        try:
            def is_article(thing):
                return thing.get_name().startswith("Article: ") and thing.get_text_iface() is not None

            application = wait_for("the program", lambda: next(
                (child for child in children(desktop) if child and child.get_process_id() == running.pid), None))
            view = wait_for("the article", lambda: find(application, is_article))
            states = view.get_state_set()
            for state in (Atspi.StateType.MULTI_LINE, Atspi.StateType.READ_ONLY, Atspi.StateType.FOCUSABLE):
                assert states.contains(state), f"the article is not {state.value_nick}"
            events = Events(view)
            window = wait_for("the window", lambda: subprocess.run(
                ["xdotool", "search", "--onlyvisible", "--pid", str(running.pid)], capture_output=True,
                text=True).stdout.split())[-1]
            xdotool("windowfocus", "--sync", window)
            assert Atspi.Component.grab_focus(view), "the article does not take the focus"
            wait_for("the focus", lambda: view.clear_cache_single() or view.get_state_set().contains(
                Atspi.StateType.FOCUSED))

            def shown():
                view.clear_cache_single()
                return view.get_name().removeprefix("Article: ")

            seen = set()
            while len(seen) < len(titles):
                article = titles[shown()]
                print("Reading:", article["title"][:60])
                check_text(project, article, view)
                if project.passages_of(article):
                    check_attributes(project, article, view)
                    check_caret(project, article, view, events)
                seen.add(article["title"])
                if len(seen) < len(titles):
                    former = shown()
                    events.told.clear()
                    xdotool("key", "ctrl+Next")
                    events.wait_for("text-changed:insert")
                    wait_for("another article", lambda: shown() != former)
                    assert shown() not in seen, "the articles go round before all were shown"
        finally:
            running.terminate()
            try:
                running.wait(10)
            except subprocess.TimeoutExpired:
                running.kill()
    print(f"{len(seen)} articles with {len(project.passages)} passages were read.")


if __name__ == "__main__":
    if "PULLQUOTE_ACCESSIBILITY_FOLDER" not in os.environ:
        sys.exit(within_a_session(sys.argv))
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib

    warnings.simplefilter("ignore", DeprecationWarning)  # what Qt answers to is deprecated in the client

    check(*sys.argv[1:])
