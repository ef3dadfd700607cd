"""The data sets as windows with what the heads should answer."""

import json
import random
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from pieces import Pieces, Window

TYPES = ["person", "organisation", "place", "group", "event", "work", "other"]
LABELS = ["O", *(f"{b}-{t}" for t in TYPES for b in "BI")]
SUPPORTIVE, CRITICAL, NEUTRAL = range(3)
STANCES = {"supportive": SUPPORTIVE, "critical": CRITICAL, "neutral": NEUTRAL}
POLARITIES = {"positive": SUPPORTIVE, "negative": CRITICAL, "neutral": NEUTRAL}

# A data set's types in ours; what it does not mark at all may be any of UNMARKED there.
NAME_TYPES = {
    "PER": ["person"], "person": ["person"],
    "ORG": ["organisation"], "organization": ["organisation"],
    "corporation": ["organisation"], "group": ["organisation"],
    "LOC": ["place"], "location": ["place"], "place": ["place"],
    "MISC": ["group", "event", "work", "other"],
    "creative-work": ["work"], "product": ["other"],
    "event": ["event"], "object": ["other", "work"], "abstract": ["other", "work", "group"],
}
UNMARKED = {
    "wnut17": ["group", "event"],
    "btc": ["group", "event", "work", "other"],
    "wikigold": [],
    "gum": ["group"],
    "uner-ewt": [],
    "corpus": [],
}
SMALL_WORDS = {"of", "the", "and", "for", "de", "la", "von", "van", "der", "al", "bin", "du", "del", "&"}


@dataclass
class Example:
    """A window and what is asked about it."""

    window: Window
    source: str
    # By head, rows of (ids of the target, [ids of the second,] distribution over classes). The
    # names head is asked where the window says so.
    rows: dict[str, list] = field(default_factory=dict)


def read(path: Path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def one_hot(label: int, classes: int = 3) -> list[float]:
    return [float(i == label) for i in range(classes)]


def newsmtsc(pieces: Pieces, path: Path) -> list[Example]:
    """Polarity toward a marked target, whoever holds it."""
    found = []
    for item in read(path):
        window = pieces.window(item["text"], "article")
        rows = []
        for target in item["targets"]:
            at = window.at([(target["start"], target["end"])])
            rows.append((at or [0], one_hot(POLARITIES[target["label"]])))
        found.append(Example(window, "newsmtsc", {"anyone": rows}))
    return found


def dse(pieces: Pieces, path: Path) -> list[Example]:
    """Who is for or against whom, of two entities in a sentence."""
    found = []
    for item in read(path):
        window = pieces.window(item["text"], "article")
        first, second = (window.at([(e["start"], e["end"])]) or [0] for e in item["entities"])
        rows = [(first, second, one_hot(item["label5"], 5))]
        found.append(Example(window, "dse", {"between": rows}))
    return found


def names_of(window: Window, spans: list[tuple[int, int, list[str]]], unmarked: list[str]) -> None:
    """Writes into a window which labels each first piece may have."""
    outside = [0, *(LABELS.index(f"{b}-{t}") for t in unmarked for b in "BI")]
    window.names = [None] * len(window.ids)
    last = None
    for i, first in enumerate(window.first):
        if not first:
            continue
        start, end = window.places[i]
        covering = next((s for s in spans if s[0] < end and start < s[1]), None)
        if covering is None:
            window.names[i] = outside
        else:
            begins = covering is not last
            window.names[i] = [LABELS.index(f"{'B' if begins else 'I'}-{t}") for t in covering[2]]
        last = covering


def sentences(pieces: Pieces, path: Path, source: str) -> list[Example]:
    """Names in sentences."""
    kind = "article" if source == "wikigold" else "comment"
    found = []
    for item in read(path):
        if not item["text"].strip():
            continue
        window = pieces.window(item["text"], kind)
        spans = [(e["start"], e["end"], NAME_TYPES[e["type"]]) for e in item["entities"]]
        names_of(window, spans, UNMARKED[source])
        found.append(Example(window, source))
    return found


def looks_like_name(text: str) -> bool:
    words = text.split()
    return bool(words) and words[0][:1].isupper() and all(
        w[:1].isupper() or w[:1].isdigit() or w.lower() in SMALL_WORDS for w in words
    )


def gum(pieces: Pieces, path: Path, room: int = 100) -> list[Example]:
    """Names in documents, a few sentences a window. A mention is a whole phrase: the longest that
    look like names are taken."""
    found = []
    for item in read(path):
        mentions = [
            (m[k]["start"], m[k]["end"], m["type"]) if k == "head" else (m["start"], m["end"], m["type"])
            for m in item["mentions"] if m["named"] and m["type"] in NAME_TYPES
            for k in ("whole", "head")
        ]
        mentions = [m for m in mentions if looks_like_name(item["text"][m[0]:m[1]])]
        mentions.sort(key=lambda m: m[0] - m[1])
        kept = []
        for m in mentions:
            if not any(a < m[1] and m[0] < b for a, b, _ in kept):
                kept.append((m[0], m[1], NAME_TYPES[m[2]]))
        for start, end in stretches(item["text"], item["sentences"], room):
            window = pieces.window(item["text"][start:end], "article")
            inside = [(a - start, b - start, t) for a, b, t in kept if start <= a and b <= end]
            names_of(window, inside, UNMARKED["gum"])
            found.append(Example(window, "gum"))
    return found


def stretches(text: str, sentences: list[dict], room: int):
    """Neighbouring sentences of one paragraph of up to about `room` words."""
    start = end = None
    for s in sentences:
        if start is not None and ("\n" in text[end:s["start"]] or len(text[start:s["end"]].split()) > room):
            yield start, end
            start = None
        if start is None:
            start = s["start"]
        end = s["end"]
    if start is not None:
        yield start, end


def swapped(discussion: dict, pool: dict, rng: random.Random) -> dict:
    """A discussion with other names: full names, and parts of them, are exchanged for those of
    another entity of the same type and gender, the same everywhere in the discussion."""
    new = {}
    for e in discussion["entities"]:
        others = pool[(e["type"], e["gender"])]
        if e["type"] in ("person", "organisation", "place") and len(others) > 4 and rng.random() < 0.8:
            other = rng.choice(others).split()
            own = e["name"].split()
            if len(own) > 1 and len(other) > 1:
                new[e["slug"]] = {e["name"].lower(): " ".join(other), own[-1].lower(): other[-1], own[0].lower(): other[0]}
            elif len(own) == 1 and len(other) == 1:
                new[e["slug"]] = {e["name"].lower(): other[0]}
    return {**discussion, "posts": [
        {**post, "paragraphs": [paragraph_with(p, new) for p in post["paragraphs"]]}
        for post in discussion["posts"]
    ]}


def paragraph_with(paragraph: dict, new: dict) -> dict:
    text, mentions, moved = "", [], 0
    for m in sorted(paragraph["mentions"], key=lambda m: m["start"]):
        text += paragraph["text"][moved:m["start"]]
        surface = m["text"]
        if m["kind"] == "name" and (other := new.get(m["entity"], {}).get(surface.lower())):
            surface = other.lower() if surface.islower() else other.upper() if surface.isupper() and len(surface) > 4 else other
        mentions.append({**m, "start": len(text), "end": len(text) + len(surface), "text": surface})
        text += surface
        moved = m["end"]
    return {**paragraph, "text": text + paragraph["text"][moved:], "mentions": mentions}


def pool_of(discussions: list[dict]) -> dict:
    pool = defaultdict(list)
    for d in discussions:
        for e in d["entities"]:
            pool[(e["type"], e["gender"])].append(e["name"])
    return pool


def corpus(pieces: Pieces, discussions: list[dict], rng: random.Random) -> list[Example]:
    """Writers' stances, who is for or against whom, and names, a paragraph a window."""
    found = []
    for d in discussions:
        types = {e["slug"]: e["type"] for e in d["entities"]}
        for post in d["posts"]:
            kind = "article" if post["section"] == "article" else "reply" if post["parent"] else "comment"
            for p in post["paragraphs"]:
                window = pieces.window(p["text"], kind)
                spots = defaultdict(list)
                for m in p["mentions"]:
                    spots[m["entity"]].append((m["start"], m["end"]))
                at = {slug: window.at(spans) for slug, spans in spots.items()}
                names_in(window, p, types)
                rows = []
                for s in p["stances"]:
                    if ids := at.get(s["entity"]):
                        rows.append((ids, [0.5, 0.5, 0.0] if s["stance"] == "mixed" else one_hot(STANCES[s["stance"]])))
                told = {"writer": rows, "between": pairs_in(p, at, rng)}
                told = {head: asked for head, asked in told.items() if asked}
                found.append(Example(window, "corpus-" + kind, told))
    return found


def names_in(window: Window, paragraph: dict, types: dict) -> None:
    spans = [
        (m["start"], m["end"], [types[m["entity"]]])
        for m in paragraph["mentions"] if m["kind"] == "name"
    ]
    names_of(window, spans, UNMARKED["corpus"])
    # An adjective is no name, and what names a people may be taken for one.
    group = [0, *(LABELS.index(f"{b}-group") for b in "BI")]
    adjectives = [(m["start"], m["end"]) for m in paragraph["mentions"] if m["kind"] == "adjective"]
    for i in window.at(adjectives):
        if window.names[i] is not None:
            window.names[i] = group


def pairs_in(paragraph: dict, at: dict, rng: random.Random, silent: int = 3) -> list:
    """What is reported between two entities, and some pairs between which there is nothing."""
    ids = {slug: where for slug, where in at.items() if where}
    rows, taken = [], set()
    for o in paragraph["opinions"]:
        holder, target = o["holder"], o["target"]
        if holder not in ids or target not in ids or holder == target:
            continue
        forward = ids[holder][0] < ids[target][0]
        first, second = (holder, target) if forward else (target, holder)
        if (first, second) in taken:
            continue
        taken.add((first, second))
        label = 1 + (not forward) + 2 * (o["polarity"] == "critical")
        rows.append((ids[first], ids[second], one_hot(label, 5)))
    others = [
        (a, b) for a in ids for b in ids
        if ids[a][0] < ids[b][0] and (a, b) not in taken and a != b
    ]
    for a, b in rng.sample(others, min(silent, len(others))):
        rows.append((ids[a], ids[b], one_hot(0, 5)))
    return rows


def comments(pieces: Pieces, path: Path) -> list[Example]:
    """Whole comments, by paragraph; for development only."""
    found = []
    for item in read(path):
        at = 0
        for paragraph in item["text"].splitlines(keepends=True):
            window = pieces.window(paragraph, "comment")
            rows = []
            for s in item["stance"]:
                inside = [(a - at, b - at) for a, b in s["spans"] if at <= a and b <= at + len(paragraph)]
                if (ids := window.at(inside)) and s["stance"] in STANCES:
                    rows.append((ids, one_hot(STANCES[s["stance"]])))
            if rows:
                found.append(Example(window, "comments", {"writer": rows}))
            at += len(paragraph)
    return found
