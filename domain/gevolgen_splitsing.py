"""Effects of facts about splitting and merging: what goes along is carried, and brought back that it arrived."""

from collections.abc import Callable
from typing import Any

from domain.afstamming import ERFGENAAM
from domain.berichten import maak_bericht
from domain.feit import Feit
from domain.gevolg import Gevolg, Overbrengen
from domain.zinnen import vertel


def _aan_erfgenaam(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """The outcome of what stayed by law goes to the opgave that this one went into; for any other life to nobody."""
    op = feit.gebeurd_op.isoformat()
    inhoud = {"soort": "MeldBuurwijziging", "buur": feit.opgave, "bron": feit.seq, "wat": vertel(feit), "op": op}
    return (Overbrengen(naar=ERFGENAAM, inhoud=inhoud),)


def _geef_mee(feit: Feit, f: Any, naar: str, hoe: str) -> Overbrengen:
    inhoud = {
        "soort": "OntvangDelen",
        "van": feit.opgave,
        "bron": feit.seq,
        "hoe": hoe,
        "delen": f.delen.model_dump(mode="json"),
        "reden": f.reden,
    }
    return Overbrengen(naar=naar, inhoud=inhoud)


def _gesplitst(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    velden = ("titel", "thema", "gebied", "betekenis_voor_flevolander", "portefeuille", "majeur_thema", "gelijkwaardig")
    begin = {
        "soort": "StartOpgave",
        **{veld: getattr(f, veld) for veld in velden},
        "initiatief": {"door": f"opgave {feit.opgave}", "omschrijving": f.reden},
        "herkomst": [{"opgave": feit.opgave, "soort": "splitsing"}],
    }
    return (
        Overbrengen(naar=f.nieuw, inhoud=begin, reglement=f.reglement, verschuiving_s=f.verschuiving_s),
        _geef_mee(feit, f, f.nieuw, "splitsing"),
        maak_bericht(feit, f"Afgesplitst: {f.titel}"[:120], "opgavemanager", "portefeuillehouder", "partners"),
    )


def _samengevoegd(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    return (
        _geef_mee(feit, f, f.gaat_op_in, "samenvoeging"),
        maak_bericht(feit, f"Opgegaan in {f.gaat_op_in}", "betrokkenen"),
    )


def _ontvangen(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    aangekomen = {"soort": "BevestigAankomst", "in_opgave": feit.opgave, "bron": f.bron, "feit": feit.seq}
    vraag = "Kijk of alles op zijn plek is. Een besluit waar alleen naar wordt verwezen, telt hier niet."
    return (
        Overbrengen(naar=f.van, inhoud=aangekomen),
        maak_bericht(feit, f"Meegekomen uit {f.van}", "opgavemanager", vraag=vraag),
    )


REGELS: dict[str, Callable[[Feit, Any], tuple[Gevolg, ...]]] = {
    "OpgaveGesplitst": _gesplitst,
    "OpgaveSamengevoegd": _samengevoegd,
    "DelenOntvangen": _ontvangen,
    **dict.fromkeys(("VerzoekBeantwoord", "AntwoordVerbeterd", "BesluitGenomen"), _aan_erfgenaam),
}
"""By kind of fact."""
