"""The route of a form says the same as its path in the reglement, in words a griffier reads."""

import pytest

from domain.beeld.vormroute import Vormroute, vormroute
from domain.reglement.model import Organiseervorm
from domain.reglement.r2026_2 import REGLEMENT
from domain.reglement.r2026_2.adviesregels import ADVIESBOEK

VORMEN = pytest.mark.parametrize("vorm", REGLEMENT.organiseervormen, ids=lambda v: v.code)


def _route(code: str) -> Vormroute:
    return vormroute(REGLEMENT, REGLEMENT.vorm(code), ADVIESBOEK.doorlooptijd(code))


@VORMEN
def test_de_route_heeft_elke_stap_van_het_pad_op_zijn_plaats(vorm: Organiseervorm) -> None:
    """Same steps, same order, same conditions as the path; every step has a body, a ground and outcomes."""
    stappen = _route(vorm.code).stappen
    assert [(s.code, s.voorwaardelijk, s.parallel) for s in stappen] == [
        (p.code, p.voorwaardelijk, p.parallel) for p in vorm.pad
    ]
    assert [s.nr for s in stappen] == list(range(1, len(vorm.pad) + 1))
    assert all(s.wie and s.kort and s.grond and s.uitkomsten for s in stappen)


@VORMEN
def test_een_voorwaardelijke_stap_zegt_zelf_wanneer_zij_geldt(vorm: Organiseervorm) -> None:
    """Each conditional step of the catalogue has a condition of its own; the others have none."""
    for stap in _route(vorm.code).stappen:
        assert stap.wanneer.startswith("alleen als" if stap.code != "A4" else "alleen bij") is stap.voorwaardelijk
        assert "omstandigheden" not in stap.wanneer


@VORMEN
def test_de_route_spreekt_geen_padtaal(vorm: Organiseervorm) -> None:
    """The notation of a path does not reach people."""
    tekst = _route(vorm.code).model_dump_json()
    assert "//" not in tekst
    assert "_of_" not in " ".join(s.wie for s in _route(vorm.code).stappen)


@VORMEN
def test_elke_vorm_heeft_een_geschatte_doorlooptijd(vorm: Organiseervorm) -> None:
    tijd = _route(vorm.code).doorlooptijd
    assert tijd is not None
    assert tijd.soort == "schatting"
    assert 1 <= tijd.weken_min <= tijd.weken_max
    assert "(schatting)" in tijd.voluit
    assert "gemeten doorlooptijden" in tijd.grond


@pytest.mark.parametrize("code", [v.code for v in REGLEMENT.organiseervormen if v.wgr])
def test_zienswijze_en_toestemming_lopen_tegelijk_met_hun_wettelijke_termijn(code: str) -> None:
    """A5 has the 8 weeks of T01, A6 the 13 weeks of T02 that can be extended once; each body at the same time."""
    per_code = {s.code: s for s in _route(code).stappen}
    for stap, termijn, lengte in (("A5", "T01", "8w"), ("A6", "T02", "13w")):
        assert per_code[stap].parallel
        assert "elke gemeenteraad" in per_code[stap].wie
        gevonden = per_code[stap].termijn
        assert gevonden is not None
        assert (gevonden.code, gevonden.lengte, gevonden.wettelijk) == (termijn, lengte, True)
    assert "eenmaal te verlengen met 13 weken" in per_code["A6"].termijn.voluit  # type: ignore[union-attr]


def test_een_afgesproken_termijn_heet_niet_wettelijk() -> None:
    """A16 rests on an agreement, A8 on a waiting time in the law."""
    per_code = {s.code: s for s in _route("CONVENANT").stappen}
    reactie, kennisgeving = per_code["A16"].termijn, per_code["A8"].termijn
    assert reactie is not None
    assert kennisgeving is not None
    assert (reactie.wettelijk, reactie.voluit) == (False, "20 werkdagen, af te spreken")
    assert (kennisgeving.wettelijk, kennisgeving.voluit) == (True, "minstens 2 weken wachten, wettelijk")


def test_a1_is_van_gs_en_bij_een_regeling_ook_van_de_andere_besturen() -> None:
    convenant, bvo = (next(s for s in _route(code).stappen if s.code == "A1") for code in ("CONVENANT", "BVO"))
    assert (convenant.wie, convenant.parallel) == ("Gedeputeerde Staten", False)
    assert "het bestuur van elke overheid die meedoet" in bvo.wie
    assert "partners" in bvo.kort


def test_vooraf_staat_wat_voor_de_keuze_bekend_moet_zijn() -> None:
    """The Wgr question for a convenant, the motivation for a private legal person, nothing for a light network."""
    assert "gemeenschappelijke regeling" in _route("CONVENANT").vooraf[0]
    assert "PW 158 lid 2" in _route("STICHTING").vooraf[0]
    assert _route("LICHT_NETWERK").vooraf == ()


def test_de_samenvatting_staat_op_een_regel() -> None:
    assert _route("OVERDRACHT").samenvatting == "A0 GS > A15 PS, raden, AB > A1 GS > A7 provincie > A2 GS"
    assert _route("GESPREKSTAFEL").samenvatting == "A2 GS (soms)"


def test_een_vorm_zonder_schatting_krijgt_er_geen() -> None:
    """No lead time is made up."""
    assert vormroute(REGLEMENT, REGLEMENT.vorm("CONVENANT"), None).doorlooptijd is None


@pytest.mark.parametrize(
    ("code", "weken"),
    [
        ("GESPREKSTAFEL", (2, 6)),
        ("LICHT_NETWERK", (2, 6)),
        ("INTENTIE", (2, 6)),
        ("CONVENANT", (8, 16)),
        ("BESTUURSOVEREENKOMST", (8, 16)),
        ("STICHTING", (17, 26)),
        ("COOPERATIE", (17, 26)),
        ("OPENBAAR_LICHAAM", (35, 52)),
        ("LICHTE_REGELING", (35, 52)),
        ("BV_NV", (39, 78)),
        ("PPS", (39, 78)),
    ],
)
def test_de_schatting_is_die_van_de_tabel(code: str, weken: tuple[int, int]) -> None:
    """domain.md 2.5, months as weeks."""
    tijd = _route(code).doorlooptijd
    assert tijd is not None
    assert (tijd.weken_min, tijd.weken_max) == weken
