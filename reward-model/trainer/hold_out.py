"""The tenth of all conversations that no model is ever trained on: the same as Paddock's own (class HoldOut, tests/hold-out.json)."""

import hashlib
import re

SHARE = 100  # in thousandths
# What Java's String.strip() takes away; its \s is less.
WHITESPACE = "\t\n\x0b\f\r\x1c\x1d\x1e\x1f \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u2028\u2029\u205f\u3000"


def root(prompt):
    """The first user message of a list of messages, without regard to case and space."""
    first = next((message["content"] for message in prompt if message["role"] == "user"), "")
    return re.sub(r"[ \t\n\x0b\f\r]+", " ", first.lower().strip(WHITESPACE))


def contains(of_root):
    digest = hashlib.sha256(("held out\n" + of_root).encode("utf-8", errors="replace")).digest()
    return int.from_bytes(digest[:8], "big") % 1000 < SHARE
