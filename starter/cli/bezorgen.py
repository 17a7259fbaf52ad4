"""Delivering waiting post at once, from the command line; what the mail server does not take now goes later."""

import socket
from collections.abc import Sequence
from dataclasses import dataclass

from register import lezen
from register.rijen import Postrij
from runtime.instellingen import Portaal
from runtime.poorten import LOKAAL
from starter.cli.omgeving import omgeving

SECONDEN = 5.0
"""How long one opgave may take."""
KLOPTIJD = 0.5
"""Seconds to find out whether the portal of this computer is there."""


@dataclass(frozen=True)
class Bezorgd:
    """What became of the post that was ready."""

    verzonden: int = 0
    wachtend: int = 0
    geweigerd: int = 0
    later: int = 0

    def zin(self) -> str:
        """The same in words; empty when nothing was ready."""
        delen = []
        if self.verzonden:
            delen.append(f"Verstuurd: {_berichten(self.verzonden)}.")
        if self.geweigerd:
            delen.append(f"De mailserver weigert {_berichten(self.geweigerd)}; zie: opgave post.")
        if self.wachtend:
            delen.append(f"De mailserver is er nu niet voor {_berichten(self.wachtend)}; dat gaat later.")
        if self.later:
            delen.append(f"Later, samen met andere herinneringen of binnen kantooruren: {_berichten(self.later)}.")
        return " ".join(delen)


def bezorg(klaar: Sequence[Postrij]) -> Bezorgd:
    """Deliver for every opgave that has one of these messages; give what became of them."""
    from activities.notificaties import Notificaties

    doos, sleutels = omgeving(), {rij.sleutel for rij in klaar}
    if not klaar:
        return Bezorgd()
    wil = doos.instellingen
    notificaties = Notificaties(doos.register, wil.smtp, wil.post, met_adres(wil.portaal))
    opgaven = dict.fromkeys(rij.opgave for rij in klaar)
    wachtend = sum(doos.wacht_op(notificaties.bezorg(opgave, SECONDEN)) for opgave in opgaven)
    statussen = [rij.status for rij in lezen.post(doos.register) if rij.sleutel in sleutels]
    nog = statussen.count("klaar")
    wachtend = min(wachtend, nog)
    return Bezorgd(statussen.count("verzonden"), wachtend, statussen.count("geweigerd"), nog - wachtend)


def met_adres(portaal: Portaal) -> Portaal:
    """The portal with its address on this computer, when none was set and it is there.

    `opgave serve` fills in that address for itself only; a mail that leaves from here must hold the same link.
    """
    host, _, poort = portaal.adres.rpartition(":")
    if portaal.basis_url or host not in (LOKAAL, "localhost") or not _luistert(host, int(poort)):
        return portaal
    return portaal.model_copy(update={"basis_url": f"http://{host}:{poort}"})


def _luistert(host: str, poort: int) -> bool:
    try:
        with socket.create_connection((host, poort), KLOPTIJD):
            return True
    except OSError:
        return False


def _berichten(aantal: int) -> str:
    return "1 bericht" if aantal == 1 else f"{aantal} berichten"
