"""A bundle that Paddock opens: the contract is in docs/reward-models.md."""

import hashlib
import json
from pathlib import Path


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def tolerance(precision, deviation):
    """How far a score may lie from its golden one on another machine: little of what scores differ by anyway."""
    return (0.05 if precision == "fp16" else 0.005) * max(1.0, deviation)


def most_tolerance(golden_scores):
    """More than this Paddock does not take: it would let other models through."""
    return max(1.0, max(abs(score) for score in golden_scores) / 10)


def write(folder, card):
    """Writes card.md and reward-model.json beside the files that are in the folder already, whose hashes they hold."""
    folder = Path(folder)
    (folder / "card.md").write_text(_markdown(card), encoding="utf-8")
    files = {file.name: sha256(file) for file in sorted(folder.iterdir()) if file.name != "reward-model.json"}
    text = json.dumps({"contract": 1, **card, "files": files}, indent=2, ensure_ascii=False)
    (folder / "reward-model.json").write_text(text + "\n", encoding="utf-8")


def spoken(messages):
    """Messages as the card writes them."""
    return [{"role": message["role"].upper(), "content": message["content"]} for message in messages]


def _markdown(card):
    lines = [
        f"# {card['name']} {card['version']}, {card['kind']}",
        "",
        f"{card['base']['name']} ({card['base']['licence']}), trained for one epoch on {card['training']['pairs']} comparisons.",
        "",
        "| judged on | pairs | accuracy % | standard error | length only |",
        "| --- | --- | --- | --- | --- |",
    ]
    for row in card["heldOut"]:
        figures = f"{row['accuracy']:.1f} | {row['standardError']:.1f} | {row['lengthOnly']:.1f}"
        lines.append(f"| {row['set']} | {row['pairs']} | {figures} |")
    lines += ["", "```", card["training"]["command"], "```", ""]
    return "\n".join(lines)
