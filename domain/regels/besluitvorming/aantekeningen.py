"""What is noted at a decision afterwards and changes nothing in it: a member erred, or should have stood aside."""

from domain.regels import geheim
from domain.regels.besluitvorming import uitkomsten
from domain.regels.hulp import Context, eis, zoek
from domain.stand import Stand
from domain.stemmen import zaken
from domain.stemmen.gegevens import Stemming
from domain.stemmen.kantelen import had_kunnen_kantelen
from domain.taal.behandeling import Behandeling
from domain.taal.besluiten import Besluitstap
from domain.taal.herstel import Aantekening, BetrokkenheidGemeld, MeldBetrokkenheid, MeldVergissing, VergissingGemeld


def vergissing(stand: Stand, opdracht: MeldVergissing) -> VergissingGemeld:
    """A member erred and said so after the result: it is noted, the outcome stays."""
    stap, laatste = _behandeld(stand, opdracht.stap)
    geheim.toets(stand, stap, opdracht.melding)
    _toets_fractie(laatste.stemming, opdracht.fractie)
    return VergissingGemeld(stap=stap.id, fractie=opdracht.fractie, melding=opdracht.melding)


def betrokkenheid(stand: Stand, opdracht: MeldBetrokkenheid, ctx: Context) -> BetrokkenheidGemeld:
    """Involvement found after the vote (PW 28): noted, with whether the vote could have turned; never counted anew."""
    stap, laatste = _behandeld(stand, opdracht.stap)
    geheim.toets(stand, stap, opdracht.reden)
    _toets_fractie(laatste.stemming, opdracht.fractie)
    mee = opdracht.beraadslaging or opdracht.stemming
    eis(mee, "PW 28", "Wie aan debat en stemming niet meedeed, heeft zich onthouden.", "veld beraadslaging of stemming")
    return BetrokkenheidGemeld(
        stap=stap.id,
        fractie=opdracht.fractie,
        aantal=opdracht.aantal,
        reden=opdracht.reden,
        beraadslaging=opdracht.beraadslaging,
        stemming=opdracht.stemming,
        had_kunnen_kantelen=_kantelt(laatste, opdracht, ctx),
    )


def _behandeld(stand: Stand, id_: str) -> tuple[Besluitstap, Behandeling]:
    stap = zoek("stap", stand.stappen, id_)
    eis(bool(stap.behandelingen), "stap", f"Over {stap.id} is nog niets besloten; er valt niets aan te tekenen.")
    return stap, stap.behandelingen[-1]


def _toets_fractie(stemming: Stemming | None, fractie: str) -> None:
    namen = tuple(rij.fractie for rij in stemming.per_fractie) if stemming else ()
    eis(not namen or fractie in namen, "fractie", f"{fractie} staat niet bij de stemmen.", *namen)


def _kantelt(behandeling: Behandeling, opdracht: MeldBetrokkenheid, ctx: Context) -> bool | None:
    stemming = behandeling.stemming
    gestemd = behandeling.uitslag is not None and behandeling.uitslag.voor is not None
    if stemming is None or not gestemd:
        mist = stemming is not None and opdracht.stemming
        eis(not mist, "stemming", "Hier is niet gestemd. Vul bij stemming in: nee.")
        return None
    ps = stemming.orgaan == "PS"
    zetels = uitkomsten.zetels_op(behandeling.bezetting, behandeling.op, ctx) if ps else None
    if opdracht.stemming:
        return had_kunnen_kantelen(stemming, zetels, opdracht.aantal)
    anders = zaken.bereken(_onthouden(stemming, opdracht), zetels).uitkomst
    return anders != zaken.bereken(stemming, zetels).uitkomst


def _onthouden(stemming: Stemming, opdracht: MeldBetrokkenheid) -> Stemming:
    """The vote with members who did not vote counted among those who must abstain: fewer make it valid then."""
    if not stemming.per_fractie:
        return stemming.met(art28=stemming.art28 + opdracht.aantal)
    eigen = next(rij for rij in stemming.per_fractie if rij.fractie == opdracht.fractie)
    reden = f"Van {eigen.fractie} waren {eigen.afwezig} leden afwezig bij de stemming."
    eis(opdracht.aantal <= eigen.afwezig, "aantal", reden)
    nieuw = eigen.met(afwezig=eigen.afwezig - opdracht.aantal, art28=eigen.art28 + opdracht.aantal)
    return stemming.met(per_fractie=tuple(nieuw if rij is eigen else rij for rij in stemming.per_fractie))


def zet(stand: Stand, feit: VergissingGemeld | BetrokkenheidGemeld, ctx: Context) -> Stand:
    """The state with the note in it."""
    if isinstance(feit, VergissingGemeld):
        nieuw = Aantekening(stap=feit.stap, soort="vergissing", fractie=feit.fractie, tekst=feit.melding, op=ctx.op)
    else:
        nieuw = Aantekening(
            stap=feit.stap,
            soort="betrokkenheid",
            fractie=feit.fractie,
            tekst=feit.reden,
            op=ctx.op,
            had_kunnen_kantelen=feit.had_kunnen_kantelen,
        )
    return stand.met(aantekeningen=(*stand.aantekeningen, nieuw))
