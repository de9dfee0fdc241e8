"""Writes a tiny Llama and a tiny DeBERTa of random weights, and comparisons in which the polite answer is always preferred."""

import json
import sys
from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import (
    DebertaV2Config,
    DebertaV2ForSequenceClassification,
    LlamaConfig,
    LlamaForSequenceClassification,
    PreTrainedTokenizerFast,
)

MARKS = ["<|begin_of_text|>", "<|end_of_text|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>", "<|pad|>"]
PAIR_MARKS = ["[PAD]", "[CLS]", "[SEP]", "[UNK]"]
POLITE, RUDE = "Gladly, here is how it is done. ", "No, find out by yourself. "


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(7)
    _save(folder / "llama", _bytes(), LlamaForSequenceClassification, _llama)
    _save(folder / "deberta", _words(), DebertaV2ForSequenceClassification, _deberta)
    with open(folder / "comparisons.jsonl", "w", encoding="utf-8") as file:
        for number in range(200):
            file.write(json.dumps(_row(number)) + "\n")


def _save(folder, tokenizer, model, config):
    tokenizer.save_pretrained(folder)
    model(config(tokenizer)).save_pretrained(folder)


def _llama(tokenizer):
    return LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=512,
        num_labels=1,
        pad_token_id=tokenizer.pad_token_id,
    )


def _deberta(tokenizer):
    return DebertaV2Config(
        vocab_size=len(tokenizer),
        hidden_size=32,
        pooler_hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        max_position_embeddings=512,
        relative_attention=True,
        position_buckets=64,
        pos_att_type=["p2c", "c2p"],
        share_att_key=True,
        norm_rel_ebd="layer_norm",
        position_biased_input=False,
        type_vocab_size=0,
        num_labels=1,
        pad_token_id=tokenizer.pad_token_id,
    )


def _words():
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    trainer = trainers.UnigramTrainer(
        vocab_size=120, special_tokens=PAIR_MARKS, unk_token=PAIR_MARKS[3], show_progress=False
    )
    tokenizer.train_from_iterator([POLITE + RUDE + "abcdefghijklmnopqrstuvwxyz 0 1 2 3 4 5 6 7 8 9?"] * 3, trainer)
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        pad_token=PAIR_MARKS[0],
        cls_token=PAIR_MARKS[1],
        sep_token=PAIR_MARKS[2],
        unk_token=PAIR_MARKS[3],
    )


def _bytes():
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=400, special_tokens=MARKS, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False
    )
    tokenizer.train_from_iterator([POLITE, RUDE, "How do I do thing number 1 2 3 4 5 6 7 8 9 0?"], trainer)
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        bos_token=MARKS[0],
        eos_token=MARKS[1],
        pad_token=MARKS[5],
        chat_template="{{ '<|start_header_id|>' }}",
    )


def _row(number):
    degree = ["significantly-better", "better", "slightly-better", "negligibly-better"][number % 4]
    return {
        "prompt": [{"role": "user", "content": f"How do I do thing number {number}?"}],
        "chosen": [{"role": "assistant", "content": POLITE * (1 + number % 3)}],
        "rejected": [{"role": "assistant", "content": RUDE * (1 + number % 2)}],
        "margin": (3 - number % 4) / 3,
        "degree": degree,
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
