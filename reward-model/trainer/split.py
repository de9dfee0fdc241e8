"""Which comparisons a model learns from, and which ones judge it: never the same."""

from dataclasses import dataclass

from comparisons import Unusable


@dataclass(frozen=True)
class Split:
    training: list
    judges: list


def split(every):
    """
    :param every: comparisons, held out or not
    :raises Unusable: where none is left to learn from
    """
    training = [comparison for comparison in every if not comparison.held_out]
    if not training:
        raise Unusable("There are no comparisons to learn from.")
    return Split(training, [comparison for comparison in every if comparison.held_out and comparison.impartial])
