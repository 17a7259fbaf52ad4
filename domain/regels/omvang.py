"""A life that fits in one message: its whole state goes along when it is continued, and Temporal takes 2 MiB."""

from domain.keten import canoniek
from domain.opdracht import OpdrachtInhoud, omvang
from domain.regels.hulp import Context, eis
from domain.stand import Stand

GROOTSTE_STAND = 1_500_000
"""Bytes of the state. What is left of the 2 MiB is room for short commands, for years."""
KORT = 1_000
"""Letters. Shorter commands always go on: a life that is full can still be decided on, split and closed."""
ALTIJD = ("BevestigAankomst", "Splits", "VoegSamen")
"""What comes back from another life was part of this one, and exists nowhere else; the others make room."""


def toets(stand: Stand, inhoud: OpdrachtInhoud, ctx: Context) -> None:
    """Raises Weigering for a long command when the state is full. Editions that knew no limit have none."""
    if ctx.reglement.samenwerken is None or inhoud.soort in ALTIJD:
        return
    tekens = omvang(inhoud)
    if tekens > KORT:
        vol = len(canoniek(stand)) + len(canoniek(inhoud)) > GROOTSTE_STAND
        eis(not vol, "omvang", f"Hier staat te veel tekst voor nog {tekens} tekens. Verwijs naar een stuk, of splits.")
