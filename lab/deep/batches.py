"""Windows put together, and what the network answers to them."""

import random
from dataclasses import dataclass

import torch
from torch.nn import functional as F

from data import Example, LABELS
from model import Deep


def spot(ids: list[int], n: int) -> torch.Tensor:
    row = torch.zeros(n)
    row[ids] = 1 / len(ids)
    return row


@dataclass
class Asked:
    """What one head is asked in a batch."""

    # The window of each row, its spots, and the distribution over classes that is right.
    of: torch.Tensor
    spots: list[torch.Tensor]
    gold: torch.Tensor


class Batch:
    """Windows, padded to the longest, and what is asked of them by head."""

    def __init__(self, examples: list[Example], marked: bool = False):
        if marked:
            # A pass for each target.
            examples = [
                Example(e.window, e.source, {head: [row]})
                for e in examples for head, rows in e.rows.items() for row in rows
            ]
        n = max(len(e.window.ids) for e in examples)
        pad = lambda values: [*values, *([0] * (n - len(values)))]
        self.ids = torch.tensor([pad(e.window.ids) for e in examples])
        self.shapes = torch.tensor([pad(e.window.shapes) for e in examples])
        self.mask = torch.tensor([pad([1.0] * len(e.window.ids)) for e in examples])
        self.allowed = None
        if any(e.window.names for e in examples):
            self.allowed = torch.zeros(len(examples), n, len(LABELS), dtype=torch.bool)
            for i, e in enumerate(examples):
                for j, labels in enumerate(e.window.names):
                    if labels is not None:
                        self.allowed[i, j, labels] = True
        self.asked: dict[str, Asked] = {}
        for head in sorted({head for e in examples for head in e.rows}):
            rows = [(i, row) for i, e in enumerate(examples) for row in e.rows.get(head, [])]
            spots = [torch.stack([spot(row[k], n) for _, row in rows]) for k in range(len(rows[0][1]) - 1)]
            of = torch.tensor([i for i, _ in rows])
            self.asked[head] = Asked(of, spots, torch.tensor([row[-1] for _, row in rows]))
        self.marked = next(iter(self.asked.values())).spots[0].gt(0).float() if marked else None

    def logits(self, model: Deep) -> dict[str, torch.Tensor]:
        """By head; names [windows, n, labels], others [rows, classes]."""
        if not isinstance(model, Deep):
            return model.answers(self)
        hidden = model.encoder(self.ids, self.shapes, self.mask, self.marked)
        told = {
            head: getattr(model, head)(hidden[a.of], *a.spots, mask=self.mask[a.of])[0]
            for head, a in self.asked.items()
        }
        if self.allowed is not None:
            told["names"] = model.names(hidden)
        return told

    def losses(self, told: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
        found = {head: F.cross_entropy(told[head].float(), a.gold) for head, a in self.asked.items()}
        if self.allowed is not None:
            asked = self.allowed.any(-1)
            scores = told["names"].float()[asked].log_softmax(-1)
            # Any of the labels that the data set leaves open is right.
            found["names"] = -scores.masked_fill(~self.allowed[asked], -1e9).logsumexp(-1).mean()
        return found


def batches(examples: list[Example], pieces: int, rng: random.Random):
    """Examples in batches of about `pieces` pieces, of windows of like length, in
    random order."""
    order = sorted(examples, key=lambda e: len(e.window.ids) + rng.random() * 8)
    groups, group = [], []
    for e in order:
        if group and (len(group) + 1) * len(e.window.ids) > pieces:
            groups.append(group)
            group = []
        group.append(e)
    if group:
        groups.append(group)
    rng.shuffle(groups)
    return groups
