"""What reports say of a herijking, of money that went along, and of an opgave that others left."""

from datetime import date, timedelta

import rapportwereld as w
import verhaal as v

from rapporten import agenda_cijfers, agenda_rapport, statuspagina, verantwoording
from starter.agendakalender import punten


def _herijkt() -> v.Verhaal:
    """An agenda of which the first version was not adopted by everyone when the second came."""
    agenda = w.agenda().gegeven(v.manager("VraagVaststelling", overheden=["provincie"], uiterlijk="2025-12-01"))
    stuk = {"titel": "Rapport", "referentie": "DOC-1"}
    opgaven = len(agenda.stand.agenda.punten) if agenda.stand.agenda else 0
    return agenda.gegeven(
        v.manager("BereidHerijkingVoor", stuk=stuk, opgaven=opgaven),
        v.manager("Herijk", conclusie="de koers blijft"),
        v.manager("VerbreekRaakvlak", opgave=w.WATER, andere=w.WARMTE, reden="apart gebied"),
    )


def test_het_halfjaarrapport_zegt_wat_een_herijking_nodig_heeft() -> None:
    """The herijking, the broken raakvlak and by which function; a request for the old version has lapsed."""
    agenda = w.gezeefd(_herijkt())
    cijfers = agenda_cijfers.cijfers(agenda, {}, {}, "2025-2")
    gezegd = {x.wat: x for x in cijfers.wijzigingen}
    assert (gezegd["agenda herijkt"].naar, gezegd["agenda herijkt"].reden) == ("versie 2", "de koers blijft")
    assert (gezegd["raakvlak verbroken"].reden, gezegd["raakvlak verbroken"].door) == ("apart gebied", "opgavemanager")
    assert "herijking voorbereid" in gezegd
    html, _ = w.gelezen(agenda_rapport.document(cijfers, agenda, {}))
    assert "vervallen: versie 2 kwam ervoor in de plaats" in html
    assert "nog niet besloten" not in html
    assert "Door wie" in html


def _gesplitst() -> v.Verhaal:
    """The money of Dronten goes along to a new opgave, of the province half of it."""
    geld = (
        v.manager("BoekGeld", geldsoort="krediet", bedrag=1_000_00, bron="provincie", referentie="K"),
        v.manager("BoekGeld", geldsoort="toegezegd", bedrag=250_00, bron=v.DRONTEN, referentie="T"),
        v.partner(v.DRONTEN)("BrengIn", inbrengsoort="vraag", onderwerp="x", tekst="y"),
    )
    return w.leeg(w.WATER).gegeven(*v.BEGONNEN, *geld)


def test_geld_dat_meeging_staat_niet_meer_als_over() -> None:
    """Booked stays booked; what is left is what did not go along, per kind."""
    stand = _gesplitst().stand
    weg = tuple(p.met(geldsoort="overgeheveld", was=p.geldsoort, bedrag=p.bedrag // 2) for p in stand.geld)
    over = verantwoording.geld_over(stand.met(geld=(*stand.geld, *weg)))
    assert (over["krediet"].provincie, over["krediet"].partners) == (500_00, 0)
    assert (over["toegezegd"].provincie, over["toegezegd"].partners) == (0, 125_00)
    assert "overgeheveld" not in over


def test_de_verantwoording_telt_ook_gesprekken_veranderingen_en_reviews() -> None:
    """How many there were, and not a word of what was said."""
    verhaal = w.water().gegeven(
        v.manager("MeldVerandering", veranderingsoort="wet", omschrijving="geheimzinnig"),
        v.griffier("StartReview", aanleiding="geheimzinnig", vraag="geheimzinnig"),
        v.manager("StartIntake", vraag="mag dit", initiatiefnemer="dorp", overheden=[v.DRONTEN, "provincie"]),
    )
    leven = w.gezeefd(verhaal)
    c = verantwoording.cijfers(leven)
    assert (c.veranderingen, c.reviews, c.reviews_klaar, c.intakes, c.intakes_beantwoord) == (1, 1, 0, 1, 0)
    assert (c.verhalen, c.verbonden, c.gesprekken) == (1, 1, {"partners": 1})
    html, _ = w.gelezen(verantwoording.document(c, leven))
    assert "Het initiatief van dorp ligt tegelijk voor" in html
    assert "de dijkgraaf belde" in html
    assert "geheimzinnig" not in html


def test_een_afgevoerde_opgave_loopt_niet_op_de_openbare_lijst() -> None:
    """On the agenda it runs no more, whatever the opgave itself does."""
    agenda = w.agenda().gegeven(v.manager("VoerAf", opgave=w.WATER, reden="past niet"))
    lijst = statuspagina.site(w.gezeefd(agenda), {w.WATER: w.gezeefd(w.water())})["index.html"].decode()
    assert "niet meer op de agenda" in lijst
    assert "loopt, in de fase" not in lijst


def test_een_partner_die_wegging_was_er_wel() -> None:
    """`Nog geen partners` is not true of an opgave that others left."""
    stand = w.water().stand
    weg = {k: p.met(uitgetreden_op=date(2025, 8, 1)) for k, p in stand.partners.items()}
    leven = w.gezeefd(w.water())
    leeg = type(leven)(stand.met(partners=weg), leven.feiten, leven.op, leven.seq, leven.kop)
    tekst = statuspagina.pagina(leeg).decode()
    assert "Er doen nu geen partners mee." in tekst


def test_een_voorstel_met_een_vergadering_staat_in_de_kalender() -> None:
    """The proposal itself, on the day of its meeting; not once that day has gone."""
    dag = date(2025, 10, 15)
    water = w.water().gegeven(v.manager("OpenBesluit", code="kader", orgaan="PS", onderwerp="de dijk"))
    open_ = [s.id for s in water.stand.stappen.values() if s.status == "open"]
    water = water.gegeven(*(v.manager("LegVoor", stap=s, vergadering_op=dag.isoformat()) for s in open_))
    agenda = w.agenda().stand
    (stap,) = (p for p in punten(agenda, [water.stand], (), dag) if p.soort == "stap")
    assert (stap.van, "de dijk" in stap.titel, stap.voorlopig) == (dag, True, False)
    assert not [p for p in punten(agenda, [water.stand], (), dag + timedelta(days=1)) if p.soort == "stap"]
