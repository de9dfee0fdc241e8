"""Trains a reward model on Paddock's comparisons and writes it as a bundle. README.md shows how."""

import argparse
import os
import shlex
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

import torch
from datasets import Dataset
from peft import LoraConfig
from transformers import AutoModelForSequenceClassification, AutoTokenizer
from trl import RewardConfig, RewardTrainer

import bundle
import comparisons
import evaluation
import export
import golden
import templates
from layout import Layout
from split import split


def main():
    options = arguments()
    out = Path(options.out)
    if out.exists():
        sys.exit(f"{out} is there already; a bundle never changes, so name another folder.")
    out.parent.mkdir(parents=True, exist_ok=True)
    # Beside the bundle, so that it appears there whole or not at all.
    with tempfile.TemporaryDirectory(prefix=".training-", dir=out.parent) as work:
        try:
            run(options, Path(work))
        except (comparisons.Unusable, export.Disagreement, ValueError) as problem:
            sys.exit(f"Nothing was written: {problem}")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", nargs="*", default=[], help="JSONL files as Paddock exports them")
    parser.add_argument("--server", help="address of Paddock; the token is read from PADDOCK_TOKEN")
    parser.add_argument("--campaign", nargs="*", default=[], help="ids of the campaigns to pull from it")
    parser.add_argument("--base", required=True, help="model to begin from: a name, or a folder")
    parser.add_argument("--licence", default="unknown", help="of that model, for the card")
    parser.add_argument("--kind", required=True, choices=["helpfulness", "safety"])
    parser.add_argument("--name", required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--out", required=True, help="folder of the bundle; must not be there yet")
    parser.add_argument("--template", default="auto", help=f"auto, {', '.join(templates.NAMES)}, or a .json file")
    parser.add_argument("--prompt-tail", type=int, default=1024, help="tokens kept of a prompt's end")
    parser.add_argument("--answer-head", type=int, default=1024, help="tokens kept of an answer's beginning")
    parser.add_argument("--learning-rate", type=float, help="1e-5, with --lora 1e-4")
    parser.add_argument("--batch", type=int, default=8, help="pairs on a device at once")
    parser.add_argument("--accumulate", type=int, default=8, help="batches for one step")
    parser.add_argument("--lora", action="store_true", help="train low-rank adapters, merged at the end")
    parser.add_argument("--precision", choices=["fp32", "fp16"], default="fp32", help="of the exported graph")
    parser.add_argument("--weights-apart", action="store_true", help="beside the graph whatever their size")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def run(options, work):
    files = gathered(options, work)
    tokenizer = AutoTokenizer.from_pretrained(options.base)
    template = templates.template(options.template, tokenizer)
    tokenizer.pad_token = template["pad"]
    tokenizer.save_pretrained(work / "tokenizer")
    layout = Layout(work / "tokenizer" / "tokenizer.json", template, options.prompt_tail, options.answer_head)
    parts = split(comparisons.read(files))
    trainer = trained(options, work, tokenizer, layout, parts.training)
    if trainer.is_world_process_zero():
        write(options, files, layout, parts, whole(trainer), work)


def gathered(options, work):
    files = [Path(file) for file in options.pairs]
    token = os.environ.get("PADDOCK_TOKEN", "")
    if options.campaign and not (options.server and token):
        raise comparisons.Unusable("To pull a campaign, give --server, and a token with the scope export as PADDOCK_TOKEN.")
    for campaign in options.campaign:
        files.append(work / f"{campaign}.jsonl")
        comparisons.pull(options.server, campaign, token, files[-1])
    return files


def trained(options, work, tokenizer, layout, training):
    gpu = torch.cuda.is_available()
    dtype = torch.bfloat16 if gpu and options.lora else torch.float32
    model = AutoModelForSequenceClassification.from_pretrained(options.base, num_labels=1, dtype=dtype)
    model.config.pad_token_id = tokenizer.pad_token_id
    rows = [
        {
            "chosen_ids": layout.ids(comparison.conversation(comparison.chosen)),
            "rejected_ids": layout.ids(comparison.conversation(comparison.rejected)),
            "margin": comparison.margin,
        }
        for comparison in training
    ]
    settings = RewardConfig(
        output_dir=str(work / "trainer"),
        num_train_epochs=1,  # a second one overfits (Llama 2, section 3.2.2)
        learning_rate=options.learning_rate or (1e-4 if options.lora else 1e-5),
        lr_scheduler_type="cosine",
        warmup_steps=0.03,
        per_device_train_batch_size=options.batch,
        gradient_accumulation_steps=options.accumulate,
        bf16=gpu,
        max_length=None,  # the layout has cut what is too long
        save_strategy="no",
        logging_steps=10,
        report_to="none",
        seed=options.seed,
    )
    adapters = LoraConfig(task_type="SEQ_CLS", r=16, lora_alpha=32, target_modules="all-linear") if options.lora else None
    trainer = RewardTrainer(
        model=model,
        args=settings,
        train_dataset=Dataset.from_list(rows),
        processing_class=tokenizer,
        peft_config=adapters,
    )
    trainer.train()
    return trainer


def whole(trainer):
    """The model without wrappers, adapters merged into its weights."""
    model = trainer.accelerator.unwrap_model(trainer.model)
    return (model.merge_and_unload() if hasattr(model, "merge_and_unload") else model).eval()


def write(options, files, layout, parts, model, work):
    judges, some = parts.judges, parts.training[:1000]
    gaps = [a - b for a, b in zip(scores(model, layout, judges, "chosen"), scores(model, layout, judges, "rejected"))]
    answers = scores(model, layout, some, "chosen") + scores(model, layout, some, "rejected")
    whitening = {"mean": statistics.fmean(answers), "deviation": statistics.pstdev(answers)}
    model = model.cpu().to(torch.float16 if options.precision == "fp16" else torch.float32)
    folder = work / "bundle"
    folder.mkdir()
    rows = [layout.ids(conversation) for conversation in golden.CONVERSATIONS]
    export.export(model, rows, layout.pad(), folder / "model.onnx", options.weights_apart)
    tolerance = bundle.tolerance(options.precision, whitening["deviation"])
    golden_scores = export.check(folder / "model.onnx", model, rows, layout.pad(), tolerance)
    shutil.copy(work / "tokenizer" / "tokenizer.json", folder)
    data = {Path(file).name: bundle.sha256(file) for file in files}
    judged = evaluation.card_rows(judges, gaps)
    pairs = len(parts.training)
    bundle.write(folder, card(options, layout.template, data, pairs, whitening, judged, golden_scores, tolerance))
    folder.rename(options.out)
    print((Path(options.out) / "card.md").read_text(encoding="utf-8"))


def card(options, template, data, pairs, whitening, judged, golden_scores, tolerance):
    """
    :param data: SHA-256 of each file, by name
    :param judged: its rows of what was held out
    """
    base = Path(options.base)
    return {
        "kind": options.kind,
        "name": options.name,
        "version": options.version,
        "base": {"name": base.name if base.is_dir() else options.base, "licence": options.licence, "sha256": None},
        "template": template,
        "truncation": {"promptTail": options.prompt_tail, "answerHead": options.answer_head},
        "inputs": export.INPUTS,
        "output": export.OUTPUT,
        "precision": options.precision,
        "batchInvariant": True,
        "whitening": whitening,
        "training": {"data": data, "pairs": pairs, "l2": 0.0, "command": shlex.join(["python", *sys.argv])},
        "heldOut": judged,
        "golden": [
            {"messages": bundle.spoken(conversation), "score": score}
            for conversation, score in zip(golden.CONVERSATIONS, golden_scores)
        ],
        "goldenTolerance": min(tolerance, bundle.most_tolerance(golden_scores)),
    }


def scores(model, layout, judged, answer):
    found = []
    for comparison in judged:
        ids, mask = export.padded([layout.ids(comparison.conversation(getattr(comparison, answer)))], layout.pad())
        with torch.no_grad():
            found.append(export.Reward(model)(ids.to(model.device), mask.to(model.device)).item())
    return found


if __name__ == "__main__":
    main()
