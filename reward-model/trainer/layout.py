"""A conversation as tokens, exactly as Paddock lays it out (class Layout, tests/layouts.json): training sees what serving will see."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from hold_out import WHITESPACE


@dataclass(frozen=True)
class Mark:
    content: str


@dataclass
class Written:
    """Pieces (marks, and strings) before and after the string that the answer is in, from the character `answer` on."""

    opening: list
    prompt: list
    text: str
    answer: int
    closing: list


class Layout:
    def __init__(self, tokenizer_json, template, prompt_tail, answer_head):
        self.tokenizer = Tokenizer.from_file(str(tokenizer_json))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.template = template
        self.prompt_tail = prompt_tail
        self.answer_head = answer_head
        added = json.loads(Path(tokenizer_json).read_text(encoding="utf-8"))
        self.specials = {token["content"]: token["id"] for token in added["added_tokens"] if token["special"]}
        unknown = added["model"].get("unk_token")
        self.never_text = set(self.specials.values()) - {self.specials.get(unknown), added["model"].get("unk_id")}

    def ids(self, messages):
        written = _written(self.template, messages, self.specials)
        before, answer = self._split(written.text, written.answer)
        prompt = self._all(written.prompt) + before
        return (
            self._all(written.opening)
            + prompt[max(0, len(prompt) - self.prompt_tail) :]
            + answer[: self.answer_head]
            + self._all(written.closing)
        )

    def pad(self):
        return self.specials[self.template["pad"]] if self.template.get("pad") else 0

    def _all(self, pieces):
        ids = []
        for piece in pieces:
            ids += [self._special(piece.content)] if isinstance(piece, Mark) else self._split(piece, 0)[1]
        return ids

    def _special(self, mark):
        if mark not in self.specials:
            raise ValueError(f"The tokenizer has no special token {mark}; choose another --template.")
        return self.specials[mark]

    def _split(self, text, at):
        encoding = self.tokenizer.encode(self._defused(text), add_special_tokens=False)
        start = len(self._defused(text[:at]))
        middle = 0
        while at > 0 and middle < len(encoding.ids) and encoding.offsets[middle][1] <= start:
            middle += 1
        kept = [[id for id in part if id not in self.never_text] for part in (encoding.ids[:middle], encoding.ids[middle:])]
        return kept[0], kept[1]

    def _defused(self, text):
        """Nobody can end a turn by writing a special token."""
        for special in sorted(self.specials):
            if len(special) > 1:
                text = text.replace(special, special[0] + " " + special[1:])
        return text


def _written(template, messages, specials):
    if template["shape"] == "turns":
        return _turns(template, messages, specials)
    if template["shape"] != "chat":
        raise ValueError(f"Only the shapes chat and turns can be trained, not {template['shape']}.")
    if template.get("system") is not None and messages[0]["role"] != "system":
        messages = [{"role": "system", "content": template["system"]}] + messages
    _check(messages)
    return {"llama2": _llama2, "llama3": _llama3, "chatml": _chatml}[template["format"]](messages)


def _check(messages):
    turns = messages[1:] if messages[0]["role"] == "system" else messages
    if len(turns) % 2 or any(turn["role"] != ("user", "assistant")[i % 2] for i, turn in enumerate(turns)):
        raise ValueError("The messages of a conversation are out of turn")


def _llama3(messages):
    pieces = [Mark("<|begin_of_text|>")]
    for message in messages:
        head = [Mark("<|start_header_id|>"), message["role"], Mark("<|end_header_id|>")]
        pieces += head + ["\n\n" + message["content"].strip(WHITESPACE), Mark("<|eot_id|>")]
    return Written(pieces[:1], pieces[1:-2], pieces[-2], 2, pieces[-1:])


def _chatml(messages):
    pieces = []
    for message in messages:
        pieces += [Mark("<|im_start|>"), message["role"] + "\n" + message["content"], Mark("<|im_end|>"), "\n"]
    return Written([], pieces[:-3], pieces[-3], len("assistant\n"), pieces[-2:])


def _llama2(messages):
    pieces, system, answer = [], "", 0
    for message in messages:
        content = re.sub(r"(\[/?|<</?)(INST|SYS)(]|>>)", r"\1 \2 \3", message["content"])
        if message["role"] == "system":
            system = f"<<SYS>>\n{content}\n<</SYS>>\n\n"
        elif message["role"] == "user":
            pieces += [Mark("<s>"), f"[INST] {system}{content.strip(WHITESPACE)} [/INST]"]
            system = ""
        else:
            answer = len(pieces[-1])
            pieces[-1] += f" {content.strip(WHITESPACE)} "
            pieces.append(Mark("</s>"))
    return Written(pieces[:1], pieces[1:-2], pieces[-2], answer, pieces[-1:])


def _turns(template, messages, specials):
    pieces = []
    for message in messages[:-1]:
        _add(pieces, _pieces(_around(template, message, "before"), specials))
        _add(pieces, [_unlike_turns(template, message["content"], specials)])
        _add(pieces, _pieces(_around(template, message, "after"), specials))
    last = messages[-1]
    _add(pieces, _pieces(_around(template, last, "before"), specials))
    shares = bool(pieces) and isinstance(pieces[-1], str)
    prompt, answer = (pieces[:-1], len(pieces[-1])) if shares else (pieces, 0)
    rest = [pieces[-1] if shares else ""]
    _add(rest, [_unlike_turns(template, last["content"], specials)])
    _add(rest, _pieces(_around(template, last, "after"), specials))
    _add(rest, _only_marks(template.get("end") or "", specials))
    return Written(_only_marks(template.get("start") or "", specials), prompt, rest[0], answer, rest[1:])


def _around(template, message, side):
    return template[message["role"]].get(side) or ""


def _add(pieces, more):
    """Neighbouring texts are cut into tokens as one."""
    for piece in more:
        if isinstance(piece, str) and pieces and isinstance(pieces[-1], str):
            pieces[-1] += piece
        else:
            pieces.append(piece)


def _pieces(text, specials):
    any_special = "|".join(re.escape(special) for special in sorted(specials, key=len, reverse=True))
    parts = re.split(f"({any_special})", text) if any_special else [text]
    return [Mark(part) if part in specials else part for part in parts if part]


def _only_marks(text, specials):
    pieces = _pieces(text, specials)
    if any(isinstance(piece, str) for piece in pieces):
        raise ValueError(f"The template has '{text}' where special tokens belong; the tokenizer has no such token.")
    return pieces


def _unlike_turns(template, content, specials):
    """An answer that spells out the next question and a better answer must not be read as those."""
    for role in ("system", "user", "assistant"):
        for side in ("before", "after"):
            for piece in _pieces(template[role].get(side) or "", specials):
                turn = piece.rstrip(WHITESPACE) if isinstance(piece, str) else ""
                if len(turn.strip(WHITESPACE)) > 2:
                    first = len(turn) - len(turn.lstrip(WHITESPACE)) + 1
                    content = content.replace(turn, turn[:first] + " " + turn[first:])
    return content
