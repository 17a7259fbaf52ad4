"""Which activity code performs which effect. All of it writes to the register only; nothing leaves the house here."""

from typing import assert_never

from activities.goedkeuringen import leg_voor, maak_bekend
from activities.notificaties import DIRECT, houd_post, zet_klaar
from domain.feit import Feit
from domain.gevolg import Bekendmaken, Bericht, Gevolg, Overbrengen, Posthouding, Voorleggen
from domain.overbrengen import opdrachten
from domain.stand import Stand
from domain.woorden import met_namen
from register import overbrengen
from register.schrijver import Schrijver
from runtime.instellingen import Post


def voer_uit(schrijver: Schrijver, stand: Stand, feit: Feit, nr: int, gevolg: Gevolg, post: Post = DIRECT) -> None:
    """Perform one effect of a fact; `stand` is the state just after it, `nr` its number among the effects.

    `post` says how long reminders wait for each other; without it they don't.
    """
    match gevolg:
        case Bericht():
            zet_klaar(schrijver, stand, feit, nr, _met_namen(gevolg, stand), post)
        case Voorleggen():
            leg_voor(schrijver, stand, feit, nr, gevolg)
        case Bekendmaken():
            maak_bekend(schrijver, stand, feit, nr, gevolg)
        case Posthouding():
            houd_post(schrijver, feit, gevolg)
        case Overbrengen():
            overbrengen.schrijf(schrijver.verbinding, feit, nr, gevolg, opdrachten(stand, feit, gevolg))
        case _:
            assert_never(gevolg)


def _met_namen(bericht: Bericht, stand: Stand) -> Bericht:
    """People read names of organisations; facts hold their ids."""
    return bericht.met(
        onderwerp=met_namen(bericht.onderwerp, stand),
        alineas=tuple(met_namen(alinea, stand) for alinea in bericht.alineas),
        vraag=met_namen(bericht.vraag, stand),
    )
