"""A changed pilotplan: what was not typed stays as it was, for a command carries the whole plan."""

from collections.abc import Mapping, Sequence
from typing import Any

from starter.cli.geven import bestaand

_MET_PLAN = ("StelPilotplanOp", "WijzigPilotafspraak")
_BLIJFT = ("titel", "traject", "volgt_op")


def aangevuld(opgave: str, inhoud: Mapping[str, Any], tokens: Sequence[str]) -> dict[str, Any]:
    """The content with the present plan under the parts given as `--plan.…`; a plan from a file is whole."""
    kern = inhoud.get("opdracht")
    if isinstance(kern, Mapping):  # a Bevestig, with the command in it
        return {**inhoud, "opdracht": aangevuld(opgave, kern, [t.replace("--opdracht.", "--", 1) for t in tokens])}
    pilot = inhoud.get("pilot")
    if inhoud.get("soort") not in _MET_PLAN or not pilot or not any(t.startswith("--plan.") for t in tokens):
        return dict(inhoud)
    stand = bestaand(opgave)
    huidig = stand.pilots.get(pilot) if stand else None
    if huidig is None:
        return dict(inhoud)
    blijft = {n: getattr(huidig, n) for n in _BLIJFT if inhoud["soort"] == "StelPilotplanOp" and getattr(huidig, n)}
    oud, nieuw = huidig.plan.model_dump(mode="json", exclude_defaults=True), inhoud["plan"]
    plan = {**oud, **nieuw}
    if "indicatoren" in nieuw:
        plan["indicatoren"] = _indicatoren(oud.get("indicatoren", []), nieuw["indicatoren"])
    return {**blijft, **inhoud, "plan": plan}


def _indicatoren(oud: Sequence[Mapping[str, Any]], nieuw: Any) -> Any:
    """By name: a known one is changed where something was given, a new one is added."""
    if not isinstance(nieuw, list) or not all(isinstance(i, Mapping) and isinstance(i.get("naam"), str) for i in nieuw):
        return nieuw  # the strict reader says what is wrong with it
    per = {i["naam"]: dict(i) for i in oud}
    for indicator in nieuw:
        per[indicator["naam"]] = {**per.get(indicator["naam"], {}), **indicator}
    return list(per.values())
