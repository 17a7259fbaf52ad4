"""A file for the outcomes of one meeting, to be filled in: every point of the agenda, with the votes left open.

What is left open can't be recorded by mistake: the reader of the file refuses every field that is still empty.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date

import yaml

from domain.beeld.agendapunt import Agendapunt
from domain.beeld.mogelijk_stappen import resultaten, uitkomsten
from domain.gevolgen import BUREAU
from domain.kalender import datum_voluit
from domain.orgaan import Bezetting
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap
from domain.woorden import orgaan

_INSTRUMENT = {
    "wensen_en_bedenkingen": ("wensen:  # een lijst; [] is geen", "bedenkingen:  # een lijst; [] is geen"),
    "zienswijze": ("punten:  # een lijst; [] is geen zienswijze",),
    "toestemming": ("besluit:  # verleend; bij onthouden of gedeeltelijk ook strijd_met, overleg en motivering",),
    "instemming": ("besluit:  # ingestemd of geweigerd",),
}
_KOP = """\
# Uitslagen van {orgaan}, {dag}.
#
# Vul in wat leeg is. Kwam een punt niet aan de orde, haal het dan weg.
# Kijk het na, en leg het daarna vast:
#   opgave vergadering {code} {iso} --uitslagen BESTAND --als {als} --droog
#   opgave vergadering {code} {iso} --uitslagen BESTAND --als {als}
#
# Wat bij een besluit ook mag staan:
#   uitkomst: aangehouden, met tot: DATUM en motivering{zonder}
#   motivering, wijziging, beslispunten: [...], stemverklaringen: [...]
#   toezeggingen: [{{tekst: ..., wie: GS, uiterlijk: DATUM}}]
{ps}
orgaan: {code}
datum: {iso}
{aanwezig}# vergadering: {{oproep_op: {iso}, agenda_op: {iso}, stukken_op: {iso}, besloten: false}}
# ondertekening: {{door: [commissaris van de Koning, {als}], op: {iso}}}
# bron: {{titel: besluitenlijst, referentie: ...}}
"""
_PS = """\
#   amendementen: [{nr: A1, titel: ..., indieners: [...], stemming: {wijze: ..., per_fractie: {...}}}]
#   een motie is een amendement met soort: motie, en wie haar uitvoert: wie: GS
#   betrokken: [{fractie: ..., reden: ..., beraadslaging: false, stemming: false}]   wie zich onthield (PW 28)"""


def formulier(
    code: str,
    dag: date,
    agenda: Iterable[Agendapunt],
    ook: Iterable[Agendapunt],
    standen: Mapping[str, Stand],
    zaal: Bezetting | None,
    quorum: int | None,
) -> str:
    """The YAML for this meeting.

    Args:
        agenda: the points on it, in order; `ook` what lies there too, which is written as a comment.
        standen: the opgaven these points are of.
        zaal: who sits in the body, for the fracties; `quorum` the number that must be there.
    """
    kop = _KOP.format(
        orgaan=orgaan(code),
        code=code,
        dag=datum_voluit(dag),
        iso=dag.isoformat(),
        als=BUREAU.get(code, "opgavemanager"),
        zonder="; stemming en resultaat haalt u dan weg" if code == "PS" else "",
        ps=_PS if code == "PS" else "#",
        aanwezig=f"aanwezig:  # namen op de presentielijst; het quorum is {quorum}\n" if quorum else "",
    )
    regels, open_ = list[str](), False
    for nr, punt in enumerate(agenda, start=1):
        stap = standen[punt.opgave].stappen[punt.stap]
        regels += _boven(f"{nr}. {punt.groep.capitalize()}", punt)
        if punt.vastgelegd is None:
            regels += _blok(punt, standen[punt.opgave], stap, zaal)
            open_ = True
    for punt in ook:
        if punt.vastgelegd is None:
            regels += _boven("Ligt er ook", punt)
            blok = _blok(punt, standen[punt.opgave], standen[punt.opgave].stappen[punt.stap], zaal)
            regels += [f"  # {regel[2:]}" for regel in blok]
    return "\n".join((kop + ("besluiten:" if open_ else "besluiten: []"), *regels)) + "\n"


def _boven(kop: str, punt: Agendapunt) -> Iterable[str]:
    """What the point is about, as comments."""
    yield f"  # {kop}: {_kaal(punt.onderwerp or punt.naam)}"
    yield f"  #    {punt.naam}; opgave {_kaal(punt.titel)}"
    if punt.termijn:
        yield f"  #    Wettelijke termijn tot en met {datum_voluit(punt.termijn)}."
    yield from (f"  #    {_kaal(zin)}" for zin in punt.let_op)
    yield from (f"  #    Staat nog open: {stuk.soort} {stuk.nr} {_kaal(stuk.titel)}" for stuk in punt.open)
    if punt.vastgelegd:
        yield f"  #    Al vastgelegd ({punt.vastgelegd.id}), wacht op een tweede persoon."


def _blok(punt: Agendapunt, stand: Stand, stap: Besluitstap, zaal: Bezetting | None) -> Iterable[str]:
    yield f"  - opgave: {punt.opgave}"
    yield f"    stap: {stap.id}"
    if stap.orgaan == "PS":
        yield from _stemming(punt, zaal)
    else:
        yield f"    uitkomst:  # {', '.join(uitkomsten(stand, stap))}"
    if punt.instrument and stap.orgaan == "PS" and reglement(stand.reglement).besluitvorming is not None:
        yield "    instrument:  # haal dit weg als het voorstel niet is aangenomen"
        yield f"      instrument: {punt.instrument}"
        yield from (f"      {regel}" for regel in _INSTRUMENT[punt.instrument])
    elif keuze := resultaten(stand, stap):
        weg = "; haal dit weg als het voorstel niet is aangenomen" if stap.traject else ""
        yield f"    resultaat:  # {', '.join(keuze)}{weg}"


def _stemming(punt: Agendapunt, zaal: Bezetting | None) -> Iterable[str]:
    yield "    stemming:"
    if punt.groep == "hamerstuk":
        yield "      wijze: zonder_stemming  # vroeg iemand om stemming: handopsteken_per_fractie, met per_fractie"
        return
    yield "      wijze: handopsteken_per_fractie  # of hoofdelijk; bij zonder_stemming haalt u per_fractie weg"
    yield "      per_fractie:  # voor, tegen of afwezig; of in getallen: [voor, tegen, afwezig, art. 28]"
    for fractie in zaal.fracties if zaal else ():
        yield f"        {_sleutel(fractie.naam)}:  # {fractie.zetels} zetel{'s' if fractie.zetels > 1 else ''}"


def _sleutel(naam: str) -> str:
    """A name as YAML reads it back as the same text."""
    try:
        return naam if yaml.safe_load(f"{naam}: 1") == {naam: 1} else json.dumps(naam, ensure_ascii=False)
    except yaml.YAMLError:
        return json.dumps(naam, ensure_ascii=False)


def _kaal(tekst: str) -> str:
    """Text that stays within its comment."""
    return " ".join("".join(teken if teken.isprintable() else " " for teken in tekst).split())
