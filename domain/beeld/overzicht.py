"""Views on the state for people: what waits on whom, which gates are shut, and where the opgave stands."""

from collections.abc import Iterable
from datetime import date

from domain import pad, poorten, rechtsstand, twijfel
from domain.basis import Kenmerk, Model
from domain.beeld import overzicht_partners
from domain.beeld.wachtpost import Wachtpost, laatste_dag, post
from domain.regels import agenda_bevestiging, agenda_vaststelling
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.agenda_vaststelling import Overheidsbesluit
from domain.taal.besluiten import Besluitstap
from domain.taal.vastlegging import Vastlegging
from domain.woorden import datum, gewoon, met_namen, orgaan

__all__ = ["Poortstand", "Wachtpost", "aan_zet", "poortstand", "samenvatting", "uiterlijk", "wachtposten"]


class Poortstand(Model):
    """A gate out of the present phase and what is missing there."""

    poort: Kenmerk
    naam: str
    soort: str
    grond: str
    ontbreekt: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        return not self.ontbreekt


def wachtposten(stand: Stand) -> tuple[Wachtpost, ...]:
    """Everything that waits on someone, the earliest last day first."""
    delen = (overzicht_partners.posten, _twijfels, _recht, _stappen, _vaststellingen, _afspraken, _termijnen)
    posten = [p for deel in delen for p in deel(stand)]
    uniek = {(p.id, p.op_wie, p.organisatie): p for p in reversed(posten)}
    return tuple(sorted(uniek.values(), key=lambda p: (p.uiterlijk or date.max, p.id, p.op_wie)))


def _recht(stand: Stand) -> Iterable[Wachtpost]:
    """What a silence means is for the jurist to say; so is how an objection or suspension ended."""
    for r in rechtsstand.open_rechtswege(stand):
        s = stand.stappen[r.stap]
        waarop = f"Stel vast wat het zwijgen van {orgaan(s.orgaan)} betekent: {s.id} {s.naam}"
        yield post(stand, s.id, "rechtswege", "jurist", waarop, r.sinds, None)
    for m in stand.rechtsmiddelen.values():
        if rechtsstand.wacht(m):
            waarop = f"Leg vast hoe dit afloopt: {gewoon(m.middel)} tegen {m.stap} ({m.referentie})"
            yield post(stand, m.id, "rechtsmiddel", "jurist", waarop, m.gemeld_op, None)


def _twijfels(stand: Stand) -> Iterable[Wachtpost]:
    """Steps that were built on a corrected outcome wait for whoever of the two did not judge yet, or for both."""
    for t in stand.twijfels.values():
        if t.open:
            nog = [f for f in twijfel.OORDELEN if f not in t.oordelen] or twijfel.OORDELEN
            waarop = f"Beoordeel of stap {t.stap} blijft of opnieuw moet: {t.vanwege} is hersteld"
            for functie in nog:
                yield post(stand, t.stap, "grondslag", functie, waarop, t.sinds, laatste_dag(stand, t.stap))


def _stappen(stand: Stand) -> Iterable[Wachtpost]:
    """Steps that lie before a body, and steps whose turn it is to be put before it."""
    for s in stand.stappen.values():
        if wacht := stand.vastleggingen.get(s.id):
            waarop = f"Bevestig als tweede wat is vastgelegd ({wacht.id}): {s.naam}, {s.onderwerp}"
            yield post(stand, s.id, "bevestigen", _tweede(stand, s, wacht), waarop, wacht.op, laatste_dag(stand, s.id))
        elif twijfel.houdt_op(stand, s):
            continue
        elif s.id in stand.controversieel and s.status != "besloten" and not s.klaar:
            waarop = f"Wacht op het nieuwe bestuur (controversieel): {s.naam}, {s.onderwerp}"
            sinds = s.voorgelegd_op or _sinds(stand)
            yield post(stand, s.id, "controversieel", s.orgaan, waarop, sinds, laatste_dag(stand, s.id))
        elif s.status in ("voorgelegd", "aangehouden") and s.voorgelegd_op:
            waarop = f"{s.naam}: {s.onderwerp}" + (" (aangehouden)" if s.status == "aangehouden" else "")
            uiterlijk = laatste_dag(stand, s.id) or s.aangehouden_tot or s.vergadering_op
            yield post(stand, s.id, "besluit", s.orgaan, waarop, s.voorgelegd_op, uiterlijk)
        elif s.status == "open" and _rustend(stand) is False and pad.aan_de_beurt(stand, s):
            yield post(stand, s.id, "voorleggen", "trekker", _te_doen(s), _sinds(stand), None)


def _tweede(stand: Stand, s: Besluitstap, wacht: Vastlegging) -> str:
    """Who confirms: the body's own people, or the manager when a partner recorded over a link what it decided."""
    per_link = wacht.functie == "partner" and reglement(stand.reglement).post is not None
    return "opgavemanager" if per_link else s.orgaan


def _te_doen(s: Besluitstap) -> str:
    if s.voorwaardelijk and s.van_toepassing is None:
        return f"Bepaal of {s.id} {s.naam} geldt"
    return f"Leg {s.id} voor aan {orgaan(s.orgaan)}: {s.naam}"


def _rustend(stand: Stand) -> bool:
    return stand.leven.toestand != "lopend"


def _sinds(stand: Stand) -> date:
    return stand.leven.fasen[-1].van


def _vaststellingen(stand: Stand) -> Iterable[Wachtpost]:
    """What was reported or recorded of an overheid waits for a second person, no longer for that overheid."""
    for v in _gemeld(stand):
        betreft = agenda_vaststelling.betreft(v.overheid, v.versie)
        wat = "wat per link is gemeld" if v.per_link else "wat een ander vastlegde"
        waarop = f"Bevestig {wat}: {orgaan(v.overheid)}, versie {v.versie} van de agenda"
        wie = agenda_bevestiging.tweede(v, v.functie)
        if v.op is not None:
            yield post(stand, betreft, "bevestigen", wie, waarop, v.op, v.uiterlijk)


def _gemeld(stand: Stand) -> tuple[Overheidsbesluit, ...]:
    open_ = stand.agenda is not None and not stand.leven.voorbij
    return agenda_vaststelling.te_bevestigen(stand.agenda) if stand.agenda and open_ else ()


def _afspraken(stand: Stand) -> Iterable[Wachtpost]:
    for a in stand.afspraken.values():
        if a.afgerond_op is None and stand.leven.toestand != "ingetrokken":
            uiterlijk = a.uiterlijk or laatste_dag(stand, a.id)
            yield post(stand, a.id, "afspraak", a.wie, a.tekst, a.gemaakt_op, uiterlijk)


def _termijnen(stand: Stand) -> Iterable[Wachtpost]:
    """Terms of what is not already listed as a request, step or promise."""
    gemeld = {agenda_vaststelling.betreft(v.overheid, v.versie) for v in _gemeld(stand)}
    elders = {*overzicht_partners.ids(stand), *stand.stappen, *stand.afspraken, *gemeld}
    for t in stand.termijnen.values():
        if t.loopt and t.betreft not in elders:
            einde = None if t.status == "opgeschort" else t.einde
            yield post(stand, t.betreft, "termijn", t.geadresseerde, t.wat, t.begin, einde)


def poortstand(stand: Stand) -> tuple[Poortstand, ...]:
    """The gates out of the present phase, with what each lacks; an agenda has none."""
    if stand.agenda is not None:
        return ()
    return tuple(
        Poortstand(poort=p.code, naam=p.naam, soort=p.soort, grond=p.grond, ontbreekt=mist)
        for p, mist in poorten.uit(stand, reglement(stand.reglement), stand.leven.fase)
    )


def aan_zet(stand: Stand) -> tuple[str, ...]:
    """The functions (`functie@organisatie`) that something waits on, each once, in order of urgency."""
    return tuple(dict.fromkeys(f"{p.op_wie}@{p.organisatie}" for p in wachtposten(stand)))


def uiterlijk(stand: Stand) -> date | None:
    """The earliest last day of anything that waits."""
    return min((p.uiterlijk for p in wachtposten(stand) if p.uiterlijk), default=None)


def samenvatting(stand: Stand) -> str:
    """Where a life stands, as markdown of a few lines, for people who look in Temporal's own screens."""
    titel = f"## {stand.leven.titel or stand.opgave}"
    regels = [titel, _waar(stand), f"{stand.seq} feiten vastgelegd."]
    posten = wachtposten(stand)[:8]
    if posten:
        regels += ["", "### Wat wacht op wie"]
        regels += [_regel(post) for post in posten]
    return met_namen("\n".join(regels), stand)


def _waar(stand: Stand) -> str:
    leven, agenda = stand.leven, stand.agenda
    if agenda is not None:
        actief = sum(punt.status == "op_agenda" for punt in agenda.punten.values())
        return f"**{gewoon(leven.toestand)}**, versie {agenda.versie}; opgaven op de agenda: {actief}."
    return f"**{gewoon(leven.toestand)}** in fase {leven.fase} {leven.fase.naam}; trekker: {orgaan(leven.trekker)}."


def _regel(post: Wachtpost) -> str:
    voor = f", uiterlijk {datum(post.uiterlijk)}" if post.uiterlijk else ""
    return f"- {gewoon(post.op_wie)} ({post.organisatie}): {post.waarop}{voor}"
