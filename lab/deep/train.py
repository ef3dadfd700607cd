"""Trains the deep reader.

    python train.py --data FOLDER --corpus FOLDER --out FILE [--seed N] [--epochs N] [--layers N]
                    [--tasks newsmtsc,dse,corpus,names] [--marked] [--teacher FILE]

Prints the development figures after every epoch; the last epoch is what is kept.
"""

import argparse
import json
import math
import random
import time
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch.nn import functional as F

import data
import evaluate
import vocabulary
from batches import Batch, batches
from model import Deep, started
from pieces import Pieces

# Of the encoder that was trained before, and of the heads that are new.
RATE, RATE_HEADS = 8e-5, 5e-4
# Pieces in a batch.
BATCH = 1600
# Of a head's loss.
WEIGHT = {"anyone": 1.0, "between": 1.0, "writer": 1.0, "names": 1.0}
NAMES = ("wnut17", "btc", "wikigold")


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--tasks", default="newsmtsc,dse,corpus,names")
    parser.add_argument("--marked", action="store_true")
    parser.add_argument("--teacher", type=Path)
    parser.add_argument("--whole-vocabulary", action="store_true")
    return parser.parse_args()


def texts(options) -> list[str]:
    """All training texts, for the vocabulary."""
    found = []
    for name in ("newsmtsc", "dse", *NAMES, "gum"):
        found += [item["text"] for item in data.read(options.data / name / "train.jsonl")]
    for d in data.read(options.corpus / "train.jsonl"):
        found += [p["text"] for post in d["posts"] for p in post["paragraphs"]]
    return found


def development(options, pieces: Pieces) -> dict:
    """By name, the head that is asked and the examples."""
    own = data.corpus(pieces, list(data.read(options.corpus / "dev.jsonl")), random.Random(0))
    only = lambda head, examples: [
        data.Example(e.window, e.source, {head: e.rows[head]}) for e in examples if head in e.rows
    ]
    found = {
        "newsmtsc": ("anyone", data.newsmtsc(pieces, options.data / "newsmtsc/dev.jsonl")),
        "dse": ("between", data.dse(pieces, options.data / "dse/dev.jsonl")),
        "corpus": ("writer", only("writer", own)),
        "corpus comments": ("writer", only("writer", [e for e in own if e.source != "corpus-article"])),
        "corpus pairs": ("between", only("between", own)),
        "corpus names": ("names", own),
        "comments": ("writer", data.comments(pieces, options.data / "comments/dev.jsonl")),
    }
    for name, folder in (("EWT", "uner-ewt"), ("WNUT17", "wnut17"), ("BTC", "btc")):
        found[name] = ("names", data.sentences(pieces, options.data / folder / "dev.jsonl", folder))
    return found


class Training:
    """The training examples of an epoch, by head."""

    def __init__(self, options, pieces: Pieces, rng: random.Random):
        tasks = options.tasks.split(",")
        self.rng, self.pieces = rng, pieces
        train = lambda name: options.data / name / "train.jsonl"
        self.news = data.newsmtsc(pieces, train("newsmtsc")) if "newsmtsc" in tasks else []
        self.dse = data.dse(pieces, train("dse")) if "dse" in tasks else []
        self.discussions = list(data.read(options.corpus / "train.jsonl")) if "corpus" in tasks else []
        self.pool = data.pool_of(self.discussions)
        self.names = []
        if "names" in tasks:
            for name in NAMES:
                self.names += data.sentences(pieces, train(name), name)
            self.names += 2 * data.gum(pieces, train("gum"))

    def epoch(self) -> list[list[data.Example]]:
        rng = self.rng
        silent = [e for e in self.dse if e.rows["between"][0][-1][0] == 1]
        told = [e for e in self.dse if e.rows["between"][0][-1][0] != 1]
        # Two thirds of the pairs are silent; a third of these an epoch is enough.
        pairs = told + rng.sample(silent, len(silent) // 3)
        own = []
        for _ in range(2):
            other = [data.swapped(d, self.pool, rng) for d in self.discussions]
            # Writers of news are neutral nearly always.
            own += [
                e for e in data.corpus(self.pieces, other, rng)
                if e.source != "corpus-article" or rng.random() < 0.5
            ]
        names = rng.sample(self.names, len(self.names) * 3 // 4)
        groups = [g for examples in (self.news, pairs, own, names) for g in batches(examples, BATCH, rng)]
        rng.shuffle(groups)
        return groups


def main():
    options = arguments()
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    whole = vocabulary.whole()
    kept = vocabulary.cut(texts(options))
    if options.whole_vocabulary:
        kept = [*vocabulary.SPECIALS, *(p for p in whole if p not in vocabulary.SPECIALS)]
    pieces = Pieces(kept)
    model = started(kept, whole, load_file(vocabulary.source() / "model.safetensors"), options.layers)
    teacher = None
    if options.teacher:
        teacher = load(options.teacher)[0].eval()
    training = Training(options, pieces, rng)
    dev = development(options, pieces)
    steps = len(training.epoch()) * options.epochs
    print(f"{len(kept)} pieces, {sum(p.numel() for p in model.parameters())} weights, about {steps} steps", flush=True)
    encoder = list(model.encoder.parameters())
    heads = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": RATE}, {"params": heads, "lr": RATE_HEADS}], weight_decay=0.01
    )
    warm = max(1, steps // 16)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.02, (steps - s) / (steps - warm)))
    )
    began = time.time()
    for epoch in range(options.epochs):
        sums: dict[str, list[float]] = {}
        for at, group in enumerate(training.epoch()):
            model.train()
            batch = Batch(group, options.marked)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                told = batch.logits(model)
            losses = batch.losses(told)
            loss = sum(WEIGHT[head] * part for head, part in losses.items())
            if teacher is not None:
                with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                    wanted = batch.logits(teacher)
                loss = 0.3 * loss + sum(
                    WEIGHT[head] * distance(told[head], wanted[head], batch, head) for head in told
                )
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            for head, part in losses.items():
                sums.setdefault(head, []).append(part.item())
            if at % 100 == 0:
                told = ", ".join(f"{h} {sum(v[-50:]) / len(v[-50:]):.3f}" for h, v in sorted(sums.items()))
                print(f"epoch {epoch + 1} step {at} {time.time() - began:.0f} s: {told}", flush=True)
        figures = evaluate.everything(model, dev, options.marked)
        print(f"epoch {epoch + 1} {time.time() - began:.0f} s: {evaluate.table(figures)}", flush=True)
        save(options.out, model, kept, {"seed": options.seed, "epochs": epoch + 1, "development": figures})


def distance(told, wanted, batch: Batch, head: str, warmth: float = 2.0):
    """How far from what a teacher says, softened."""
    told, wanted = told.float(), wanted.float()
    if head == "names":
        asked = batch.allowed.any(-1)
        told, wanted = told[asked], wanted[asked]
    kl = F.kl_div((told / warmth).log_softmax(-1), (wanted / warmth).softmax(-1), reduction="batchmean")
    return kl * warmth**2


def save(path: Path, model: Deep, kept: list[str], told: dict):
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"weights": model.state_dict(), "sizes": model.encoder.sizes, "vocabulary": kept, "told": told}, path)


def load(path: Path) -> tuple[Deep, list[str], dict]:
    kept = torch.load(path, weights_only=True)
    model = Deep(**kept["sizes"])
    model.load_state_dict(kept["weights"])
    return model, kept["vocabulary"], kept["told"]


if __name__ == "__main__":
    main()
