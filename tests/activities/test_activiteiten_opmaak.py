"""What people read in a message: the question once, its number, and a way to answer that they have."""

from proefleven import Proefleven

from activities.opmaak import maak_brief
from domain.gevolg import Adres, Bericht
from domain.gevolgen import adressen, gevolgen


def _brieven(leven: Proefleven, soort: str) -> dict[str, str]:
    feit = next(f for f in reversed(leven.feiten) if f.inhoud.soort == soort)
    bericht = next(g for g in gevolgen(feit) if isinstance(g, Bericht))
    aan: list[Adres] = [a for rol in bericht.aan for a in adressen(leven.stand, rol)]
    return {str(a): maak_brief(leven.stand, feit, bericht, a).tekst for a in aan}


def _gevraagd() -> Proefleven:
    leven = Proefleven().begonnen()
    leven.geef("VraagPartner", aan=["gemeente-dronten"], vraag="Kunt u de cijfers geven?", termijn="20wd")
    return leven


def test_een_partner_leest_de_vraag_een_keer_met_haar_nummer_en_zonder_commando() -> None:
    """A partner answers by telling the opgavemanager."""
    tekst = _brieven(_gevraagd(), "VerzoekGedaan")["partner@gemeente-dronten"]
    assert tekst.count("Kunt u de cijfers geven?") == 1
    assert "\nVerzoek: V" in tekst
    assert "Geef uw antwoord aan de opgavemanager" in tekst
    assert "opgave geef" not in tekst
    assert "opgave kan" not in tekst


def test_een_functie_van_de_provincie_krijgt_een_commando_dat_werkt() -> None:
    """As it stands on its own line, it can be pasted."""
    brieven = _brieven(_gevraagd(), "OpgaveGestart")
    assert "\nopgave kan FL-2024-01 --als griffier\n" in brieven["griffier@provincie"]
    assert "\nopgave kan FL-2024-01\n" in brieven["opgavemanager@provincie"]


def test_een_partner_leest_u_in_plaats_van_de_eigen_naam() -> None:
    """Not 'the request to gemeente-dronten', but 'to you'."""
    leven = _gevraagd()
    leven.geef("TrekVerzoekIn", verzoek="V1", reden="Niet meer nodig.")
    tekst = _brieven(leven, "VerzoekIngetrokken")["partner@gemeente-dronten"]
    assert "Verzoek V1 aan u is ingetrokken" in tekst
    assert "U hoeft niets te doen." in tekst
