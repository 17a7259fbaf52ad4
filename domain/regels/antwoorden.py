"""Answers to requests: given by the partner, recorded for it from a letter or a call, corrected while the term runs."""

from domain.basis import Weigering
from domain.feit import FeitInhoud
from domain.regels import geheim, termijnen
from domain.regels.hulp import Context, eis, zoek
from domain.stand import Stand
from domain.taal.verzoeken import (
    AntwoordVerbeterd,
    BeantwoordVerzoek,
    LegAntwoordVast,
    VerbeterAntwoord,
    Verzoek,
    VerzoekBeantwoord,
)

OP_SCHRIFT = ("brief", "e-mail")
"""Channels that leave a document, which is named with its hash."""


def beantwoord(stand: Stand, opdracht: BeantwoordVerzoek, ctx: Context) -> tuple[FeitInhoud, ...]:
    """The answer, also a late one. Raises Weigering for a second answer or someone else's request."""
    verzoek = _te_beantwoorden(stand, opdracht.verzoek, ctx)
    toets_wie(stand, verzoek, ctx)
    return _antwoord(stand, verzoek, opdracht, ctx)


def leg_vast(stand: Stand, opdracht: LegAntwoordVast, ctx: Context) -> tuple[FeitInhoud, ...]:
    """What the partner said in a letter or a call, on the day it was received; a document goes with its hash."""
    verzoek = _te_beantwoorden(stand, opdracht.verzoek, ctx)
    eis(
        not ctx.spreekt_voor(verzoek.aan),
        "verzoek",
        "Dit verzoek is aan u gericht. Geef zelf antwoord met BeantwoordVerzoek.",
    )
    op_schrift = opdracht.kanaal not in OP_SCHRIFT or (opdracht.bron is not None and opdracht.bron.sha256 is not None)
    eis(op_schrift, "bron", f"Noem bij een antwoord per {opdracht.kanaal} het stuk, met sha256.", "bron.sha256")
    return _antwoord(stand, verzoek, opdracht, ctx)


def verbeter(stand: Stand, opdracht: VerbeterAntwoord, ctx: Context) -> tuple[FeitInhoud, ...]:
    """Another answer in the place of the first, which stays in the chain. The last day counts to its end."""
    verzoek = zoek("verzoek", stand.verzoeken, opdracht.verzoek)
    eis(verzoek.status == "beantwoord", "verzoek", f"Op verzoek {verzoek.id} staat geen antwoord om te verbeteren.")
    toets_wie(stand, verzoek, ctx)
    te_laat = f"Verbeteren kon tot en met {verzoek.uiterlijk}. Neem contact op met de opgavemanager."
    eis(ctx.vandaag <= verzoek.uiterlijk, "termijn", te_laat)
    eerst = verzoek.beantwoord_op or verzoek.gedaan_op
    eis(ctx.op >= eerst, "gebeurd_op", f"Het antwoord op verzoek {verzoek.id} kwam pas op {eerst}.")
    geheim.toets_over(stand, verzoek.betreft, opdracht.antwoord)
    anders = (opdracht.oordeel, opdracht.antwoord) != (verzoek.oordeel, verzoek.antwoord)
    eis(anders, "antwoord", "Dit is hetzelfde antwoord als er al staat.")
    return (
        AntwoordVerbeterd(verzoek=verzoek.id, aan=verzoek.aan, oordeel=opdracht.oordeel, antwoord=opdracht.antwoord),
    )


def _te_beantwoorden(stand: Stand, id_: str, ctx: Context) -> Verzoek:
    verzoek = zoek("verzoek", stand.verzoeken, id_)
    if verzoek.status not in ("open", "zonder_reactie"):
        raise Weigering("verzoek", f"Verzoek {verzoek.id} is al {verzoek.status}.")
    eis(ctx.op >= verzoek.gedaan_op, "gebeurd_op", f"Verzoek {verzoek.id} is pas gedaan op {verzoek.gedaan_op}.")
    return verzoek


def toets_wie(stand: Stand, verzoek: Verzoek, ctx: Context) -> None:
    """Raise Weigering when a partner speaks about a request to someone else; the trekker may."""
    if ctx.door.functie == "partner" and ctx.door.namens not in (verzoek.aan, stand.leven.trekker):
        raise Weigering("bevoegdheid", f"Dit verzoek is gericht aan {verzoek.aan}, niet aan {ctx.door.namens}.")


def _antwoord(
    stand: Stand, verzoek: Verzoek, opdracht: BeantwoordVerzoek | LegAntwoordVast, ctx: Context
) -> tuple[FeitInhoud, ...]:
    geheim.toets_over(stand, verzoek.betreft, opdracht.antwoord)
    gehoord = opdracht if isinstance(opdracht, LegAntwoordVast) else None
    antwoord = VerzoekBeantwoord(
        verzoek=verzoek.id,
        aan=verzoek.aan,
        oordeel=opdracht.oordeel,
        antwoord=opdracht.antwoord,
        kanaal=gehoord and gehoord.kanaal,
        bron=gehoord and gehoord.bron,
    )
    return (antwoord, *termijnen.gehaald(stand, verzoek.id, ctx.op))
