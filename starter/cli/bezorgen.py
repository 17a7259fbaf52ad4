"""Delivering waiting post at once, from the command line; what the mail server does not take now goes later."""

from collections.abc import Sequence
from dataclasses import dataclass

from register import lezen
from register.rijen import Postrij
from starter.cli.omgeving import omgeving

SECONDEN = 5.0
"""How long one opgave may take."""


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
    notificaties = Notificaties(doos.register, wil.smtp, wil.post, wil.portaal)
    opgaven = dict.fromkeys(rij.opgave for rij in klaar)
    wachtend = sum(doos.wacht_op(notificaties.bezorg(opgave, SECONDEN)) for opgave in opgaven)
    statussen = [rij.status for rij in lezen.post(doos.register) if rij.sleutel in sleutels]
    nog = statussen.count("klaar")
    wachtend = min(wachtend, nog)
    return Bezorgd(statussen.count("verzonden"), wachtend, statussen.count("geweigerd"), nog - wachtend)


def _berichten(aantal: int) -> str:
    return "1 bericht" if aantal == 1 else f"{aantal} berichten"
