"""python -m unittest discover tests, in the folder of the trainer. Needs no PyTorch; what needs the tokenizers is skipped without them."""

import json
import sys
import tempfile
import threading
import unittest
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import bundle  # noqa: E402
import comparisons  # noqa: E402
import evaluation  # noqa: E402
import hold_out  # noqa: E402

try:
    from layout import Layout
except ImportError:
    Layout = None


def vectors(name):
    return json.loads((HERE / name).read_text(encoding="utf-8"))


def row(**changed):
    whole = {
        "prompt": [{"role": "user", "content": "Hi"}],
        "chosen": [{"role": "assistant", "content": "Hello."}],
        "rejected": [{"role": "assistant", "content": "What?"}],
        "margin": 1.0,
        "degree": "significantly-better",
        "conversation": "c",
        "turn": 1,
        "annotator": "quiet-heron-27",
    }
    return json.dumps({**whole, **changed}) + "\n"


class HoldOutTest(unittest.TestCase):
    def test_holds_out_the_same_conversations_as_paddock(self):
        for vector in vectors("hold-out.json"):
            root = hold_out.root(vector["prompt"])
            self.assertEqual(root, vector["root"])
            self.assertEqual(hold_out.contains(root), vector["heldOut"], root)

    def test_is_a_tenth_of_all_conversations(self):
        held = sum(hold_out.contains(f"question {number}") for number in range(20_000))
        self.assertTrue(1_850 < held < 2_150, held)


@unittest.skipUnless(Layout, "the library tokenizers is not there")
class LayoutTest(unittest.TestCase):
    def test_lays_out_as_paddock_does(self):
        for vector in vectors("layouts.json"):
            layout = Layout(HERE / "tokenizer.json", vector["template"], vector["promptTail"], vector["answerHead"])
            self.assertEqual(layout.ids(vector["messages"]), vector["ids"], vector)

    def test_refuses_a_special_token_that_the_tokenizer_lacks(self):
        template = {"shape": "turns", "start": "<bos>", "system": {}, "user": {}, "assistant": {}}
        with self.assertRaisesRegex(ValueError, "<bos>"):
            Layout(HERE / "tokenizer.json", template, 9, 9).ids([{"role": "assistant", "content": "one"}])


class ComparisonsTest(unittest.TestCase):
    def read(self, *lines):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "comparisons.jsonl"
            path.write_text("".join(lines), encoding="utf-8")
            return comparisons.read([path])

    def test_reads_what_people_said(self):
        (read,) = self.read(row(margin=2 / 3, degree="better"))
        self.assertEqual((read.chosen, read.rejected, read.margin, read.degree), ("Hello.", "What?", 2 / 3, "better"))

    def test_pairs_taken_for_their_small_gap_are_not_impartial(self):
        taken, other, unsaid = self.read(row(impartial=False), row(turn=2, impartial=True), row(turn=3))
        self.assertEqual([taken.impartial, other.impartial, unsaid.impartial], [False, True, True])

    def test_takes_the_margin_from_the_degree_where_it_is_missing(self):
        (read,) = self.read(row(margin=None, degree="slightly-better"))
        self.assertAlmostEqual(read.margin, 1 / 3)

    def test_keeps_the_last_of_what_one_person_said_of_one_turn(self):
        read = self.read(row(), row(turn=2), row(margin=0.0, degree="negligibly-better"))
        self.assertEqual([comparison.margin for comparison in read], [1.0, 0.0])

    def test_a_line_separator_in_a_text_ends_no_line(self):
        (read,) = self.read(row().replace("Hello.", "Hel\u2028lo."))
        self.assertEqual(read.chosen, "Hel\u2028lo.")

    def test_names_the_line_that_is_no_comparison(self):
        for bad in ("{", "[]", row(chosen=[]), row(prompt="Hi"), row(margin=None, degree=None), row(margin=-1)):
            with self.assertRaisesRegex(comparisons.Unusable, "line 2"):
                self.read(row(), bad)


class PullTest(unittest.TestCase):
    def pull(self, body, promised):
        seen = {}

        class Paddock(BaseHTTPRequestHandler):
            def do_GET(self):
                seen.update(path=self.path, token=self.headers["Authorization"])
                self.send_response(200)
                self.send_header("Paddock-Rows", str(promised))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        server = HTTPServer(("127.0.0.1", 0), Paddock)
        threading.Thread(target=server.handle_request, daemon=True).start()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "pulled.jsonl"
            try:
                comparisons.pull(f"http://127.0.0.1:{server.server_port}/", "7", "secret", path)
                return seen, path.read_bytes()
            finally:
                server.server_close()

    def test_pulls_a_campaign_with_margins(self):
        seen, pulled = self.pull(b"{}\n{}\n", 2)
        self.assertEqual(seen["path"], "/api/campaigns/7/comparisons?format=trl&margin=small")
        self.assertEqual((seen["token"], pulled), ("Bearer secret", b"{}\n{}\n"))

    def test_takes_no_part_for_the_whole(self):
        with self.assertRaisesRegex(comparisons.Unusable, "promised 3 comparisons and sent 2"):
            self.pull(b"{}\n{}\n", 3)

    def test_takes_the_token_to_no_other_address(self):
        seen = []

        class Elsewhere(BaseHTTPRequestHandler):
            def do_GET(self):
                seen.append(self.headers["Authorization"])
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_):
                pass

        class Moved(Elsewhere):
            def do_GET(self):
                self.send_response(302)
                self.send_header("Location", f"http://127.0.0.1:{elsewhere.server_port}/login")
                self.end_headers()

        servers = elsewhere, moved = HTTPServer(("127.0.0.1", 0), Elsewhere), HTTPServer(("127.0.0.1", 0), Moved)
        for server in servers:
            threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            with self.assertRaisesRegex(comparisons.Unusable, rf"sends to http://127.0.0.1:{elsewhere.server_port}/login"):
                comparisons.pull(f"http://127.0.0.1:{moved.server_port}", "7", "secret", "nowhere.jsonl")
            self.assertEqual(seen, [])
        finally:
            for server in servers:
                server.shutdown()
                server.server_close()


class EvaluationTest(unittest.TestCase):
    def test_counts_by_degree_and_a_draw_as_half(self):
        said = [
            comparisons.Comparison([], "longer", "short", 1.0, "significantly-better"),
            comparisons.Comparison([], "a", "bb", 1 / 3, "slightly-better"),
        ]
        all_of_them, significantly, slightly = evaluation.card_rows(said, [2.0, 0.0])
        self.assertEqual((all_of_them["accuracy"], all_of_them["pairs"], all_of_them["lengthOnly"]), (75.0, 2, 50.0))
        self.assertEqual((significantly["accuracy"], slightly["accuracy"]), (100.0, 50.0))
        self.assertAlmostEqual(all_of_them["standardError"], (75 * 25 / 1) ** 0.5, msg="both are of one conversation")
        self.assertEqual(evaluation.card_rows([], []), [])


class BundleTest(unittest.TestCase):
    def test_tolerates_no_more_than_paddock_takes(self):
        self.assertEqual(bundle.most_tolerance([-0.5, 0.2]), 1.0)
        self.assertEqual(bundle.most_tolerance([30.0, -45.0]), 4.5)

    def test_vouches_for_every_file(self):
        card = {
            "kind": "safety",
            "name": "n",
            "version": "1",
            "base": {"name": "b", "licence": "MIT"},
            "training": {"pairs": 1, "command": "python train.py"},
            "heldOut": [],
        }
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "model.onnx").write_bytes(b"x")
            bundle.write(folder, card)
            written = json.loads((Path(folder) / "reward-model.json").read_text(encoding="utf-8"))
            self.assertEqual(written["contract"], 1)
            self.assertEqual(written["files"]["model.onnx"], bundle.sha256(Path(folder) / "model.onnx"))
            self.assertEqual(set(written["files"]), {"model.onnx", "card.md"})


if __name__ == "__main__":
    unittest.main()
