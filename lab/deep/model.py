"""The deep reader's network: one encoder, four heads.

The encoder is BERT's (Devlin and others, 2019) with an added embedding of how a word is written.
A target's head adds up what each piece of the window says of the target (attention from the
target, a score for each class read off each piece), which is kept as evidence, and what the
target's own pieces say.
"""

import math

import torch
from torch import nn
from torch.nn import functional as F

from data import LABELS
from pieces import SHAPES

ELSEWHERE = -1e4


class Layer(nn.Module):
    def __init__(self, width: int, heads: int, inner: int, dropout: float):
        super().__init__()
        self.heads = heads
        self.dropout = dropout
        self.query, self.key, self.value, self.output = (nn.Linear(width, width) for _ in range(4))
        self.widen, self.narrow = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm_attention = nn.LayerNorm(width, eps=1e-12)
        self.norm_output = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x, mask):
        b, n, width = x.shape
        split = lambda y: y.view(b, n, self.heads, width // self.heads).transpose(1, 2)
        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        scores = q @ k.transpose(2, 3) / math.sqrt(width // self.heads)
        if mask is not None:
            scores = scores + mask
        weights = F.dropout(scores.softmax(-1), self.dropout, self.training)
        mixed = (weights @ v).transpose(1, 2).reshape(b, n, width)
        x = self.norm_attention(x + F.dropout(self.output(mixed), self.dropout, self.training))
        inner = self.narrow(F.gelu(self.widen(x)))
        return self.norm_output(x + F.dropout(inner, self.dropout, self.training))


class Encoder(nn.Module):
    def __init__(self, pieces: int, width=384, layers=6, heads=12, inner=1536, longest=192, dropout=0.1):
        super().__init__()
        self.sizes = dict(pieces=pieces, width=width, layers=layers, heads=heads, inner=inner, longest=longest)
        self.words = nn.Embedding(pieces, width)
        self.places = nn.Embedding(longest, width)
        self.shapes = nn.Embedding(SHAPES, width)
        nn.init.zeros_(self.shapes.weight)
        self.mark = nn.Parameter(torch.zeros(width))
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, inner, dropout) for _ in range(layers))
        self.dropout = dropout

    def forward(self, ids, shapes, mask=None, marked=None):
        """`ids` and `shapes` [b, n]; `mask` [b, n], 0 where there is nothing; `marked` [b, n], the
        pieces of a target, for the variant that marks it. Gives [b, n, width]."""
        x = self.words(ids) + self.places.weight[: ids.shape[1]] + self.shapes(shapes)
        if marked is not None:
            x = x + marked.unsqueeze(-1) * self.mark
        x = F.dropout(self.norm(x), self.dropout, self.training)
        added = None if mask is None else ((1 - mask) * ELSEWHERE)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, added)
        return x


class Judge(nn.Module):
    """What a window says of one or two of its spots."""

    def __init__(self, width: int, spots: int, classes: int, heads: int = 12, size: int = 32):
        super().__init__()
        self.heads, self.size, self.classes = heads, size, classes
        self.ask = nn.Linear(width * spots, heads * size)
        self.answer = nn.Linear(width, heads * size)
        self.says = nn.Linear(width, heads * classes)
        self.inner = nn.Linear(width * (spots + (spots == 2)), width)
        self.itself = nn.Linear(width, classes)

    def forward(self, hidden, *spots, mask=None):
        """`hidden` [r or 1, n, width], each of `spots` [r, n], `mask` as the encoder's: gives logits
        [r, classes] and the parts of them that each piece added [r, n, classes]."""
        n = hidden.shape[1]
        means = [(spot.unsqueeze(1) @ hidden).squeeze(1) for spot in spots]
        ask = self.ask(torch.cat(means, -1)).view(-1, self.heads, 1, self.size)
        answer = self.answer(hidden).view(-1, n, self.heads, self.size).permute(0, 2, 3, 1)
        scores = (ask @ answer).squeeze(2) / math.sqrt(self.size)
        closed = sum(spots[1:], spots[0]).gt(0).to(hidden.dtype)
        if mask is not None:
            closed = closed + 1 - mask
        weights = (scores + closed.unsqueeze(1) * ELSEWHERE).softmax(-1)
        says = self.says(hidden).view(-1, n, self.heads, self.classes).permute(0, 2, 1, 3)
        parts = (weights.unsqueeze(-1) * says).sum(1)
        if len(means) == 2:
            means.append(means[0] * means[1])
        itself = self.itself(torch.tanh(self.inner(torch.cat(means, -1))))
        return parts.sum(1) + itself, parts


class Deep(nn.Module):
    def __init__(self, pieces: int, **sizes):
        super().__init__()
        self.encoder = Encoder(pieces, **sizes)
        width = self.encoder.sizes["width"]
        self.names = nn.Linear(width, len(LABELS))
        self.anyone = Judge(width, 1, 3)
        self.writer = Judge(width, 1, 3)
        self.between = Judge(width, 2, 5)


def started(vocabulary: list[str], whole: list[str], weights: dict, layers: int = 6, longest: int = 192) -> Deep:
    """The network with the weights of the encoder that it starts from, of its `layers` lowest or,
    if fewer, evenly chosen layers."""
    model = Deep(len(vocabulary), layers=layers, longest=longest)
    own = model.encoder.state_dict()
    at = {piece: i for i, piece in enumerate(whole)}
    words = weights["embeddings.word_embeddings.weight"]
    own["words.weight"] = torch.stack([words[at[piece]] for piece in vocabulary])
    # The kinds of text start from the same place: that of no piece in particular.
    own["places.weight"] = (
        weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    )[:longest]
    for name in ("weight", "bias"):
        own[f"norm.{name}"] = weights[f"embeddings.LayerNorm.{name}"]
        for layer in range(layers):
            old = f"encoder.layer.{round((layer + 1) * 6 / layers) - 1}."
            new = f"layers.{layer}."
            for ours, theirs in (
                ("query", "attention.self.query"), ("key", "attention.self.key"),
                ("value", "attention.self.value"), ("output", "attention.output.dense"),
                ("norm_attention", "attention.output.LayerNorm"), ("widen", "intermediate.dense"),
                ("narrow", "output.dense"), ("norm_output", "output.LayerNorm"),
            ):
                own[f"{new}{ours}.{name}"] = weights[f"{old}{theirs}.{name}"]
    model.encoder.load_state_dict(own)
    return model
