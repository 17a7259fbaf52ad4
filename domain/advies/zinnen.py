"""The sentences of the adviser: what another answer would do, and what would have to change. Words only."""

from collections.abc import Sequence

from domain.advies.uitkomst import Nodig, Variant

MEESTE_GENOEMD = 6


def som(delen: Sequence[str]) -> str:
    """Items in a sentence: "a, b en c"."""
    return " en ".join(deel for deel in (", ".join(delen[:-1]), delen[-1]) if deel)


def vormen(codes: tuple[str, ...]) -> str:
    """Forms in a sentence; when there are many the first are named and the rest counted."""
    if len(codes) <= MEESTE_GENOEMD:
        return som(codes)
    return f"{', '.join(codes[: MEESTE_GENOEMD - 1])} en nog {len(codes) - MEESTE_GENOEMD + 1} andere"


def variantzin(variant: Variant, *, leeg: bool) -> str:
    """One sentence about another answer. `leeg`: none of the present candidates would be left."""
    erbij, eraf = variant.erbij, variant.eraf
    delen = []
    if erbij:
        delen.append(f"{'komt' if len(erbij) == 1 else 'komen'} {vormen(erbij)} erbij")
    if eraf and leeg and not erbij:
        delen.append("blijft er geen kandidaat over")
    elif eraf:
        delen.append(f"{'valt' if len(eraf) == 1 else 'vallen'} {vormen(eraf)} af")
    if variant.bovenaan:
        delen.append(f"staat {variant.bovenaan} bovenaan")
    if variant.vooraf:
        delen.append("moet er eerst nog iets gebeuren")
    if variant.niet_vooraf:
        delen.append("vervalt er een stap vooraf")
    if not delen:
        delen.append("verandert de volgorde")
    return f"Als {variant.criterium} ({variant.naam}) '{variant.wordt}' wordt, {som(delen)}."


def naastezin(code: str, naam: str, nodig: tuple[Nodig, ...]) -> str:
    """One sentence about a form that fell off: which answers would have to be another."""
    eisen = som([f"{n.regel} ({n.naam}) {_antwoord(n)}" for n in nodig])
    return f"{code} ({naam}) past pas als {eisen}."


def _antwoord(nodig: Nodig) -> str:
    return f"'{' of '.join(nodig.kan)}' is in plaats van '{nodig.nu}'" if nodig.kan else f"niet '{nodig.nu}' is"
