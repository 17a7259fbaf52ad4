"""The files of a pack that come from the register: facts, receipts, ledger, checkpoints, trail, keys and documents."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence

from pydantic import BaseModel

from archief import formaat
from archief.formaat import Bekledingsregel, Controlepuntregel, Documentregel, Sleutelbos
from domain.controlepunt import sluit_in
from domain.stand import Stand
from domain.taal.stukken import Stuk
from register import bekleding, controlepunten, lezen, sleutels, spoor
from register.documenten import alle_documenten, stukken
from register.rijen import Feitrij
from register.verbinding import Register


def bewijsstukken(register: Register, stand: Stand, feitregels: Sequence[str]) -> dict[str, bytes]:
    """Everything but documents, by path. `feitregels` are the facts as they may lie open."""
    opgave = stand.opgave
    bos, wissels = sleutels.lijst(register)
    return {
        formaat.FEITEN: _regels(feitregels),
        formaat.BEWIJZEN: _regels(
            json.dumps({"opdracht": id_, "bewijs": bewijs.model_dump(mode="json")}, ensure_ascii=False)
            for id_, bewijs in stand.bewijzen.items()
        ),
        formaat.GROOTBOEK: _modellen(regel for regel in lezen.grootboek(register, opgave)),
        formaat.CONTROLEPUNTEN: _modellen(_controlepunten(register, opgave)),
        formaat.SPOOR: _modellen(spoor.lijst(register, opgave)),
        formaat.BEKLEDING: _modellen(_bekleding(register)),
        formaat.SLEUTELS: (Sleutelbos(sleutels=bos, wissels=wissels).model_dump_json(indent=1) + "\n").encode(),
    }


def documenten(
    register: Register, stand: Stand, feiten: Sequence[Feitrij], geheim: frozenset[str]
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The documents that lie open, with their list, and those that don't. `geheim` are the steps that are secret."""
    open_, dicht, regels = dict[str, bytes](), dict[str, bytes](), list[Documentregel]()
    neutraal = {stap: g.neutrale_titel for stap, g in stand.geheim.items()}
    for rij, bytes_ in alle_documenten(register, stand.opgave):
        vertrouwelijk = rij.stap in geheim and neutraal[rij.stap] not in rij.titel
        pad = f"{formaat.VERTROUWELIJK if vertrouwelijk else formaat.STUKKEN}{rij.sha256[:12]}-{rij.bestandsnaam}"
        weg = rij.vernietigd_op is not None
        if not weg:
            (dicht if vertrouwelijk else open_)[pad] = bytes_
        regels.append(
            Documentregel(
                sha256=rij.sha256,
                titel=neutraal[rij.stap] if vertrouwelijk else rij.titel,
                soort=rij.soort,
                bestandsnaam="" if vertrouwelijk else rij.bestandsnaam,
                mediatype=rij.mediatype,
                seq=rij.seq,
                stap=rij.stap,
                pad="" if vertrouwelijk else pad,
                vertrouwelijk=vertrouwelijk,
            )
        )
    regels += _van_buiten(register, stand, feiten, open_)
    lijst = json.dumps([regel.model_dump(mode="json") for regel in regels], indent=1, ensure_ascii=False)
    return {**open_, formaat.DOCUMENTEN: f"{lijst}\n".encode()}, dicht


def _van_buiten(
    register: Register, stand: Stand, feiten: Sequence[Feitrij], open_: dict[str, bytes]
) -> Iterator[Documentregel]:
    """Documents that facts name by hash; the bytes are there when somebody handed them in for the archive."""
    bekend = {rij["sha256"]: rij for rij in stukken(register, stand.opgave)}
    for feit in feiten:
        for stuk in _stukken(feit.feit.inhoud):
            if stuk.sha256 is None:
                continue
            rij = bekend.get(stuk.sha256)
            pad = f"{formaat.STUKKEN}{stuk.sha256[:12]}-{rij['bestandsnaam']}" if rij else ""
            if rij:
                open_[pad] = bytes(rij["inhoud"])
            yield Documentregel(
                sha256=stuk.sha256,
                titel=stuk.titel,
                soort="genoemd",
                bestandsnaam=rij["bestandsnaam"] if rij else "",
                mediatype=rij["mediatype"] if rij else "",
                seq=feit.seq,
                stap=str(getattr(feit.feit.inhoud, "stap", "")),
                pad=pad,
            )


def _stukken(deel: object) -> Iterator[Stuk]:
    """Every document named anywhere in a fact."""
    if isinstance(deel, Stuk):
        yield deel
    elif isinstance(deel, BaseModel):
        for naam in type(deel).model_fields:
            yield from _stukken(getattr(deel, naam))
    elif isinstance(deel, tuple | list):
        for een in deel:
            yield from _stukken(een)
    elif isinstance(deel, dict):
        for een in deel.values():
            yield from _stukken(een)


def _controlepunten(register: Register, opgave: str) -> Iterator[Controlepuntregel]:
    """All checkpoints, with proof where this opgave stands otherwise in one than in the one before, and in the last."""
    alle, vorig = controlepunten.lijst(register), None
    for nr, (punt, bladen, stempel) in enumerate(alle, start=1):
        eigen, laatste = next((b for b in bladen if b.opgave == opgave), None), nr == len(alle)
        nodig = eigen is not None and (laatste or eigen != vorig)
        yield Controlepuntregel(
            controlepunt=punt,
            insluiting=sluit_in(bladen, opgave) if nodig else None,
            stempel=stempel,
            bladen=bladen if laatste else (),
        )
        vorig = eigen


def _bekleding(register: Register) -> Iterator[Bekledingsregel]:
    for rij in bekleding.lijst(register):
        dagen = {naam: rij[naam].isoformat() if rij[naam] else "" for naam in ("van", "tot")}
        yield Bekledingsregel.model_validate({**rij, **dagen})


def _modellen(modellen: Iterable[BaseModel]) -> bytes:
    return _regels(model.model_dump_json() for model in modellen)


def _regels(regels: Iterable[str]) -> bytes:
    return "".join(f"{regel}\n" for regel in regels).encode()


def sha(inhoud: bytes) -> str:
    """The hash over bytes (64 hex)."""
    return hashlib.sha256(inhoud).hexdigest()
