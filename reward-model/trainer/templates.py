"""Which template a base model is trained on, as reward-model.json writes it."""

import json
from pathlib import Path

NAMES = ("llama2", "llama3", "chatml", "pair", "names")


def template(wanted, tokenizer):
    """
    :param wanted: auto, one of NAMES, or the path of a JSON file that holds the template itself
    :param tokenizer: of the transformers library
    """
    if wanted.endswith(".json"):
        return json.loads(Path(wanted).read_text(encoding="utf-8"))
    found = _named(_recognised(tokenizer) if wanted == "auto" else wanted, tokenizer)
    found["pad"] = tokenizer.pad_token or tokenizer.eos_token
    return found


def _recognised(tokenizer):
    """By the marks of the chat template, as Paddock's own Llama does it; templates are never run."""
    chat = tokenizer.chat_template or ""
    if "<|im_start|>" in chat:
        return "chatml"
    if "<|start_header_id|>" in chat:
        return "llama3"
    if "[INST]" in chat:
        return "llama2"
    return "pair" if tokenizer.cls_token and tokenizer.sep_token else "names"


def _named(name, tokenizer):
    if name in ("llama2", "llama3", "chatml"):
        return {"shape": "chat", "format": name}
    if name == "pair":
        sep = tokenizer.sep_token
        return {
            "shape": "turns",
            "start": tokenizer.cls_token,
            "system": {"after": "\n"},
            "user": {},
            "assistant": {"before": sep, "after": sep},
        }
    if name == "names":
        return {
            "shape": "turns",
            "start": tokenizer.bos_token or "",
            "system": {},
            "user": {"before": "\n\nHuman: "},
            "assistant": {"before": "\n\nAssistant: "},
            "end": tokenizer.eos_token or "",
        }
    raise ValueError(f"No template is called {name}; there are auto, {', '.join(NAMES)}, or a .json file.")
