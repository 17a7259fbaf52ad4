"""The parts of the screen of one opgave; a part with nothing in it says nothing."""

from collections.abc import Iterable
from textwrap import shorten

from domain import pad
from domain.beeld.geldsaldo import overgeheveld, saldo
from domain.beeld.route import BESLUIT, VOORGELEGD, Plek, Routebeeld, route_van
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap
from domain.taal.pilots import Indicator, Pilot
from domain.woorden import euro, gewoon, orgaan
from starter.cli import scherm
from starter.cli.datums import kort
from starter.cli.uitkomstwoorden import woorden

VINK, STIP, WACHT, KRUIS = "klaar", "nog niet", "ligt voor", "niet nodig"


def trajecten(stand: Stand, *, nu: bool = True) -> None:
    """Each vormtraject with the path of its present round; `nu`: and what can be decided now."""
    for traject in stand.trajecten.values():
        vorm = traject.code or "nog te kiezen uit " + ", ".join(k.code for k in traject.kandidaten)
        werkt = f", werkt vanaf {kort(traject.in_werking_per)}" if traject.in_werking_per else ""
        scherm.kop(f"Vormtraject {traject.id}: {traject.onderwerp}")
        scherm.zeg_onder(f"{vorm} ({gewoon(traject.status)}{werkt})")
        stappen = sorted(pad.ronde(stand, traject.id, traject.ronde), key=lambda s: s.volgorde)
        if stappen:
            scherm.tabel(("Stap", "Wat", "Wie", "Hoe staat het ervoor"), [_stap(stand, s) for s in stappen])
            _onderweg(stand, stappen)
            _te_besluiten(stand, stappen if nu else ())


def _stap(stand: Stand, stap: Besluitstap) -> tuple[str, str, str, str]:
    return (stap.id, stap.naam, _naam(stand, stap.orgaan), stapstatus(stand, stap))


def stapstatus(stand: Stand, stap: Besluitstap) -> str:
    """How a step stands, in words, with its last outcome and date."""
    if stap.van_toepassing is False:
        return KRUIS
    if wacht := stand.vastleggingen.get(stap.id):
        return f"vastgelegd, wacht op bevestiging door een tweede ({wacht.id})"
    if stap.behandelingen and stap.status == "besloten":
        laatste = stap.behandelingen[-1]
        inhoud = f" ({gewoon(laatste.resultaat)})" if laatste.resultaat else ""
        oordeel = "" if stap.afloop == "positief" else ", niet akkoord"
        return f"{gewoon(laatste.uitkomst)}{inhoud}{oordeel}, {kort(laatste.op)}"
    if stap.status == "voorgelegd":
        wanneer = f", vergadering {kort(stap.vergadering_op)}" if stap.vergadering_op else ""
        return f"{WACHT} sinds {kort(stap.voorgelegd_op)}{wanneer}"
    if stap.status == "aangehouden":
        return f"aangehouden{f' tot {kort(stap.aangehouden_tot)}' if stap.aangehouden_tot else ''}"
    if stap.status == "vervallen":
        return "vervallen"
    if stap.voorwaardelijk and stap.van_toepassing is None:
        return "bepaal of dit geldt"
    return "NU AAN DE BEURT" if pad.aan_de_beurt(stand, stap) else STIP


def besluiten(stand: Stand, *, nu: bool = True) -> None:
    """Decisions outside a path; `nu`: and what can be decided now."""
    los = [s for s in stand.stappen.values() if s.traject is None]
    if los:
        scherm.kop("Besluiten")
        rijen = [(s.id, f"{s.naam}: {s.onderwerp}", _naam(stand, s.orgaan), stapstatus(stand, s)) for s in los]
        scherm.tabel(("Nr", "Wat", "Wie", "Hoe staat het ervoor"), rijen)
        _onderweg(stand, los)
        _te_besluiten(stand, los if nu else ())


def _onderweg(stand: Stand, stappen: Iterable[Besluitstap]) -> None:
    """For each proposal that is on its way: where it was, where it lies now, what comes."""
    for stap in stappen:
        vertrokken = stap.voorgelegd_op is not None or stap.id in stand.haltes
        beeld = route_van(stand, stap) if vertrokken and not stap.klaar and stap.status != "besloten" else None
        if beeld is not None:
            scherm.zeg_onder(routeregel(beeld))


def routeregel(beeld: Routebeeld) -> str:
    """A route on one line: `B1: concept v, toetsen niet gemeld > nu: commissie (di 4 maart 2025), hamerstuk`."""
    tekens = {"geweest": "v", "overgeslagen": "niet gemeld"}
    voorbij = ", ".join(f"{_plek(p)} {tekens[p.status]}" for p in beeld.plekken if p.status in tekens)
    nu = f"nu: {_plek(beeld.nu)}" if beeld.nu else ""
    wanneer = f" (vergadering {kort(beeld.vergadering_op)})" if beeld.vergadering_op else ""
    hamer = f", {beeld.behandelwijze}" if beeld.behandelwijze else ""
    wacht = ", controversieel" if beeld.controversieel else ""
    return f"{beeld.stap}: {' > '.join(deel for deel in (voorbij, nu) if deel)}{wanneer}{hamer}{wacht}"


def _plek(plek: Plek) -> str:
    """A place in one or two words."""
    lang = plek.code in (VOORGELEGD, BESLUIT)
    return plek.naam if lang else "GS" if plek.code == "gs" else gewoon(plek.code)


def _te_besluiten(stand: Stand, stappen: Iterable[Besluitstap]) -> None:
    """For each step that lies before its body: the words its decision can have; steps with the same words together."""
    per: dict[str, list[str]] = {}
    for stap in stappen:
        if stap.status in ("voorgelegd", "aangehouden"):
            per.setdefault(woorden(stand, stap), []).append(stap.id)
    for keuze, namen in per.items():
        scherm.zeg_onder(f"Besluit over {', '.join(namen)}: {keuze}", "dim")


def pilots(stand: Stand) -> None:
    """Each pilot with its indicators: where it began, where it should go, where it is."""
    for pilot in stand.pilots.values():
        scherm.kop(f"Pilot {pilot.id}: {pilot.titel}")
        scherm.zeg_onder(_pilotregel(pilot))
        if pilot.plan.indicatoren:
            scherm.tabel(
                ("Indicator", "Eenheid", "Nulmeting", "Streefwaarde", "Laatste meting"),
                [_indicator(pilot, i) for i in pilot.plan.indicatoren],
            )


def _pilotregel(pilot: Pilot) -> str:
    begin, eind = pilot.gestart_op or pilot.plan.begin, pilot.geeindigd_op or pilot.plan.eind
    periode = f", {kort(begin) or '?'} tot {kort(eind) or '?'}" if begin or eind else ""
    ronde = f", ronde {pilot.ronde}" if pilot.ronde > 1 else ""
    return f"{gewoon(pilot.status)}{ronde}{periode}. Beslisregel: {pilot.plan.beslisregel or 'nog niet afgesproken'}"


def _indicator(pilot: Pilot, i: Indicator) -> tuple[str, str, str, str, str]:
    metingen = [m for m in pilot.metingen if m.indicator == i.naam]
    laatste = f"{_getal(metingen[-1].waarde)} op {kort(metingen[-1].op)}" if metingen else "nog niet gemeten"
    return (i.naam, i.eenheid, _getal(i.nulmeting), _getal(i.streefwaarde), laatste)


def _getal(waarde: object) -> str:
    return "onbekend" if waarde is None else str(waarde).replace(".", ",")


def partners(stand: Stand) -> None:
    """Who takes part, and who left."""
    if stand.partners:
        scherm.kop("Partners")
        rijen = [
            (p.naam, gewoon(p.type), p.id, "" if p.doet_mee else f"uitgetreden {kort(p.uitgetreden_op)}")
            for p in stand.partners.values()
        ]
        scherm.tabel(("Naam", "Soort", "Id", ""), rijen)


def geld(stand: Stand) -> None:
    """Money per kind and source."""
    som: dict[tuple[str, str], int] = {}
    for post in stand.geld:
        sleutel = (post.geldsoort, post.bron)
        som[sleutel] = som.get(sleutel, 0) + post.bedrag
    if som:
        scherm.kop("Geld")
        rijen = [(soort, _naam(stand, bron), euro(totaal)) for (soort, bron), totaal in som.items()]
        scherm.tabel(("Soort", "Van", "Bedrag"), rijen)
    if overgeheveld(stand):
        for (soort, bron), over in saldo(stand).items():
            scherm.zeg_onder(f"Over van {soort}, {_naam(stand, bron)}: {euro(max(over, 0))}")


def signalen(stand: Stand) -> None:
    """Signals that are still open."""
    open_ = [s for s in stand.signalen.values() if s.gesloten_op is None]
    if open_:
        scherm.kop("Open signalen")
        scherm.tabel(("Nr", "Ernst", "Wat"), [(s.id, f"{s.ernst} van 3", s.omschrijving) for s in open_])


def lessen(stand: Stand) -> None:
    """Lessons, with what changes because of them."""
    if stand.lessen:
        scherm.kop("Lessen")
        rijen = [(les.id, les.titel, les.actie or "nog geen actie", les.status) for les in stand.lessen.values()]
        scherm.tabel(("Nr", "Les", "Actie", "Status"), rijen)


def notities(stand: Stand, *, nu: bool = True) -> None:
    """Notes that nobody confirmed: said, but nothing follows from them yet."""
    open_ = [n for n in stand.notities.values() if not n.bevestigd]
    if open_:
        scherm.kop("Notities die nog niets veranderden")
        scherm.tabel(("Nr", "Wat", "Bron"), [(n.id, shorten(n.tekst, 200, placeholder=" ..."), n.bron) for n in open_])
        if nu:
            scherm.zeg_onder(f"Maak er een opdracht van: opgave bevestig {stand.opgave} {open_[0].id} OPDRACHT", "dim")


def poorten_gepasseerd(stand: Stand) -> None:
    """House gates that were passed although something was missing, and refusals: shown and counted."""
    if stand.leven.gepasseerd:
        scherm.kop(f"Gepasseerde poorten ({len(stand.leven.gepasseerd)})")
        rijen = [(p.poort, p.reden, "; ".join(p.ontbrak)) for p in stand.leven.gepasseerd]
        scherm.tabel(("Poort", "Waarom", "Het ontbrak aan"), rijen)


def _naam(stand: Stand, code: str) -> str:
    """A short name: GS and PS stay GS and PS, a partner has its own name."""
    if code in stand.partners:
        return stand.partners[code].naam
    return code if code in ("GS", "PS") else orgaan(code).removeprefix("de ").removeprefix("het ")
