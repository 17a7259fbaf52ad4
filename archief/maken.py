"""Making a pack of one opgave: history from Temporal, everything else from the register, and one signature over all."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from temporalio.client import Client

from archief import formaat
from archief.formaat import Aanleiding, Bestand, Handtekening, Manifest, Run, sha
from archief.geschiedenis import Oudere, Rungeschiedenis, haal_runs, in_rust, is_bezig
from archief.inhoud import GeenPak, Registerdeel, lees_register
from archief.meegekomen import meegekomen
from archief.programma import kernhash, programmaversie
from domain import kern
from domain.keten import te_tekenen
from register import lezen
from register.grootboek import Tekenaar
from register.verbinding import Register

__all__ = ["GeenPak", "Gepakt", "Oogst", "maak_pak", "onderteken", "oogst", "stel_samen"]

POGINGEN = 20
TUSSENPOOS = 0.25
"""Seconds between two looks at whether the opgave is at rest."""


@dataclass(frozen=True)
class Oogst:
    """What a pack is made of. `rust`: history and register end at the same fact."""

    runs: tuple[Rungeschiedenis, ...]
    deel: Registerdeel
    rust: bool


@dataclass(frozen=True)
class Gepakt:
    """A pack in memory. `open` are its files by path; `vertrouwelijk` those that don't lie in it."""

    manifest: Manifest
    open: dict[str, bytes]
    vertrouwelijk: dict[str, bytes]


async def maak_pak(
    client: Client,
    register: Register,
    opgave: str,
    workflow: str,
    tekenaar: Tekenaar,
    *,
    nu: datetime,
    aanleiding: Aanleiding = "gevraagd",
    ouder: Oudere | None = None,
) -> Gepakt:
    """Make the pack of an opgave as it is now. A life that is busy all the time is taken as it is.

    Args:
        workflow: the id of the workflow that carries it.
        nu: the moment that stands in the manifest (UTC).
        ouder: where the histories are of runs that the server no longer knows.

    Raises:
        GeenPak: the register does not know this opgave, or not yet that geheimhouding rests on it.
        RunVerdwenen: a run is nowhere any more.
        temporalio.service.RPCError: the server can't be asked.
    """
    geoogst = await oogst(client, register, opgave, workflow, ouder)
    return await asyncio.to_thread(stel_samen, geoogst, tekenaar, nu, aanleiding)


async def oogst(
    client: Client,
    register: Register,
    opgave: str,
    workflow: str,
    ouder: Oudere | None = None,
    pogingen: int = POGINGEN,
) -> Oogst:
    """Take everything a pack is made of, if it can be at a moment when nothing is under way. Raises as `maak_pak`.

    The register is read before the history: if something does come in, the history is ahead and never behind.
    """
    for poging in range(pogingen):
        if poging:
            await asyncio.sleep(TUSSENPOOS)
        if poging < pogingen - 1 and await is_bezig(client, workflow):
            continue
        deel = await asyncio.to_thread(lees_register, register, opgave)
        runs = await haal_runs(client, workflow, ouder)
        rust = await in_rust(client, workflow, runs[-1])
        mee = meegekomen(runs, deel.stand.bewijzen)
        if mee.oplegging:
            continue  # the register doesn't know yet that these facts may not lie open
        if rust and await asyncio.to_thread(lezen.tot_seq, register, opgave) == deel.stand.seq:
            return Oogst(runs, deel, rust=True)
    if mee.oplegging:
        raise GeenPak(
            f"Op {opgave} wordt net geheimhouding opgelegd, en het register weet het nog niet. Probeer later."
        )
    return Oogst(runs, deel, rust=False)


def stel_samen(geoogst: Oogst, tekenaar: Tekenaar, nu: datetime, aanleiding: Aanleiding) -> Gepakt:
    """Put the pack together and sign it."""
    deel, runs = _veilig(geoogst), tuple(_vermelding(nr, run) for nr, run in enumerate(geoogst.runs, start=1))
    geschiedenissen = {v.pad: run.als_json() for v, run in zip(runs, geoogst.runs, strict=True)}
    open_, dicht = deel.afscherming.scheid(geschiedenissen)
    open_, vertrouwelijk = open_ | deel.open, dicht | deel.vertrouwelijk
    manifest = Manifest(
        opgave=deel.stand.opgave,
        titel=deel.stand.leven.titel,
        begin=deel.stand.begin,
        tot_seq=deel.stand.seq,
        kop=deel.stand.kop,
        aanleiding=aanleiding,
        gemaakt_op=nu,
        rust=geoogst.rust,
        afgerond=kern.is_afgerond(deel.stand),
        programma=programmaversie(),
        kern=kernhash(),
        reglementen=_reglementen(open_),
        runs=runs,
        bestanden=_lijst(open_),
        afgeschermd=deel.afscherming.seqs,
        vertrouwelijk=_lijst(vertrouwelijk),
    )
    return Gepakt(manifest, open_ | onderteken(manifest, tekenaar), vertrouwelijk)


def _veilig(geoogst: Oogst) -> Registerdeel:
    """The part of the register, closed when geheimhouding rests and a history says more than the facts."""
    stand = geoogst.deel.stand
    if geoogst.deel.afscherming.geldt or not any(geheim.rust for geheim in stand.geheim.values()):
        return geoogst.deel
    mee = meegekomen(geoogst.runs, stand.bewijzen)
    return geoogst.deel.gesloten(mee.herhaald) if mee.sluit else geoogst.deel


def onderteken(manifest: Manifest, tekenaar: Tekenaar) -> dict[str, bytes]:
    """The manifest and its signature as files."""
    tekst = (json.dumps(manifest.model_dump(mode="json"), indent=1, ensure_ascii=False) + "\n").encode()
    zegel = Handtekening(sleutel_id=tekenaar.sleutel_id, handtekening=tekenaar.teken(te_tekenen(formaat.SOORT, tekst)))
    return {formaat.MANIFEST: tekst, formaat.HANDTEKENING: (zegel.model_dump_json(indent=1) + "\n").encode()}


def _vermelding(nr: int, run: Rungeschiedenis) -> Run:
    return Run(
        nr=nr,
        run_id=run.run_id,
        pad=f"{formaat.GESCHIEDENIS}{nr:03}-{run.run_id}.json",
        gebeurtenissen=run.gebeurtenissen,
        einde=run.einde,
        begonnen_op=run.begonnen_op,
        builds=run.builds,
    )


def _reglementen(bestanden: Mapping[str, bytes]) -> dict[str, str]:
    """The hash of each reglement, by its code."""
    return {
        pad.removeprefix(formaat.REGLEMENTEN).removesuffix(".json"): sha(inhoud)
        for pad, inhoud in bestanden.items()
        if pad.startswith(formaat.REGLEMENTEN)
    }


def _lijst(bestanden: Mapping[str, bytes]) -> tuple[Bestand, ...]:
    return tuple(Bestand(pad=pad, sha256=sha(b), omvang=len(b)) for pad, b in sorted(bestanden.items()))
