"""Trains, evaluates and exports the deep reader, and prints the table of its card.

    python make.py --data FOLDER [--work FOLDER] [--seeds 1,2,3] [--layers 6]

What was trained already in the folder of work is not trained again. The first seed ships.
"""

import argparse
import statistics
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import evaluate
from exported import Exported
from export import graphs, packed
from pieces import Pieces
from train import development, load

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=PROJECT / "target/deep")
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=4)
    options = parser.parse_args()
    corpus = PROJECT / "corpus"
    options.work.mkdir(parents=True, exist_ok=True)
    kept = []
    for seed in options.seeds.split(","):
        out = options.work / f"layers-{options.layers}-seed-{seed}.pt"
        if not out.exists():
            arguments = ["--data", options.data, "--corpus", corpus, "--out", out.with_suffix(".part"),
                         "--seed", seed, "--layers", options.layers, "--epochs", options.epochs]
            subprocess.run([sys.executable, HERE / "train.py", *map(str, arguments)], check=True)
            out.with_suffix(".part").rename(out)
        kept.append(out)
    told = [load(path)[2]["development"] for path in kept]
    model, vocabulary, _ = load(kept[0])
    shipped = PROJECT / "models/deep.bin"
    shipped.write_bytes(packed(vocabulary, model.encoder.sizes, graphs(model, False)))
    dev = development(SimpleNamespace(data=options.data, corpus=corpus), Pieces(vocabulary))
    whole = evaluate.everything(Exported(shipped), dev)
    print("| figure | shipped, int8 | float | all seeds: mean | spread |\n|---|---|---|---|---|")
    for name, value in whole.items():
        each = [figures[name] for figures in told]
        spread = statistics.pstdev(each)
        print(f"| {name} | {value:.3f} | {each[0]:.3f} | {statistics.mean(each):.3f} | {spread:.3f} |")
    print(f"\n{shipped.stat().st_size} bytes, {len(vocabulary)} pieces, {len(kept)} seeds")


if __name__ == "__main__":
    main()
