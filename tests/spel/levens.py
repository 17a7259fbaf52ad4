"""How the lives of the play go, act by act. An act looks at the state as it is and says what people do then."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import verhaal as v
from verhaal import Zet, evaluator, manager, portefeuillehouder

from domain import pad
from domain.opdracht import Opdracht
from domain.stand import Begin, Stand

Kijk = Callable[[], Stand]
"""The state of the life at this moment."""
Gezegd = Zet | Opdracht
"""A move that still gets its id, or a command that has one."""
Akte = Callable[[Kijk], Iterator[Gezegd]]
"""What people do one after another; each next thing can rest on what the former led to."""


@dataclass(frozen=True)
class Beurt:
    """On this day (or at this moment of it), in this life, this happens."""

    dag: date
    id: str
    akte: Akte
    op: datetime | None = None
    begin: Begin | None = None

    @property
    def moment(self) -> datetime:
        """10:00 UTC unless it says otherwise."""
        return self.op or datetime.combine(self.dag, time(10), UTC)


@dataclass(frozen=True)
class Opzet:
    """What makes one life different from another."""

    id: str
    titel: str
    thema: str
    begin: date
    vorm: str = "LEERNETWERK"
    einde: str = "opschalen"
    tempo: int = 7  # days that one beat of the life takes
    aangehouden: bool = False
    verloop: str = "vol"

    def op(self, slagen: float) -> date:
        """The Monday of the week after so many beats: the region works together on Mondays."""
        dag = self.begin + timedelta(days=round(slagen * self.tempo))
        return dag - timedelta(days=dag.weekday())


def beurten(opzet: Opzet) -> Iterator[Beurt]:
    """The whole life, or as much of it as its course allows."""
    for slag, akte in _AKTEN:
        yield Beurt(opzet.op(slag), opzet.id, lambda kijk, akte=akte: akte(opzet, kijk))
        if akte.__name__ == _LAATSTE.get(opzet.verloop):
            break
    if opzet.verloop == "ingetrokken":
        yield Beurt(opzet.op(20), opzet.id, lambda kijk: iter((manager("TrekIn", reden="er is geen draagvlak meer"),)))
    if opzet.verloop == "gepauzeerd":
        yield Beurt(opzet.op(20), opzet.id, lambda kijk: iter((manager("Pauzeer", reden="wacht op het Rijk"),)))
        yield Beurt(opzet.op(33), opzet.id, lambda kijk: iter((manager("Hervat", reden="er is geld"),)))


def begin(opzet: Opzet, kijk: Kijk) -> Iterator[Zet]:
    """The initiative comes in; partners join; who asked hears that it arrived."""
    initiatief = {"soort": "initiatief", "door": "ondernemersvereniging", "omschrijving": f"wij willen {opzet.titel}"}
    yield manager(
        "StartOpgave",
        titel=opzet.titel,
        thema=opzet.thema,
        initiatief=initiatief,
        betekenis_voor_flevolander="het leven in de polder wordt beter",
    )
    yield from v.PARTNERS
    yield manager("RondAfspraakAf", afspraak="ontvangstbevestiging", resultaat="de ontvangst is bevestigd")


def naar_f2(opzet: Opzet, kijk: Kijk) -> Iterator[Zet]:
    yield from lesantwoorden(kijk, "F1")
    yield from (v.flevo("F1"), manager("GaNaarFase", naar="F2"))


def kader_gevraagd(opzet: Opzet, kijk: Kijk) -> Iterator[Zet]:
    yield from v.KADER[:2]


def kader_besloten(opzet: Opzet, kijk: Kijk) -> Iterator[Zet]:
    """PS decide, or hold it over once."""
    if opzet.aangehouden and not kijk().stappen["B1"].behandelingen:
        yield v.griffier("HoudAan", stap="B1", reden="PS willen eerst meer weten")
    else:
        yield v.KADER[2]


def kader_alsnog(opzet: Opzet, kijk: Kijk) -> Iterator[Zet]:
    if kijk().stappen["B1"].status != "besloten":
        yield v.KADER[2]


def naar_f3(opzet: Opzet, kijk: Kijk) -> Iterator[Zet]:
    yield from checklist(kijk)
    yield from (v.AMBITIE, *v.BEELD, manager("GaNaarFase", naar="F3"))


def vorm_gekozen(opzet: Opzet, kijk: Kijk) -> Iterator[Zet]:
    yield from lesantwoorden(kijk, "F3")
    yield from (*v.VOOR_DE_KEUZE, *v.vorm(opzet.vorm))


def vorm_werkt(opzet: Opzet, kijk: Kijk) -> Iterator[Zet]:
    """The path is walked as far as it goes, and the pilot begins."""
    while stap := _aan_de_beurt(kijk()):
        if stap.voorwaardelijk and stap.van_toepassing is None:
            yield manager("BepaalStap", stap=stap.id, van_toepassing=False, reden="niet nodig bij deze vorm")
        else:
            yield from v.besluit(kijk(), stap)
    yield manager("ZetInWerking", traject="VT1", per=opzet.op(22).isoformat())
    yield from (v.KERNWAARDEN, v.flevo("F3"), v.rolkeuze("F3"), v.ROL_NA_AFLOOP)
    plan = v.PLAN | {"begin": opzet.op(22).isoformat(), "eind": opzet.op(46).isoformat(), "go_no_go_op": None}
    yield manager("StelPilotplanOp", titel="eerste pilot", plan=plan, traject="VT1")
    yield from (manager("GaNaarFase", naar="F4"), manager("StartPilot", pilot="P1"))


def pilot_klaar(opzet: Opzet, kijk: Kijk) -> Iterator[Zet]:
    yield manager("MeetIndicator", pilot="P1", indicator="piek", waarde="9.5")
    yield manager("RondPilotAf", pilot="P1", samenvatting="de piek daalde")
    yield from (v.reflectie("F4"), v.rolkeuze("F4"), manager("GaNaarFase", naar="F5"))


def geevalueerd(opzet: Opzet, kijk: Kijk) -> Iterator[Zet]:
    yield manager("StartEvaluatie", pilots=["P1"], evaluator="een bureau van buiten")
    yield evaluator("LegEvaluatieVast", evaluatie="E1", advies=opzet.einde)
    yield manager("OpenBesluit", code="vervolg", orgaan="GS", onderwerp="vervolg")
    yield manager("LegVoor", stap=_vervolgstap(kijk()))


def vervolg_bepaald(opzet: Opzet, kijk: Kijk) -> Iterator[Zet]:
    stap = _vervolgstap(kijk())
    yield v.secretariaat("LegBesluitVast", stap=stap, uitkomst="conform", resultaat=opzet.einde)
    yield manager("BepaalVervolg", evaluatie="E1", uitkomst=opzet.einde, stap=stap, reden="volgens besluit")
    yield from (v.flevo("F5"), *v.leervragen(), v.reflectie("F5"), manager("GaNaarFase", naar="F6"))


def geleerd(opzet: Opzet, kijk: Kijk) -> Iterator[Zet]:
    """A lesson is written, agreed on by all partners, and adopted."""
    yield manager("LegLesVast", **les(opzet))
    for partner in (p.id for p in kijk().partners.values() if p.doet_mee):
        yield v.partner(partner)("ValideerLes", les="L1", partner=partner, klopt=True)
    yield manager("WijzigLesstatus", les="L1", status="vastgesteld")
    einde: dict[str, Any] = {"uitkomst": opzet.einde, "reden": "zoals besloten"}
    if opzet.einde == "overdragen":
        einde["overdracht_aan"] = "gemeente Dronten"
    yield portefeuillehouder("SluitAf", **einde)


def nagegaan(opzet: Opzet, kijk: Kijk) -> Iterator[Zet]:
    """Half a year later: is it practice?"""
    yield manager("ControleerLes", les="L1", in_praktijk_gebracht="ja", toelichting="staat in het model")
    yield manager("RondAfspraakAf", afspraak="L1.actie", resultaat="gedaan")


_AKTEN: tuple[tuple[float, Callable[[Opzet, Kijk], Iterator[Zet]]], ...] = (
    (0, begin),
    (2, naar_f2),
    (5, kader_gevraagd),
    (10, kader_besloten),
    (14, kader_alsnog),
    (15, naar_f3),
    (18, vorm_gekozen),
    (22, vorm_werkt),
    (46, pilot_klaar),
    (50, geevalueerd),
    (54, vervolg_bepaald),
    (57, geleerd),
    (84, nagegaan),
)
_LAATSTE = {"ingetrokken": "kader_besloten", "gepauzeerd": "kader_gevraagd", "loopt": "vorm_werkt", "begint": "naar_f2"}
"""The last act of lives that don't come to the end."""


def les(opzet: Opzet) -> dict[str, Any]:
    """What this life learned."""
    return {
        "les": "L1",
        "titel": f"leg bij {opzet.titel} de gegevens vroeg vast",
        "context": f"een {opzet.vorm.lower()} rond {opzet.thema}",
        "oorzaak": "niemand had afgesproken wie de gegevens levert",
        "aanbeveling": f"spreek bij {opzet.thema} voor de start af wie welke gegevens levert",
        "actie": "artikel over gegevens in het modelconvenant",
        "sterkte": "gemeten",
        "principes": [1, 3],
        "rollen": ["regisseur"],
    }


def lesantwoorden(kijk: Kijk, moment: str) -> Iterator[Zet]:
    """Every lesson that was offered gets an answer: in turn applied, not fitting, not applied."""
    antwoorden = ("toegepast", "niet_van_toepassing", "niet_toegepast")
    open_ = [a for a in kijk().lesaanbod.values() if a.moment == moment and a.antwoord is None]
    for nr, aanbod in enumerate(open_):
        yield manager(
            "BeantwoordLesaanbod",
            les=aanbod.les,
            moment=moment,
            antwoord=antwoorden[nr % 3],
            reden="besproken aan tafel",
        )


def checklist(kijk: Kijk) -> Iterator[Zet]:
    """What lessons put on the checklist of this phase is answered."""
    plek, fase = kijk().agendaplek, kijk().leven.fase
    for bij, punt in plek.checklist if plek else ():
        if bij == fase:
            yield v.blad("checklist", punt=punt.punt, antwoord="de gemeente levert de gegevens")


def _aan_de_beurt(stand: Stand) -> Any:
    nu = stand.trajecten["VT1"]
    return next((s for s in pad.ronde(stand, "VT1", nu.ronde) if pad.aan_de_beurt(stand, s)), None)


def _vervolgstap(stand: Stand) -> str:
    return next(s.id for s in reversed(stand.stappen.values()) if s.code == "vervolg")
