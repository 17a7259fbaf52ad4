"""The documents in a pack: those that were made from facts, and those from outside that facts name by hash."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel

from archief import formaat
from archief.afscherming import Afscherming
from archief.formaat import Documentregel
from domain.stand import Stand
from domain.taal.stukken import Stuk
from register.documenten import Documentrij, alle_documenten, heet, stukken
from register.rijen import Feitrij
from register.verbinding import Register

_EINDE = re.compile(r"\.[A-Za-z0-9]{1,5}")


@dataclass(frozen=True)
class Genoemd:
    """A document that a fact names by its hash."""

    sha256: str
    titel: str
    seq: int
    stap: str


@dataclass(frozen=True)
class _Inhoud:
    """One line of the list, and the bytes that belong to it, if they are there."""

    regel: Documentregel
    plek: str
    bytes_: bytes | None


def genoemd(feiten: Iterable[Feitrij]) -> tuple[Genoemd, ...]:
    """Every document from outside that these facts name by hash, in order."""
    return tuple(
        Genoemd(stuk.sha256, stuk.titel, rij.seq, str(getattr(rij.feit.inhoud, "stap", "")))
        for rij in feiten
        for stuk in _stukken(rij.feit.inhoud)
        if stuk.sha256
    )


def documenten(
    register: Register, stand: Stand, feiten: Sequence[Feitrij], afscherming: Afscherming
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The documents that lie open, with their list, and those that don't."""
    neutraal = {stap: stand.geheim[stap].neutrale_titel for stap in afscherming.stappen}
    eigen = (rij for rij in alle_documenten(register, stand.opgave) if rij[0].seq <= stand.seq)
    bekend = {rij["sha256"]: rij for rij in stukken(register, stand.opgave)}
    alles = [
        *(_eigen(rij, inhoud, neutraal) for rij, inhoud in eigen),
        *_van_buiten(genoemd(feiten), bekend, neutraal, frozenset(afscherming.seqs)),
    ]
    lijst = json.dumps([een.regel.model_dump(mode="json") for een in alles], indent=1, ensure_ascii=False)
    open_, dicht = (
        {een.plek: een.bytes_ for een in alles if een.bytes_ is not None and een.regel.vertrouwelijk == geheim}
        for geheim in (False, True)
    )
    return {**open_, formaat.DOCUMENTEN: f"{lijst}\n".encode()}, dicht


def _eigen(rij: Documentrij, inhoud: bytes, neutraal: Mapping[str, str]) -> _Inhoud:
    """A document of the engine itself: confidential when it was made with another title than the neutral one."""
    geheim = rij.stap in neutraal and not heet(rij.titel, neutraal[rij.stap])
    plek = _plek(rij.sha256, rij.bestandsnaam, geheim=geheim)
    regel = Documentregel(
        sha256=rij.sha256,
        titel=neutraal[rij.stap] if geheim else rij.titel,
        soort=rij.soort,
        bestandsnaam="" if geheim else rij.bestandsnaam,
        mediatype=rij.mediatype,
        seq=rij.seq,
        stap=rij.stap,
        pad="" if geheim else plek,
        vertrouwelijk=geheim,
    )
    return _Inhoud(regel, plek, None if rij.vernietigd_op else inhoud)


def _van_buiten(
    namen: Sequence[Genoemd], bekend: Mapping[str, Any], neutraal: Mapping[str, str], dicht: frozenset[int]
) -> Iterator[_Inhoud]:
    """Whatever its title: the bytes of a document about a secret step are secret, by whichever fact it was named.

    The manifest lies open and names every file, also those in the container. So while geheimhouding rests no file has
    the name that somebody gave it.
    """
    geheim = {een.sha256 for een in namen if een.stap in neutraal or een.seq in dicht}
    for een in namen:
        rij, is_geheim = bekend.get(een.sha256), een.sha256 in geheim
        naam = rij["bestandsnaam"] if rij else ""
        plek = _plek(een.sha256, _kaal(naam) if neutraal or dicht else naam, geheim=is_geheim) if rij else ""
        regel = Documentregel(
            sha256=een.sha256,
            titel=neutraal.get(een.stap, "") if is_geheim else een.titel,
            soort="genoemd",
            bestandsnaam="" if is_geheim else naam,
            mediatype=rij["mediatype"] if rij else "",
            seq=een.seq,
            stap=een.stap,
            pad="" if is_geheim else plek,
            vertrouwelijk=is_geheim,
        )
        yield _Inhoud(regel, plek, bytes(rij["inhoud"]) if rij else None)


def _plek(sha256: str, bestandsnaam: str, *, geheim: bool) -> str:
    return f"{formaat.VERTROUWELIJK if geheim else formaat.STUKKEN}{sha256[:12]}-{bestandsnaam}"


def _kaal(bestandsnaam: str) -> str:
    """A name that tells nothing but the kind of file."""
    einde = PurePosixPath(bestandsnaam).suffix
    return f"stuk{einde.lower()}" if _EINDE.fullmatch(einde) else "stuk"


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
