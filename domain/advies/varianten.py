"""What would change the advice: advise again with each other answer, one criterion at a time, and compare."""

from collections.abc import Iterator
from typing import NamedTuple

from domain.advies.criteria import VRAGEN, Criteria, Keuze, Vraag
from domain.advies.uitkomst import Open, Variant
from domain.advies.wegen import Weegschaal, codes
from domain.advies.zinnen import variantzin


class _Beeld(NamedTuple):
    """What is compared: the candidates in order, and what must be done first."""

    kandidaten: tuple[str, ...]
    eerst: tuple[str, ...]


class _Verschil(NamedTuple):
    """How one picture differs from another."""

    erbij: tuple[str, ...]
    eraf: tuple[str, ...]
    bovenaan: str | None
    volgorde: bool
    vooraf: tuple[str, ...]
    niet_vooraf: tuple[str, ...]


class Proef:
    """Tries other answers on the same scales."""

    def __init__(self, criteria: Criteria, schaal: Weegschaal) -> None:
        self._criteria = criteria
        self._schaal = schaal
        self._nu = self._beeld(criteria)

    def wat_verandert(self) -> tuple[Variant, ...]:
        """Every other answer to an answered criterion that changes more than the places of some candidates."""
        return tuple(
            variant
            for vraag in VRAGEN
            if self._criteria.antwoord(vraag.veld) is not None
            for variant in self._varianten(vraag)
            if variant.telt
        )

    def onbeantwoord(self) -> tuple[Open, ...]:
        """Every criterion without an answer, with what its answers could change."""
        open_ = (v for v in VRAGEN if self._criteria.antwoord(v.veld) is None)
        return tuple(_open(vraag, tuple(self._varianten(vraag))) for vraag in open_)

    def _beeld(self, criteria: Criteria) -> _Beeld:
        passend, _ = self._schaal.weeg(criteria)
        eerst = tuple(r.tekst for r in self._schaal.geldend(criteria) if r.effect == "eerst")
        return _Beeld(codes(passend), eerst)

    def _varianten(self, vraag: Vraag) -> Iterator[Variant]:
        """The answers that make a difference, those that make the same one together."""
        per_verschil: dict[_Verschil, list[Keuze]] = {}
        for keuze in vraag.keuzes:
            verschil = _verschil(self._nu, self._beeld(self._criteria.met(**{vraag.veld: keuze.waarde})))
            if any(verschil):
                per_verschil.setdefault(verschil, []).append(keuze)
        for verschil, keuzes in per_verschil.items():
            yield self._variant(vraag, keuzes, verschil)

    def _variant(self, vraag: Vraag, keuzes: list[Keuze], verschil: _Verschil) -> Variant:
        variant = Variant(
            criterium=vraag.code,
            veld=vraag.veld,
            naam=vraag.naam,
            nu=vraag.noem(self._criteria.antwoord(vraag.veld)),
            wordt=" of ".join(k.naam for k in keuzes),
            waarden=tuple(k.waarde for k in keuzes),
            zin="",
            **verschil._asdict(),
        )
        return variant.met(zin=variantzin(variant, leeg=len(verschil.eraf) == len(self._nu.kandidaten)))


def _verschil(nu: _Beeld, dan: _Beeld) -> _Verschil:
    return _Verschil(
        erbij=tuple(c for c in dan.kandidaten if c not in nu.kandidaten),
        eraf=tuple(c for c in nu.kandidaten if c not in dan.kandidaten),
        bovenaan=dan.kandidaten[0] if dan.kandidaten and dan.kandidaten[:1] != nu.kandidaten[:1] else None,
        volgorde=nu.kandidaten != dan.kandidaten and sorted(nu.kandidaten) == sorted(dan.kandidaten),
        vooraf=tuple(e for e in dan.eerst if e not in nu.eerst),
        niet_vooraf=tuple(e for e in nu.eerst if e not in dan.eerst),
    )


def _open(vraag: Vraag, kan: tuple[Variant, ...]) -> Open:
    return Open(
        criterium=vraag.code,
        veld=vraag.veld,
        naam=vraag.naam,
        vraag=vraag.vraag,
        antwoorden=tuple(k.naam for k in vraag.keuzes),
        kan=kan,
        zin=_kan(kan),
    )


def _kan(kan: tuple[Variant, ...]) -> str:
    """What an answer could do at most, in words."""
    eraf = max((len(v.eraf) for v in kan), default=0)
    delen = []
    if eraf:
        delen.append(f"tot {eraf} {'kandidaat' if eraf == 1 else 'kandidaten'} laten afvallen")
    if any(v.vooraf for v in kan):
        delen.append("een stap vooraf toevoegen")
    if not eraf and any(v.bovenaan for v in kan):
        delen.append("veranderen wie er bovenaan staat")
    elif not eraf and any(v.volgorde for v in kan):
        delen.append("de volgorde veranderen")
    if not delen:
        return "verandert nu de kandidaten niet; het kan wel tellen als een ander antwoord verandert"
    return f"kan {' en '.join(delen)}"
