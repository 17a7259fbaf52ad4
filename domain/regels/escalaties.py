"""Escalation to bestuurders: put to the manager first, with a term of its own; it ends when there is nothing left."""

from collections.abc import Collection, Iterable

from domain.feit import FeitInhoud
from domain.regels import afspraken, herinnerplan, termijnen
from domain.regels.herinnerbeurt import Beurt
from domain.regels.hulp import Context, nieuw_id
from domain.stand import Stand
from domain.taal.afspraken import MeldSignaal
from domain.taal.herinneringen import Escalatie, EscalatieBeslist, EscalatieVervallen, EscalatieVoorgelegd
from domain.taal.termijnen import Herinnering, Termijn
from domain.woorden import datum

AKKOORD = "H06"
"""The term within which the manager decides; its ladder goes on to the ambtelijk opdrachtgever."""
_ERNST = 2
_LANGSTE = 200  # letters of a Naam


def voorleggen(
    stand: Stand,
    termijn: Termijn,
    beurten: tuple[Beurt, ...],
    overgeslagen: tuple[str, ...],
    ctx: Context,
    *,
    signaal: bool,
) -> tuple[FeitInhoud, ...]:
    """Put the rungs of one trede to the manager; an earlier trede of this term that still waits is overtaken.

    Args:
        termijn: the term whose end has gone by.
        beurten: what leaves when the manager agrees, one per receiver.
        overgeslagen: names of rungs that are not sent any more.
        signaal: whether the ladder asks for a signaal at this point.

    Returns:
        The escalation, the term within which it is decided and the signaal.
    """
    trede, wat = beurten[0].rung.trede, (termijn.wat or termijn.id)[:_LANGSTE]
    voorgelegd = EscalatieVoorgelegd(
        escalatie=nieuw_id(stand, None, "ESC", stand.escalaties, "escalatie"),
        termijn=termijn.id,
        trede=trede,
        aan=tuple(dict.fromkeys(b.van for b in beurten)),
        geadresseerde=termijn.geadresseerde,
        wat=wat,
        einde=termijn.einde,
        overgeslagen=overgeslagen,
    )
    vraag = f"Beslis of herinnering {trede} naar de bestuurders mag: {wat}"
    return (
        *sluit(stand, (termijn.id,), f"Trede {trede} is nu aan de beurt."),
        voorgelegd,
        termijnen.start(ctx, AKKOORD, voorgelegd.escalatie, vraag, "opgavemanager"),
        *(_signaal(stand, termijn, ctx) if signaal else ()),
    )


def _signaal(stand: Stand, termijn: Termijn, ctx: Context) -> tuple[FeitInhoud, ...]:
    """A long silence strains the collaboration: it is reported like any other signal, with its own term (T21)."""
    wie = termijn.geadresseerde
    omschrijving = f"{wie} reageert niet. De termijn liep tot en met {datum(termijn.einde)}: {termijn.wat[:_LANGSTE]}"
    partner = wie if wie in stand.partners else None
    return afspraken.decide(stand, MeldSignaal(partner=partner, ernst=_ERNST, omschrijving=omschrijving), ctx)


def sluit(stand: Stand, termijn_ids: Collection[str], reden: str) -> tuple[FeitInhoud, ...]:
    """The escalations about these terms that still wait end, and with them the terms for deciding them."""
    feiten: list[FeitInhoud] = []
    for escalatie in wachtend(stand):
        if escalatie.termijn in termijn_ids:
            feiten.append(EscalatieVervallen(escalatie=escalatie.id, reden=reden))
            feiten += termijnen.vervallen(stand, escalatie.id, reden)
    return tuple(feiten)


def wachtend(stand: Stand) -> Iterable[Escalatie]:
    """The escalations that nobody decided on yet."""
    return (e for e in stand.escalaties.values() if e.status == "wacht")


def zonder_grond(stand: Stand) -> tuple[FeitInhoud, ...]:
    """The end of escalations about which there is nothing left to escalate: the answer came, or the term runs again."""
    return tuple(
        feit
        for escalatie in wachtend(stand)
        if (reden := _REDENEN.get(stand.termijnen[escalatie.termijn].status))
        for feit in sluit(stand, (escalatie.termijn,), reden)
    )


_REDENEN = {
    "loopt": "De termijn loopt weer.",
    "opgeschort": "De termijn staat stil.",
    "gehaald": "Er is gereageerd.",
    "te_laat": "Er is gereageerd.",
    "vervallen": "Er wordt niet meer op gewacht.",
}


def evolve(stand: Stand, feit: EscalatieVoorgelegd | EscalatieBeslist | EscalatieVervallen, ctx: Context) -> Stand:
    """The state after a fact about an escalation."""
    match feit:
        case EscalatieVoorgelegd():
            return _zet(_weg(stand, feit), _nieuw(feit, ctx))
        case EscalatieBeslist():
            escalatie = stand.escalaties[feit.escalatie]
            verder = _zet(stand, escalatie.met(status="akkoord" if feit.akkoord else "niet_akkoord"))
            return _weer_gepland(verder, escalatie, ctx) if feit.akkoord else verder
        case EscalatieVervallen():
            return _zet(stand, stand.escalaties[feit.escalatie].met(status="vervallen"))


def _nieuw(feit: EscalatieVoorgelegd, ctx: Context) -> Escalatie:
    return Escalatie(
        id=feit.escalatie,
        termijn=feit.termijn,
        trede=feit.trede,
        aan=feit.aan,
        geadresseerde=feit.geadresseerde,
        wat=feit.wat,
        sinds=ctx.op,
    )


def _weg(stand: Stand, feit: EscalatieVoorgelegd) -> Stand:
    """What was put to the manager, or skipped, is no longer planned."""
    namen = {*feit.overgeslagen, *(f"{feit.trede} {aan}" for aan in feit.aan)}
    return _zet_termijn(stand, herinnerplan.zonder(stand.termijnen[feit.termijn], namen))


def _weer_gepland(stand: Stand, escalatie: Escalatie, ctx: Context) -> Stand:
    """What a person agreed to leaves at the first office moment from now on, without asking again."""
    termijn = stand.termijnen[escalatie.termijn]
    rungs = (Herinnering(trede=escalatie.trede, aan=aan, moment=ctx.nu, akkoord=False) for aan in escalatie.aan)
    return _zet_termijn(stand, termijn.met(herinneringen=(*rungs, *termijn.herinneringen)))


def van(stand: Stand, termijn: str, beurt: Beurt) -> str:
    """The id of the escalation that let this rung go; empty for a rung that needed none."""
    if beurt.rung.akkoord is not False:
        return ""
    met_akkoord = (e for e in stand.escalaties.values() if e.status == "akkoord" and e.trede == beurt.rung.trede)
    return next((e.id for e in reversed(tuple(met_akkoord)) if e.termijn == termijn), "")


def _zet(stand: Stand, escalatie: Escalatie) -> Stand:
    return stand.met(escalaties={**stand.escalaties, escalatie.id: escalatie})


def _zet_termijn(stand: Stand, termijn: Termijn) -> Stand:
    return stand.met(termijnen={**stand.termijnen, termijn.id: termijn})
