"""The exported file, run by onnxruntime: what it scores, and how long it takes.

    python exported.py --file FILE --data FOLDER --corpus FOLDER
"""

import argparse
import json
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import onnxruntime
import torch

import evaluate
from data import LABELS
from pieces import Pieces


class Exported:
    """Answers as the network does, a window at a time."""

    def __init__(self, path: Path):
        data = path.read_bytes()
        length = int.from_bytes(data[8:12], "little")
        self.header = json.loads(data[12:12 + length])
        at, parts = 12 + length, {}
        for part in self.header["parts"]:
            parts[part["name"]] = data[at:at + part["length"]]
            at += part["length"]
        self.vocabulary = parts["vocabulary"].decode().split("\n")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        run = lambda name: onnxruntime.InferenceSession(parts[name], options)
        self.encoder, self.targets, self.pairs = run("encoder"), run("targets"), run("pairs")

    def eval(self):
        """There is nothing to switch."""

    def answers(self, batch) -> dict[str, torch.Tensor]:
        """What `Batch.logits` gives."""
        told: dict[str, list] = {}
        names = []
        for i in range(len(batch.ids)):
            n = int(batch.mask[i].sum())
            ids, shapes = (x[i:i + 1, :n].numpy().astype(np.int32) for x in (batch.ids, batch.shapes))
            hidden, labels = self.encoder.run(None, {"ids": ids, "shapes": shapes})
            padded = np.zeros((batch.ids.shape[1], len(LABELS)), np.float32)
            padded[:n] = labels
            names.append(padded)
            for head, asked in batch.asked.items():
                rows = (asked.of == i).nonzero().flatten()
                if not len(rows):
                    continue
                spots = [s[rows, :n].numpy() for s in asked.spots]
                if head == "between":
                    scores = self.pairs.run(["between"], {"hidden": hidden, "first": spots[0], "second": spots[1]})
                else:
                    scores = self.targets.run([head], {"hidden": hidden, "spots": spots[0]})
                told.setdefault(head, []).append(scores[0])
        found = {head: torch.tensor(np.concatenate(rows)) for head, rows in told.items()}
        if batch.allowed is not None:
            found["names"] = torch.tensor(np.stack(names))
        return found


def main():
    from train import development

    parser = argparse.ArgumentParser()
    parser.add_argument("--file", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    options = parser.parse_args()
    exported = Exported(options.file)
    dev = development(SimpleNamespace(data=options.data, corpus=options.corpus), Pieces(exported.vocabulary))
    began = time.process_time()
    print(evaluate.table(evaluate.everything(exported, dev)))
    pieces = sum(len(e.window.ids) for _, examples in dev.values() for e in examples)
    print(f"{pieces / (time.process_time() - began):.0f} pieces a second on one thread")


if __name__ == "__main__":
    main()
