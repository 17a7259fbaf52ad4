"""Geheimhouding on a step: who imposed it and on which ground, never what it is about (PW 84, 86; Woo 5.1).

From its start the neutral title stands wherever the subject of the step stood. What was said before that stays in the
chain, and the fact says so.
"""

import re
from collections.abc import Iterable
from typing import Any

from domain import bevoegdheid
from domain.basis import Functie, Model, Weigering
from domain.feit import FeitInhoud
from domain.regels.hulp import Context, eis, zoek
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap
from domain.taal.geheim import (
    GeheimFeit,
    Geheimhouding,
    GeheimhoudingOpgeheven,
    GeheimhoudingOpgelegd,
    GeheimOpdracht,
    HefGeheimhoudingOp,
    LegGeheimhoudingOp,
    Oplegger,
)
from domain.taal.verzoeken import Verzoek

_GROND = re.compile(r"Woo 5\.1 lid (1 (onder )?[a-e]|2 (onder )?[a-i])")

VASTLEGGERS: dict[Oplegger, frozenset[Functie]] = {
    "GS": frozenset({"bestuurssecretariaat", "provinciesecretaris", "jurist"}),
    "CdK": frozenset({"bestuurssecretariaat", "provinciesecretaris", "griffier", "jurist"}),
    "PS": frozenset({"griffier", "jurist"}),
    "statencommissie": frozenset({"griffier", "jurist"}),
}
"""Who records what each body said about geheimhouding."""


VRIJE_VELDEN = frozenset(
    {
        *("toelichting", "motivering", "reden", "wijziging", "beslispunten", "stemverklaringen", "geld"),
        *("titel", "tekst", "dringende_spoed", "wensen", "bedenkingen", "punten", "deel"),
    }
)
"""Fields of commands about a step in which people write what they like."""


def decide(stand: Stand, opdracht: GeheimOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case LegGeheimhoudingOp():
            return (_leg_op(stand, opdracht, ctx),)
        case HefGeheimhoudingOp():
            return (_hef_op(stand, opdracht, ctx),)
        case _:
            raise TypeError(opdracht)


def _leg_op(stand: Stand, opdracht: LegGeheimhoudingOp, ctx: Context) -> GeheimhoudingOpgelegd:
    stap = zoek("stap", stand.stappen, opdracht.stap)
    _toets_wie(opdracht.orgaan, ctx)
    eis(stap.status != "vervallen", "stap", f"Stap {stap.id} is vervallen.")
    eis(not rust_op(stand, stap), "geheim", f"Op {stap.id} rust al geheimhouding.")
    voorbeeld = "Noem lid en letter, bijvoorbeeld: Woo 5.1 lid 2 f."
    eis(_GROND.fullmatch(opdracht.grond) is not None, "PW 84", f"De grond staat in Woo 5.1 lid 1 of 2. {voorbeeld}")
    if stap.id in stand.vastleggingen:
        reden = "Er wacht een vastlegging op bevestiging waar tekst in kan staan. Laat haar eerst afkeuren."
        raise Weigering("geheim", reden, (f"KeurVastleggingAf {stand.vastleggingen[stap.id].id}",))
    gezien = stap.onderwerp != opdracht.neutrale_titel or stap.voorgelegd_op is not None or bool(stap.behandelingen)
    return GeheimhoudingOpgelegd(
        stap=stap.id,
        orgaan=opdracht.orgaan,
        grond=opdracht.grond,
        neutrale_titel=opdracht.neutrale_titel,
        referentie=opdracht.referentie,
        eerder_zichtbaar=True if gezien or stand.haltes.get(stap.id) else None,
    )


def _toets_wie(orgaan: Oplegger, ctx: Context) -> None:
    bevoegdheid.toets_zeker(ctx.door, "Geheimhouding vastleggen")
    wie = VASTLEGGERS[orgaan]
    nee = f"Geheimhouding van {orgaan} legt u niet vast als {ctx.door.functie}."
    eis(ctx.door.functie in wie, "bevoegdheid", nee, *sorted(wie))


def _hef_op(stand: Stand, opdracht: HefGeheimhoudingOp, ctx: Context) -> GeheimhoudingOpgeheven:
    stap = zoek("stap", stand.stappen, opdracht.stap)
    eis(rust_op(stand, stap), "geheim", f"Op {stap.id} rust geen geheimhouding.")
    _toets_wie(opdracht.orgaan, ctx)
    mag = wie_heft_op(stand, stap)
    if opdracht.orgaan != mag:
        waarom = "Het stuk is aan PS gegeven; dan" if mag == "PS" else "Alleen wie haar oplegde"
        kan = "kunnen alleen PS de geheimhouding opheffen" if mag == "PS" else "kan de geheimhouding opheffen"
        raise Weigering("PW 86 lid 3-4", f"{waarom} {kan}.", (mag,))
    return GeheimhoudingOpgeheven(stap=stap.id, orgaan=opdracht.orgaan, reden=opdracht.reden, titel=opdracht.titel)


def rust_op(stand: Stand, stap: Besluitstap) -> bool:
    """Whether geheimhouding rests on this step now."""
    return rustend(stand, stap.id) is not None


def rustend(stand: Stand, stap: str) -> Geheimhouding | None:
    """The geheimhouding that rests on a step now, None when there is none."""
    geheim = stand.geheim.get(stap)
    return geheim if geheim is not None and geheim.rust else None


def wie_heft_op(stand: Stand, stap: Besluitstap) -> Oplegger:
    """Who can lift it: who imposed it, but only PS once the document was put before them (PW 86 lid 3-4)."""
    geheim = stand.geheim[stap.id]
    zelfde = (g for g in stand.geheim.values() if g.stap == geheim.stap or g.referentie == geheim.referentie)
    aan_ps = any((s := stand.stappen[g.stap]).orgaan == "PS" and s.voorgelegd_op for g in zelfde)
    return "PS" if aan_ps else geheim.orgaan


def toets(stand: Stand, stap: Besluitstap, *teksten: str) -> None:
    """Raise Weigering when text is given on a step under geheimhouding, other than its neutral title or reference."""
    if not rust_op(stand, stap):
        return
    geheim = stand.geheim[stap.id]
    if any(tekst not in ("", geheim.neutrale_titel, geheim.referentie) for tekst in teksten):
        reden = (
            f"Op {stap.id} rust geheimhouding: hier kan geen tekst bij. "
            f"Vul alleen de verwijzing in, of de titel '{geheim.neutrale_titel}'."
        )
        raise Weigering("PW 84, 86", reden, (geheim.referentie,))


def toets_over(stand: Stand, betreft: str | None, tekst: str) -> None:
    """The same for what names its step by id, as a promise or a request does; about anything else all can be said."""
    if betreft in stand.stappen:
        toets(stand, stand.stappen[betreft], tekst)


def teksten(opdracht: Model) -> tuple[str, ...]:
    """Every free text in a command, however deep: for `toets`. Codes, ids, functions and references are none."""
    return tuple(_vrij(opdracht.model_dump()))


def _vrij(waarde: Any, naam: str = "") -> Iterable[str]:
    if isinstance(waarde, dict):
        for veld, deel in waarde.items():
            yield from _vrij(deel, veld)
    elif isinstance(waarde, list | tuple):
        for deel in waarde:
            yield from _vrij(deel, naam)
    elif isinstance(waarde, str) and naam in VRIJE_VELDEN:
        yield waarde


def evolve(stand: Stand, feit: GeheimFeit, ctx: Context) -> Stand:
    match feit:
        case GeheimhoudingOpgelegd():
            geheim = Geheimhouding(
                stap=feit.stap,
                orgaan=feit.orgaan,
                grond=feit.grond,
                neutrale_titel=feit.neutrale_titel,
                referentie=feit.referentie,
                opgelegd_op=ctx.op,
            )
            neutraal = _neutraal(_zet(stand, geheim), geheim)
            return neutraal if ctx.reglement.post is None else _neutraal_gevraagd(neutraal, geheim)
        case GeheimhoudingOpgeheven():
            geheim = stand.geheim[feit.stap].met(opgeheven_op=ctx.op)
            return _hernoem(_zet(stand, geheim), feit.stap, feit.titel)
        case _:
            raise TypeError(feit)


def _zet(stand: Stand, geheim: Geheimhouding) -> Stand:
    return stand.met(geheim={**stand.geheim, geheim.stap: geheim})


def _hernoem(stand: Stand, id_: str, titel: str) -> Stand:
    """Another title for the step, in the state and in the terms that still speak of it; none leaves it as it is."""
    if not titel:
        return stand
    stap = stand.stappen[id_].met(onderwerp=titel)
    return _met_wat(stand, (id_,), f"{stap.naam}: {titel}").met(stappen={**stand.stappen, id_: stap})


def _neutraal(stand: Stand, geheim: Geheimhouding) -> Stand:
    """The state without the words that were used so far; promises and moties of the step are still kept."""
    titel, id_ = geheim.neutrale_titel, geheim.stap
    beloofd = {k: a.met(tekst=titel) for k, a in stand.afspraken.items() if a.stap == id_}
    held = {k: geheim.referentie if k == id_ else reden for k, reden in stand.controversieel.items()}
    neutraal = stand.met(afspraken={**stand.afspraken, **beloofd}, controversieel=held)
    return _hernoem(_met_wat(neutraal, tuple(beloofd), titel), id_, titel)


def _neutraal_gevraagd(stand: Stand, geheim: Geheimhouding) -> Stand:
    """Without the words of requests about the step, and of reminders and escalations about what is waited for there."""
    titel, verwijzing = geheim.neutrale_titel, geheim.referentie
    vragen = {k for k, q in stand.verzoeken.items() if q.betreft == geheim.stap}
    over = {geheim.stap, *vragen, *(k for k, a in stand.afspraken.items() if a.stap == geheim.stap)}
    eigen = {k for k, t in stand.termijnen.items() if t.betreft in over}
    verzoeken = {k: _zonder_woorden(q, geheim) if k in vragen else q for k, q in stand.verzoeken.items()}
    hoger = {k: e.met(wat=titel) if e.termijn in eigen else e for k, e in stand.escalaties.items()}
    bij = {k: b.met(zin=b.zin and verwijzing) if b.termijn in eigen else b for k, b in stand.bijsturingen.items()}
    geescaleerd = (k for k, e in hoger.items() if e.termijn in eigen)
    neutraal = stand.met(verzoeken=verzoeken, escalaties=hoger, bijsturingen=bij)
    return _met_wat(neutraal, (*vragen, *geescaleerd), titel)


def _zonder_woorden(verzoek: Verzoek, geheim: Geheimhouding) -> Verzoek:
    gezegd = {naam: getattr(verzoek, naam) and geheim.referentie for naam in ("antwoord", "uitstel_reden")}
    return verzoek.met(vraag=geheim.neutrale_titel, **gezegd)


def _met_wat(stand: Stand, betreft: tuple[str, ...], wat: str) -> Stand:
    termijnen = {k: t.met(wat=wat) if t.betreft in betreft else t for k, t in stand.termijnen.items()}
    return stand.met(termijnen=termijnen)
