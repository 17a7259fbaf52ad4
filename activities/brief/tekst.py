"""The letter as plain text, wrapped for a mail reader."""

import textwrap
from collections.abc import Iterator, Sequence
from functools import lru_cache

from activities.brief.opbouw import Deel, Onderdeel, opening
from domain.controlepunt import UITLEG

BREEDTE = 78
_VOUW = textwrap.TextWrapper(BREEDTE, break_long_words=False, break_on_hyphens=False)
"""Never in the middle of a word: it may be an address of a page."""


def als_tekst(onderdelen: Sequence[Onderdeel], controlepunt: str = "") -> str:
    """The text of the whole mail, with one greeting; several items are numbered. The checkpoint stands below all."""
    blokken = [f"Beste {onderdelen[0].inhoud.aanhef},"]
    if regel := opening(onderdelen):
        blokken.append(regel)
    for nummer, onderdeel in enumerate(onderdelen, start=1):
        if len(onderdelen) > 1:
            blokken.append(_kop(f"{nummer}. {onderdeel.inhoud.titel}"))
        blokken += [blok for deel in onderdeel.delen if (blok := _blok(deel))]
    if controlepunt:
        blokken.append(voettekst(controlepunt))
    return "\n\n".join(blokken) + "\n"


def voettekst(controlepunt: str) -> str:
    """The checkpoint on a line of its own, so that it can be copied, and what it is for."""
    return f"{controlepunt}\n{UITLEG}"


def _kop(tekst: str) -> str:
    regels = _gevouwen(tekst)
    return f"{regels}\n{'-' * max(map(len, regels.splitlines()))}"


def _blok(deel: Deel) -> str:
    """One fact goes to a dozen people: what they all read is wrapped once. A link is kept nowhere, so neither here."""
    return _maak_blok(deel) if deel.url else _zelfde_blok(deel)


def _maak_blok(deel: Deel) -> str:
    """The paragraphs of a part; under a heading they stand close together."""
    regels = list(_regels(deel))
    return "\n".join((deel.kop, *regels)) if deel.kop else "\n\n".join(regels)


_zelfde_blok = lru_cache(maxsize=256)(_maak_blok)


def _regels(deel: Deel) -> Iterator[str]:
    yield from map(_gevouwen, deel.alineas)
    for punt in deel.punten:
        yield textwrap.fill(
            punt, BREEDTE, initial_indent="- ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
        )
    if deel.url:
        yield f"{deel.linktekst}:\n{deel.url}"
    if deel.commando:
        yield deel.commando
    yield from map(_gevouwen, deel.daarna)
    if deel.regels:
        yield "\n".join(deel.regels)


def _gevouwen(tekst: str) -> str:
    """The line breaks of the writer stay."""
    return "\n".join(_VOUW.fill(regel) for regel in tekst.splitlines())
