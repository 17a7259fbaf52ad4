"""Wraps a golden history as a pack of the build that lived it: `python -m tests.gouden.maak_pak NAAM`. Never overwrites.

What is real in such a pack, recorded by the older build: the history of every run (byte for byte the golden file), the
facts (taken out of that history, where the shell of then handed them to the register), and the receipts (those in
`bewijzen.json`). What was made later, because packs did not exist yet: the manifest and its signature, the ledger
lines (their bounds are the bundles in the history) with a TEST key, the file forms, and the reglement, which is the
landed one in today's rendering. No checkpoints, trail, sealed lines or documents: there were none.
"""

import base64
import hashlib
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from archief import formaat
from archief.formaat import Bestand, Manifest, Run, Sleutelbos, reglementbytes
from archief.schrijven import schrijf
from domain.keten import GEEN, te_tekenen
from domain.reglement.register import reglement
from domain.sleutelwissel import Sleutel
from domain.stand import Begin
from register.grootboek import Grootboekregel, Regelinhoud
from runtime.sleutels import Ondertekenaar, publieke_pem

HIER = Path(__file__).parent
PAKKEN = HIER / "pakken"
TESTSLEUTEL = Ondertekenaar(
    Ed25519PrivateKey.from_private_bytes(hashlib.sha256(b"opgavenmotor: sleutel voor gouden pakken").digest())
)
"""Not a secret: it signs nothing but these examples."""


class Herkomst(NamedTuple):
    """The build that lived the golden life: its version, and the hash over the rules (`domain/`) of that build."""

    programma: str
    kern: str


HERKOMST = {
    "happy": Herkomst("0.1.0", "2ad31a7ee5b1dedabdf57477f63568603994d5542bb861a381e34b71bb8106f6"),
    "voortgezet": Herkomst("0.1.0", "2ad31a7ee5b1dedabdf57477f63568603994d5542bb861a381e34b71bb8106f6"),
    "partners": Herkomst("0.3.0", "ea214bb1c164b1581cff47effd4999dd7c32aa2f606834096ed4715b5ce34308"),
}


ONBEKEND = Herkomst("0.dev0", "0" * 64)
"""For tests that want a pack of another golden life; such a pack is never kept."""


def bestanden(naam: str) -> dict[str, bytes]:
    """The files of the pack, always the same for the same golden history."""
    ruw = [pad.read_bytes() for pad in _geschiedenissen(naam)]
    runs = [json.loads(tekst) for tekst in ruw]
    start, bundels = _start(runs[0]), list(_bundels(runs))
    feiten = [feit for bundel in bundels for feit in bundel]
    begin = Begin.model_validate(start)
    vermeld = [_run(nr, run) for nr, run in enumerate(runs, start=1)]
    delen = {run.pad: tekst for run, tekst in zip(vermeld, ruw, strict=True)}
    delen |= {
        formaat.FEITEN: _regels(feiten),
        formaat.BEWIJZEN: _regels(_bewijzen(naam)),
        formaat.GROOTBOEK: _regels(regel.model_dump(mode="json") for regel in _grootboek(begin.opgave, bundels)),
        **dict.fromkeys((formaat.CONTROLEPUNTEN, formaat.SPOOR, formaat.BEKLEDING), b""),
        formaat.SLEUTELS: _json(Sleutelbos(sleutels=(_sleutel(),)).model_dump(mode="json")),
        formaat.DOCUMENTEN: _json([]),
        f"{formaat.REGLEMENTEN}{begin.reglement}.json": reglementbytes(reglement(begin.reglement)),
    }
    manifest = _manifest(naam, begin, feiten, vermeld, delen)
    return {**delen, **_onderteken(manifest)}


def _geschiedenissen(naam: str) -> list[Path]:
    return sorted((HIER / naam).glob("geschiedenis-*.json"), key=lambda pad: int(pad.stem.rpartition("-")[2]))


def _inhoud(payloads: dict[str, Any]) -> dict[str, Any]:
    waarde: dict[str, Any] = json.loads(base64.b64decode(payloads["payloads"][0]["data"]))
    return waarde


def _start(run: dict[str, Any]) -> dict[str, Any]:
    return _inhoud(run["events"][0]["workflowExecutionStartedEventAttributes"]["input"])


def _bundels(runs: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """The facts as the shell handed them to the register, bundle after bundle."""
    for run in runs:
        for gebeurtenis in run["events"]:
            taak = gebeurtenis.get("activityTaskScheduledEventAttributes", {})
            if taak.get("activityType", {}).get("name") == "verwerk_feiten":
                yield _inhoud(taak["input"])["feiten"]


def _bewijzen(naam: str) -> Iterator[dict[str, Any]]:
    toegezegd = json.loads((HIER / naam / "bewijzen.json").read_text(encoding="utf-8"))["bewijzen"]
    op_volgorde = sorted(toegezegd.items(), key=lambda paar: int(paar[1]["seq"]))
    yield from ({"opdracht": id_, "bewijs": bewijs} for id_, bewijs in op_volgorde)


def _grootboek(opgave: str, bundels: list[list[dict[str, Any]]]) -> Iterator[Grootboekregel]:
    vorige = GEEN
    for bundel in bundels:
        eerste, laatste = bundel[0], bundel[-1]
        kaal = Regelinhoud(
            opgave=opgave, van_seq=eerste["seq"], tot_seq=laatste["seq"], hash=laatste["hash"], vorige=vorige
        )
        regel = Grootboekregel(
            **kaal.model_dump(),
            handtekening=TESTSLEUTEL.teken(kaal.bytes_),
            sleutel_id=TESTSLEUTEL.sleutel_id,
            getekend_op=datetime.fromisoformat(laatste["vastgelegd_op"]),
        )
        vorige = regel.eigen_hash
        yield regel


def _run(nr: int, run: dict[str, Any]) -> Run:
    begin, einde = run["events"][0], run["events"][-1]
    run_id = begin["workflowExecutionStartedEventAttributes"]["originalExecutionRunId"]
    eindes = {"CONTINUED_AS_NEW": "voortgezet", "COMPLETED": "voltooid"}
    soort = einde["eventType"].removeprefix("EVENT_TYPE_WORKFLOW_EXECUTION_")
    return Run(
        nr=nr,
        run_id=run_id,
        pad=f"{formaat.GESCHIEDENIS}{nr:03}-{run_id}.json",
        gebeurtenissen=len(run["events"]),
        einde=eindes.get(soort, "loopt"),
        begonnen_op=datetime.fromisoformat(begin["eventTime"][:19]).replace(tzinfo=UTC),
    )


def _sleutel() -> Sleutel:
    pem = publieke_pem(TESTSLEUTEL.publiek).decode()
    return Sleutel(sleutel_id=TESTSLEUTEL.sleutel_id, pem=pem, vanaf=datetime(2026, 1, 1, tzinfo=UTC))


def _manifest(
    naam: str, begin: Begin, feiten: list[dict[str, Any]], runs: list[Run], delen: dict[str, bytes]
) -> Manifest:
    soorten = [feit["inhoud"]["soort"] for feit in feiten]
    return Manifest(
        opgave=begin.opgave,
        titel=feiten[0]["inhoud"]["titel"],
        begin=begin,
        tot_seq=feiten[-1]["seq"],
        kop=feiten[-1]["hash"],
        aanleiding="gevraagd",
        gemaakt_op=datetime.fromisoformat(feiten[-1]["vastgelegd_op"]),
        rust=True,
        afgerond=runs[-1].einde == "voltooid" and bool({"OpgaveIngetrokken", "OpgaveAfgesloten"} & set(soorten)),
        programma=HERKOMST.get(naam, ONBEKEND).programma,
        kern=HERKOMST.get(naam, ONBEKEND).kern,
        reglementen={begin.reglement: _sha(delen[f"{formaat.REGLEMENTEN}{begin.reglement}.json"])},
        runs=tuple(runs),
        bestanden=tuple(Bestand(pad=p, sha256=_sha(b), omvang=len(b)) for p, b in sorted(delen.items())),
    )


def _onderteken(manifest: Manifest) -> dict[str, bytes]:
    tekst = _json(manifest.model_dump(mode="json"))
    handtekening = TESTSLEUTEL.teken(te_tekenen(formaat.SOORT, tekst))
    zegel = formaat.Handtekening(sleutel_id=TESTSLEUTEL.sleutel_id, handtekening=handtekening)
    return {formaat.MANIFEST: tekst, formaat.HANDTEKENING: _json(zegel.model_dump(mode="json"))}


def _regels(rijen: Any) -> bytes:
    return "".join(json.dumps(rij, ensure_ascii=False, separators=(",", ":")) + "\n" for rij in rijen).encode()


def _json(waarde: Any) -> bytes:
    return (json.dumps(waarde, indent=1, ensure_ascii=False) + "\n").encode()


def _sha(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()


def hoofd(argumenten: list[str]) -> int:
    """Entry point: 0 made, 2 an unknown name or one that is there already."""
    if len(argumenten) != 1 or argumenten[0] not in HERKOMST:
        print(f"Geef een naam: {', '.join(HERKOMST)}.", file=sys.stderr)
        return 2
    doel = PAKKEN / f"{argumenten[0]}-{HERKOMST[argumenten[0]].programma}.zip"
    if doel.exists():
        print(f"{doel.name} bestaat al en wordt nooit overschreven.", file=sys.stderr)
        return 2
    schrijf(bestanden(argumenten[0]), doel)
    return 0


if __name__ == "__main__":
    sys.exit(hoofd(sys.argv[1:]))
