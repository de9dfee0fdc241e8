"""python -m unittest discover tests, in the folder of the trainer."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import comparisons  # noqa: E402
import hold_out  # noqa: E402
from split import split  # noqa: E402


def comparison(number, impartial=True):
    return comparisons.Comparison([{"role": "user", "content": f"Question {number}"}], "yes", "no", 1.0, "better", impartial)


def is_held_out(number):
    return hold_out.contains(f"question {number}")


NUMBERS = range(200)
HELD_OUT = [number for number in NUMBERS if is_held_out(number)]
OTHERS = [number for number in NUMBERS if not is_held_out(number)]


class SplitTest(unittest.TestCase):
    def test_what_is_held_out_judges_and_is_never_learnt_from(self):
        parts = split([comparison(number) for number in NUMBERS])
        self.assertTrue(HELD_OUT)
        self.assertEqual(parts.training, [comparison(number) for number in OTHERS])
        self.assertEqual(parts.judges, [comparison(number) for number in HELD_OUT])

    def test_what_was_taken_for_its_small_gap_is_learnt_from_and_judges_nothing(self):
        parts = split([comparison(number, impartial=False) for number in NUMBERS])
        self.assertEqual(parts.training, [comparison(number, impartial=False) for number in OTHERS])
        self.assertEqual(parts.judges, [])

    def test_refuses_where_all_is_held_out(self):
        with self.assertRaisesRegex(comparisons.Unusable, "no comparisons to learn from"):
            split([comparison(number) for number in HELD_OUT])


if __name__ == "__main__":
    unittest.main()
