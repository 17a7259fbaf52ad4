"""Making a pack of one opgave: history from Temporal, everything else from the register, and one signature over all."""

import asyncio
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from temporalio.client import Client

from archief import formaat, inhoud
from archief.afscherming import scherm_af
from archief.formaat import Aanleiding, Bestand, Handtekening, Manifest, Run
from archief.geschiedenis import Rungeschiedenis, haal_in_rust
from archief.programma import kernhash, programmaversie
from domain import kern
from domain.keten import te_tekenen
from domain.reglement.register import reglement
from register import lezen
from register.rijen import Feitrij
from register.verbinding import Register


class Tekenaar(Protocol):
    """Signs bytes with one key, and says which."""

    @property
    def sleutel_id(self) -> str:
        """The short name of the key."""
        ...

    def teken(self, bericht: bytes) -> str:
        """The signature, as text."""
        ...


class GeenPak(Exception):
    """There is nothing to make a pack of; the text says why, in Dutch."""


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
) -> Gepakt:
    """Make the pack of an opgave as it is now.

    Args:
        workflow: the id of the workflow that carries it.
        nu: the moment that stands in the manifest (UTC).

    Raises:
        GeenPak: the register does not know this opgave.
        temporalio.service.RPCError: the server does not know it.
    """
    runs, rust = await haal_in_rust(client, workflow)
    return await asyncio.to_thread(_stel_samen, register, opgave, runs, rust, tekenaar, nu, aanleiding)


def _stel_samen(
    register: Register,
    opgave: str,
    runs: tuple[Rungeschiedenis, ...],
    rust: bool,
    tekenaar: Tekenaar,
    nu: datetime,
    aanleiding: Aanleiding,
) -> Gepakt:
    stand, feiten = lezen.stand(register, opgave), lezen.feiten(register, opgave)
    if stand is None or not feiten:
        raise GeenPak(f"Het register kent de opgave {opgave} niet, of heeft er nog geen feiten van.")
    feiten = tuple(rij for rij in feiten if rij.seq <= stand.seq)
    afscherming = scherm_af(stand, feiten)
    vermeld = tuple(_vermelding(nr, run) for nr, run in enumerate(runs, start=1))
    geschiedenissen = {v.pad: run.als_json() for v, run in zip(vermeld, runs, strict=True)}
    delen = {
        **inhoud.bewijsstukken(register, stand, afscherming.regels),
        **_reglementen(feiten, stand.begin.reglement),
    }
    open_, vertrouwelijk = inhoud.documenten(register, stand, feiten, afscherming.stappen)
    delen |= open_
    if afscherming.geldt:
        vertrouwelijk |= geschiedenissen | afscherming.bestanden
    else:
        delen |= geschiedenissen
    manifest = Manifest(
        opgave=stand.opgave,
        titel=stand.leven.titel,
        begin=stand.begin,
        tot_seq=stand.seq,
        kop=stand.kop,
        aanleiding=aanleiding,
        gemaakt_op=nu,
        rust=rust,
        afgerond=kern.is_afgerond(stand),
        programma=programmaversie(),
        kern=kernhash(),
        reglementen={
            pad.removeprefix(formaat.REGLEMENTEN).removesuffix(".json"): inhoud.sha(b)
            for pad, b in delen.items()
            if pad.startswith(formaat.REGLEMENTEN)
        },
        runs=vermeld,
        bestanden=_lijst(delen),
        afgeschermd=afscherming.seqs,
        vertrouwelijk=_lijst(vertrouwelijk),
    )
    return Gepakt(manifest, {**delen, **onderteken(manifest, tekenaar)}, vertrouwelijk)


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


def _reglementen(feiten: Iterable[Feitrij], eerste: str) -> dict[str, bytes]:
    """Every reglement this life was lived under."""
    overstappen = (rij.feit.inhoud for rij in feiten if rij.soort == "ReglementGewijzigd")
    codes = dict.fromkeys((eerste, *(getattr(inhoud_, "reglement", eerste) for inhoud_ in overstappen)))
    return {f"{formaat.REGLEMENTEN}{code}.json": formaat.reglementbytes(reglement(code)) for code in codes}


def _lijst(bestanden: dict[str, bytes]) -> tuple[Bestand, ...]:
    return tuple(Bestand(pad=pad, sha256=inhoud.sha(b), omvang=len(b)) for pad, b in sorted(bestanden.items()))
