"""Everything a worker needs to register, put together in one place."""

from collections.abc import Callable
from typing import Any

from temporalio import activity

from activities.archief import Archivaris
from activities.bezorger import Bezorger
from activities.bode import Bode
from activities.controlepunt import Controlepuntmaker
from activities.gebeurtenissen import Gebeurtenissenbezorger
from activities.grootboek import Grootboek
from activities.herijking import Herijkingmaker
from activities.notificaties import Notificaties
from activities.register import Registerwerk
from activities.weekoverzicht import Weekoverzicht
from register.grootboek import Tekenaar
from register.verbinding import Register
from runtime.instellingen import Instellingen


def maak_activiteiten(
    register: Register, instellingen: Instellingen, ondertekenaar: Tekenaar
) -> list[Callable[..., Any]]:
    """The activities of a worker, on this register, with these settings and this key."""
    notificaties = Notificaties(register, instellingen.smtp, instellingen.post, instellingen.portaal)
    registerwerk = Registerwerk(register, Grootboek(ondertekenaar), notificaties, instellingen.post)
    archivaris = Archivaris(register, instellingen, ondertekenaar)
    bode = Bode(register, activity.client, instellingen.temporal.task_queue)
    gebeurtenissen = Gebeurtenissenbezorger(register, instellingen)
    herijking = Herijkingmaker(register)
    bezorger = Bezorger(notificaties.ronde, bode.ronde, herijking.ronde, gebeurtenissen.ronde, archivaris.ronde)
    return [
        registerwerk.verwerk_feiten,
        notificaties.bezorg_post,
        bezorger.bezorg_ronden,
        Weekoverzicht(register, instellingen).maak_weekoverzicht,
        Controlepuntmaker(register, instellingen, ondertekenaar).maak_controlepunt,
        archivaris.veeg_archief,
    ]
