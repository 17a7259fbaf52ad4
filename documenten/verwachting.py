"""A forecast as a document: what comes and when in a drawing with its table, and what was supposed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime

from documenten.gantt import Band, Ganttrij, ganttfiguren
from documenten.inhoud import Alinea, Deel, Document, Gegevens, Lijst, Tabel, Vlak
from documenten.stapnaam import korte_naam
from domain.kalender import datum_voluit
from domain.orgaan import Orgaankalender
from domain.verwachting.agenda import Agendaverwachting
from domain.verwachting.model import Rij, Verwachting
from domain.woorden import gewoon

Noem = Callable[[str], str]
"""Names of partners in the place of their ids, in a text or instead of it; by default only words for a code."""
_MIJLPALEN = ("fase", "vorm", "vervolg", "afsluiting", "lescontrole", "evaluatie")
PER_OPGAVE = 3
"""So many coming milestones of each opgave stand in the drawing of an agenda."""


def van_opgave(
    verwachting: Verwachting,
    kalenders: Mapping[str, Orgaankalender],
    moment: datetime,
    kenmerk: str,
    noem: Noem = gewoon,
) -> Document:
    """The forecast of one opgave."""
    figuren = ganttfiguren(
        "verwachting", "Wat er komt, en wanneer", ganttrijen(verwachting, noem), verwachting.op, banden(kalenders)
    )
    beeld = Deel("Wat er komt", figuren or (Alinea("Er komt niets meer."),), anker="beeld")
    return Document(
        soortnaam="Verwachting",
        titel=verwachting.titel,
        kop=Gegevens(tuple(_kop(verwachting))),
        delen=(_samenvatting(verwachting, noem), beeld, *_gronden(verwachting.aannames, verwachting.waarschuwingen)),
        kenmerk=kenmerk,
        moment=moment,
    )


def van_agenda(
    bundel: Agendaverwachting,
    titel: str,
    kalenders: Mapping[str, Orgaankalender],
    moment: datetime,
    kenmerk: str,
    noemers: Mapping[str, Noem] | None = None,
) -> Document:
    """The forecast of an agenda: per opgave its next milestones below its name, and how full the meetings become."""
    namen = noemers or {}
    rijen = [rij for v in bundel.verwachtingen for rij in _eerstvolgende(v, namen.get(v.opgave, gewoon))]
    figuren = ganttfiguren("verwachting", "De volgende mijlpalen per opgave", rijen, bundel.op, banden(kalenders))
    waarschuwingen = tuple(dict.fromkeys(w for v in bundel.verwachtingen for w in v.waarschuwingen))
    aannames = tuple(dict.fromkeys(a for v in bundel.verwachtingen for a in v.aannames))
    return Document(
        soortnaam="Verwachting van de regionale agenda",
        titel=titel,
        kop=Gegevens((("Agenda", bundel.agenda), ("Gemaakt op", datum_voluit(bundel.op)))),
        delen=(
            Deel("De volgende mijlpalen", figuren or (Alinea("Er komt niets meer."),), anker="beeld"),
            _vergaderingen(bundel),
            *_gronden(aannames, waarschuwingen),
        ),
        kenmerk=kenmerk,
        moment=moment,
    )


def ganttrijen(verwachting: Verwachting, noem: Noem = gewoon) -> list[Ganttrij]:
    """What is drawn of one opgave: everything but the halts on the way to a body."""
    return [ganttrij(r, noem) for r in verwachting.rijen if r.soort != "halte"]


def ganttrij(rij: Rij, noem: Noem = gewoon, groep: str = "") -> Ganttrij:
    """A row of a forecast as it is drawn."""
    wie = noem(rij.wie)
    return Ganttrij(
        naam=f"{wie}: {rij.wat}" if rij.partner else rij.wat,
        kort=korte_naam(rij, wie),
        vroegst=rij.vroegst,
        waarschijnlijk=rij.waarschijnlijk,
        wie=wie,
        toelichting=noem(rij.rust_op),
        kritiek=rij.kritiek,
        vorm="mijlpaal" if rij.soort in _MIJLPALEN else "balk",
        groep=groep,
        speling=rij.speling,
    )


def banden(kalenders: Mapping[str, Orgaankalender]) -> tuple[Band, ...]:
    """The reces of PS as far as it is known."""
    ps = kalenders.get("PS")
    return tuple(Band(f"{r.naam} van PS", r.van, r.tot) for r in ps.reces) if ps else ()


def _eerstvolgende(verwachting: Verwachting, noem: Noem) -> Iterable[Ganttrij]:
    groep = f"{verwachting.opgave} {verwachting.titel}".strip()
    mijlpalen = [r for r in verwachting.rijen if r.soort in _MIJLPALEN][:PER_OPGAVE]
    for rij in mijlpalen or verwachting.rijen[:PER_OPGAVE]:
        yield ganttrij(rij, noem, groep)


def _kop(verwachting: Verwachting) -> Iterable[tuple[str, str]]:
    yield "Opgave", verwachting.opgave
    yield "Gemaakt op", datum_voluit(verwachting.op)
    yield "Einde op zijn vroegst", _dag(verwachting.einde_vroegst)
    yield "Einde waarschijnlijk", _dag(verwachting.einde_waarschijnlijk)


def _dag(dag: date | None) -> str:
    return datum_voluit(dag) if dag else "niet te zeggen"


def _samenvatting(verwachting: Verwachting, noem: Noem) -> Deel:
    tekst = Alinea(
        "Dit is een verwachting, geen afspraak en geen termijn. Zij verandert met wat er gebeurt.", nadruk=True
    )
    partners = verwachting.kritieke_partners
    if not partners:
        return Deel("In het kort", (tekst,), anker="kort")
    punten = tuple(f"{noem(r.wie)}: {r.wat}, waarschijnlijk {datum_voluit(r.waarschijnlijk)}" for r in partners)
    return Deel(
        "In het kort", (tekst, Alinea("Deze stappen van partners bepalen het einde:"), Lijst(punten)), anker="kort"
    )


def _gronden(aannames: Sequence[str], waarschuwingen: Sequence[str]) -> Iterable[Deel]:
    if waarschuwingen:
        yield Deel("Let op", tuple(Vlak("let_op", "Onzeker", zin) for zin in waarschuwingen), anker="let-op")
    if aannames:
        yield Deel("Wat is aangenomen", (Lijst(tuple(aannames)),), anker="aannames")


def _vergaderingen(bundel: Agendaverwachting) -> Deel:
    rijen = tuple(
        (
            d.orgaan,
            datum_voluit(d.op),
            str(d.aantal),
            _past(d.capaciteit),
            "te vol" if d.vol else "",
            ", ".join(d.opgaven),
        )
        for d in bundel.vergaderingen
    )
    if not rijen:
        return Deel("Vergaderingen", (Alinea("Er worden geen besluiten verwacht."),), anker="vergaderingen")
    kolommen = ("Orgaan", "Vergadering", "Verwacht", "Past", "Oordeel", "Opgaven")
    tabel = Tabel("Verwachte besluiten per vergadering", kolommen, rijen, (2, 4, 2, 2, 2, 5), breed=True)
    return Deel("Vergaderingen", (tabel,), anker="vergaderingen")


def _past(capaciteit: int | None) -> str:
    return "niet bekend" if capaciteit is None else str(capaciteit)
