"""The public pages: one static page per opgave and one for the agenda. No scripts, nothing from elsewhere.

The same lives give the same bytes: the date at the foot is that of the last fact, not of today.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from documenten.html import blad_html, blok_html, deel_html
from documenten.inhoud import Alinea, Blok, Deel, Document, Gegevens, Lijst, een_regel
from domain.afstamming import opgegaan
from domain.stand import Stand
from domain.taal.agenda_punten import Agendapunt
from domain.woorden import gewoon, met_namen, orgaan
from rapporten.fasebeeld import fasebeeld
from rapporten.komt import komende_dagen
from rapporten.leven import Gezeefd, kenmerk, laatste_dag, moment
from rapporten.opmaak import dag, deel, tabel
from rapporten.verantwoording_cijfers import besluiten

SOORT, INDEX = "Stand van de opgave", "index.html"
_SLA_OVER = '<a class="sla-over" href="#inhoud">Naar de inhoud</a>\n'
_TERUG = f'<p><a href="{INDEX}">Alle opgaven op de regionale agenda</a></p>'
_HORIZON = {"nu": "Nu", "straks": "Straks", "later": "Later"}


def pagina(leven: Gezeefd, terug: bool = False, naast: Collection[str] = ()) -> bytes:
    """The page of one opgave; with `terug` it links to the page of the agenda beside it, and to those `naast` it."""
    delen = tuple(_delen(leven))
    document = Document(SOORT, leven.titel, _kop(leven.stand), delen, *_voet(leven))
    verder = _verder(leven.stand, naast)
    html = (blok_html(document.kop), *verder, *map(deel_html, delen), *((_TERUG,) if terug else ()))
    return blad_html(document, html, _stijl(), sla_over=_SLA_OVER, hoofd=' id="inhoud" tabindex="-1"')


def site(agenda: Gezeefd, levens: Mapping[str, Gezeefd]) -> dict[str, bytes]:
    """The page of the agenda and those of its opgaven that have begun, by file name."""
    begonnen = {id_: leven for id_, leven in sorted(levens.items()) if leven.stand.seq}
    paginas = {f"{id_}.html": pagina(leven, terug=True, naast=begonnen) for id_, leven in begonnen.items()}
    return {INDEX: _index(agenda, begonnen), **paginas}


def _voet(*levens: Gezeefd) -> tuple[str, Any]:
    return kenmerk(levens), moment(laatste_dag(levens, levens[0].op))


def _kop(stand: Stand) -> Gegevens:
    loop = stand.leven
    waar = ("Waar", loop.gebied or "Flevoland")
    return Gegevens((("Thema", loop.thema), waar, ("Stand", _toestand(stand)), ("Opgave", stand.opgave)))


def _toestand(stand: Stand) -> str:
    loop = stand.leven
    if loop.voorbij and (in_ := opgegaan(stand)):
        return f"opgegaan in {in_.opgave}"
    if loop.toestand == "lopend":
        return f"loopt, in de fase {loop.fase.naam}"
    return {"gepauzeerd": "ligt even stil", "ingetrokken": "gestopt voor het einde"}.get(
        loop.toestand, gewoon(loop.toestand)
    )


def _verder(stand: Stand, naast: Collection[str]) -> Iterator[str]:
    """Where an opgave goes on that ended in another, and what was split off; linked when that page is there."""
    in_ = opgegaan(stand)
    if in_ is not None:
        yield f"<p>Deze opgave is opgegaan in {_naar(in_.opgave, naast)}. Daar gaat het werk verder.</p>"
    for link in stand.afstamming:
        if (link.hoe, link.richting) == ("splitsing", "naar") and not link.mislukt:
            yield f"<p>Uit deze opgave is {_naar(link.opgave, naast)} afgesplitst.</p>"
        elif link.richting == "van":
            kwam = "is afgesplitst van" if link.hoe == "splitsing" else "nam het werk over van"
            yield f"<p>Deze opgave {kwam} {_naar(link.opgave, naast)}.</p>"


def _naar(opgave: str, naast: Collection[str]) -> str:
    naam = escape(opgave)
    return f'<a href="{naam}.html">{naam}</a>' if opgave in naast else naam


def _delen(leven: Gezeefd) -> Iterator[Deel]:
    stand = leven.stand
    yield deel("Wat dit betekent voor Flevolanders", Alinea(_betekenis(stand), nadruk=True))
    yield deel("Waar we nu zijn", fasebeeld(stand.leven))
    yield deel("Wie meedoen", *_partners(stand))
    yield deel("Wat is besloten", _besluiten(leven))
    yield deel("Wat er nog komt", _komt(leven))
    yield deel("Meedoen", *_meedoen(stand))
    contact = "Wilt u iets vragen of meedoen? Vraag bij de provincie naar de opgavemanager van deze opgave"
    yield deel("Contact", Alinea(f"{contact}, en noem {stand.opgave}."))


def _betekenis(stand: Stand) -> str:
    blad: Any = stand.bladen.get("betekenis")
    tekst: str = blad.tekst if blad else stand.leven.betekenis_voor_flevolander
    return tekst or "Dit wordt nog beschreven."


def _partners(stand: Stand) -> Iterator[Blok]:
    yield Alinea(f"De trekker is {met_namen(orgaan(stand.leven.trekker), stand)}.")
    namen = sorted(p.naam for p in stand.partners.values() if p.doet_mee)
    geen = "Er doen nu geen partners mee." if stand.partners else "Er doen nog geen partners mee."
    yield Lijst(tuple(namen)) if namen else Alinea(geen)


def _besluiten(leven: Gezeefd) -> Blok:
    """Decisions of GS and PS; not those of a sitting behind closed doors."""
    besloten = {
        f.stap for _, f in leven.inhoud("BesluitGenomen") if f.vergadering is not None and f.vergadering.besloten
    }
    rijen = (
        (b.op, orgaan(b.orgaan), b.titel, ", ".join(w for w in (b.uitkomst, b.resultaat) if w))
        for b in besluiten(leven.stand, besloten)
    )
    kolommen = ("Dag", "Wie", "Waarover", "Uitkomst")
    return tabel("Besluiten", kolommen, rijen, "Er is nog niets besloten.", 2, 3, 4, 3)


def _komt(leven: Gezeefd) -> Blok:
    rijen = sorted(komende_dagen(leven.stand))
    return tabel("Wat er nog komt", ("Dag", "Wat"), rijen, "Er zijn nog geen dagen bekend.", 1, 4)


def _meedoen(stand: Stand) -> Iterator[Blok]:
    bladen: list[Any] = [blad for _, blad in sorted(stand.bladen.items())]
    aanhaken = [m for b in bladen if b.blad == "aanhaken" for m in b.mogelijkheden]
    if aanhaken:
        yield Lijst(tuple(aanhaken))
    kaarten = ((b.waar, b.wat_welkom, "; ".join(b.voorwaarden)) for b in bladen if b.blad == "uitnodiging")
    leeg = "Er is nu geen uitnodiging voor nieuwe plannen."
    yield tabel("Uitnodigingskaart", ("Waar", "Wat is welkom", "Voorwaarden"), kaarten, leeg, 2, 3, 3)
    for b in bladen:
        if b.blad == "participatie":
            yield Gegevens((("Wat we kozen", b.keuze), ("Doel", b.doel), ("Vorm", b.vorm), ("Wanneer", b.wanneer)))


def _index(agenda: Gezeefd, levens: Mapping[str, Gezeefd]) -> bytes:
    a = agenda.stand.agenda
    if a is None:
        raise ValueError(f"{agenda.id} is geen agenda")
    kop = Gegevens((("Gebied", a.gebied), ("Periode", f"{dag(a.van)} tot en met {dag(a.tot)}")))
    alle = (agenda, *levens.values())
    document = Document("Regionale agenda", agenda.titel, kop, (), *_voet(*alle))
    ambitie = (blok_html(Alinea(a.ambitie, nadruk=True)),) if a.ambitie else ()
    delen = (blok_html(kop), *ambitie, *_lijsten(a.punten.values(), levens))
    return blad_html(document, delen, _stijl(), sla_over=_SLA_OVER, hoofd=' id="inhoud" tabindex="-1"')


def _lijsten(punten: Iterable[Agendapunt], levens: Mapping[str, Gezeefd]) -> Iterator[str]:
    """The opgaven under their horizon, those that were parked or dropped apart."""
    alle = list(punten)
    for horizon, naam in _HORIZON.items():
        yield from _lijst(naam, [p for p in alle if p.horizon == horizon and p.status == "op_agenda"], levens)
    for status in ("afgerond", "geparkeerd", "afgevoerd"):
        yield from _lijst(gewoon(status).capitalize(), [p for p in alle if p.status == status], levens)


def _lijst(naam: str, punten: list[Agendapunt], levens: Mapping[str, Gezeefd]) -> Iterator[str]:
    if punten:
        regels = "\n".join(_regel(p, levens.get(p.opgave)) for p in sorted(punten, key=lambda p: (p.titel, p.opgave)))
        yield f"{deel_html(Deel(naam, ()))}\n<ul>\n{regels}\n</ul>"


def _regel(punt: Agendapunt, leven: Gezeefd | None) -> str:
    if leven is None:
        return f'<li dir="auto">{escape(een_regel(punt.titel))}: nog niet begonnen</li>'
    weg = punt.status == "afgevoerd" and not leven.stand.leven.voorbij
    stand = escape("niet meer op de agenda" if weg else _toestand(leven.stand))
    titel = escape(een_regel(leven.titel))
    return f'<li dir="auto"><a href="{escape(leven.id)}.html">{titel}</a>: {stand}</li>'


@cache
def _stijl() -> str:
    map_ = files("documenten.sjablonen")
    return map_.joinpath("stijl.css").read_text("utf-8") + map_.joinpath("boek.css").read_text("utf-8")
