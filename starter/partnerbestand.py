"""A list of joint arrangements with their participants: what can be trusted is taken, what is doubtful is said.

Nothing disappears in silence: each line that is left out, counted once more or taken with a doubt stands in the report.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from domain.tooi import sleutel, vind
from register.organisaties import Deelneming, Organisatie
from starter import csvbestand
from starter.csvbestand import Csvregel
from starter.organisatienamen import Onbruikbaar, herken, van_lichaam
from starter.postcodes import POSTCODE, opmerkingen

KOLOMMEN = ("deelnemer", "gemeenschappelijke regeling")
MEER_KOLOMMEN = ("postcode", "plaats", "provincie")
_OVERHEID = frozenset({"gemeente", "provincie", "waterschap"})
Zetel = tuple[str, str]
Lot = Literal["overgenomen", "met opmerking", "dubbel", "niet overgenomen"]


@dataclass(frozen=True, slots=True)
class Verslagregel:
    """What became of one line, and why."""

    regel: int
    lot: Lot
    deelnemer: str
    regeling: str
    redenen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Partnerlijst:
    """What a file holds, and the report of all its lines."""

    organisaties: tuple[Organisatie, ...]
    deelnemingen: tuple[Deelneming, ...]
    verslag: tuple[Verslagregel, ...]
    tekenset: str
    onbekende_kolommen: tuple[str, ...]

    def aantal(self, lot: Lot) -> int:
        """How many lines went this way."""
        return sum(regel.lot == lot for regel in self.verslag)


def lees(pad: Path) -> Partnerlijst:
    """Read a list. Raises Invoerfout when the file is not there or doesn't have the columns."""
    bestand = csvbestand.lees(pad, KOLOMMEN, MEER_KOLOMMEN)
    lezer = _Lezer(pad.name, _gewone_zetels(bestand.regels))
    verslag = tuple(lezer.lees(regel) for regel in bestand.regels)
    eenlingen = {naam for naam, regels in lezer.deelnemers.items() if len(regels) == 1}
    return Partnerlijst(
        tuple(lezer.organisaties.values()),
        tuple(lezer.deelnemingen.values()),
        tuple(_met_eenling(regel, eenlingen) for regel in verslag),
        bestand.tekenset,
        bestand.onbekend,
    )


def _met_eenling(regel: Verslagregel, eenlingen: set[str]) -> Verslagregel:
    """An arrangement takes two."""
    if regel.regeling not in eenlingen or regel.lot not in ("overgenomen", "met opmerking"):
        return regel
    zin = "van deze regeling staat hier maar een deelnemer"
    return Verslagregel(regel.regel, "met opmerking", regel.deelnemer, regel.regeling, (*regel.redenen, zin))


@dataclass(frozen=True, slots=True)
class _Regeling:
    """An arrangement as it was first met."""

    naam: str
    regel: int
    postcode: str


class _Lezer:
    """Reads one file; what was met before tells what a line repeats or contradicts."""

    def __init__(self, bron: str, zetels: Mapping[str, Zetel]) -> None:
        self._bron = bron
        self._zetels = zetels
        self._regelingen: dict[str, _Regeling] = {}
        self._plekken: dict[tuple[str, str], int] = {}
        self.organisaties: dict[str, Organisatie] = {}
        self.deelnemingen: dict[tuple[str, str], Deelneming] = {}
        self.deelnemers: dict[str, set[str]] = {}

    def lees(self, regel: Csvregel) -> Verslagregel:
        wie, wat = regel.velden.get(KOLOMMEN[0], ""), regel.velden.get(KOLOMMEN[1], "")
        try:
            if regel.fout:
                raise Onbruikbaar(regel.fout)
            _toets(regel.velden, wie, wat)
            organisatie, over_wie = herken(wie, self._bron)
            regeling, over_wat = self._regeling(regel)
        except Onbruikbaar as fout:
            return Verslagregel(regel.nr, "niet overgenomen", wie, wat, (str(fout),))
        redenen = (*_opgeruimd(regel), *over_wie, *over_wat, *_tegenspraak(regel.velden))
        return self._neem(regel.nr, organisatie, regeling, redenen)

    def _neem(self, nr: int, organisatie: Organisatie, regeling: str, redenen: tuple[str, ...]) -> Verslagregel:
        plek = (organisatie.id, regeling)
        if plek in self._plekken:
            eerder = f"staat al op regel {self._plekken[plek]}; niet nog eens geteld"
            return Verslagregel(nr, "dubbel", organisatie.naam, regeling, (eerder, *redenen))
        self._plekken[plek] = nr
        self.organisaties.setdefault(organisatie.id, organisatie)
        if lichaam := vind(regeling):
            self.organisaties.setdefault(lichaam.id, van_lichaam(lichaam, self._bron))
        self.deelnemingen[plek] = Deelneming(organisatie.id, regeling, self._bron)
        self.deelnemers.setdefault(regeling, set()).add(organisatie.id)
        return Verslagregel(nr, "met opmerking" if redenen else "overgenomen", organisatie.naam, regeling, redenen)

    def _regeling(self, regel: Csvregel) -> tuple[str, tuple[str, ...]]:
        """The name of the arrangement as it was first written, and what is odd about it.

        The same words in another order are the same arrangement when it has the same postcode, and another otherwise.
        """
        naam, zetel = regel.velden[KOLOMMEN[1]], _zetel(regel.velden)
        woorden = sorted(sleutel(naam).split())
        eerste = self._regelingen.setdefault(sleutel(naam), _Regeling(naam, regel.nr, zetel[0]))
        redenen = _anders_dan(self._zetels[sleutel(naam)], zetel)
        if re.match(r"(stichting|vereniging)\b", sleutel(naam)):
            redenen += ("een stichting of vereniging is geen gemeenschappelijke regeling (Wgr); kijk dit na",)
        for sleutel_, ander in self._regelingen.items():
            if sleutel_ == sleutel(naam) or sorted(sleutel_.split()) != woorden:
                continue
            if ander.regel < eerste.regel and ander.postcode == zetel[0]:
                return ander.naam, (
                    *redenen,
                    f"'{naam}' lijkt dezelfde regeling als '{ander.naam}' van regel {ander.regel}",
                )
            redenen += (
                f"lijkt op '{ander.naam}' van regel {ander.regel}, maar heeft een andere postcode; apart gehouden",
            )
        return eerste.naam, redenen


def _toets(velden: dict[str, str], wie: str, wat: str) -> None:
    """Refuse what is empty or stands in the wrong field."""
    for naam, veld in zip(KOLOMMEN, (wie, wat), strict=True):
        if not sleutel(veld):
            raise Onbruikbaar(f"{naam}: {'hier staat geen naam' if veld else 'dit veld is leeg'}")
    meer = [velden.get(naam, "") for naam in MEER_KOLOMMEN]
    verkeerd = [veld for veld in (wie, wat, *meer[1:]) if POSTCODE.fullmatch(veld.upper())]
    if verkeerd:
        raise Onbruikbaar(f"de postcode {verkeerd[0]} staat in een andere kolom: zijn de velden verschoven?")
    if (lichaam := vind(wat)) and lichaam.type in _OVERHEID:
        raise Onbruikbaar(f"gemeenschappelijke regeling: {wat} is een {lichaam.type}: zijn de velden verwisseld?")
    if "@" in wie or "@" in wat:
        raise Onbruikbaar("hier staat een e-mailadres; adressen zet u met: opgave contact zet")
    delen = [deel for deel in re.split(r"[,;/]", wie) if deel.strip()]
    if len(delen) > 1 and not vind(wie) and any(vind(deel) for deel in delen):
        raise Onbruikbaar("deelnemer: hier staan er meer in een veld; geef elk een eigen regel")


def _opgeruimd(regel: Csvregel) -> Iterator[str]:
    if regel.opgeruimd:
        yield f"overtollige spaties weggehaald bij {', '.join(regel.opgeruimd)}"


def _zetel(velden: Mapping[str, str]) -> Zetel:
    """Where an arrangement has its seat: postcode and place, as they are compared."""
    return velden.get("postcode", "").replace(" ", "").upper(), velden.get("plaats", "").casefold()


def _gewone_zetels(regels: Sequence[Csvregel]) -> dict[str, Zetel]:
    """The seat that most lines give an arrangement: a line that says otherwise is probably the one that is wrong."""
    tellers: dict[str, Counter[Zetel]] = {}
    for regel in regels:
        tellers.setdefault(sleutel(regel.velden.get(KOLOMMEN[1], "")), Counter())[_zetel(regel.velden)] += 1
    return {naam: teller.most_common(1)[0][0] for naam, teller in tellers.items()}


def _anders_dan(gewoon: Zetel, zetel: Zetel) -> tuple[str, ...]:
    if zetel == gewoon or not all(zetel):
        return ()
    postcode, plaats = gewoon
    return (
        f"op andere regels heeft deze regeling {postcode[:4]} {postcode[4:]} {plaats.title()} als postcode en plaats",
    )


def _tegenspraak(velden: dict[str, str]) -> tuple[str, ...]:
    """What contradicts itself in the seat of the arrangement; a file without those columns is not asked for them."""
    if not set(MEER_KOLOMMEN) <= velden.keys():
        return ()
    return opmerkingen(*(velden[naam] for naam in MEER_KOLOMMEN))
