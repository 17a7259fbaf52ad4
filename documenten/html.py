"""A document as one HTML page: it needs nothing from elsewhere, and reads without a picture, a script or a mouse."""

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from html import escape
from importlib.resources import files

from documenten.inhoud import (
    PROVINCIE,
    SJABLOON,
    TEKENS,
    Alinea,
    Blok,
    Deel,
    Document,
    Figuur,
    Gegevens,
    Kaart,
    Kaartenbord,
    Kaartkolom,
    Lijst,
    Tabel,
    Uitklap,
    Vlak,
    alineas,
    een_regel,
    regels,
)
from domain.kalender import datum_voluit, lokale_datum

HEEL = 12
"""A word in a table up to this long is not broken where the table can scroll."""
_BLAD = """<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{stijlhash}'">
<meta name="generator" content="opgavenmotor, sjabloon {sjabloon}">
<title>{soortnaam}: {titel}</title>
<style>{stijl}</style>
</head>
<body>
{sla_over}<header>
<p class="organisatie">{organisatie}</p>
<p class="soort">{soortnaam}</p>
</header>
<main{hoofd}>
<h1 dir="auto">{titel}</h1>
{inhoud}
</main>
<footer>
<p>{organisatie}, {datum}. Kenmerk: {kenmerk}</p>
</footer>
</body>
</html>
"""


def maak_html(document: Document) -> bytes:
    """The page, in UTF-8; the same bytes for the same document."""
    return blad_html(document, (blok_html(document.kop), *map(deel_html, document.delen)), _stijl("stijl.css"))


def blad_html(document: Document, delen: Iterable[str], stijl: str, *, sla_over: str = "", hoofd: str = "") -> bytes:
    """The page around these parts. It allows its own style and nothing else, should a text ever get through as markup.

    Args:
        sla_over: what stands before everything else; `hoofd`: attributes of the main part.
    """
    if any(isinstance(blok, Kaartenbord) for deel in document.delen for blok in deel.blokken):
        stijl += _stijl("bord.css")
    return _BLAD.format(
        stijl=stijl,
        stijlhash=_hash(stijl),
        sla_over=sla_over,
        hoofd=hoofd,
        sjabloon=SJABLOON,
        organisatie=escape(PROVINCIE),
        soortnaam=escape(een_regel(document.soortnaam)),
        titel=escape(een_regel(document.titel)),
        inhoud="\n".join(delen),
        datum=datum_voluit(lokale_datum(document.moment)),
        kenmerk=escape(een_regel(document.kenmerk)),
    ).encode()


@cache
def _stijl(naam: str) -> str:
    return files("documenten.sjablonen").joinpath(naam).read_text("utf-8")


@cache
def _hash(stijl: str) -> str:
    return base64.b64encode(hashlib.sha256(stijl.encode()).digest()).decode()


def deel_html(deel: Deel) -> str:
    """A heading and what stands under it."""
    anker = f' id="{escape(deel.anker)}"' if deel.anker else ""
    kop = f'<h{deel.niveau}{anker} dir="auto">{escape(een_regel(deel.kop))}</h{deel.niveau}>'
    return "\n".join((kop, *map(blok_html, deel.blokken)))


def blok_html(blok: Blok) -> str:
    """One block as markup; every text in it is escaped."""
    match blok:
        case Alinea():
            tekst = "\n".join(f'<p dir="auto">{_regels(a)}</p>' for a in alineas(blok.tekst))
            return f'<div class="nadruk">\n{tekst}\n</div>' if blok.nadruk else tekst
        case Gegevens():
            rijen = (
                f'<div><dt>{escape(een_regel(n))}</dt><dd dir="auto">{_tekst(w)}</dd></div>' for n, w in blok.paren
            )
            return "<dl>\n" + "\n".join(rijen) + "\n</dl>"
        case Lijst():
            soort = "ol" if blok.genummerd else "ul"
            punten = "\n".join(f'<li dir="auto">{_tekst(punt)}</li>' for punt in blok.punten)
            return f"<{soort}>\n{punten}\n</{soort}>"
        case Tabel():
            return _tabel(blok)
        case Kaartenbord():
            return _bord(blok)
        case Figuur() | Vlak() | Uitklap():
            return _omlijst(blok)


def _omlijst(blok: Figuur | Vlak | Uitklap) -> str:
    """What larger documents have besides: drawings, conclusions in a frame, and details to open."""
    match blok:
        case Figuur():
            naam = escape(een_regel(blok.titel))
            beeld = f'<div class="beeld" role="region" tabindex="0" aria-label="Figuur: {naam}">\n{blok.svg}\n</div>'
            tekst = f'<figcaption dir="auto"><b>{naam}.</b> {_tekst(blok.beschrijving)}</figcaption>'
            getallen = Uitklap(f"Dezelfde gegevens als tabel: {blok.titel}", (blok.tabel,))
            return f"<figure>\n{tekst}\n{beeld}\n</figure>\n{blok_html(getallen)}"
        case Vlak():
            kop = f'<p class="oordeel" dir="auto"><b>{TEKENS[blok.soort]}.</b> {escape(een_regel(blok.kop))}</p>'
            return f'<div class="vlak {blok.soort}">\n{kop}\n{blok_html(Alinea(blok.tekst))}\n</div>'
        case Uitklap():
            binnen = "\n".join(map(blok_html, blok.blokken))
            return f'<details>\n<summary dir="auto">{escape(een_regel(blok.kop))}</summary>\n{binnen}\n</details>'


def _bord(bord: Kaartenbord) -> str:
    """Sections with a heading and a list: who hears the page goes from column to column and from card to card."""
    kolommen = "\n".join(_kolom(k, f"{bord.naam}-{nr}", bord.niveau) for nr, k in enumerate(bord.kolommen, start=1))
    return f'<div class="bord" data-kolommen="{len(bord.kolommen)}">\n{kolommen}\n</div>'


def _kolom(kolom: Kaartkolom, id_: str, niveau: int) -> str:
    naam = f'{escape(een_regel(kolom.kop))} <span class="telling">({len(kolom.kaarten)})</span>'
    kop = f'<h{niveau} id="{escape(id_)}" dir="auto">{naam}</h{niveau}>'
    kaarten = "\n".join(_kaart(kaart, niveau + 1) for kaart in kolom.kaarten)
    lijst = f'\n<ul class="kaarten" role="list">\n{kaarten}\n</ul>' if kaarten else ""
    return f'<section class="kolom" aria-labelledby="{escape(id_)}">\n{kop}{lijst}\n</section>'


def _kaart(kaart: Kaart, niveau: int) -> str:
    naam = f'<span class="kenmerk">{escape(een_regel(kaart.kenmerk))}</span> {escape(een_regel(kaart.titel))}'
    kop = f'<h{niveau} dir="auto">{naam}</h{niveau}>'
    toestand = f'<p class="toestand">{escape(een_regel(kaart.toestand))}</p>\n' if kaart.toestand else ""
    klasse = "kaart bijzonder" if kaart.toestand else "kaart"
    gegevens = f"{blok_html(Gegevens(kaart.gegevens))}\n" if kaart.gegevens else ""
    return f'<li class="{klasse}">\n{kop}\n{toestand}{gegevens}</li>'


def _tabel(tabel: Tabel) -> str:
    kop = "".join(f'<th scope="col">{escape(een_regel(naam))}</th>' for naam in tabel.kolommen)
    rijen = "\n".join(f"<tr>{(_brede_rij if tabel.breed else _rij)(rij)}</tr>" for rij in tabel.rijen)
    bijschrift = f"<caption>{escape(een_regel(tabel.bijschrift))}</caption>"
    kaal = f"<table>\n{bijschrift}\n<thead><tr>{kop}</tr></thead>\n<tbody>\n{rijen}\n</tbody>\n</table>"
    if not tabel.breed:
        return kaal
    naam = escape(een_regel(tabel.bijschrift))
    return f'<div class="rol" role="region" tabindex="0" aria-label="{naam}">\n{kaal}\n</div>'


def _rij(rij: tuple[str, ...]) -> str:
    """The first cell names the row."""
    eerste, *rest = rij
    return f'<th scope="row" dir="auto">{_tekst(eerste)}</th>' + "".join(
        f'<td dir="auto">{_tekst(cel)}</td>' for cel in rest
    )


def _brede_rij(rij: tuple[str, ...]) -> str:
    """The same in a table that can scroll: there a date or number is never broken."""
    heel = ['class="heel" ' if len(cel) <= HEEL and " " not in cel else "" for cel in rij]
    eerste, *rest = (f'{klasse}dir="auto">{_tekst(cel)}' for klasse, cel in zip(heel, rij, strict=True))
    return f'<th scope="row" {eerste}</th>' + "".join(f"<td {cel}</td>" for cel in rest)


def _tekst(tekst: str) -> str:
    return _regels(regels(tekst))


def _regels(delen: tuple[str, ...]) -> str:
    return "<br>".join(escape(deel) for deel in delen)
