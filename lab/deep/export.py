"""Writes what `train.py` kept as the one file that the deep reader loads.

    python export.py --weights FILE --out FILE [--random] [--float]

The file: `SLDEEP1\\n`, the length of the header (4 bytes, little-endian), the header (JSON), then the
parts that it lists: the vocabulary, a piece a line, and three ONNX graphs: the encoder, the judges
of targets, the judge of pairs. Matrices are int8 with a scale for each output, products are of
int8 with activations quantised as they come; embeddings are int8 with a scale for each row.
"""

import argparse
import io
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from data import LABELS
from model import Deep, Encoder
from pieces import CLS, MARKS, MASK, SEP, UNKNOWN
from train import load

OPSET = 17


class Rows(nn.Module):
    """An embedding whose rows are int8, each with its scale."""

    def __init__(self, weight: torch.Tensor):
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids):
        return self.rows[ids].to(torch.float32) * self.scale[ids]


class EncoderGraph(nn.Module):
    def __init__(self, model: Deep, quantised: bool):
        super().__init__()
        self.encoder, self.names = model.encoder, model.names
        if quantised:
            self.encoder.words = Rows(model.encoder.words.weight.data)

    def forward(self, ids, shapes):
        hidden = self.encoder(ids, shapes)
        return hidden[0], self.names(hidden)[0]


class TargetsGraph(nn.Module):
    def __init__(self, model: Deep):
        super().__init__()
        self.anyone, self.writer = model.anyone, model.writer

    def forward(self, hidden, spots):
        anyone, anyone_parts = self.anyone(hidden.unsqueeze(0), spots)
        writer, writer_parts = self.writer(hidden.unsqueeze(0), spots)
        return anyone, writer, anyone_parts, writer_parts


class PairsGraph(nn.Module):
    def __init__(self, model: Deep):
        super().__init__()
        self.between = model.between

    def forward(self, hidden, first, second):
        return self.between(hidden.unsqueeze(0), first, second)


def graph(module: nn.Module, inputs: dict, outputs: list[str], axes: dict) -> onnx.ModelProto:
    file = io.BytesIO()
    torch.onnx.export(
        module.eval(), tuple(inputs.values()), file, input_names=list(inputs), output_names=outputs,
        dynamic_axes=axes, opset_version=OPSET, dynamo=False, do_constant_folding=True,
    )
    return onnx.load_from_string(file.getvalue())


def quantised(model: onnx.ModelProto) -> onnx.ModelProto:
    """Products with constant matrices become products of integers, with a scale for each column of
    the matrix; their inputs are quantised as they come."""
    constants = {t.name: t for t in model.graph.initializer}
    nodes, added, gone, ready = [], [], set(), {}
    for node in model.graph.node:
        weight = constants.get(node.input[1]) if node.op_type in ("MatMul", "Gemm") and len(node.input) > 1 else None
        if weight is None or len(weight.dims) != 2:
            nodes.append(node)
            continue
        matrix = numpy_helper.to_array(weight)
        attributes = {a.name: helper.get_attribute_value(a) for a in node.attribute}
        if attributes.get("transB"):
            matrix = matrix.T
        scale = np.maximum(np.abs(matrix).max(0), 1e-8) / 127
        whole = np.round(matrix / scale).astype(np.int8)
        name, source, out = node.output[0], node.input[0], node.output[0]
        gone.add(weight.name)
        added += [
            numpy_helper.from_array(whole, name + ".weight"),
            numpy_helper.from_array(scale.astype(np.float32), name + ".scale"),
        ]
        if source not in ready:
            # One quantisation for all that read the same input.
            ready[source] = [source + ".int", source + ".step", source + ".zero"]
            nodes.append(helper.make_node("DynamicQuantizeLinear", [source], ready[source], name + ".quantise"))
        whole_name, step, zero = ready[source]
        nodes += [
            helper.make_node("MatMulInteger", [whole_name, name + ".weight", zero], [name + ".sum"], name + ".product"),
            helper.make_node("Cast", [name + ".sum"], [name + ".float"], name + ".cast", to=TensorProto.FLOAT),
            helper.make_node("Mul", [step, name + ".scale"], [name + ".steps"], name + ".rescale"),
        ]
        bias = node.op_type == "Gemm" and len(node.input) > 2
        nodes.append(helper.make_node("Mul", [name + ".float", name + ".steps"], [name + ".product" if bias else out], name + ".scaled"))
        if bias:
            nodes.append(helper.make_node("Add", [name + ".product", node.input[2]], [out], name + ".biased"))
    used = {i for n in nodes for i in n.input}
    kept = [t for t in model.graph.initializer if t.name in used] + added
    made = helper.make_model(
        helper.make_graph(nodes, model.graph.name, model.graph.input, model.graph.output, kept),
        opset_imports=model.opset_import, ir_version=8,
    )
    onnx.checker.check_model(made)
    return made


def graphs(model: Deep, whole: bool) -> dict[str, onnx.ModelProto]:
    """The three graphs; `whole` keeps numbers as they are (float)."""
    n, width = 11, model.encoder.sizes["width"]
    ids = torch.zeros(1, n, dtype=torch.int32)
    hidden, spots = torch.zeros(n, width), torch.full((2, n), 0.0).index_fill(1, torch.tensor([3]), 1.0)
    pieces, rows = {1: "pieces"}, {0: "rows", 1: "pieces"}
    made = {
        "encoder": graph(
            EncoderGraph(model, not whole), {"ids": ids, "shapes": ids}, ["hidden", "names"],
            {"ids": pieces, "shapes": pieces, "hidden": {0: "pieces"}, "names": {0: "pieces"}},
        ),
        "targets": graph(
            TargetsGraph(model), {"hidden": hidden, "spots": spots},
            ["anyone", "writer", "anyone_parts", "writer_parts"],
            {"hidden": {0: "pieces"}, "spots": rows, "anyone": {0: "rows"}, "writer": {0: "rows"},
             "anyone_parts": rows, "writer_parts": rows},
        ),
        "pairs": graph(
            PairsGraph(model), {"hidden": hidden, "first": spots, "second": spots},
            ["between", "between_parts"],
            {"hidden": {0: "pieces"}, "first": rows, "second": rows, "between": {0: "rows"}, "between_parts": rows},
        ),
    }
    return made if whole else {name: quantised(g) for name, g in made.items()}


def packed(vocabulary: list[str], sizes: dict, made: dict[str, onnx.ModelProto]) -> bytes:
    parts = {"vocabulary": "\n".join(vocabulary).encode()}
    parts |= {name: g.SerializeToString() for name, g in made.items()}
    at = {piece: i for i, piece in enumerate(vocabulary)}
    header = {
        "version": 1, "pieces": sizes["longest"], "labels": LABELS,
        "marks": {kind: at[mark] for kind, mark in MARKS.items()},
        "cls": at[CLS], "sep": at[SEP], "mask": at[MASK], "unknown": at[UNKNOWN],
        "parts": [{"name": name, "length": len(data)} for name, data in parts.items()],
    }
    head = json.dumps(header, separators=(",", ":")).encode()
    return b"SLDEEP1\n" + len(head).to_bytes(4, "little") + head + b"".join(parts.values())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="keep the numbers as they were trained")
    options = parser.parse_args()
    model, vocabulary, _ = load(options.weights)
    data = packed(vocabulary, model.encoder.sizes, graphs(model, options.float))
    options.out.write_bytes(data)
    print(f"{options.out}: {len(data)} bytes")


if __name__ == "__main__":
    main()
