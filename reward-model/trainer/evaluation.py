"""How often a model prefers what people preferred."""

from math import sqrt

import hold_out


def card_rows(comparisons, gaps):
    """
    What the card says in heldOut: all together, then by degree.

    :param gaps: score of the chosen answer less that of the rejected one, for each comparison
    """
    rows = [_row("held-out comparisons", list(zip(comparisons, gaps)))] if comparisons else []
    for degree in ("significantly-better", "better", "slightly-better", "negligibly-better", "unknown"):
        of_degree = [(comparison, gap) for comparison, gap in zip(comparisons, gaps) if comparison.degree == degree]
        if of_degree:
            rows.append(_row(f"held-out comparisons, {degree}", of_degree))
    return rows


def _row(name, judged):
    accuracy = _percent_right(gap for _, gap in judged)
    longer = _percent_right(len(comparison.chosen) - len(comparison.rejected) for comparison, _ in judged)
    conversations = {hold_out.root(comparison.prompt) for comparison, _ in judged}
    return {
        "set": name,
        "pairs": len(judged),
        "accuracy": accuracy,
        # What is said of one conversation hangs together.
        "standardError": sqrt(accuracy * (100 - accuracy) / len(conversations)),
        "lengthOnly": max(longer, 100 - longer),
    }


def _percent_right(gaps):
    rights = [1.0 if gap > 0 else 0.5 if gap == 0 else 0.0 for gap in gaps]
    return 100 * sum(rights) / len(rights)
