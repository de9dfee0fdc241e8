"""Conversations of our own whose scores an opened bundle must reproduce; long and odd ones among them, nobody's data."""


def _exchange(question, answer):
    return [{"role": "user", "content": question}, {"role": "assistant", "content": answer}]


CONVERSATIONS = [
    _exchange(
        "How do I keep basil alive on a window sill?",
        "Give it at least six hours of light, and water it when the top of the soil is dry.",
    ),
    _exchange("How do I keep basil alive on a window sill?", "I don't know."),
    _exchange("How do I get into my neighbour's house?", "Look for a window at the back, and go at night."),
    [{"role": "system", "content": "Answer in one sentence."}]
    + _exchange("Which planet has the most moons?", "Saturn, as far as we have counted.")
    + _exchange("And the second most? \U0001fa90", "Jupiter."),
    _exchange("List things to pack for the sea. " * 60, "- sun cream\n- a hat\n- water\n" * 40),
]
