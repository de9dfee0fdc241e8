"""A sequence classifier as ONNX: pooling in the graph, right padding, no key-value cache."""

import numpy as np
import onnxruntime
import torch

INPUTS = ["input_ids", "attention_mask"]
OUTPUT = "reward"
# A file of protocol buffers ends at 2 GB.
LARGEST_GRAPH = 1_500_000_000


class Disagreement(Exception):
    """The exported graph does not score as the model does."""


class Reward(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask):
        return self.model(input_ids=input_ids, attention_mask=attention_mask).logits.float()


def padded(rows, pad):
    """Ids and mask of shape [rows, longest], padded on the right."""
    width = max(len(row) for row in rows)
    ids = torch.tensor([row + [pad] * (width - len(row)) for row in rows])
    mask = torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in rows])
    return ids, mask


def export(model, rows, pad, path, weights_apart=False):
    """
    :param model: in evaluation mode, on the CPU, in the precision that the graph is to have
    :param rows: token ids of at least two conversations of different lengths
    """
    model.config.use_cache = False
    large = sum(parameter.numel() * parameter.element_size() for parameter in model.parameters()) > LARGEST_GRAPH
    batch, length = torch.export.Dim("batch"), torch.export.Dim("length")
    with torch.no_grad():
        torch.onnx.export(
            Reward(model).eval(),
            padded(rows[:2], pad),
            str(path),
            input_names=INPUTS,
            output_names=[OUTPUT],
            dynamic_shapes={name: {0: batch, 1: length} for name in INPUTS},
            external_data=large or weights_apart,
            dynamo=True,
        )


def check(path, model, rows, pad, tolerance):
    """Scores of the model; the graph must give the same one by one, and in one padded batch."""
    with torch.no_grad():
        expected = [Reward(model)(*padded([row], pad)).item() for row in rows]
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    alone = [_scores(session, [row], pad)[0] for row in rows]
    together = _scores(session, rows, pad)
    worst = max(np.abs(np.subtract(alone, expected)).max(), np.abs(np.subtract(together, expected)).max())
    if not worst <= tolerance:
        raise Disagreement(f"The graph scores a golden conversation {worst} away from the model; {tolerance} is allowed.")
    return expected


def _scores(session, rows, pad):
    inputs = dict(zip(INPUTS, (tensor.numpy() for tensor in padded(rows, pad))))
    return session.run([OUTPUT], inputs)[0].reshape(-1).tolist()
