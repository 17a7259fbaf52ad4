"""`opgave agenda bord`: the opgaven by phase, as columns on the screen and as a page."""

from collections.abc import Sequence
from datetime import date
from itertools import zip_longest
from pathlib import Path

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from documenten.html import maak_html
from documenten.inhoud import Alinea, Deel, Document, Gegevens, Tabel
from domain.basis import Fase
from domain.beeld.agendabord import Agendabord, Bordkaart, Bordkolom, Opgavestand
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

_KOP = ("Opgave", "Titel", "Half jaar", "Horizon", "Rijpheid", "Aan zet")
_FASEN = frozenset(fase.value for fase in Fase)


def bord(id_: str, uit: Path | None, json: bool) -> None:
    """Show the board, and write it as a page where that is asked."""
    stand = agendastand(id_)
    if stand.agenda is None:
        raise Invoerfout(f"De agenda {stand.opgave} is nog niet begonnen.")
    beeld = maak_bord(stand, _opgaven(stand.agenda))
    if uit:
        _schrijf(uit, maak_html(_document(stand, stand.agenda, beeld)))
    if json:
        return scherm.json_uit(beeld)
    vandaag = omgeving().vandaag()
    scherm.zeg(f"{stand.opgave}  {stand.leven.titel}, {kort(vandaag)}", "bold")
    _toon([kolom for kolom in beeld.fasen if kolom.code in _FASEN], vandaag)
    for kolom in _naast(beeld):
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


def _naast(beeld: Agendabord) -> list[Bordkolom]:
    """What stands beside the six columns, as far as there is any."""
    rest = [kolom for kolom in beeld.fasen if kolom.code not in _FASEN]
    rest.append(Bordkolom(code="geparkeerd", naam="geparkeerd", kaarten=beeld.geparkeerd))
    return [kolom for kolom in rest if kolom.kaarten]


def _toon(kolommen: Sequence[Bordkolom], vandaag: date) -> None:
    """Cards under each other in six columns of the same width."""
    raster = Table(box=None, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold", expand=True)
    for kolom in kolommen:
        raster.add_column(f"{kolom.code} ({len(kolom.kaarten)})", ratio=1, overflow="fold", vertical="top")
    raster.add_row(*(KORTE_NAAM.get(Fase(kolom.code), kolom.naam) for kolom in kolommen), style="bold")
    for rij in zip_longest(*(kolom.kaarten for kolom in kolommen)):
        raster.add_row(*(_kaart(kaart, vandaag) if kaart else Text() for kaart in rij))
    scherm.druk(Padding(raster, (1, 0, 0, 0)))


def _kaart(kaart: Bordkaart, vandaag: date) -> Text:
    """An opgave on the board: id, title, when it is meant for, and who is up."""
    bijzonder = "" if kaart.toestand == "lopend" else gewoon(kaart.toestand)
    delen = (kaart.opgave, kaart.titel, f"{kaart.horizon}, {kaart.periode}", bijzonder, _aan_zet(kaart, vandaag))
    return Text(scherm.schoon("\n".join(deel for deel in delen if deel)) + "\n")


def _aan_zet(kaart: Bordkaart, vandaag: date) -> str:
    """Who must act first, and how long there still is."""
    if not kaart.aan_zet:
        return ""
    functie, _, organisatie = kaart.aan_zet[0].partition("@")
    wie = gewoon(functie) if organisatie == "provincie" else organisatie
    rest = f" en nog {len(kaart.aan_zet) - 1}" if len(kaart.aan_zet) > 1 else ""
    return f"{wie}{rest}, {nog(kaart.uiterlijk, vandaag)}" if kaart.uiterlijk else f"{wie}{rest}"


def _document(stand: Stand, agenda: Agenda, beeld: Agendabord) -> Document:
    fasen = [kolom for kolom in beeld.fasen if kolom.code in _FASEN]
    delen = [_deel(f"{k.code} {k.naam}", k.kaarten) for k in fasen if k.kaarten]
    delen += [_deel(k.naam.capitalize(), k.kaarten) for k in _naast(beeld)]
    if leeg := [f"{k.code} {k.naam}" for k in fasen if not k.kaarten]:
        delen.append(Deel("Fasen zonder opgave", (Alinea(f"{', '.join(leeg)}."),)))
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
        delen=tuple(delen),
        kenmerk=f"{stand.opgave} feit {stand.seq}, {stand.kop[:16]}",
        moment=omgeving().nu(),
    )


def _deel(kop: str, kaarten: Sequence[Bordkaart]) -> Deel:
    vandaag = omgeving().vandaag()
    rijen = tuple((k.opgave, k.titel, k.periode, k.horizon, k.rijpheid, _aan_zet(k, vandaag)) for k in kaarten)
    return Deel(kop, (Tabel(f"Opgaven: {kop}", _KOP, rijen, (2, 4, 2, 2, 2, 4), breed=True),))


def _schrijf(pad: Path, inhoud: bytes) -> None:
    try:
        pad.write_bytes(inhoud)
    except OSError as fout:
        raise Invoerfout(f"--uit: {pad} kan niet worden geschreven ({fout.strerror}).") from None
