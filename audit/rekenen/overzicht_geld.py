"""Money in numbers, and what an effect cost where that can be said at all.

Cost per effect of an indicator = what was booked as spent on its pilot, divided by how far the last measurement moved
from the baseline towards the target. It is left empty, with the reason, when nothing was spent, when one of the three
numbers is missing, or when nothing improved. Money is booked on a pilot and not on an indicator: with more indicators
each line bears the whole sum, and says so. Money that was spent on no pilot counts for no effect.
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from audit.rekenen.overzichtdeel import Deel, Detail, Feiten, Kolommen
from domain.taal.geld import GeldGeboekt
from domain.taal.pilots import IndicatorGemeten, PilotafspraakGewijzigd, Pilotplan, PilotplanOpgesteld

CENT = Decimal("0.01")


def geld(feiten: Feiten) -> Deel:
    """The columns and details about money."""
    posten = [f.inhoud for f in feiten if isinstance(f.inhoud, GeldGeboekt)]
    kolommen: Kolommen = {
        f"{soort}_euro": _euro(sum(p.bedrag for p in posten if p.geldsoort == soort))
        for soort in ("krediet", "toegezegd", "besteed")
    }
    effecten = tuple(_effecten(feiten, posten))
    gezegd = (f"{d.wat}: {str(d.waarde).replace('.', ',')} {d.eenheid}" for d in effecten if d.waarde is not None)
    kolommen["kosten_per_effect"] = "; ".join(gezegd)
    kolommen["effecten_zonder_kosten"] = sum(d.waarde is None for d in effecten)
    return kolommen, effecten


def _effecten(feiten: Feiten, posten: list[GeldGeboekt]) -> Iterator[Detail]:
    plannen, laatste = dict[str, Pilotplan](), dict[tuple[str, str], tuple[int, Decimal]]()
    for feit in feiten:
        match feit.inhoud:
            case PilotplanOpgesteld(pilot=pilot, plan=plan) | PilotafspraakGewijzigd(pilot=pilot, plan=plan):
                plannen[pilot] = plan
            case IndicatorGemeten(pilot=pilot, indicator=naam, waarde=gemeten):
                laatste[pilot, naam] = (feit.seq, gemeten)
            case _:
                pass
    for pilot, plan in plannen.items():
        besteed = sum(p.bedrag for p in posten if p.geldsoort == "besteed" and p.pilot == pilot)
        for indicator in plan.indicatoren:
            seq, waarde = laatste.get((pilot, indicator.naam), (None, None))
            kosten, zin = _kosten(besteed, indicator.nulmeting, indicator.streefwaarde, waarde)
            if kosten is not None and len(plan.indicatoren) > 1:
                zin += "; het geld is niet over de indicatoren verdeeld: elke regel draagt het hele bedrag"
            yield Detail(
                opgave=feiten[0].opgave,
                onderwerp="kosten per effect",
                feit=seq,
                wie=pilot,
                wat=f"{pilot}: {indicator.naam}",
                waarde=kosten,
                eenheid=f"euro per {indicator.eenheid}",
                toelichting=zin,
            )


def _kosten(
    besteed: int, nul: Decimal | None, streef: Decimal | None, gemeten: Decimal | None
) -> tuple[Decimal | None, str]:
    """The cost of one unit of improvement in euros with the sum in words, or None with the reason."""
    if nul is None or streef is None or gemeten is None:
        paren = (("nulmeting", nul), ("streefwaarde", streef), ("meting", gemeten))
        return None, f"niet te zeggen: er is geen {', geen '.join(naam for naam, waarde in paren if waarde is None)}"
    beter = gemeten - nul if streef >= nul else nul - gemeten
    invoer = f"besteed {_euro(besteed)} euro; nulmeting {nul}, streefwaarde {streef}, laatste meting {gemeten}"
    if not besteed:
        return None, f"niet te zeggen: op deze pilot is niets besteed ({invoer})"
    if beter <= 0:
        return None, f"niet te zeggen: er is geen verbetering ({invoer})"
    kosten = (_euro(besteed) / beter).quantize(CENT, ROUND_HALF_UP)
    return kosten, f"{invoer}; {_euro(besteed)} gedeeld door {beter}"


def _euro(centen: int) -> Decimal:
    return Decimal(centen).scaleb(-2)
