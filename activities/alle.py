"""Everything a worker needs to register, put together in one place."""

from collections.abc import Callable
from typing import Any

from activities.grootboek import Grootboek, Tekenaar
from activities.notificaties import Notificaties
from activities.register import Registerwerk
from register.verbinding import Register
from runtime.instellingen import Smtp


def maak_activiteiten(register: Register, smtp: Smtp, ondertekenaar: Tekenaar) -> list[Callable[..., Any]]:
    """The activities of a worker, on this register, mail server and key."""
    notificaties = Notificaties(register, smtp)
    registerwerk = Registerwerk(register, Grootboek(ondertekenaar), notificaties)
    return [registerwerk.verwerk_feiten, notificaties.bezorg_post]
