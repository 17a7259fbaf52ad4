"""A refusal as people read it: the words in the chain stay, how they are shown is plain Dutch."""

import verhaal as v

from domain.leesbaar import leesbaar


def test_een_datum_in_een_weigering_leest_als_een_datum() -> None:
    """Days as people write them; an id, a path and what is no date stay as they are."""
    assert leesbaar("Al beantwoord op 2026-11-02.") == "Al beantwoord op 2-11-2026."
    for tekst in ("FL-2026-11-02", "2026-13-01", "DOC-2026-11-02-a", "2026-11-02T10:00"):
        assert leesbaar(tekst) == tekst


def test_een_partner_heet_bij_zijn_naam() -> None:
    """Where the state is known; without it the id stays."""
    stand = v.in_f2().stand
    zin = "gemeente-dronten vult het blad van gemeente-zeewolde niet in"
    assert leesbaar(zin, stand) == "gemeente Dronten vult het blad van gemeente Zeewolde niet in"
    assert leesbaar(zin) == zin


def test_het_lidwoord_klopt() -> None:
    """A refusal says `Deze` before everything; people read `Dit bronverhaal`."""
    assert leesbaar("Deze bronverhaal is niet bekend: BV9.") == "Dit bronverhaal is niet bekend: BV9."
    assert leesbaar("Deze soort besluit is niet bekend: x.") == "Deze soort besluit is niet bekend: x."
    assert leesbaar("Deze les is niet bekend: L9.") == "Deze les is niet bekend: L9."
