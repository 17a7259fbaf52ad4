"""The decisions of GS and PS as packs hold them, one line each, to be held against a published besluitenlijst."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from archief.pak import Pak
from audit.rekenen.pakfeiten import lees_feiten
from domain.basis import Model
from domain.feit import Feit
from domain.taal.besluiten import BesluitGenomen
from domain.taal.geheim import GeheimhoudingOpgeheven, GeheimhoudingOpgelegd
from domain.taal.herstel import BesluitHersteld
from domain.taal.vastlegging import BesluitVastgelegd, VastleggingAfgekeurd

Orgaan = Literal["GS", "PS"]
RECTIFICATIE = "Rectificatie: "
"""How a corrected line is announced on the besluitenlijst."""


class Vastgelegd(Model):
    """One recorded decision. `wacht`: a second person has not confirmed it yet.

    `ook` are outcomes that the list may rightly show as well: what was recorded before a correction, or after it.
    `geheim`: geheimhouding rests on its step, or PS took it behind closed doors (PW 23 lid 4). `neutraal`: its title is
    the one that everyone may read all the same.
    """

    opgave: str
    feit: int
    stap: str
    orgaan: Orgaan
    op: date
    titel: str
    uitkomst: str
    resultaat: str = ""
    ook: tuple[str, ...] = ()
    geheim: bool = False
    neutraal: bool = False
    wacht: bool = False

    @property
    def waar(self) -> str:
        """The place, as a finding names it."""
        return f"{self.opgave} feit {self.feit}"


class Besluiten(Model):
    """All decisions of one pack, and the facts that could not be read because they are shielded."""

    opgave: str
    regels: tuple[Vastgelegd, ...]
    afgeschermd: tuple[int, ...] = ()


def besluiten(pak: Pak) -> Besluiten:
    """The decisions of GS and PS in this pack.

    Raises:
        PakFout: the facts can't be read.
    """
    leesbaar = lees_feiten(pak)
    titels = _neutrale_titels(leesbaar.feiten)
    regels = tuple(_onder_geheim(regel, titels) for regel in _regels(leesbaar.feiten))
    return Besluiten(opgave=pak.manifest.opgave, regels=regels, afgeschermd=leesbaar.afgeschermd)


def _neutrale_titels(feiten: tuple[Feit, ...]) -> dict[str, str]:
    """By step on which geheimhouding rests: the title that everyone may read. What was lifted may be published."""
    titels = dict[str, str]()
    for feit in feiten:
        match feit.inhoud:
            case GeheimhoudingOpgelegd(stap=stap, neutrale_titel=titel):
                titels[stap] = titel
            case GeheimhoudingOpgeheven(stap=stap):
                titels.pop(stap, None)
            case _:
                pass
    return titels


def _onder_geheim(regel: Vastgelegd, titels: dict[str, str]) -> Vastgelegd:
    if regel.stap not in titels:
        return regel
    return regel.met(geheim=True, neutraal=regel.titel == titels[regel.stap])


def _regels(feiten: tuple[Feit, ...]) -> Iterator[Vastgelegd]:
    genomen, rectificaties = dict[str, list[Vastgelegd]](), list[Vastgelegd]()
    wacht = dict[str, Vastgelegd]()
    for feit in feiten:
        match feit.inhoud:
            case BesluitGenomen(orgaan="GS" | "PS") as besluit:
                wacht.pop(besluit.vastlegging or "", None)
                genomen.setdefault(besluit.stap, []).append(_regel(feit, besluit))
            case BesluitVastgelegd(besluit=BesluitGenomen(orgaan="GS" | "PS") as besluit, herstel=None) as vast:
                wacht[vast.vastlegging] = _regel(feit, besluit).met(wacht=True)
            case VastleggingAfgekeurd(vastlegging=id_):
                wacht.pop(id_, None)
            case BesluitHersteld(besluit=BesluitGenomen(orgaan="GS" | "PS") as besluit):
                _herstel(genomen.get(besluit.stap, []), besluit)
                titel = RECTIFICATIE + (besluit.onderwerp or besluit.code)
                rectificaties.append(_regel(feit, besluit).met(op=feit.gebeurd_op, titel=titel))
            case _:
                pass
    for rij in genomen.values():
        yield from rij
    yield from rectificaties
    yield from wacht.values()


def _herstel(eerder: list[Vastgelegd], besluit: BesluitGenomen) -> None:
    """The list of the day itself shows what was said then, or, when it was adopted later, what is right."""
    if eerder:
        eerder[-1] = eerder[-1].met(ook=(*eerder[-1].ook, besluit.uitkomst))


def _regel(feit: Feit, besluit: BesluitGenomen) -> Vastgelegd:
    dicht = besluit.vergadering is not None and besluit.vergadering.besloten is True
    return Vastgelegd(
        opgave=feit.opgave,
        feit=feit.seq,
        stap=besluit.stap,
        orgaan="PS" if besluit.orgaan == "PS" else "GS",
        op=besluit.genomen_op or feit.gebeurd_op,
        titel=besluit.onderwerp or besluit.code,
        uitkomst=besluit.uitkomst,
        resultaat=besluit.resultaat,
        geheim=dicht and besluit.orgaan == "PS",
    )
