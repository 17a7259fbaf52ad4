"""A second verifier of packs, written from docs/pack.md alone: standard library and Ed25519, nothing of this project.

It looks at manifest, signature, chain of facts, ledger and checkpoints of a folder, and gives plain lines; none is whole.
"""

import base64
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

Keys = dict[str, Ed25519PublicKey]
GEEN = "0" * 64


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def lean(x: Any) -> Any:
    if isinstance(x, dict):
        return {name: part for name, raw in x.items() if (part := lean(raw)) not in (None, "", [], {})}
    return [lean(item) for item in x] if isinstance(x, list) else x


def c(x: dict[str, Any], *without: str) -> bytes:
    rest = lean({name: part for name, part in x.items() if name not in without})
    return json.dumps(rest, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def signed(keys: Keys, by: str, data: bytes, mark: str, kind: str = "") -> bool:
    try:
        keys[by].verify(base64.b64decode(mark), (f"opgavenmotor:{kind}:1\n".encode() if kind else b"") + data)
    except (InvalidSignature, ValueError, KeyError):
        return False
    return True


def lines(pack: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (pack / name).read_text("utf-8").split("\n")[:-1]]


def key_of(pem: str) -> Keys:
    key = load_pem_public_key(pem.encode())
    return {sha(key.public_bytes_raw())[:16]: key} if isinstance(key, Ed25519PublicKey) else {}


def trusted(pack: Path, given: str) -> Keys:
    ring = json.loads((pack / "sleutels.json").read_bytes())
    known = {name: key for entry in ring["sleutels"] for name, key in key_of(entry["pem"]).items()}
    marks, keys = ("handtekening_oud", "handtekening_nieuw"), key_of(given)
    olds = [change["oud"] for change in ring["wissels"]]
    for w in ring["wissels"] * len(olds):
        both = all(
            signed(known, w[side], c(w, *marks), w[f"handtekening_{side}"], "sleutelwissel")
            for side in ("oud", "nieuw")
        )
        if both and olds.count(w["oud"]) == 1 and {w["oud"], w["nieuw"]} & set(keys):
            keys |= {name: known[name] for name in (w["oud"], w["nieuw"])}
    return keys


def in_root(leaf: bytes, i: int, size: int, path: list[str], root: str) -> bool:
    value, n = hashlib.sha256(b"\0" + leaf).digest(), size - 1
    for step in map(bytes.fromhex, path):
        if n == 0:
            return False
        left = i % 2 == 1 or i == n
        value = hashlib.sha256(b"\1" + (step + value if left else value + step)).digest()
        while left and i and i % 2 == 0:
            i, n = i // 2, n // 2
        i, n = i // 2, n // 2
    return n == 0 and value.hex() == root


def files(pack: Path, manifest: dict[str, Any], keys: Keys) -> Iterator[str]:
    seal, raw = json.loads((pack / "handtekening.json").read_bytes()), (pack / "manifest.json").read_bytes()
    if not signed(keys, seal["sleutel_id"], raw, seal["handtekening"], "pak"):
        yield "signature of the pack"
    named = {entry["pad"]: entry for entry in manifest["bestanden"]}
    there = {path.relative_to(pack).as_posix() for path in pack.rglob("*") if path.is_file()}
    free = {name for name in there if name.startswith(("verklaringen/", "vertrouwelijk/"))}
    yield from (f"unknown file {name}" for name in there - set(named) - free - {"manifest.json", "handtekening.json"})
    for name, entry in named.items():
        data = (pack / name).read_bytes() if name in there else b""
        if name not in there or (sha(data), len(data)) != (entry["sha256"], entry["omvang"]):
            yield f"file {name}"


def chain(manifest: dict[str, Any], facts: list[dict[str, Any]]) -> Iterator[str]:
    head = sha(f"{GEEN}\n".encode() + c(manifest["begin"]))
    for nr, fact in enumerate(facts, start=1):
        told = fact.get("afgeschermd") or fact["hash"] == sha(f"{head}\n".encode() + c(fact, "hash"))
        if fact["seq"] != nr or not told:
            yield f"fact {nr}"
        head = fact["hash"]
    if (len(facts), head) != (manifest["tot_seq"], manifest["kop"]):
        yield "end of the facts"


def ledger(rows: list[dict[str, Any]], heads: dict[int, str], keys: Keys, ends: dict[int, str]) -> Iterator[str]:
    before, at = GEEN, 0
    for row in rows:
        body = c(row, "handtekening", "sleutel_id", "getekend_op")
        fits = (row["vorige"], row["van_seq"], row["hash"]) == (before, at + 1, heads.get(row["tot_seq"]))
        if not fits or not signed(keys, row["sleutel_id"], body, row["handtekening"]):
            yield f"ledger up to fact {row['tot_seq']}"
        before, at = sha(body + f"\n{row['handtekening']}".encode()), row["tot_seq"]
        ends[at] = before
    if at != max(heads):
        yield "end of the ledger"


def checkpoints(rows: list[dict[str, Any]], heads: dict[int, str], keys: Keys, ends: dict[int, str]) -> Iterator[str]:
    before, begun = GEEN, False
    for nr, row in enumerate(rows, start=1):
        point, proof = row["controlepunt"], row["insluiting"]
        body = c(point, "handtekening", "sleutel_id")
        good = (point["nr"], point["vorige"]) == (nr, before)
        good &= signed(keys, point["sleutel_id"], body, point["handtekening"], "controlepunt")
        if proof:
            leaf = proof["blad"]
            good &= in_root(c(leaf), proof["plaats"], point["aantal"], proof["pad"], point["wortel"])
            good &= (leaf["kop"], leaf["grootboek"]) == (heads.get(leaf["seq"]), ends.get(leaf["seq"], GEEN))
        if not good or (begun and not proof):
            yield f"checkpoint {nr}"
        before, begun = sha(body + f"\n{point['handtekening']}".encode()), begun or bool(proof)


def verify(pack: Path, given: str) -> list[str]:
    manifest, facts = json.loads((pack / "manifest.json").read_bytes()), lines(pack, "feiten.jsonl")
    keys, heads, ends = trusted(pack, given), {fact["seq"]: fact["hash"] for fact in facts}, dict[int, str]()
    found = [*files(pack, manifest, keys), *chain(manifest, facts)]
    found += ledger(lines(pack, "grootboek.jsonl"), heads, keys, ends)
    return [*found, *checkpoints(lines(pack, "controlepunten.jsonl"), heads, keys, ends)]


if __name__ == "__main__":
    print("\n".join(verify(Path(sys.argv[1]), Path(sys.argv[2]).read_text())) or "whole")
