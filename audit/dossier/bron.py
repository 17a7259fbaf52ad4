"""What the dossier is made from: the recorded facts of a pack, the state they lead to, and the verdict over the pack.

What is under geheimhouding has only its neutral title here, also where the pack was opened with its container; its
words are struck out wherever they were typed again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from pydantic import ValidationError

from archief.pak import Pak
from audit.oordeel import Oordeel
from domain import kern
from domain.basis import Afzender, Model, Weigering
from domain.beeld.strepen import verboden
from domain.beeld.verborgen import geheime_stappen, geheimen, raakt, verborgen
from domain.feit import Feit
from domain.kalender import datum_in_cijfers, lokale_datum
from domain.stand import Stand
from domain.taal.geheim import GeheimhoudingOpgelegd
from domain.woorden import gewoon, met_namen, orgaan
from domain.zinnen import vertel

F = TypeVar("F")
DICHT = "Onder geheimhouding."


@dataclass(frozen=True)
class Bron:
    """A pack as the dossier reads it.

    `feiten` are those that may be read; `dicht` how many are shielded; `onverwerkt` how many could not be followed,
    so that what hangs on them is missing.
    """

    pak: Pak
    oordeel: Oordeel
    stand: Stand
    feiten: tuple[Feit, ...]
    dicht: int
    onverwerkt: int

    def van(self, soort: type[F]) -> tuple[tuple[Feit, F], ...]:
        """The facts of one kind, each with its content; those about a secret are left out."""
        return tuple((f, f.inhoud) for f in self.feiten if isinstance(f.inhoud, soort) and not self.geheim(f.inhoud))

    def geheim(self, over: object) -> bool:
        """Whether this is about a step on which geheimhouding rests, or about what touches it."""
        return isinstance(over, Model) and raakt(over, self._weg)

    def vrij(self, delen: Mapping[str, F]) -> tuple[F, ...]:
        """Those of a part of the state that may be read."""
        return tuple(deel for id_, deel in delen.items() if id_ not in self._weg)

    @cached_property
    def _weg(self) -> frozenset[str]:
        return verborgen(self.stand, geheime_stappen(self.stand))

    def tekst(self, over: object, tekst: str) -> str:
        """A text about this, with names for ids; nothing of it when it is about a secret."""
        return DICHT if self.geheim(over) else self.namen(tekst)

    def namen(self, tekst: str) -> str:
        """The text with the names of partners instead of their ids."""
        return met_namen(tekst, self.stand)

    def naam(self, wie: str) -> str:
        """Who is meant by an id, a function or a body, as people say it."""
        functie, _, bij = wie.rpartition(":")
        kaal = self.stand.partners[functie or bij].naam if (functie or bij) in self.stand.partners else ""
        if kaal:
            return f"{kaal} ({gewoon(bij)})" if functie else kaal
        return gewoon(orgaan(wie))

    def wie(self, door: Afzender) -> str:
        """Who did something: the function and for whom; never a name."""
        if door.functie == "systeem":
            return "het systeem"
        voor = "" if door.namens == "provincie" else f", namens {self.naam(door.namens)}"
        return f"{gewoon(door.functie)}{voor}"

    def zin(self, feit: Feit) -> str:
        """One plain sentence about a fact; of a secret its neutral title only."""
        if self.geheim(feit.inhoud):
            titels = (g.neutrale_titel for g in self.stand.geheim.values() if g.rust and g.stap == _stap(feit))
            return f"{next(titels, 'Een stap')}: {gewoon(_woorden(feit.inhoud.soort))}. {DICHT}"
        return self.namen(vertel(feit))

    @cached_property
    def tot(self) -> date:
        """The day of the last fact that may be read, or of the pack when there is none."""
        return self.feiten[-1].gebeurd_op if self.feiten else lokale_datum(self.pak.manifest.gemaakt_op)


def lees_bron(pak: Pak, oordeel: Oordeel) -> Bron:
    """Read a pack for the dossier. Raises PakFout when its facts can't be read."""
    afgeschermd = _afgeschermd(pak)
    feiten, alle, stand, onverwerkt = list[Feit](), list[Feit](), kern.begin(pak.manifest.begin), 0
    for regel in pak.feitregels:
        feit, dicht = _feit(regel), regel.get("seq") in afgeschermd
        if feit is None:
            onverwerkt += not dicht
            continue
        stand, gelukt = _volg(stand, feit)
        onverwerkt += not gelukt
        alle.append(feit)
        if not dicht:
            feiten.append(feit)
    streep = verboden(geheimen(stand, alle).teksten).streep
    leesbaar = tuple(streep(feit) for feit in _zonder_eerdere_tekst(feiten, stand))
    kaal = streep(stand).met(geheim=stand.geheim)
    return Bron(pak, oordeel, kaal, leesbaar, len(afgeschermd), onverwerkt)


def _afgeschermd(pak: Pak) -> frozenset[int]:
    gezegd = (r.get("seq", 0) for r in pak.feitregels if r.get("afgeschermd"))
    return frozenset((*pak.manifest.afgeschermd, *gezegd))


def _feit(regel: dict[str, object]) -> Feit | None:
    try:
        return Feit.model_validate(regel)
    except ValidationError:
        return None


def _volg(stand: Stand, feit: Feit) -> tuple[Stand, bool]:
    """A fact that leans on one that is not here can't be followed; the others still can."""
    try:
        return kern.evolve(stand, feit), True
    except (LookupError, ValueError, TypeError, AttributeError, StopIteration, Weigering):
        return stand, False


def _zonder_eerdere_tekst(feiten: Sequence[Feit], stand: Stand) -> tuple[Feit, ...]:
    """Without what was recorded about a step before geheimhouding came to rest on it, as a pack leaves it out too."""
    sinds = {f.inhoud.stap: f.seq for f in feiten if isinstance(f.inhoud, GeheimhoudingOpgelegd)}
    dicht = {stap: seq for stap, seq in sinds.items() if stap in stand.geheim and stand.geheim[stap].rust}
    return tuple(f for f in feiten if f.seq >= dicht.get(_stap(f), 0))


def _stap(feit: Feit) -> str:
    stap = getattr(feit.inhoud, "stap", "")
    return stap if isinstance(stap, str) else str(getattr(stap, "id", ""))


def _woorden(soort: str) -> str:
    return "".join(f" {t.lower()}" if t.isupper() else t for t in soort).strip()


def kort(dag: date | None) -> str:
    """A date for in a table: 2-9-2024."""
    return datum_in_cijfers(dag) if dag else ""
