"""Everything a worker needs to register, put together in one place."""

from collections.abc import Callable
from typing import Any

from activities.bezorger import Bezorger
from activities.gebeurtenissen import Gebeurtenissenbezorger
from activities.grootboek import Grootboek, Tekenaar
from activities.notificaties import Notificaties
from activities.register import Registerwerk
from activities.weekoverzicht import Weekoverzicht
from register.verbinding import Register
from runtime.instellingen import Instellingen


def maak_activiteiten(
    register: Register, instellingen: Instellingen, ondertekenaar: Tekenaar
) -> list[Callable[..., Any]]:
    """The activities of a worker, on this register, with these settings and this key."""
    notificaties = Notificaties(register, instellingen.smtp, instellingen.post, instellingen.portaal)
    registerwerk = Registerwerk(register, Grootboek(ondertekenaar), notificaties, instellingen.post)
    bezorger = Bezorger(notificaties.ronde, Gebeurtenissenbezorger(register, instellingen).ronde)
    return [
        registerwerk.verwerk_feiten,
        notificaties.bezorg_post,
        bezorger.bezorg_ronden,
        Weekoverzicht(register, instellingen).maak_weekoverzicht,
    ]
