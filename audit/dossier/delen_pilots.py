"""What was tried and what it gave: pilots with their measurements, evaluations, money, and lessons."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from audit.dossier.bron import DICHT, Bron, kort
from documenten import grafiek as g
from documenten.inhoud import Alinea, Blok, Deel, Figuur, Gegevens, Tabel
from domain.taal.geld import Geldsoort
from domain.taal.lessen import Les
from domain.taal.pilots import Indicator, Pilot
from domain.woorden import euro, gewoon


def pilots(bron: Bron) -> Iterator[Deel]:
    """Each pilot with a drawing per indicator."""
    alle = bron.vrij(bron.stand.pilots)
    dicht = len(bron.stand.pilots) - len(alle)
    leeg = () if alle or dicht else (Alinea("Er was geen pilot."),)
    geheim = (Alinea(f"Onder geheimhouding: {dicht} {'pilot' if dicht == 1 else 'pilots'}."),) if dicht else ()
    yield Deel("Pilots en wat ze opleverden", (*leeg, *geheim), anker="pilots")
    for nr, pilot in enumerate(alle, start=1):
        figuren = (_figuur(pilot, i, f"pilot{nr}-{k}") for k, i in enumerate(pilot.plan.indicatoren, start=1))
        blokken: tuple[Blok, ...] = (_pilot(bron, pilot), *figuren)
        yield Deel(f"{pilot.titel} (ronde {pilot.ronde})", blokken, niveau=3)


def _pilot(bron: Bron, p: Pilot) -> Gegevens:
    besteed = sum(post.bedrag for post in bron.stand.geld if post.pilot == p.id and post.geldsoort == "besteed")
    paren = (
        ("Stand", gewoon(p.status)),
        ("Gelopen", f"{kort(p.gestart_op) or 'nog niet begonnen'} tot en met {kort(p.geeindigd_op) or 'nu'}"),
        ("Hypothese", p.plan.hypothese),
        ("Schaal", p.plan.schaal),
        ("Doelgroep", p.plan.doelgroep),
        ("Vooraf afgesproken beslisregel", p.plan.beslisregel),
        ("Evaluator", p.plan.evaluator),
        ("Risico's", "; ".join(p.plan.risicos)),
        ("Geld", f"begroot {euro(p.plan.budget)}, besteed {euro(besteed)}"),
    )
    return Gegevens(tuple((n, bron.namen(w)) for n, w in paren if w))


def _figuur(p: Pilot, i: Indicator, id_: str) -> Blok:
    """Baseline, target and measurements, drawn and as a table; without any number there is nothing to draw."""
    metingen = sorted((m for m in p.metingen if m.indicator == i.naam), key=lambda m: m.op)
    punten = [(m.op, m.waarde) for m in metingen]
    if i.nulmeting is not None and i.nulmeting_op is not None:
        punten.insert(0, (i.nulmeting_op, i.nulmeting))
    lijnen = [
        g.Lijn(naam, w, streep)
        for naam, w, streep in (("nulmeting", i.nulmeting, "2 4"), ("streefwaarde", i.streefwaarde, "9 5"))
        if w is not None
    ]
    if not punten and not lijnen:
        return Alinea(f"Van de indicator {i.naam} is niets gemeten of afgesproken.")
    titel = f"{i.naam} ({i.eenheid}), pilot {p.titel}, ronde {p.ronde}"
    zin = _in_woorden(i, [(m.op, m.waarde) for m in metingen])
    rijen = [*_afspraak(i), *((f"meting op {kort(m.op)}", g.getal(m.waarde), m.kwaliteit or "-") for m in metingen)]
    tabel = Tabel(f"Cijfers van {titel}", ("Wat", i.eenheid, "Opmerking"), tuple(rijen), (4, 2, 6))
    return Figuur(titel, zin, g.verloop(id_, titel, zin, sorted(punten), lijnen), tabel)


def _afspraak(i: Indicator) -> Iterator[tuple[str, str, str]]:
    if i.nulmeting is not None:
        yield "nulmeting", g.getal(i.nulmeting), f"op {kort(i.nulmeting_op)}" if i.nulmeting_op else "-"
    if i.streefwaarde is not None:
        yield "streefwaarde", g.getal(i.streefwaarde), "vooraf afgesproken"


def _in_woorden(i: Indicator, metingen: list[tuple[date, Decimal]]) -> str:
    """What the drawing shows, and whether the last measurement reached the target."""
    delen = [
        f"{naam} {g.getal(w)}"
        for naam, w in (("nulmeting", i.nulmeting), ("streefwaarde", i.streefwaarde))
        if w is not None
    ]
    aantal = "een meting" if len(metingen) == 1 else f"{len(metingen)} metingen"
    delen.append(f"{aantal}, de laatste {g.getal(metingen[-1][1])}" if metingen else "nog niet gemeten")
    return "; ".join(delen).capitalize() + "." + _gehaald(i, metingen)


def _gehaald(i: Indicator, metingen: list[tuple[date, Decimal]]) -> str:
    """Only said when baseline and target tell which way is better."""
    if not metingen or i.streefwaarde is None or i.nulmeting is None or i.streefwaarde == i.nulmeting:
        return ""
    laatste, omhoog = metingen[-1][1], i.streefwaarde > i.nulmeting
    goed = laatste >= i.streefwaarde if omhoog else laatste <= i.streefwaarde
    return " De streefwaarde is gehaald." if goed else " De streefwaarde is niet gehaald."


def evaluaties(bron: Bron) -> Deel:
    """What the evaluators found and advised, and what was decided upon it."""
    blokken = list[Blok]()
    for e in bron.vrij(bron.stand.evaluaties):
        paren = (
            ("Evaluatie", f"{e.id}{', kort' if e.kort else ''}, door {e.evaluator}"),
            ("Advies", gewoon(e.advies or "nog niet gegeven")),
            ("Minderheidsstandpunt", e.minderheid),
            ("Wat ermee is gedaan", f"{gewoon(e.uitkomst)}, volgens {e.stap}" if e.uitkomst else "nog niet bepaald"),
        )
        blokken.append(Gegevens(tuple((n, bron.namen(w)) for n, w in paren if w)))
        rijen = tuple(
            (
                r.indicator,
                r.eenheid,
                *(g.getal(w) if w is not None else "-" for w in (r.nulmeting, r.streefwaarde, r.gemeten)),
                {True: "ja", False: "nee", None: "niet te zeggen"}[r.gehaald],
            )
            for r in e.resultaten
        )
        kolommen = ("Indicator", "Eenheid", "Nulmeting", "Streefwaarde", "Gemeten", "Gehaald")
        if rijen:
            blokken.append(Tabel(f"Resultaten van evaluatie {e.id}", kolommen, rijen, (5, 3, 2, 2, 2, 2), breed=True))
    return Deel("Evaluatie", tuple(blokken) or (Alinea(_niets(bron)),), anker="evaluatie")


def _niets(bron: Bron) -> str:
    return DICHT if bron.stand.evaluaties else "Er is nog niet geevalueerd."


def geld(bron: Bron) -> Deel:
    """Every amount with its reference, and the sums."""
    posten = bron.stand.geld
    if not posten:
        return Deel("Geld", (Alinea("Er is geen geld vastgelegd."),), anker="geld")
    rijen = tuple(
        (kort(p.op), p.geldsoort, euro(p.bedrag), bron.naam(p.bron), p.referentie, p.stap or p.pilot or "-")
        for p in posten
    )
    begroot = sum(p.plan.budget for p in bron.stand.pilots.values())
    soorten: tuple[Geldsoort, ...] = ("krediet", "toegezegd", "besteed")
    som = tuple((s, euro(sum(p.bedrag for p in posten if p.geldsoort == s))) for s in soorten)
    kolommen = ("Datum", "Soort", "Bedrag", "Van", "Kenmerk", "Bij")
    blokken = (
        Gegevens((("begroot in pilotplannen", euro(begroot)), *som)),
        Tabel("Alle boekingen", kolommen, rijen, (2, 2, 3, 3, 3, 3), breed=True),
        Alinea("De boekhouding zelf staat in het financiele systeem; hier staat de verwijzing erheen."),
    )
    return Deel("Geld", blokken, anker="geld")


def lessen(bron: Bron) -> Iterator[Deel]:
    """Each lesson: what happened, why, and what is done from now on."""
    alle = tuple(bron.stand.lessen.values())
    yield Deel("Lessen", () if alle else (Alinea("Er zijn nog geen lessen vastgelegd."),), anker="lessen")
    for les in alle:
        yield Deel(f"{les.id} {les.titel}", (_les(bron, les),), niveau=3)


def _les(bron: Bron, les: Les) -> Gegevens:
    paren = (
        (
            "Soort",
            f"{gewoon(les.type)}, {'goed voorbeeld' if les.goed else 'minder goed'}, bewijs: {gewoon(les.sterkte)}",
        ),
        ("Context", les.context),
        ("Wat gebeurde", les.wat_gebeurde),
        ("Oorzaak", les.oorzaak),
        ("Aanbeveling", les.aanbeveling),
        ("Geldt wanneer", les.geldt_wanneer),
        ("Geldt niet wanneer", les.geldt_niet_wanneer),
        (
            "Actie",
            f"{les.actie} ({les.eigenaar or 'geen eigenaar'}, voor {kort(les.actie_voor) or 'geen datum'})"
            if les.actie
            else "",
        ),
        ("Stand", gewoon(les.status)),
        ("In praktijk gebracht", les.in_praktijk_gebracht or "nog niet nagegaan"),
    )
    return Gegevens(tuple((n, bron.namen(w)) for n, w in paren if w))
