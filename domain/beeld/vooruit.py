"""What will be sent in the coming days: reminders as they will leave, while people can still hold or change them."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from domain.basis import Afzender, Kenmerk, Model
from domain.geldend import geldend
from domain.kalender import lokale_datum
from domain.regels import escalaties, herinnerbeurt, herinnerplan
from domain.regels.herinnerbeurt import Beurt
from domain.regels.hulp import Context
from domain.regels.tijdsverloop import actief
from domain.reglement.postregels import Postregels
from domain.stand import Stand
from domain.taal.termijnen import Termijn


class Voorgenomen(Model):
    """A reminder that will leave, or that waits for consent.

    `moment` (UTC) is None while it waits for consent; with `vraagt_akkoord` it is the moment at which consent is asked.
    `aan` is a role: a function, a partner, `gemeente-a:bestuurder`. `aangehouden_tot`, `omgeleid_van` and `zin` say
    what was changed about it, by the `bijsturingen` of these ids. A `wettelijk` one can't be held or redirected.
    """

    moment: datetime | None
    termijn: Kenmerk
    trede: str
    aan: Kenmerk
    wat: str
    einde: date
    wettelijk: bool
    vraagt_akkoord: bool = False
    escalatie: str = ""
    aangehouden_tot: date | None = None
    omgeleid_van: str = ""
    zin: str = ""
    bijsturingen: tuple[Kenmerk, ...] = ()


def vooruit(stand: Stand, nu: datetime, dagen: int = 7) -> tuple[Voorgenomen, ...]:
    """What will be sent if nobody does anything, in order of time; what waits for consent comes first.

    Args:
        nu: the present, in domain time (UTC).
        dagen: how far to look.

    Returns:
        The reminders of terms that time looks at: in a pause those of the law only.
    """
    ctx = Context(nu=nu, op=lokale_datum(nu), door=Afzender(functie="systeem"), reglement=geldend(stand))
    tot = nu + timedelta(days=dagen)
    komt = [v for termijn in actief(stand) for v in _van(stand, termijn, ctx, tot)]
    gesorteerd = sorted(komt, key=lambda v: (v.moment or nu, v.termijn, v.trede, v.aan))
    return (*_wachtend(stand), *gesorteerd)


def _van(stand: Stand, termijn: Termijn, ctx: Context, tot: datetime) -> Iterator[Voorgenomen]:
    if ctx.reglement.post is not None:
        return _volgens_post(stand, termijn, ctx.reglement.post, ctx, tot)
    return (
        _kaal(termijn, h.trede, herinnerplan.ontvanger(termijn, h)).met(moment=max(h.moment, ctx.nu))
        for h in termijn.herinneringen
        if h.moment <= tot
    )


def _volgens_post(
    stand: Stand, termijn: Termijn, post: Postregels, ctx: Context, tot: datetime
) -> Iterator[Voorgenomen]:
    """The turns of one term as time will take them, one moment after another."""
    rest = herinnerbeurt.beurten(stand, termijn, post, ctx)
    while (moment := herinnerbeurt.eerste_moment(rest)) and moment <= tot:
        keuze = herinnerbeurt.kies(rest, moment)
        if keuze is None:
            return
        for beurt in (*keuze.sturen, *keuze.voorleggen):
            yield _voorgenomen(stand, termijn, beurt)
        gedaan = [*keuze.sturen, *keuze.voorleggen, *keuze.overgeslagen]
        rest = tuple(b for b in rest if b not in gedaan)


def _voorgenomen(stand: Stand, termijn: Termijn, beurt: Beurt) -> Voorgenomen:
    aangehouden = [b.tot for b in beurt.gestuurd if b.doe == "aanhouden"]
    return _kaal(termijn, beurt.rung.trede, beurt.aan).met(
        moment=beurt.moment,
        vraagt_akkoord=beurt.akkoord,
        escalatie=escalaties.van(stand, termijn.id, beurt),
        aangehouden_tot=max(aangehouden, default=None),
        omgeleid_van="" if beurt.aan == beurt.van else beurt.van,
        zin=beurt.zin,
        bijsturingen=tuple(b.id for b in beurt.gestuurd),
    )


def _kaal(termijn: Termijn, trede: str, aan: str) -> Voorgenomen:
    return Voorgenomen(
        moment=None,
        termijn=termijn.id,
        trede=trede,
        aan=aan,
        wat=termijn.wat,
        einde=termijn.einde,
        wettelijk=termijn.soort == "wettelijk",
    )


def _wachtend(stand: Stand) -> Iterator[Voorgenomen]:
    """What bestuurders will get as soon as someone agrees."""
    for escalatie in escalaties.wachtend(stand):
        termijn = stand.termijnen[escalatie.termijn]
        for aan in escalatie.aan:
            yield _kaal(termijn, escalatie.trede, aan).met(vraagt_akkoord=True, escalatie=escalatie.id)
