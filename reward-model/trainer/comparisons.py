"""Comparisons as Paddock exports them (docs/data-shapes.md, format trl), from its API or from files."""

import json
import urllib.request
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path

import hold_out

MARGINS = {"significantly-better": 1.0, "better": 2 / 3, "slightly-better": 1 / 3, "negligibly-better": 0.0}


class Unusable(Exception):
    """Comparisons that cannot be trained on; the message says which and why."""


@dataclass(frozen=True)
class Comparison:
    prompt: list  # of messages
    chosen: str
    rejected: str
    margin: float
    degree: str
    impartial: bool = True  # taken without regard to any model's scores, so that it may judge one

    def conversation(self, answer):
        return [*self.prompt, {"role": "assistant", "content": answer}]

    @property
    def held_out(self):
        return hold_out.contains(hold_out.root(self.prompt))


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Where an address has moved to, whoever gave the token has not said that it may go."""

    def redirect_request(self, request, response, code, message, headers, new_url):
        raise Unusable(f"{request.full_url} sends to {new_url}; the token goes nowhere but to the server you named.")


def pull(server, campaign, token, path):
    """
    Writes a campaign's comparisons to a file.

    :raises Unusable: where they did not come whole; then nothing is written
    """
    url = f"{server.rstrip('/')}/api/campaigns/{campaign}/comparisons?format=trl&margin=small"
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"})
    try:
        with urllib.request.build_opener(_NoRedirect).open(request, timeout=300) as response:
            promised = response.headers.get("Paddock-Rows")
            body = response.read()
    except (OSError, HTTPException) as problem:
        raise Unusable(f"Campaign {campaign} cannot be had from {server} ({problem!r}).") from problem
    rows = body.count(b"\n")
    if promised is not None and rows != int(promised):
        raise Unusable(f"Paddock promised {promised} comparisons and sent {rows}; try again.")
    Path(path).write_bytes(body)


def read(paths):
    """All comparisons of the files; of those that one person gave on one turn the last, as a resumed export may hold both."""
    found = {}
    for path in paths:
        with open(path, encoding="utf-8", newline="\n") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    key, comparison = _comparison(line, f"{path}, line {number}")
                    found.pop(key, None)
                    found[key] = comparison
    return list(found.values())


def _comparison(line, where):
    try:
        row = json.loads(line)
        prompt = [{"role": message["role"], "content": message["content"]} for message in row["prompt"]]
        chosen, rejected = row["chosen"][-1]["content"], row["rejected"][-1]["content"]
    except (ValueError, KeyError, IndexError, TypeError) as problem:
        raise Unusable(f"{where}: this is no comparison in TRL's form with an explicit prompt ({problem!r})") from problem
    turn = (row.get("conversation"), row.get("turn"), row.get("annotator"))
    return (where if None in turn else turn), Comparison(
        prompt, chosen, rejected, _margin(row, where), row.get("degree") or "unknown", row.get("impartial") is not False
    )


def _margin(row, where):
    margin = row.get("margin")
    if margin is None:
        margin = MARGINS.get(row.get("degree"))
    if not isinstance(margin, (int, float)) or margin < 0:
        raise Unusable(f"{where}: it has neither a margin nor a degree; export with margin=small")
    return float(margin)
