"""The facts as JSON Lines: one object per line, for who wants to count, search or compare with other tools."""

import json
from collections.abc import Iterator
from typing import Any

from audit import zekerheid
from audit.dossier.bron import Bron

NAAM = "gebeurtenissen.jsonl"
VELDEN = {
    "opgave": "het kenmerk van de opgave",
    "seq": "het nummer van het feit, vanaf 1, zonder gaten",
    "hash": "de vingerafdruk van het feit (SHA-256); die telt de vorige vingerafdruk mee",
    "soort": "wat er gebeurde, met de naam die het programma gebruikt",
    "gebeurd_op": "de dag waarop het gebeurde, jaar-maand-dag",
    "vastgelegd_op": "wanneer het is vastgelegd, in UTC",
    "laat_vastgelegd": "true als dat op een latere dag was",
    "door": "functie, kenmerk, namens wie en op welke grond; nooit een naam",
    "hoe_zeker": "in gewone woorden hoe zeker het is wie dit deed",
    "zin": "een zin die zegt wat er gebeurde",
    "afgeschermd": "true als er geheimhouding op rust; dan staan alleen opgave, seq, hash en soort er",
    "feit": "het hele feit zoals het is vastgelegd; hierover is de vingerafdruk berekend",
}
"""What each field says. Add, never rename: people build on it."""


def als_jsonl(bron: Bron) -> bytes:
    """One line per fact of the pack, in order, in UTF-8; the same bytes for the same pack."""
    regels = (json.dumps(regel, ensure_ascii=False) for regel in _regels(bron))
    return "".join(f"{regel}\n" for regel in regels).encode()


def _regels(bron: Bron) -> Iterator[dict[str, Any]]:
    open_ = {feit.seq: feit for feit in bron.feiten if not bron.geheim(feit.inhoud)}
    for ruw in bron.pak.feitregels:
        feit = open_.get(ruw.get("seq", 0))
        if feit is None:
            yield _dicht(bron, ruw)
            continue
        yield {
            "opgave": feit.opgave,
            "seq": feit.seq,
            "hash": feit.hash,
            "soort": feit.inhoud.soort,
            "gebeurd_op": feit.gebeurd_op.isoformat(),
            "vastgelegd_op": feit.vastgelegd_op.isoformat(),
            "laat_vastgelegd": feit.laat_vastgelegd,
            "door": feit.door.model_dump(mode="json"),
            "hoe_zeker": zekerheid.WOORDEN[feit.door.zekerheid],
            "zin": bron.zin(feit),
            "afgeschermd": False,
            "feit": ruw,
        }


def _dicht(bron: Bron, ruw: dict[str, Any]) -> dict[str, Any]:
    """What may be said of a fact that can't be read here."""
    soort = ruw.get("soort") or (ruw.get("inhoud") or {}).get("soort", "")
    kaal = {"opgave": bron.pak.manifest.opgave, "seq": ruw.get("seq"), "hash": ruw.get("hash"), "soort": soort}
    return {**kaal, "afgeschermd": True}
