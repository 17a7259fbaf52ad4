"""The numbers of the yearly learning report, each counted from the facts of that year."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from statistics import mean
from typing import Any

from domain.basis import Model, is_agenda
from domain.beeld.leren.hergebruik import Hergebruikstelling, gebruik, telling
from domain.regels.lesaanbod import sleutel
from domain.regels.termijnen import REFLECTIE
from domain.taal.leren import DOELGROEPEN
from domain.taal.lesaanbod import Aanbod
from rapporten.leven import Gezeefd

Telling = dict[str, int]


class Lestelling(Model):
    """Lessons of one year: written, validated, applied, and what was found half a year later (T22)."""

    nieuw: int
    gevalideerd: int
    toegepast: int
    praktijk_ja: int
    praktijk_deels: int
    praktijk_nee: int


class Reflectietelling(Model):
    """Reflections of one year: held, and moments that passed without one."""

    gehouden: int
    overgeslagen: int


class Balanspunt(Model):
    """The mean balance of the reflections in one quarter (S3-19), in tenths of a point; `aantal` gave one."""

    kwartaal: int
    aantal: int
    inhoud: int
    proces: int
    relatie: int

    @property
    def gemiddeld(self) -> int:
        """The mean of the three, in tenths."""
        return round((self.inhoud + self.proces + self.relatie) / 3)


class Antwoord(Model):
    """What one opgave answered to a learning question, or how it handled a dilemma."""

    opgave: str
    titel: str
    soort: str
    tekst: str
    hoe: str = ""


class Leeractieregel(Model):
    """A learning action that began this year; `klaar` when its promise was settled."""

    opgave: str
    leersoort: str
    tekst: str
    voor: str
    uiterlijk: date
    klaar: bool


class Leercijfers(Model):
    """Everything the report says."""

    jaar: int
    op: date
    opgaven: int
    lessen: Lestelling
    hergebruik: Hergebruikstelling
    verhalen: Telling
    waarden: Telling
    principes: Telling
    rollen: Telling
    reflectie: Reflectietelling
    reflectiewaarden: Telling
    balans: tuple[Balanspunt, ...]
    leervragen: tuple[Antwoord, ...]
    dilemmas: tuple[Antwoord, ...]
    leeracties: tuple[Leeractieregel, ...]
    successen: tuple[Antwoord, ...]
    gesprekken: Telling

    @property
    def niet_gehoord(self) -> tuple[str, ...]:
        """Which of the four groups nobody spoke with this year (S0-13)."""
        return tuple(groep for groep in DOELGROEPEN if not self.gesprekken.get(groep))


def cijfers(levens: Sequence[Gezeefd], jaar: int, op: date) -> Leercijfers:
    """The numbers of one year over these lives, as they stood on day `op`; stories are told on an agenda as well."""
    bladen = [(leven, dag, f.inhoud) for leven, dag, f in _feiten(levens, "BladVastgelegd", jaar)]
    verhalen = [(leven, f.inhoud) for leven, _, f in _feiten(levens, "BronverhaalVastgelegd", jaar)]
    reflecties = [(dag, b) for _, dag, b in bladen if b.blad == "reflectie"]
    return Leercijfers(
        jaar=jaar,
        op=op,
        opgaven=sum(not is_agenda(leven.id) for leven in levens),
        lessen=_lessen(levens, jaar),
        hergebruik=hergebruik(levens),
        verhalen=_tel(v.waardering for _, v in verhalen),
        waarden=_tel(w for _, v in verhalen for w in v.waarden),
        principes=_tel(str(p) for _, v in verhalen for p in v.principes),
        rollen=_tel(r for _, v in verhalen for r in v.rollen),
        reflectie=Reflectietelling(gehouden=len(reflecties), overgeslagen=_overgeslagen(levens, jaar)),
        reflectiewaarden=_tel(w for _, b in reflecties for w in b.waarden),
        balans=tuple(_balans(reflecties, jaar)),
        leervragen=_laatste((leven, b.vraag, b.antwoord, "") for leven, _, b in bladen if b.blad == "leervraag"),
        dilemmas=_laatste(
            (leven, b.type, b.omschrijving, b.hoe_gehanteerd) for leven, _, b in bladen if b.blad == "dilemma"
        ),
        leeracties=tuple(_leeracties(levens, jaar)),
        successen=tuple(
            Antwoord(opgave=leven.id, titel=leven.titel, soort=v.titel, tekst=v.wat_werkte or v.praktijk)
            for leven, v in verhalen
            if v.succes
        ),
        gesprekken=_tel(f.doelgroep for _, _, f in _feiten(levens, "GesprekVastgelegd", jaar)),
    )


def _feiten(levens: Iterable[Gezeefd], soort: str, jaar: int) -> Iterator[tuple[Gezeefd, date, Any]]:
    for leven in levens:
        for dag, f in leven.inhoud(soort, date(jaar, 1, 1), date(jaar, 12, 31)):
            yield leven, dag, f


def _tel(waarden: Iterable[str]) -> Telling:
    return dict(sorted(Counter(waarden).items()))


def _lessen(levens: Sequence[Gezeefd], jaar: int) -> Lestelling:
    status = Counter(f.status for _, _, f in _feiten(levens, "LesstatusGewijzigd", jaar))
    praktijk = Counter(f.in_praktijk_gebracht for _, _, f in _feiten(levens, "LesGecontroleerd", jaar))
    return Lestelling(
        nieuw=sum(not f.les.afkomstig_van for _, _, f in _feiten(levens, "LesVastgelegd", jaar)),
        gevalideerd=status["gevalideerd"],
        toegepast=status["toegepast"],
        praktijk_ja=praktijk["ja"],
        praktijk_deels=praktijk["deels"],
        praktijk_nee=praktijk["nee"],
    )


def hergebruik(levens: Iterable[Gezeefd]) -> Hergebruikstelling:
    """What became of every public lesson in other opgaven, since the first one: counted as `opgave lessen hergebruik`.

    A lesson with its copies is one, and one that was dropped everywhere does not count.
    """
    return telling(gebruik(leven.stand.met(lesaanbod=_aanbod(leven)) for leven in levens))


def _aanbod(leven: Gezeefd) -> dict[str, Aanbod]:
    """What was offered here and what was answered, from the facts; not why it was thought to match, nor the reason."""
    uit: dict[str, Aanbod] = {}
    for dag, f in leven.inhoud("LessenAangeboden"):
        for les in f.lessen:
            velden = {"les": les.les, "titel": les.titel, "moment": f.moment, "aangeboden_op": dag}
            uit[sleutel(f.moment, les.les)] = Aanbod.model_validate(velden)
    for _, f in leven.inhoud("LesaanbodBeantwoord"):
        if (aanbod := uit.get(naam := sleutel(f.moment, f.les))) is not None:
            uit[naam] = aanbod.met(antwoord=f.antwoord)
    return uit


def _overgeslagen(levens: Sequence[Gezeefd], jaar: int) -> int:
    """Reflection moments that passed without a reflection (S3-15)."""
    verstreken = ((leven, f.termijn) for leven, _, f in _feiten(levens, "TermijnVerstreken", jaar))
    return sum(leven.stand.termijnen[id_].code == REFLECTIE for leven, id_ in verstreken)


def _balans(reflecties: Iterable[tuple[date, Any]], jaar: int) -> Iterator[Balanspunt]:
    gegeven = [((max(dag, date(jaar, 1, 1)).month + 2) // 3, b.balans) for dag, b in reflecties if b.balans is not None]
    for kwartaal in sorted({k for k, _ in gegeven}):
        deze = [b for k, b in gegeven if k == kwartaal]
        delen = {n: round(10 * mean(getattr(b, n) for b in deze)) for n in ("inhoud", "proces", "relatie")}
        yield Balanspunt(kwartaal=kwartaal, aantal=len(deze), **delen)


def _laatste(gezegd: Iterable[tuple[Gezeefd, str, str, str]]) -> tuple[Antwoord, ...]:
    """In order of kind, then of opgave; what was said twice in the same words stands there once."""
    regels = {
        (soort, leven.id, tekst): Antwoord(opgave=leven.id, titel=leven.titel, soort=soort, tekst=tekst, hoe=hoe)
        for leven, soort, tekst, hoe in gezegd
    }
    return tuple(regels[sleutel] for sleutel in sorted(regels))


def _leeracties(levens: Sequence[Gezeefd], jaar: int) -> Iterator[Leeractieregel]:
    for leven, _, f in _feiten(levens, "LeeractieGestart", jaar):
        afspraak = leven.stand.afspraken.get(f.leeractie)
        klaar = afspraak is not None and afspraak.afgerond_op is not None
        velden = f.model_dump(include={"leersoort", "tekst", "voor", "uiterlijk"})
        yield Leeractieregel(opgave=leven.id, klaar=klaar, **velden)
