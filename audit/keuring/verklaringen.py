"""The audit trail of a pack, and the statements added to it later: signed, whole, and was it allowed?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import ValidationError

from archief import formaat
from archief.ontleden import ontleed
from archief.pak import Pak, PakFout
from archief.verklaring import Verklaring, pad
from audit.bevinding import Bevinding, Code, Mededeling
from domain import bewaring, spoor
from domain.basis import Weigering
from domain.keten import GEEN, te_tekenen
from domain.sleutelwissel import Sleutelwissel
from domain.spoor import GELUKT, WIE_MAG, Actie, Spoorregel
from domain.woorden import gewoon
from runtime.sleutels import controleer

if TYPE_CHECKING:
    from audit.keuring.sleutels import Vertrouwen

BEGONNEN = "begonnen"
"""The line before a pack is written; the next one says what became of it."""
TE_DOEN: dict[Actie, str] = {
    "pak_gemaakt": "een pak te maken",
    "vertrouwelijk_verstrekt": "vertrouwelijke stukken te verstrekken",
    "bewaarplicht_gelegd": "een bewaarplicht te leggen",
    "bewaarplicht_opgeheven": "een bewaarplicht op te heffen",
    "vernietigd": "documenten te vernietigen",
    "stuk_toegevoegd": "een stuk in te leveren",
    "sleutel_gewisseld": "de sleutel te wisselen",
}
"""What somebody tried, in words."""


@dataclass(frozen=True)
class Verklaringoordeel:
    """What trail and statements say. `vernietigd` are documents (sha256) whose absence is accounted for.

    `spoor` is the longest trail that is whole.
    """

    bevindingen: tuple[Bevinding, ...] = ()
    mededelingen: tuple[Mededeling, ...] = ()
    vernietigd: frozenset[str] = frozenset()
    spoor: tuple[Spoorregel, ...] = field(default=(), compare=False)


def verklaringoordeel(pak: Pak, vertrouwd: Vertrouwen) -> Verklaringoordeel:
    """Judge the trail of the pack and every statement beside it.

    Only lines that are whole, in order and signed with a trusted key account for a missing document, and only when no
    hold stood when they were written.
    """
    keurder = _Keurder(pak.manifest.opgave, vertrouwd)
    try:
        eigen = pak.spoor
        bevindingen = list(keurder.spoor(eigen, formaat.SPOOR))
    except PakFout as fout:  # that it is missing is told with the files
        zin, daar = str(fout), formaat.SPOOR in pak.namen
        eigen, bevindingen = (), [Bevinding(code="onleesbaar", waar=formaat.SPOOR, zin=zin)] if daar else []
    sporen: list[Sequence[Spoorregel]] = [] if bevindingen else [eigen]
    for naam in sorted(n for n in pak.bron.namen() if n.startswith(formaat.VERKLARINGEN)):
        fouten = list(keurder.verklaring(pak, naam, eigen, sporen))
        bevindingen += fouten
    langste = max(sporen, key=len, default=())
    bevindingen += _verboden(langste)
    mag = [regel for regel in langste if bewaring.vernietigd(regel) and not bewaring.verboden(langste, regel)]
    return Verklaringoordeel(
        tuple(bevindingen),
        tuple(_mededelingen(langste)),
        frozenset(sha for regel in mag for sha in bewaring.vernietigd(regel)),
        tuple(langste),
    )


def wissels_na(pak: Pak) -> tuple[Sleutelwissel, ...]:
    """The changes of key that the statements bring along; that one can't be read is told with the statements."""
    gevonden = list[Sleutelwissel]()
    for naam in sorted(n for n in pak.bron.namen() if n.startswith(formaat.VERKLARINGEN)):
        try:
            gevonden += _lees(pak, naam).wissels
        except (PakFout, ValidationError):
            continue
    return tuple(dict.fromkeys(gevonden))


def _lees(pak: Pak, naam: str) -> Verklaring:
    """Raises PakFout, ValidationError: this is no statement."""
    return Verklaring.model_validate(ontleed(pak.lees(naam), dict, naam))


@dataclass(frozen=True)
class _Keurder:
    """Judges lines of one opgave by the keys that are trusted."""

    opgave: str
    vertrouwd: Vertrouwen

    def spoor(self, regels: Sequence[Spoorregel], bestand: str) -> Iterator[Bevinding]:
        """Everything that is wrong with these lines, which should be the trail from its beginning."""
        vorige, verwacht = GEEN, 1
        for regel in regels:
            waar = f"{bestand} regel {regel.nr}"
            if regel.opgave != self.opgave:
                yield _bevinding("andere_opgave", waar, f"De regel gaat over {regel.opgave}, niet over {self.opgave}.")
            if regel.nr != verwacht:
                zin = f"Na regel {verwacht - 1} komt regel {regel.nr}: er ontbreekt iets of de volgorde is anders."
                yield _bevinding("spoor_ontbreekt", waar, zin)
            elif regel.vorige != vorige:
                yield _bevinding("spoor_gewijzigd", waar, "De regel sluit niet aan op de regel ervoor.")
            yield from self._regel(regel, waar)
            vorige, verwacht = regel.eigen_hash, regel.nr + 1

    def _regel(self, regel: Spoorregel, waar: str) -> Iterator[Bevinding]:
        sleutel = self.vertrouwd.sleutels.get(regel.sleutel_id)
        if sleutel is None:
            zin = f"De regel is getekend met sleutel {regel.sleutel_id}, die niet vertrouwd is."
            yield _bevinding("sleutel_onbekend", waar, zin)
        elif not controleer(sleutel, te_tekenen(spoor.SOORT, regel.inhoud.bytes_), regel.handtekening):
            yield _bevinding("spoor_gewijzigd", waar, "De handtekening hoort niet bij deze regel.")
        if regel.resultaat == "gelukt" and regel.functie not in WIE_MAG[regel.actie]:
            zin = f"Dit is gedaan als {regel.functie}, die dit niet mag ({gewoon(regel.actie)})."
            yield _bevinding("spoor_onbevoegd", waar, zin)
        if bewaring.vernietigd(regel):
            yield from _vier_ogen(regel, waar)

    def verklaring(
        self, pak: Pak, naam: str, eigen: Sequence[Spoorregel], sporen: list[Sequence[Spoorregel]]
    ) -> Iterator[Bevinding]:
        """Everything wrong with this statement; its trail joins `sporen` when it is whole."""
        try:
            gelezen = _lees(pak, naam)
            fouten = list(self.spoor(gelezen.spoor, naam))
            goed = bool(gelezen.spoor) and pad(gelezen.regel) == naam and bool(bewaring.vernietigd(gelezen.regel))
        except (PakFout, ValidationError):
            yield _bevinding("verklaring_ongeldig", naam, "Dit is geen verklaring.")
            return
        if not goed:
            fouten.append(
                _bevinding("verklaring_ongeldig", naam, "De naam of de inhoud hoort niet bij een verklaring.")
            )
        langste = max(sporen, key=len, default=())  # those that are whole agree with one another
        if not _zelfde_begin(gelezen.spoor, langste) or not _zelfde_begin(gelezen.spoor, eigen):
            fouten.append(_bevinding("verklaring_ongeldig", naam, "De verklaring spreekt het auditspoor tegen."))
        if not fouten:
            sporen.append(gelezen.spoor)
        yield from fouten


def _vier_ogen(regel: Spoorregel, waar: str) -> Iterator[Bevinding]:
    """Destruction rests on a decision and on a second person; who keeps the key can sign a line without either."""
    try:
        bewaring.toets_akkoord(regel.functie, regel.subject, regel.gegevens.get("akkoord", ""))
    except Weigering:
        yield _bevinding("spoor_onbevoegd", waar, "Er is vernietigd zonder dat een tweede bevoegde instemde.")
    if not regel.gegevens.get("besluit"):
        yield _bevinding("spoor_onbevoegd", waar, "Er is vernietigd zonder een besluit te noemen.")


def _zelfde_begin(een: Sequence[Spoorregel], ander: Sequence[Spoorregel]) -> bool:
    """Whether one is the beginning of the other: two trails of one opgave can't both be true otherwise."""
    return all(a == b for a, b in zip(een, ander, strict=False))


def _verboden(regels: Sequence[Spoorregel]) -> Iterator[Bevinding]:
    for regel in regels:
        if bewaring.vernietigd(regel) and (plichten := bewaring.verboden(regels, regel)):
            welke = ", ".join(f"{p.kenmerk} ({p.grond})" for p in plichten)
            zin = f"Er is vernietigd terwijl er een bewaarplicht rustte: {welke}."
            yield _bevinding("vernietiging_verboden", f"{formaat.SPOOR} regel {regel.nr}", zin)


def _mededelingen(regels: Sequence[Spoorregel]) -> Iterator[Mededeling]:
    for regel in regels:
        waar = f"{formaat.SPOOR} regel {regel.nr}"
        if shas := bewaring.vernietigd(regel):
            aantal = "1 document is" if len(shas) == 1 else f"{len(shas)} documenten zijn"
            besluit, akkoord = (regel.gegevens.get(naam, "?") for naam in ("besluit", "akkoord"))
            zin = (
                f"{aantal} op {regel.tijdstip:%Y-%m-%d} vernietigd door {regel.functie}, "
                f"besluit {besluit}, met instemming van {akkoord}."
            )
            yield Mededeling(waar=waar, zin=zin)
        elif regel.resultaat not in (GELUKT, BEGONNEN):
            yield Mededeling(waar=waar, zin=_poging(regel))


def _poging(regel: Spoorregel) -> str:
    """What was tried and did not come about, and by which rule."""
    grond = f" ({regel.gegevens['regel']})" if "regel" in regel.gegevens else ""
    wie = gewoon(regel.functie)
    return f"{wie[:1].upper()}{wie[1:]} probeerde {TE_DOEN[regel.actie]}: {regel.resultaat}{grond}."


def _bevinding(code: Code, waar: str, zin: str) -> Bevinding:
    return Bevinding(code=code, waar=waar, zin=zin)
