"""Write trained parameters as ONNX, its linear maps in int8, beside the tokenizer.

usage: python training/export.py TOKENIZER.json OUT_DIR PARAMS.safetensors…

Of several models, trained from the same start with different seeds, the average is written (Wortsman et al. 2022): as
good as asking each, at the price of one.

The graph takes `ids`, `cases`, `known` and `mask` (batch, pieces) and gives `labels`, `queries` and `keys` as
`encoder.score` does. Weights of linear maps and word pieces are int8 but for those of `WHOLE`; activations are
quantised as they come.
"""

import sys
from pathlib import Path

import numpy as np
import onnx
from encoder import HEADS, HIDDEN, LAYERS, POINTERS, RANK, turns
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.numpy import load_file

OPSET = 17
WHOLE = tuple(f"layer.{n}.output.dense" for n in range(LAYERS))
"""Linear maps that are kept in float16 and computed in float32: what goes into them spreads too wide for eight bits."""


class Graph:
    """A graph under construction: nodes and constants with names made up in order."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, value: np.ndarray, name: str | None = None) -> str:
        """A constant tensor."""
        name = name or f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(value, name))
        return name

    def node(self, kind: str, *inputs: str, output: str | None = None, **attributes: object) -> str:
        """One operation; the name of its output."""
        output = output or f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
        return output

    def linear(self, x: str, p: dict[str, np.ndarray], name: str, output: str | None = None) -> str:
        """x W + b."""
        values = np.ascontiguousarray(p[name + ".weight"].T)
        if name.endswith(WHOLE):
            weight = self.node("Cast", self.constant(values.astype(np.float16), name), to=TensorProto.FLOAT)
        else:
            weight = self.constant(values, name)
        return self.node("Add", self.node("MatMul", x, weight), self.constant(p[name + ".bias"]), output=output)

    def norm(self, x: str, p: dict[str, np.ndarray], name: str) -> str:
        """Layer normalisation."""
        scale, bias = self.constant(p[name + ".weight"]), self.constant(p[name + ".bias"])
        return self.node("LayerNormalization", x, scale, bias, axis=-1, epsilon=1e-12)

    def rotated(self, x: str, cos: str, sin: str, output: str) -> None:
        """The halves of the last axis turned against each other, as `encoder.rotated` does."""
        half = RANK // 2
        a, b = (
            self.node("Slice", x, *(self.constant(np.array([n], np.int64)) for n in (begin, begin + half, -1)))
            for begin in (0, half)
        )
        left = self.node("Sub", self.node("Mul", a, cos), self.node("Mul", b, sin))
        right = self.node("Add", self.node("Mul", a, sin), self.node("Mul", b, cos))
        self.node("Concat", left, right, axis=-1, output=output)

    def gelu(self, x: str) -> str:
        """The exact Gaussian error linear unit."""
        erf = self.node("Erf", self.node("Div", x, self.constant(np.array(np.sqrt(2), np.float32))))
        gate = self.node("Add", erf, self.constant(np.array(1, np.float32)))
        return self.node("Mul", self.node("Mul", x, gate), self.constant(np.array(0.5, np.float32)))


def build(p: dict[str, np.ndarray]) -> onnx.ModelProto:
    """The encoder and its heads as an ONNX model in float32."""
    g = Graph()
    shape = g.constant(np.array([0, 0, HEADS, HIDDEN // HEADS], np.int64))
    length = g.node("Shape", "ids", start=1, end=2)
    positions = g.node(
        "Slice", g.constant(p["embeddings.position_embeddings.weight"]), g.constant(np.array([0], np.int64)), length
    )
    words = g.node("Gather", g.constant(p["embeddings.word_embeddings.weight"], "words"), "ids")
    case = g.node("Gather", g.constant(p["embeddings.case_embeddings.weight"]), "cases")
    x = g.node("Add", g.node("Add", words, positions), g.constant(p["embeddings.token_type_embeddings.weight"][0]))
    known = g.node("Gather", g.constant(p["embeddings.known_embeddings.weight"]), "known")
    x = g.node("Add", g.node("Add", x, case), known)
    x = g.norm(x, p, "embeddings.LayerNorm")
    hidden = g.node(
        "Unsqueeze", g.node("Sub", g.constant(np.array(1, np.float32)), "mask"), g.constant(np.array([1, 2], np.int64))
    )
    bias = g.node("Mul", hidden, g.constant(np.array(-1e9, np.float32)))
    scale = g.constant(np.array(1 / np.sqrt(HIDDEN // HEADS), np.float32))
    merged = g.constant(np.array([0, 0, HIDDEN], np.int64))
    for n in range(LAYERS):
        at = f"encoder.layer.{n}."
        q, k, v = (
            g.node("Transpose", g.node("Reshape", g.linear(x, p, f"{at}attention.self.{w}"), shape), perm=perm)
            for w, perm in (("query", [0, 2, 1, 3]), ("key", [0, 2, 3, 1]), ("value", [0, 2, 1, 3]))
        )
        scores = g.node("Add", g.node("Mul", g.node("MatMul", q, k), scale), bias)
        mixed = g.node("MatMul", g.node("Softmax", scores, axis=-1), v)
        mixed = g.node("Reshape", g.node("Transpose", mixed, perm=[0, 2, 1, 3]), merged)
        x = g.norm(
            g.node("Add", x, g.linear(mixed, p, at + "attention.output.dense")), p, at + "attention.output.LayerNorm"
        )
        h = g.linear(g.gelu(g.linear(x, p, at + "intermediate.dense")), p, at + "output.dense")
        x = g.norm(g.node("Add", x, h), p, at + "output.LayerNorm")
    split = g.constant(np.array([0, 0, POINTERS + 1, RANK], np.int64))
    g.linear(x, p, "label", output="labels")
    first = g.constant(np.array([0], np.int64))
    cos, sin = (g.node("Slice", g.constant(turn[:, None, :]), first, length) for turn in turns())
    for name, output in (("query", "queries"), ("key", "keys")):
        g.rotated(g.node("Reshape", g.linear(x, p, name), split), cos, sin, output)
    kinds = {
        "ids": TensorProto.INT64,
        "cases": TensorProto.INT64,
        "known": TensorProto.INT64,
        "mask": TensorProto.FLOAT,
    }
    inputs = [helper.make_tensor_value_info(name, kind, ["batch", "pieces"]) for name, kind in kinds.items()]
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in ("labels", "queries", "keys")]
    graph = helper.make_graph(g.nodes, "aide-memoire-reader", inputs, outputs, g.constants)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)


def average(models: list[Path]) -> dict[str, np.ndarray]:
    """The mean of each parameter over the models."""
    every = [load_file(path) for path in models]
    return {name: np.mean([p[name] for p in every], axis=0).astype(np.float32) for name in every[0]}


def main(tokenizer: Path, out: Path, *models: Path) -> None:
    """Write reader.onnx and tokenizer.json."""
    out.mkdir(parents=True, exist_ok=True)
    whole = out / "whole.onnx"
    onnx.save(build(average(list(models))), whole)
    quantize_dynamic(
        whole,
        out / "reader.onnx",
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gather"],
        extra_options={"MatMulConstBOnly": True},
    )
    whole.unlink()
    (out / "tokenizer.json").write_bytes(tokenizer.read_bytes())


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
