"""Subamendementen, amendementen and moties at a treatment: voted in their order, their outcome computed."""

from collections.abc import Iterable

from domain.basis import Weigering
from domain.regels.besluitvorming.behandeld import van_dit_voorstel
from domain.regels.hulp import Context, eis
from domain.reglement.model import Zetelverdeling
from domain.stemmen import volgorde, zaken
from domain.stemmen.gegevens import Stemming
from domain.taal.behandeling import Amendement
from domain.taal.besluiten import Besluitstap

ZONDER_STEM = ("ingetrokken", "aangehouden", "overgenomen", "overgenomen_door_GS")
"""What can come of an amendement or motie without a vote."""


def behandel(
    stap: Besluitstap, amendementen: tuple[Amendement, ...], zetels: Zetelverdeling, ctx: Context
) -> tuple[Amendement, ...]:
    """All of them in the order of voting, each with its computed outcome (domain.md 3.3, 3.4).

    Raises Weigering when this step can't be amended, when one changes nothing known, or when votes don't fit.
    """
    _mag_wijzigen(stap, amendementen, ctx)
    _uniek(amendementen)
    per_nr = {a.nr: a for a in amendementen}
    op_volgorde = [per_nr[nr] for nr in volgorde.stemvolgorde(_stukken(stap, amendementen)) if nr in per_nr]
    beslist = tuple(_beslis(stap, stuk, zetels) for stuk in op_volgorde)
    _wacht_op_sub(beslist)
    return beslist


def _mag_wijzigen(stap: Besluitstap, amendementen: tuple[Amendement, ...], ctx: Context) -> None:
    besluitvorming = ctx.reglement.besluitvorming
    wijzigt = [a.nr for a in amendementen if a.soort != "motie"]
    vast = besluitvorming is not None and stap.code in besluitvorming.geen_amendement
    if wijzigt and vast:
        reden = f"Over {stap.id} zeggen PS alleen ja of nee; een amendement of voorwaarde kan niet."
        raise Weigering("Awb 10:29 lid 2", reden, tuple(wijzigt))


def _uniek(amendementen: tuple[Amendement, ...]) -> None:
    nrs = [a.nr for a in amendementen]
    dubbel = tuple(dict.fromkeys(nr for nr in nrs if nrs.count(nr) > 1))
    eis(not dubbel, "amendementen", "Een nummer staat er twee keer in.", *dubbel)


def _stukken(stap: Besluitstap, amendementen: tuple[Amendement, ...]) -> Iterable[volgorde.Stemstuk]:
    """Everything on the table: the proposal itself goes by the id of its step."""
    yield volgorde.Stemstuk(stap.id, "voorstel")
    for a in amendementen:
        bij = a.op or (None if a.motiesoort == "vreemd" else stap.id)
        yield volgorde.Stemstuk(a.nr, a.soort, a.op if a.soort == "subamendement" else bij, a.rang)


def _wacht_op_sub(beslist: tuple[Amendement, ...]) -> None:
    """An amendement is not voted on before its subamendementen are settled."""
    open_ = {a.op: a.nr for a in beslist if a.soort == "subamendement" and volgorde.houdt_op((a.uitkomst,))}
    for a in beslist:
        sub = open_.get(a.nr)
        reden = f"Over {a.nr} kan nog niet worden gestemd: {sub} is niet beslist."
        eis(sub is None or a.stemming is None, f"amendementen.{a.nr}", reden)


def _beslis(stap: Besluitstap, stuk: Amendement, zetels: Zetelverdeling) -> Amendement:
    if stuk.stemming is None:
        waarom = f"Bij {stuk.nr} horen de stemmen, of {', '.join(ZONDER_STEM)}."
        eis(stuk.uitkomst in ZONDER_STEM, f"amendementen.{stuk.nr}", waarom)
        return stuk.met(uitslag=None)
    stemming = _volledig(stap, stuk, stuk.stemming)
    uitslag = _tel(stuk.nr, stemming, zetels)
    gelijk = stuk.uitkomst in ("", uitslag.uitkomst)
    eis(gelijk, f"amendementen.{stuk.nr}", f"De stemmen over {stuk.nr} geven {uitslag.uitkomst}.")
    return stuk.met(uitkomst=uitslag.uitkomst, stemming=stemming, uitslag=uitslag)


def _tel(nr: str, stemming: Stemming, zetels: Zetelverdeling) -> zaken.Stemuitslag:
    """The vote; a refusal names the amendement as well as the field."""
    try:
        return zaken.bereken(stemming, zetels)
    except Weigering as nee:
        raise Weigering(f"amendementen.{nr}.{nee.regel}", f"{nr}: {nee.reden}", nee.ontbreekt) from None


def _volledig(stap: Besluitstap, stuk: Amendement, stemming: Stemming) -> Stemming:
    """The vote, completed with what earlier treatments of the same proposal make of it (PW 20, 29, 32)."""
    geweest = [a.uitkomst for a in eerder(stap) if a.nr == stuk.nr]
    laatste = van_dit_voorstel(stap)[-1:]
    return stemming.met(
        orgaan="PS",
        eerdere_staking="uitgesteld_staking" in geweest,
        opnieuw_na_ongeldig=geweest[-1:] == ["stemming_ongeldig"],
        na_geen_quorum=any(b.uitkomst == "geen_quorum" for b in laatste) or geweest[-1:] == ["geen_quorum"],
    )


def eerder(stap: Besluitstap) -> tuple[Amendement, ...]:
    """What was tabled at earlier treatments of the proposal that lies there now, as often as it was, in order."""
    return tuple(a for b in van_dit_voorstel(stap) for a in b.amendementen)


def toets_af(stap: Besluitstap, amendementen: tuple[Amendement, ...]) -> None:
    """Raise Weigering when the proposal is voted on while a (sub)amendement of an earlier meeting is still open."""
    mist = houdt_op((*eerder(stap), *amendementen))
    reden = "Over het voorstel kan nog niet worden gestemd. Dit is uit een eerdere vergadering nog niet beslist:"
    eis(not mist, "PW 32 lid 4", reden, *mist)


def aangenomen(amendementen: Iterable[Amendement]) -> int:
    """How many amendementen were adopted; those change the proposal."""
    return sum(a.soort == "amendement" and a.uitkomst == "aangenomen" for a in amendementen)


def houdt_op(amendementen: Iterable[Amendement]) -> tuple[str, ...]:
    """The (sub)amendementen that are held over, tied or not validly voted: they hold the proposal too.

    Of one that comes twice the last counts; what would change a withdrawn amendement holds nothing.
    """
    stukken = {a.nr: a for a in amendementen if a.soort != "motie"}
    weg = {nr for nr, a in stukken.items() if a.uitkomst == "ingetrokken"}
    return tuple(nr for nr, a in stukken.items() if a.op not in weg and volgorde.houdt_op((a.uitkomst,)))
