"""The paragraph on verbonden partijen for begroting and jaarstukken (BBV 9, 15), and the same as CSV."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, get_args

from documenten.inhoud import Alinea, Blok, Deel, Document, Gegevens, Lijst
from domain.basis import Model
from domain.taal.verbonden import Partijsoort, VerbondenPartij
from domain.woorden import euro, gewoon
from rapporten.leven import Gezeefd, kenmerk, moment
from rapporten.opmaak import ZEEF, dag, deel, tabel

SOORT = "Paragraaf verbonden partijen"
SOORTEN: tuple[Partijsoort, ...] = get_args(Partijsoort)
KOPPEN = {
    "gemeenschappelijke_regeling": "Gemeenschappelijke regelingen",
    "vennootschap_of_cooperatie": "Vennootschappen en coöperaties",
    "stichting_of_vereniging": "Stichtingen en verenigingen",
    "overig": "Overige verbonden partijen",
}
"""The four kinds (BBV 15 lid 2)."""
_GELD = {
    "eigen_vermogen_begin": "Eigen vermogen aan het begin van het jaar",
    "eigen_vermogen_eind": "Eigen vermogen aan het einde van het jaar",
    "vreemd_vermogen_begin": "Vreemd vermogen aan het begin van het jaar",
    "vreemd_vermogen_eind": "Vreemd vermogen aan het einde van het jaar",
    "resultaat": "Resultaat",
}
_FORMULE = re.compile(r"\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""A cell that begins so is run as a formula by a spreadsheet, also after spaces and with wide signs."""
_BEDRAG = re.compile(r"-(€ ?[0-9.,]+)?", re.ASCII)


class Waarom(Model):
    """An answer of this year to "why do we work together"."""

    op: date
    nodig: str
    bijdrage_publieke_taak: str
    bijdrage_opgave: str
    alternatief_zelf: str


class Partij(Model):
    """One verbonden partij, over all opgaven that name it; what was recorded last counts."""

    id: str
    inhoud: VerbondenPartij
    opgaven: tuple[str, ...]
    sinds: date
    accounthouder: bool
    beeindigd_op: date | None = None
    waarom: tuple[Waarom, ...] = ()


class Verbondencijfers(Model):
    """Everything the paragraph says. `visie` are the nota's: version, who adopted it, with whom it came about."""

    jaar: int
    op: date
    visie: tuple[tuple[str, str, str], ...]
    partijen: tuple[Partij, ...]


def cijfers(levens: Sequence[Gezeefd], jaar: int, op: date) -> Verbondencijfers:
    """The paragraph of one year, as things stood on day `op`; who ended in an earlier year is not in it."""
    groepen: dict[str, list[tuple[Gezeefd, str]]] = {}
    for leven in levens:
        for v in leven.stand.verbonden.values():
            groepen.setdefault(v.inhoud.naam.casefold(), []).append((leven, v.id))
    alle = (_partij(groep, jaar) for _, groep in sorted(groepen.items()))
    partijen = tuple(p for p in alle if p.beeindigd_op is None or p.beeindigd_op.year >= jaar)
    return Verbondencijfers(jaar=jaar, op=op, visie=tuple(dict.fromkeys(_visie(levens))), partijen=partijen)


def _partij(groep: Sequence[tuple[Gezeefd, str]], jaar: int) -> Partij:
    standen = [leven.stand.verbonden[id_] for leven, id_ in groep]
    vastgelegd = [
        (dag_, f.inhoud)
        for leven, id_ in groep
        for dag_, f in leven.inhoud("VerbondenPartijVastgelegd")
        if f.partij == id_
    ]
    nieuwste = max(vastgelegd, key=lambda paar: paar[0])[1] if vastgelegd else standen[0].inhoud
    einden = [v.beeindigd_op for v in standen]
    return Partij(
        id=standen[0].id,
        inhoud=nieuwste,
        opgaven=tuple(leven.id for leven, _ in groep),
        sinds=min(v.sinds for v in standen),
        accounthouder=any(v.accounthouder for v in standen),
        beeindigd_op=None if None in einden else max(e for e in einden if e),
        waarom=tuple(sorted(_waarom(groep, jaar), key=lambda w: w.op)),
    )


def _waarom(groep: Iterable[tuple[Gezeefd, str]], jaar: int) -> Iterator[Waarom]:
    velden = set(Waarom.model_fields) - {"op"}
    for leven, id_ in groep:
        for op, f in leven.inhoud("WaaromBeantwoord", date(jaar, 1, 1), date(jaar, 12, 31)):
            if f.partij == id_:
                yield Waarom(op=op, **f.model_dump(include=velden))


def _visie(levens: Iterable[Gezeefd]) -> Iterator[tuple[str, str, str]]:
    for leven in levens:
        blad: Any = leven.stand.bladen.get("nota_verbonden_partijen")
        if blad is not None:
            yield blad.versie, blad.vastgesteld_door, ", ".join(blad.tot_stand_met)


def document(c: Verbondencijfers, levens: Sequence[Gezeefd]) -> Document:
    """The paragraph as a document."""
    kop = Gegevens((("Jaar", str(c.jaar)), ("Stand op", dag(c.op)), ("Verbonden partijen", str(len(c.partijen)))))
    visie = tabel(
        "Nota verbonden partijen",
        ("Versie", "Vastgesteld door", "Tot stand gekomen met"),
        c.visie,
        "Er is geen nota verbonden partijen vastgelegd.",
    )
    lijst = deel("Lijst van verbonden partijen", _lijst(c), Alinea(ZEEF))
    delen = (deel("Visie op verbonden partijen", visie), lijst, *(d for soort in SOORTEN for d in _soort(c, soort)))
    return Document(SOORT, f"Verbonden partijen {c.jaar}", kop, delen, kenmerk(levens), moment(c.op))


def _lijst(c: Verbondencijfers) -> Blok:
    rijen = (
        (p.inhoud.naam, KOPPEN[p.inhoud.partijsoort], p.inhoud.vestigingsplaats, _account(p), _beantwoord(p))
        for p in sorted(c.partijen, key=lambda p: (SOORTEN.index(p.inhoud.partijsoort), p.inhoud.naam))
    )
    kolommen = ("Naam", "Soort", "Vestigingsplaats", "Accounthouder", "Waarom beantwoord op")
    return tabel("Verbonden partijen", kolommen, rijen, "Er zijn geen verbonden partijen vastgelegd.", 3, 3, 2, 2, 2)


def _account(p: Partij) -> str:
    return "aangewezen" if p.accounthouder else "niet aangewezen"


def _beantwoord(p: Partij) -> str:
    return ", ".join(dag(w.op) for w in p.waarom) or "niet dit jaar"


def _soort(c: Verbondencijfers, soort: str) -> Iterator[Deel]:
    deze = [p for p in c.partijen if p.inhoud.partijsoort == soort]
    yield deel(KOPPEN[soort], *(() if deze else (Alinea("Geen."),)))
    for partij in deze:
        yield Deel(partij.inhoud.naam, tuple(_blokken(partij, c.jaar)), niveau=3)


def _blokken(p: Partij, jaar: int) -> Iterator[Blok]:
    yield Gegevens(tuple((naam, waarde) for naam, waarde in velden(p).items() if naam not in ("Soort", "Risico's")))
    if p.inhoud.risicos:
        yield Alinea("Risico's:")
        yield Lijst(p.inhoud.risicos)
    if not p.waarom:
        yield Alinea(f"In {jaar} is niet beantwoord waarom we met deze partij samenwerken.", nadruk=True)
    for antwoord in p.waarom:
        yield Gegevens(tuple(_antwoord(antwoord)))


def _antwoord(w: Waarom) -> Iterator[tuple[str, str]]:
    yield "Waarom we samenwerken, gezegd op", dag(w.op)
    yield "Is het nodig", w.nodig
    yield "Bijdrage aan de publieke taak", w.bijdrage_publieke_taak
    yield "Bijdrage aan de opgave", w.bijdrage_opgave
    yield "Kunnen we het zelf", w.alternatief_zelf


def velden(p: Partij) -> dict[str, str]:
    """Every field of one party by its name, as people read it (BBV 15 lid 1)."""
    return {naam: lees(p) for naam, lees in VELDEN.items()}


def _geld(veld: str) -> Callable[[Partij], str]:
    return lambda p: bedrag(getattr(p.inhoud, veld))


VELDEN: dict[str, Callable[[Partij], str]] = {
    "Naam": lambda p: p.inhoud.naam,
    "Soort": lambda p: gewoon(p.inhoud.partijsoort),
    "Rechtsvorm": lambda p: p.inhoud.rechtsvorm,
    "Vestigingsplaats": lambda p: p.inhoud.vestigingsplaats,
    "Openbaar belang": lambda p: p.inhoud.openbaar_belang,
    "Bestuurlijk belang": lambda p: p.inhoud.bestuurlijk_belang,
    "Financieel belang": lambda p: p.inhoud.financieel_belang,
    "Bedragen over het jaar": lambda p: str(p.inhoud.jaar or "-"),
    **{naam: _geld(veld) for veld, naam in _GELD.items()},
    "Risico's": lambda p: "; ".join(p.inhoud.risicos),
    "Accounthouder": _account,
    "Opgaven": lambda p: ", ".join(p.opgaven),
    "Verbonden sinds": lambda p: dag(p.sinds),
    "Beëindigd op": lambda p: dag(p.beeindigd_op),
}


def bedrag(centen: int | None) -> str:
    """An amount in eurocents; a loss has its sign in front."""
    return "-" if centen is None else euro(centen) if centen >= 0 else f"-{euro(-centen)}"


def als_csv(c: Verbondencijfers) -> bytes:
    """The list as CSV in UTF-8 with a byte order mark and semicolons, as Dutch spreadsheets open it."""
    kolommen = (*VELDEN, "Waarom beantwoord op")
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(kolommen)
    for p in c.partijen:
        antwoorden = ", ".join(dag(w.op) for w in p.waarom)
        schrijver.writerow([_veilig(w) for w in (*velden(p).values(), antwoorden)])
    return b"\xef\xbb\xbf" + uit.getvalue().encode()


def _veilig(cel: str) -> str:
    """Text that no spreadsheet runs; an amount below zero stays a number."""
    return f"'{cel}" if _FORMULE.match(cel) and not _BEDRAG.fullmatch(cel) else cel
