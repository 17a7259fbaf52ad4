"""Verbonden partijen: why we work together, asked again every year, and who keeps the account."""

from domain.feit import FeitInhoud
from domain.regels import rondes, termijnen
from domain.regels.hulp import Context, eis, nieuw_id, zoek
from domain.regels.samen import eis_regels
from domain.stand import Stand
from domain.taal.termijnen import TermijnGestart
from domain.taal.verbonden import (
    AccounthouderAangewezen,
    BeantwoordWaarom,
    BeeindigVerbondenheid,
    LegVerbondenPartijVast,
    Verbinding,
    VerbondenFeit,
    VerbondenheidBeeindigd,
    VerbondenOpdracht,
    VerbondenPartijVastgelegd,
    WaaromBeantwoord,
    WijsAccounthouderAan,
)

WAAROM, ACCOUNT = "H14", "H15"


def decide(stand: Stand, opdracht: VerbondenOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case LegVerbondenPartijVast():
            return _leg_vast(stand, opdracht, ctx)
        case BeantwoordWaarom():
            return _beantwoord(stand, opdracht, ctx)
        case WijsAccounthouderAan():
            return _wijs_aan(stand, opdracht, ctx)
        case BeeindigVerbondenheid():
            return _beeindig(stand, opdracht, ctx)
        case _:
            raise TypeError(opdracht)


def _leg_vast(stand: Stand, opdracht: LegVerbondenPartijVast, ctx: Context) -> tuple[FeitInhoud, ...]:
    """New data of a party that is known; of a new one also the two questions: why, and who keeps the account."""
    eis_regels(ctx)
    if opdracht.inhoud.partner is not None:
        zoek("partner", stand.partners, opdracht.inhoud.partner)
    vastgelegd = VerbondenPartijVastgelegd(partij=opdracht.partij, inhoud=opdracht.inhoud)
    if opdracht.partij in stand.verbonden:
        was = _verbinding(stand, opdracht.partij, ctx)
        eis(was.inhoud != opdracht.inhoud, "S3-01", f"Verbonden partij {was.id} staat al zo vast.")
        return (vastgelegd,)
    partij = nieuw_id(stand, opdracht.partij, "VP", stand.verbonden, "verbonden partij")
    wat = f"Wijs een accounthouder aan voor {opdracht.inhoud.naam}"
    account = termijnen.start(ctx, ACCOUNT, _account(partij), wat, "bestuurssecretariaat")
    return (vastgelegd, _vraag_waarom(stand, partij, opdracht.inhoud.naam, ctx), account)


def _verbinding(stand: Stand, partij: str, ctx: Context) -> Verbinding:
    verbinding = zoek("verbonden partij", stand.verbonden, partij)
    eis(verbinding.beeindigd_op is None, "S3-01", f"{partij} is geen verbonden partij meer.")
    eis(ctx.op >= verbinding.sinds, "gebeurd_op", f"{partij} is pas verbonden sinds {verbinding.sinds}.")
    return verbinding


def _beantwoord(stand: Stand, opdracht: BeantwoordWaarom, ctx: Context) -> tuple[FeitInhoud, ...]:
    verbinding = _verbinding(stand, opdracht.partij, ctx)
    eerder = f"Op {verbinding.waarom_op} is dit al beantwoord; een ouder antwoord telt niet meer."
    eis(verbinding.waarom_op is None or ctx.op >= verbinding.waarom_op, "S3-06", eerder)
    beantwoord = WaaromBeantwoord(
        partij=verbinding.id,
        nodig=opdracht.nodig,
        bijdrage_publieke_taak=opdracht.bijdrage_publieke_taak,
        bijdrage_opgave=opdracht.bijdrage_opgave,
        alternatief_zelf=opdracht.alternatief_zelf,
    )
    gehaald = rondes.gehaald(stand, WAAROM, _waarom(verbinding.id), ctx.op)
    naam = verbinding.inhoud.naam
    return (beantwoord, *gehaald, _vraag_waarom(stand, verbinding.id, naam, ctx, al_gezegd=True))


def _wijs_aan(stand: Stand, opdracht: WijsAccounthouderAan, ctx: Context) -> tuple[FeitInhoud, ...]:
    """A change without a word from the one who leaves is allowed, and told to GS (S3-27)."""
    verbinding = _verbinding(stand, opdracht.partij, ctx)
    eis(opdracht.naar != verbinding.accounthouder, "S3-27", f"{opdracht.naar} is al accounthouder.")
    aangewezen = AccounthouderAangewezen(
        partij=verbinding.id,
        naar=opdracht.naar,
        van=verbinding.accounthouder,
        overdracht=opdracht.overdracht,
        zonder_overdracht=verbinding.accounthouder is not None and not opdracht.overdracht,
    )
    return (aangewezen, *termijnen.gehaald(stand, _account(verbinding.id), ctx.op))


def _beeindig(stand: Stand, opdracht: BeeindigVerbondenheid, ctx: Context) -> tuple[FeitInhoud, ...]:
    partij = _verbinding(stand, opdracht.partij, ctx).id
    reden = "Dit is geen verbonden partij meer."
    return (
        VerbondenheidBeeindigd(partij=partij, reden=opdracht.reden),
        *rondes.vervallen(stand, WAAROM, _waarom(partij), reden),
        *termijnen.vervallen(stand, _account(partij), reden),
    )


def _waarom(partij: str) -> str:
    return f"{partij}.waarom"


def _account(partij: str) -> str:
    return f"{partij}.account"


def _vraag_waarom(stand: Stand, partij: str, naam: str, ctx: Context, *, al_gezegd: bool = False) -> TermijnGestart:
    """Asked again a year after each answer; the first time it is not asked again."""
    opnieuw = "opnieuw " if al_gezegd else ""
    return rondes.begin(stand, ctx, WAAROM, _waarom(partij), f"Zeg {opnieuw}waarom we samenwerken met {naam}")


def evolve(stand: Stand, feit: VerbondenFeit, ctx: Context) -> Stand:
    match feit:
        case VerbondenPartijVastgelegd():
            was = stand.verbonden.get(feit.partij)
            nieuw = Verbinding(id=feit.partij, inhoud=feit.inhoud, sinds=ctx.op)
            return _zet(stand, was.met(inhoud=feit.inhoud) if was else nieuw)
        case WaaromBeantwoord():
            was = stand.verbonden[feit.partij]
            return _zet(stand, was.met(waarom=feit, waarom_op=ctx.op, antwoorden=was.antwoorden + 1))
        case AccounthouderAangewezen():
            return _zet(stand, stand.verbonden[feit.partij].met(accounthouder=feit.naar))
        case VerbondenheidBeeindigd():
            return _zet(stand, stand.verbonden[feit.partij].met(beeindigd_op=ctx.op))
        case _:
            raise TypeError(feit)


def _zet(stand: Stand, verbinding: Verbinding) -> Stand:
    return stand.met(verbonden={**stand.verbonden, verbinding.id: verbinding})
