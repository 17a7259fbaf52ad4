"""Reporting a decision by link: recorded, never final before a second person has confirmed it."""

from portaalwereld import DRONTEN, NETBEHEER, Portaalwereld

from activities.brief.inhoud import Briefinhoud
from register import lezen
from starter.portaal.partner.besluit import inhoud

PUNTEN = {"op": "2025-03-03", "motivering": "", "titel": "", "referentie": "", "sha256": ""}


def test_besluit_wacht_op_een_tweede(portaal: Portaalwereld) -> None:
    """The outcome is recorded in the name of the partner, with document and day; it waits to be confirmed."""
    stap = portaal.stap()
    bezoeker = portaal.binnen(portaal.link(stap, doel="besluit"))
    stuk = {"titel": "Raadsbesluit", "referentie": "R-12", "sha256": "AB" * 32}
    controle = bezoeker.vul_in("besluit", **{**PUNTEN, **stuk, "uitkomst": "geen_zienswijze"})
    assert controle.kop == "Controleer uw besluit"
    assert "maandag 3 maart 2025" in controle.tekst
    assert "tweede persoon" in controle.tekst
    bewijs = bezoeker.bevestig("besluit", controle)
    assert bewijs.status == 200, bewijs.tekst
    vastlegging = portaal.stand.vastleggingen[stap]
    assert (vastlegging.besluit.uitkomst, vastlegging.besluit.bron.sha256) == ("geen_zienswijze", "ab" * 32)
    assert portaal.stand.stappen[stap].status == "voorgelegd"
    assert bezoeker.get("/partner/besluit").kop == "Uw besluit is vastgelegd"


def test_de_mail_over_een_besluit_noemt_de_laatste_dag_en_de_link_werkt_tot_dan(portaal: Portaalwereld) -> None:
    """It is asked of the partner itself, and the day is that of the term that begins with it."""
    stap = portaal.stap()
    (termijn,) = (t for t in portaal.stand.termijnen.values() if t.betreft == stap)
    rijen = [r for r in lezen.post(portaal.register, portaal.id) if r.betreft == stap and r.organisatie == DRONTEN]
    brief = Briefinhoud.model_validate_json(rijen[0].inhoud)
    assert brief.vraag == "Neem hierover uw besluit en laat ons weten wat u besloot."
    assert brief.alineas[0].startswith("Voorgelegd aan u:")
    assert (brief.uiterlijk, brief.wettelijk) == (termijn.einde, termijn.soort == "wettelijk")
    assert brief.link is not None
    assert (brief.link.doel, brief.link.tot) == ("besluit", termijn.einde)
    assert brief.agenda is not None
    assert brief.agenda.dag == termijn.einde


def test_niemand_kiest_zelf_dat_hij_niet_reageert(portaal: Portaalwereld) -> None:
    """That time went by is for the province to record."""
    stap = portaal.stap(code="A16", vorm="CONVENANT")
    pagina = portaal.binnen(portaal.link(stap, doel="besluit")).get("/partner/besluit")
    assert 'value="akkoord"' in pagina.tekst
    assert "geen_reactie" not in pagina.tekst
    assert "termijn_verstreken" not in pagina.tekst


def test_besluit_van_een_ander(portaal: Portaalwereld) -> None:
    """A link of another partner for this step shows nothing of it."""
    stap = portaal.stap()
    vreemd = portaal.binnen(portaal.link(stap, aan=NETBEHEER, doel="besluit"))
    assert vreemd.get("/partner/besluit").status == 404


def test_verzoeklink_opent_geen_besluit(portaal: Portaalwereld) -> None:
    """A link does what it was given for, and nothing else."""
    stap = portaal.stap()
    assert portaal.binnen(portaal.link(stap, doel="verzoek")).get("/partner/besluit").status == 404
    assert portaal.binnen(portaal.link(stap, doel="dossier")).get("/partner/besluit").status == 404


def test_dag_in_de_toekomst_wordt_geweigerd(portaal: Portaalwereld) -> None:
    """A decision of a day to come is refused by the core, and what was typed stays."""
    bezoeker = portaal.binnen(portaal.link(portaal.stap(), doel="besluit"))
    velden = {**PUNTEN, "uitkomst": "geen_zienswijze", "op": "2030-01-01", "motivering": "Zie de bijlage."}
    nee = bezoeker.bevestig("besluit", bezoeker.vul_in("besluit", **velden))
    assert nee.status == 409
    assert "Zie de bijlage." in nee.tekst


def test_stuk_met_fout_controlegetal(portaal: Portaalwereld) -> None:
    """A checksum that is none is told before anything is sent."""
    bezoeker = portaal.binnen(portaal.link(portaal.stap(), doel="besluit"))
    velden = {**PUNTEN, "uitkomst": "geen_zienswijze", "titel": "T", "referentie": "R", "sha256": "kort"}
    fout = bezoeker.vul_in("besluit", **velden)
    assert fout.status == 422
    assert "64 tekens" in fout.tekst


def test_toestemming_onthouden_noemt_de_grond() -> None:
    """A consent that is withheld becomes an instrument with its ground and the consultation (Awb 10:29, 10:30)."""
    gegeven = inhoud(
        "B2",
        {
            **PUNTEN,
            **{"uitkomst": "onthouden", "strijd_met": "recht", "deel": ""},
            **{"overleg_op": "2025-03-01", "overleg_partij": "GS"},
        },
    )
    assert gegeven["instrument"] == {
        "instrument": "toestemming",
        "besluit": "onthouden",
        "strijd_met": "recht",
        "deel": "",
        "overleg": {"op": "2025-03-01", "partij": "GS"},
    }
    assert "bron" not in gegeven


def test_teruggehaalde_stap(portaal: Portaalwereld) -> None:
    """A step that does not lie before the partner any more has a page that says so."""
    stap = portaal.stap()
    token = portaal.link(stap, doel="besluit")
    verhaal = portaal.stand
    stappen = {**verhaal.stappen, stap: verhaal.stappen[stap].met(status="vervallen")}
    portaal.wereld.standen[portaal.id] = verhaal.met(stappen=stappen)
    assert portaal.binnen(token).get("/partner/besluit").kop == "Dit besluit is niet meer nodig"
    assert DRONTEN in verhaal.partners
