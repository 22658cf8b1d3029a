"""The trained encoder: windows of word pieces in, the scores of heads and cells out. Runs offline on any processor."""

from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable

import msgspec
import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from aide_memoire.reading.decode import Scores, Thresholds
from aide_memoire.reading.windows import Window

MODEL: Traversable = resources.files("aide_memoire") / "model"
"""reader.onnx, tokenizer.json and thresholds.json: made by `training/`, described in docs/model.md."""


class Encoder:
    """The model of one folder, ready to score windows; what was chosen on validation texts stands in `thresholds`."""

    def __init__(self, folder: Traversable = MODEL) -> None:
        self.thresholds = msgspec.json.decode((folder / "thresholds.json").read_bytes(), type=Thresholds)
        self.tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        onnxruntime.disable_telemetry_events()  # on some systems it would report its use
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3  # warnings about the machine are not the user's
        options.intra_op_num_threads = 1  # several processes share the cores better than several threads
        self.session = onnxruntime.InferenceSession(
            (folder / "reader.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
        )

    def score(self, window: Window) -> Scores:
        """The labels of every piece, and the queries and keys by which a head finds its cells."""
        given = {"ids": window.ids, "cases": window.cases, "known": window.known}
        inputs = {name: np.array([values], np.int64) for name, values in given.items()}
        inputs["mask"] = np.ones(inputs["ids"].shape, np.float32)
        outputs = self.session.run(["labels", "queries", "keys"], inputs)
        return Scores(*(np.asarray(output)[0] for output in outputs))


@lru_cache(maxsize=1)
def load_encoder() -> Encoder:
    """The encoder that the package ships, read once."""
    return Encoder()
