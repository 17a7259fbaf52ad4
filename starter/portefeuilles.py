"""The division of portefeuilles after a formation, from a file: which opgave goes to which portefeuille, and to whom.

Every command carries an id made from the file and the opgave, so doing the same file again changes nothing twice; also
when portefeuilles change places in it.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from domain.basis import Kenmerk, Model, Naam, OpgaveId
from domain.feit import Bewijs
from domain.stand import Stand
from starter.invoer import Invoerfout, lees_bestand, lees_model


def _hoofdletters(ruw: object) -> object:
    return ruw.strip().upper() if isinstance(ruw, str) else ruw


class Toewijzing(Model):
    """One line of the file: the opgaven of a portefeuille, or those named, go to a portefeuille and its houder."""

    van: Naam | None = None
    opgaven: tuple[Annotated[OpgaveId, BeforeValidator(_hoofdletters)], ...] = ()
    naar: Naam
    houder: Kenmerk | None = None

    @model_validator(mode="after")
    def _een_van_beide(self) -> Self:
        if (self.van is None) == (not self.opgaven):
            raise ValueError("noem van (de oude portefeuille) of opgaven (een lijst van ids), een van beide")
        return self


class Formatie(Model):
    """The whole file. `grondslag` is the besluit it rests on, such as the portefeuilleverdeling of GS."""

    grondslag: Naam
    portefeuilles: Annotated[tuple[Toewijzing, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _niets_dubbel(self) -> Self:
        oud = [t.van.casefold() for t in self.portefeuilles if t.van]
        namen = [*oud, *(opgave for t in self.portefeuilles for opgave in t.opgaven)]
        dubbel = sorted({naam for naam in namen if namen.count(naam) > 1})
        if dubbel:
            raise ValueError(f"dit staat er meer dan een keer: {', '.join(dubbel)}")
        return self

    def voor(self, stand: Stand) -> Toewijzing | None:
        """The line for an opgave: one that names it goes before one that names its portefeuille."""
        oud = stand.leven.portefeuille.casefold()
        genoemd = (t for t in self.portefeuilles if stand.opgave in t.opgaven)
        onder = (t for t in self.portefeuilles if t.van and t.van.casefold() == oud)
        return next(chain(genoemd, onder), None)


@dataclass(frozen=True)
class Zending:
    """A command for one opgave, not sent yet. `al` is the receipt of an earlier time this file was done, if it was."""

    opgave: str
    van: str
    toewijzing: Toewijzing
    opdracht_id: str
    al: Bewijs | None = None

    def inhoud(self, grondslag: str) -> dict[str, Any]:
        """The content of the command."""
        houder = {"houder": self.toewijzing.houder} if self.toewijzing.houder else {}
        return {
            "soort": "WijsPortefeuilleToe",
            "portefeuille": self.toewijzing.naar,
            "grondslag": grondslag,
            **houder,
        }


def lees(pad: Path) -> tuple[Formatie, str]:
    """The division in a file, and the fingerprint of its content. Raises Invoerfout that names what is wrong."""
    data = lees_bestand(pad)
    try:
        return lees_model(Formatie, data), hashlib.sha256(pad.read_bytes()).hexdigest()
    except Invoerfout as fout:
        raise Invoerfout(*(f"{pad.name}: {regel}" for regel in fout.regels)) from None


def zendingen(formatie: Formatie, afdruk: str, standen: Iterable[Stand]) -> tuple[Zending, ...]:
    """What has to be sent for these opgaven, in order of id.

    Args:
        standen: the running opgaven, and those the file names. A named one that isn't among them is sent all the same,
            and whoever answers says what is the matter.
    """
    plan = {z.opgave: z for stand in standen if (z := _zending(formatie, afdruk, stand))}
    for toewijzing in formatie.portefeuilles:
        for opgave in toewijzing.opgaven:
            plan.setdefault(opgave, Zending(opgave, "", toewijzing, next(_ids(afdruk, opgave))))
    return tuple(plan[opgave] for opgave in sorted(plan))


def zonder_opgave(formatie: Formatie, plan: Iterable[Zending]) -> tuple[str, ...]:
    """The old portefeuilles in the file that no opgave falls under."""
    gebruikt = {z.toewijzing.van for z in plan}
    return tuple(t.van for t in formatie.portefeuilles if t.van and t.van not in gebruikt)


def _zending(formatie: Formatie, afdruk: str, stand: Stand) -> Zending | None:
    id_ = _vrij(afdruk, stand)
    al = stand.bewijzen.get(id_)
    toewijzing = _eerder(formatie, stand) if al else formatie.voor(stand)
    return Zending(stand.opgave, stand.leven.portefeuille, toewijzing, id_, al) if toewijzing else None


def _eerder(formatie: Formatie, stand: Stand) -> Toewijzing | None:
    """The line that was done before: the opgave is where that line brings it, unless it went elsewhere since."""
    daar = (t for t in formatie.portefeuilles if t.naar == stand.leven.portefeuille)
    return next(daar, formatie.voor(stand) or formatie.portefeuilles[0])


def _vrij(afdruk: str, stand: Stand) -> str:
    """The id of this file for this opgave: the first, or the next after one that was refused; that may be retried."""
    return next(id_ for id_ in _ids(afdruk, stand.opgave) if not _geweigerd(stand.bewijzen, id_))


def _geweigerd(bewijzen: Mapping[str, Bewijs], id_: str) -> bool:
    return id_ in bewijzen and bewijzen[id_].geweigerd


def _ids(afdruk: str, opgave: str) -> Iterator[str]:
    kern = hashlib.sha256(f"{afdruk} {opgave}".encode()).hexdigest()[:40]
    return (f"formatie-{kern}" if poging == 1 else f"formatie-{kern}.{poging}" for poging in count(1))
