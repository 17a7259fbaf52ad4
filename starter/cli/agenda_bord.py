"""`opgave agenda bord`: the opgaven by phase, as columns on the screen and as a page."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import zip_longest
from pathlib import Path

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from documenten.html import maak_html
from documenten.inhoud import Deel, Document, Gegevens, Kaart, Kaartenbord, Kaartkolom
from domain.basis import Fase
from domain.beeld.agendabord import KLAAR, NIET_BEGONNEN, Agendabord, Bordkaart, Bordkolom, Opgavestand
from domain.beeld.agendabord import bord as maak_bord
from domain.stand import Stand
from domain.taal.agenda import Agenda
from domain.woorden import gewoon
from register import lezen
from starter.cli import scherm
from starter.cli.agenda_geven import agendastand
from starter.cli.datums import kort, nog
from starter.cli.omgeving import omgeving
from starter.cli.toon import KORTE_NAAM
from starter.invoer import Invoerfout

_FASEN = frozenset(fase.value for fase in Fase)
Namen = Mapping[tuple[str, str], str]
"""What partners are called, by opgave and id."""


def bord(id_: str, uit: Path | None, json: bool) -> None:
    """Show the board, and write it as a page where that is asked."""
    stand = agendastand(id_)
    if stand.agenda is None:
        raise Invoerfout(f"De agenda {stand.opgave} is nog niet begonnen.")
    beeld = maak_bord(stand, _opgaven(stand.agenda))
    namen = lezen.partnernamen(omgeving().register, stand.agenda.punten)
    if uit:
        _schrijf(uit, _bladzijde(uit, _document(stand, stand.agenda, beeld, namen)))
    if json:
        return scherm.json_uit(beeld)
    vandaag = omgeving().vandaag()
    scherm.zeg(f"{stand.opgave}  {stand.leven.titel}, {kort(vandaag)}", "bold")
    _toon([kolom for kolom in beeld.fasen if kolom.code in _FASEN], vandaag, namen)
    for kolom in (k for k in _naast(beeld) if k.kaarten):
        scherm.kop(f"{kolom.naam.capitalize()} ({len(kolom.kaarten)})")
        scherm.tabel(
            ("Opgave", "Titel", "Half jaar", "Horizon", "Rijpheid"),
            [(k.opgave, k.titel, k.periode, k.horizon, k.rijpheid) for k in kolom.kaarten],
        )
    return scherm.zeg(f"\nHet bord staat in {uit}.") if uit else None


def _opgaven(agenda: Agenda) -> dict[str, Opgavestand]:
    """How far each opgave is, as the register has it; one that has not begun is not there."""
    standen = {id_: lezen.stand(omgeving().register, id_) for id_ in agenda.punten}
    return {id_: Opgavestand.van(stand) for id_, stand in standen.items() if stand}


def _naast(beeld: Agendabord) -> tuple[Bordkolom, ...]:
    """What stands beside the six columns: not begun, parked, dropped, ended."""
    buiten = {kolom.code: kolom for kolom in beeld.fasen if kolom.code not in _FASEN}
    return (
        buiten[NIET_BEGONNEN],
        Bordkolom(code="geparkeerd", naam="geparkeerd", kaarten=beeld.geparkeerd),
        Bordkolom(code="afgevoerd", naam="afgevoerd", kaarten=beeld.afgevoerd),
        buiten[KLAAR],
    )


def _toon(kolommen: Sequence[Bordkolom], vandaag: date, namen: Namen) -> None:
    """Cards under each other in six columns of the same width."""
    raster = Table(box=None, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold", expand=True)
    for kolom in kolommen:
        raster.add_column(f"{kolom.code} ({len(kolom.kaarten)})", ratio=1, overflow="fold", vertical="top")
    raster.add_row(*(KORTE_NAAM.get(Fase(kolom.code), kolom.naam) for kolom in kolommen), style="bold")
    for rij in zip_longest(*(kolom.kaarten for kolom in kolommen)):
        raster.add_row(*(_kaart(kaart, vandaag, namen) if kaart else Text() for kaart in rij))
    scherm.druk(Padding(raster, (1, 0, 0, 0)))


def _kaart(kaart: Bordkaart, vandaag: date, namen: Namen) -> Text:
    """An opgave on the board: id, title, when it is meant for, and who is up."""
    wanneer = f"{kaart.horizon}, {kaart.periode}"
    delen = (kaart.opgave, kaart.titel, wanneer, _bijzonder(kaart), _aan_zet(kaart, vandaag, namen))
    return Text(scherm.schoon("\n".join(deel for deel in delen if deel)) + "\n")


def _aan_zet(kaart: Bordkaart, vandaag: date, namen: Namen) -> str:
    """Who must act first, and how long there still is."""
    if not kaart.aan_zet:
        return ""
    functie, _, organisatie = kaart.aan_zet[0].partition("@")
    wie = gewoon(functie) if organisatie == "provincie" else namen.get((kaart.opgave, organisatie), organisatie)
    rest = f" en nog {len(kaart.aan_zet) - 1}" if len(kaart.aan_zet) > 1 else ""
    return f"{wie}{rest}, {nog(kaart.uiterlijk, vandaag)}" if kaart.uiterlijk else f"{wie}{rest}"


def _document(stand: Stand, agenda: Agenda, beeld: Agendabord, namen: Namen) -> Document:
    """The board as a page: the six phases, empty ones too, and below them what is in none of them."""
    fasen = [k.met(naam=f"{k.code} {k.naam}") for k in beeld.fasen if k.code in _FASEN]
    return Document(
        soortnaam="Bord van de regionale agenda",
        titel=stand.leven.titel,
        kop=Gegevens(
            (
                ("Gebied", agenda.gebied),
                ("Periode", f"{kort(agenda.van)} tot en met {kort(agenda.tot)}"),
                ("Versie", str(agenda.versie)),
            )
        ),
        delen=(
            _deel("De opgaven per fase", "fase", fasen, namen),
            _deel("Niet in een fase", "naast", _naast(beeld), namen),
        ),
        kenmerk=f"{stand.opgave} feit {stand.seq}, {stand.kop[:16]}",
        moment=omgeving().nu(),
    )


def _deel(kop: str, naam: str, kolommen: Sequence[Bordkolom], namen: Namen) -> Deel:
    vandaag = omgeving().vandaag()
    als_kolom = (
        Kaartkolom(k.naam[:1].upper() + k.naam[1:], tuple(_als_kaart(kaart, vandaag, namen) for kaart in k.kaarten))
        for k in kolommen
    )
    return Deel(kop, (Kaartenbord(naam, kop, tuple(als_kolom)),))


def _als_kaart(kaart: Bordkaart, vandaag: date, namen: Namen) -> Kaart:
    """What the card says; names without a value are left out."""
    gegevens = (
        ("Fase", f"{kaart.fase.value} {kaart.fase.naam}" if kaart.fase and kaart.status != "op_agenda" else ""),
        ("Half jaar", f"{kaart.periode}, horizon {kaart.horizon}"),
        ("Rijpheid", gewoon(kaart.rijpheid)),
        ("Aan zet", _aan_zet(kaart, vandaag, namen)),
        ("Raakt", "\n".join(kaart.raakt)),
    )
    gevuld = tuple((naam, waarde) for naam, waarde in gegevens if waarde)
    return Kaart(kaart.opgave, kaart.titel, gevuld, _bijzonder(kaart).capitalize())


def _bijzonder(kaart: Bordkaart) -> str:
    """Its state where that is another than running or, for what stands apart already, than its column says."""
    return gewoon(kaart.toestand) if kaart.toestand not in ("lopend", "nog_niet_begonnen") else ""


def _bladzijde(uit: Path, document: Document) -> bytes:
    """The board as a PDF when the file is called so, and otherwise as a page."""
    if uit.suffix.lower() != ".pdf":
        return maak_html(document)
    from documenten.pdf import maak_pdf  # only who wants a file waits for Typst

    return maak_pdf(document)


def _schrijf(pad: Path, inhoud: bytes) -> None:
    try:
        pad.write_bytes(inhoud)
    except OSError as fout:
        raise Invoerfout(f"--uit: {pad} kan niet worden geschreven ({fout.strerror}).") from None
