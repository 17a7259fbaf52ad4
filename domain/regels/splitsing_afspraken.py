"""Promises at splitting and merging: one that goes along ends here and is made there, with the days that are left."""

from collections.abc import Iterable, Mapping

from domain.feit import FeitInhoud
from domain.regels import afspraken, termijnen
from domain.regels.hulp import Context, nieuw_id
from domain.stand import Stand
from domain.taal.afspraken import Afspraak, AfspraakAfgerond, AfspraakGemaakt
from domain.taal.partners import Deelnemer
from domain.taal.splitsing import MINSTE_RESTTERMIJN, Afspraakdeel

Partners = Mapping[str, Deelnemer]


def open_afspraken(stand: Stand) -> Iterable[Afspraak]:
    """The promises of which someone can say where they go; the action of a lesson goes where its lesson goes."""
    return (a for a in stand.afspraken.values() if a.afgerond_op is None and les_van(stand, a) is None)


def les_van(stand: Stand, afspraak: Afspraak) -> str | None:
    """The lesson of which this promise is the action; None when it is none."""
    les = afspraak.id.removesuffix(".actie")
    return les if les != afspraak.id and les in stand.lessen else None


def deel(stand: Stand, afspraak: Afspraak, les: str = "") -> Afspraakdeel:
    """What of a promise the other opgave needs; its day is that of its term when no other was named."""
    termijn = next(iter(termijnen.lopend(stand, afspraak.id)), None)
    return Afspraakdeel(
        afspraak=afspraak.id,
        tekst=afspraak.tekst,
        wie=afspraak.wie,
        uiterlijk=afspraak.uiterlijk or (termijn.einde if termijn else None),
        bron=afspraak.bron,
        les=les,
    )


def acties(stand: Stand, lessen: Iterable[str]) -> tuple[Afspraakdeel, ...]:
    """The open actions of these lessons."""
    gezocht = ((id_, stand.afspraken.get(f"{id_}.actie")) for id_ in lessen)
    return tuple(deel(stand, a, id_) for id_, a in gezocht if a is not None and a.afgerond_op is None)


def vertrek(stand: Stand, id_: str, naar: str, reden: str) -> tuple[FeitInhoud, ...]:
    """A promise that is open ends here, and nobody is reminded of it here."""
    afspraak = stand.afspraken.get(id_)
    if afspraak is None or afspraak.afgerond_op is not None:
        return ()
    weg = AfspraakAfgerond(afspraak=id_, resultaat=f"De afspraak gaat mee naar {naar}.")
    return (weg, *termijnen.vervallen(stand, id_, reden))


def aankomst(
    stand: Stand, delen: Iterable[Afspraakdeel], lessen: Mapping[str, str], partners: Partners, ctx: Context
) -> Iterable[FeitInhoud]:
    """Each promise under an id of its own, or that of its lesson here; `lessen` are their ids here by those there."""
    gedaan = list[str]()
    for mee in delen:
        if mee.les in lessen:
            id_ = f"{lessen[mee.les]}.actie"
        else:
            id_ = nieuw_id(stand, None, "AF", stand.afspraken, "afspraak", al=gedaan)
            gedaan.append(id_)
        yield from _gemaakt(mee, id_, partners, ctx)


def terug(stand: Stand, delen: Iterable[Afspraakdeel], ctx: Context) -> Iterable[FeitInhoud]:
    """Promises that never arrived are open here again; one that had stayed open here as well is not doubled."""
    for mee in delen:
        if stand.afspraken[mee.afspraak].afgerond_op is not None:
            yield from _gemaakt(mee, mee.afspraak, stand.partners, ctx)


def _gemaakt(mee: Afspraakdeel, id_: str, partners: Partners, ctx: Context) -> Iterable[FeitInhoud]:
    """A day that has almost gone by leaves a few days more: nobody is late because of a split."""
    if mee.uiterlijk is None:
        yield AfspraakGemaakt(afspraak=id_, tekst=mee.tekst, wie=mee.wie, bron=mee.bron)
        return
    soort = ctx.reglement.termijn("T17").met(duur=MINSTE_RESTTERMIJN)
    dag = max(mee.uiterlijk, soort.bereken(ctx.op, ctx.reglement.kalender).einde)
    gemaakt = AfspraakGemaakt(afspraak=id_, tekst=mee.tekst, wie=mee.wie, uiterlijk=dag, bron=mee.bron)
    code = termijnen.LESACTIE if mee.les else afspraken.termijnsoort(partners, mee.wie)
    yield gemaakt
    yield termijnen.start_tot(ctx, code, id_, mee.tekst, mee.wie, dag, partners=partners)
