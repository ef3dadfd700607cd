"""What the network scores on development files, by itself: gold spans given, names as they are.

The engine's own evaluation (`lab evaluate --tier deep`) is what counts; this is for comparing
variants while they are trained.
"""

import random

import torch

from batches import Batch, batches
from data import LABELS
from model import Deep


def f1s(gold: list[int], told: list[int], classes: int) -> list[float]:
    scores = []
    for c in range(classes):
        right = sum(g == t == c for g, t in zip(gold, told))
        both = gold.count(c) + told.count(c)
        scores.append(2 * right / both if both else 0.0)
    return scores


@torch.no_grad()
def judged(model: Deep, examples, head: str, marked: bool = False):
    """Gold classes and the network's, of all rows that have one gold class."""
    model.eval()
    gold, told = [], []
    for group in batches(examples, 2048, random.Random(0)):
        batch = Batch(group, marked)
        logits = batch.logits(model)[head].float()
        for g, t in zip(batch.asked[head].gold, logits):
            if g.max() == 1:
                gold.append(int(g.argmax()))
                told.append(int(t.argmax()))
    return gold, told


def spans(labels: list[str]):
    """(first, end, type) of BIO labels."""
    found, start, kind = [], None, None
    for i, label in enumerate([*labels, "O"]):
        begins = label.startswith("B") or (label != "O" and label[2:] != kind)
        if start is not None and (label == "O" or begins):
            found.append((start, i, kind))
            start = None
        if begins:
            start, kind = i, label[2:]
        elif label == "O":
            kind = None
    return found


@torch.no_grad()
def named(model: Deep, examples, kinds=("person", "organisation", "place")) -> float:
    """Strict F1 of span and type over the kinds, in words as the network has them."""
    model.eval()
    right = told = gold = 0
    for group in batches(examples, 2048, random.Random(0)):
        batch = Batch(group)
        best = batch.logits(model)["names"].float().argmax(-1)
        for e, row in zip(group, best):
            at = [i for i, labels in enumerate(e.window.names) if labels is not None]
            own = {s for s in spans([LABELS[row[i]] for i in at]) if s[2] in kinds}
            true = {
                s for s in spans([LABELS[e.window.names[i][0]] for i in at]) if s[2] in kinds
            }
            right, told, gold = right + len(own & true), told + len(own), gold + len(true)
    return 2 * right / (told + gold) if told + gold else 0.0


def everything(model: Deep, development: dict, marked: bool = False) -> dict[str, float]:
    """All figures by name."""
    figures = {}
    for name, (head, examples) in development.items():
        if head == "names":
            figures[f"names {name} F1"] = named(model, examples)
        elif not marked or head in ("anyone", "writer"):
            classes = 5 if head == "between" else 3
            gold, told = judged(model, examples, head, marked)
            figures[f"{head} {name} macro-F1"] = sum(f1s(gold, told, classes)) / classes
            figures[f"{head} {name} accuracy"] = sum(g == t for g, t in zip(gold, told)) / len(gold)
    return figures


def table(figures: dict[str, float]) -> str:
    return ", ".join(f"{name} {value:.3f}" for name, value in figures.items())

