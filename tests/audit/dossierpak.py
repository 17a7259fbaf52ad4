"""Packs for the tests of the dossier: made in memory from facts alone, so that each test can say what is in them."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from archief import formaat
from archief.formaat import Bestand, Documentregel, Manifest, Run
from archief.pak import Pak, PakFout
from audit.bevinding import Bevinding, Mededeling
from audit.oordeel import Oordeel
from domain.feit import Feit
from domain.stand import Begin
from starter.scenariobestand import lees_scenario
from starter.scenariodroog import speel

VOORBEELDEN = Path(__file__).parents[2] / "examples"
MOMENT = datetime(2026, 11, 22, 13, 0, tzinfo=UTC)
NUL = "0" * 64


class Geheugen:
    """The files of a pack that lies nowhere."""

    def __init__(self, bestanden: Mapping[str, bytes]) -> None:
        self.bestanden = dict(bestanden)

    def namen(self) -> tuple[str, ...]:
        return tuple(sorted(self.bestanden))

    def lees(self, pad: str) -> bytes:
        if pad not in self.bestanden:
            raise PakFout(f"{pad} ontbreekt.", pad)
        return self.bestanden[pad]


@cache
def geleefd(naam: str) -> tuple[Feit, ...]:
    """The facts of an example life, played dry."""
    return tuple(speel(lees_scenario(VOORBEELDEN / naam))[1])


def pak_van(
    feiten: Sequence[Feit],
    afgeschermd: tuple[int, ...] = (),
    documenten: Sequence[tuple[Documentregel, bytes]] = (),
    **anders: Any,
) -> Pak:
    """A pack with these facts; of the shielded ones only the hash."""
    regels = [_dicht(f) if f.seq in afgeschermd else f.model_dump(mode="json") for f in feiten]
    bestanden = {
        formaat.FEITEN: "".join(f"{json.dumps(regel)}\n" for regel in regels).encode(),
        formaat.DOCUMENTEN: json.dumps([d.model_dump(mode="json") for d, _ in documenten]).encode(),
        formaat.SPOOR: b"",
        **{d.pad: inhoud for d, inhoud in documenten if d.pad},
    }
    bestanden |= anders.pop("bestanden", {})
    lijst = tuple(
        Bestand(pad=p, sha256=hashlib.sha256(b).hexdigest(), omvang=len(b)) for p, b in sorted(bestanden.items())
    )
    manifest = Manifest(
        **{
            "opgave": feiten[0].opgave,
            "begin": Begin(opgave=feiten[0].opgave, reglement="r2026_3"),
            "tot_seq": feiten[-1].seq,
            "kop": feiten[-1].hash,
            "aanleiding": "gevraagd",
            "gemaakt_op": MOMENT,
            "rust": True,
            "afgerond": True,
            "programma": "0.5.0",
            "kern": NUL,
            "reglementen": {"r2026_3": NUL},
            "runs": (Run(nr=1, run_id="r1", pad="g", gebeurtenissen=9, einde="voltooid", begonnen_op=MOMENT),),
            "bestanden": lijst,
            "afgeschermd": afgeschermd,
            **anders,
        }
    )
    return Pak(Geheugen(bestanden), manifest, manifest.model_dump_json().encode())


def _dicht(feit: Feit) -> dict[str, Any]:
    return {"seq": feit.seq, "hash": feit.hash, "soort": feit.inhoud.soort, "afgeschermd": True}


def oordeel(
    *bevindingen: Bevinding,
    verdict: str = "HEEL: alles is het eens.",
    bewezen: str = "Op het woord van de sleutelhouder.",
    mededelingen: tuple[Mededeling, ...] = (),
    van_buiten: bool = True,
) -> Oordeel:
    """A verdict as the checker would give it to an auditor who brought a key."""
    return Oordeel(
        opgave="FL-2024-01",
        tot_seq=1,
        heel=not bevindingen,
        verdict=verdict,
        aantal=len(bevindingen),
        bevindingen=bevindingen,
        bewezen=bewezen,
        mededelingen=mededelingen,
        van_buiten=van_buiten,
    )
